"""All runs of pieces that may be a title: what `runs_of` has to agree with, and what titles are learned from."""

from __future__ import annotations

from collections.abc import Iterator

from pubtrack.readers.prose.title_facts import Facts
from pubtrack.readers.prose.title_marks import cuts_stretch
from pubtrack.readers.prose.title_reasons import LONGEST_RUN


def every_run(facts: Facts) -> Iterator[tuple[int, int]]:
    """Gives the first and the last piece of each run, without any look at what may still win."""
    pieces = facts.pieces
    for first in facts.fronts:
        for last in range(first, min(len(pieces), first + LONGEST_RUN)):
            if last > first and pieces[last].before in ("line", "cell"):
                break
            if not cuts_stretch(pieces, first, last):
                yield first, last
