"""The title inside one reference, in whatever style, and what stands around it.

Every run of pieces is weighed: how much it looks like a title, what it would swallow, what stands before and after
(`title_reasons.py`). The best run wins; nothing knows a style by name.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from pubtrack.readers.prose.piece_labels import STATUS, Piece
from pubtrack.readers.prose.pieces import cut
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.title_facts import Facts
from pubtrack.readers.prose.title_reasons import Reasons
from pubtrack.readers.prose.title_runs import Run, runs_of
from pubtrack.readers.prose.title_weights import WORTH

__all__ = ["Reference", "read_from", "read_reference", "reference_of"]

NOTHING = -1.0
"""What a run is worth for which nothing speaks. Set by hand, as what is asked of a title is (`items.py`)."""


@dataclass(slots=True)
class Reference:
    """A title run and the evidence around it."""

    pieces: list[Piece]
    first: int
    last: int
    """Indexes of the pieces of the title."""
    score: float
    """How much the run reads like a title, by weights set by hand."""
    worth: float
    """What the run is worth among all runs, by learned weights."""
    evidence: float
    """How many kinds of parts (names, year, venue, numbers, identifier) stand around the title, 0 to 5."""
    runs: list[Run]
    """All that may be the title, the best first."""

    @property
    def start(self) -> int:
        """Place of the title in the block's text."""
        return self.pieces[self.first].start

    @property
    def end(self) -> int:
        """End of the title."""
        return self.pieces[self.last].end

    @property
    def fills_cell(self) -> bool:
        """True where the title has a cell of a row to itself."""
        before = self.pieces[self.first].before
        behind = self.pieces[self.last + 1].before if self.last + 1 < len(self.pieces) else "end of the row"
        return (before == "cell" and behind in ("cell", "end of the row")) or (before == "start" and behind == "cell")


def read_reference(
    placed: Placed, first: int = 0, family: str = "", *, initials_last: bool = False
) -> Reference | None:
    """Gives the most likely title of an item with its evidence, None where nothing could be one."""
    facts = Facts(cut(placed, first, family, initials_last=initials_last), placed)
    runs = runs_of(facts)
    return reference_of(facts, runs, runs[0]) if runs else None


def read_from(placed: Placed, pieces: list[Piece], first: int, last: int) -> Reference | None:
    """Gives the best title that begins with one piece and takes in another, None where none could."""
    facts = Facts(pieces, placed)
    runs = [run for run in runs_of(facts, only=first) if run.last >= last]
    return reference_of(facts, runs, runs[0]) if runs else None


def reference_of(facts: Facts, runs: list[Run], run: Run) -> Reference:
    """Gives the reference whose title is one run of its pieces."""
    score = NOTHING + Reasons(facts, WORTH).whole(run.first, run.last)
    evidence = _evidence(facts.pieces, run.first, run.last, facts.placed.year is not None)
    return Reference(facts.pieces, run.first, run.last, score, run.worth, evidence, runs)


def _evidence(pieces: list[Piece], start: int, end: int, year: bool) -> float:
    names = venue = number = False
    marked = any(piece.note >= STATUS or "http" in piece.href for piece in pieces)
    for piece in itertools.chain(pieces[:start], pieces[end + 1 :]):
        if piece.year:
            year = True
        elif piece.number >= 2:
            number = True
        names, venue = names or piece.name >= 1.5, venue or piece.venue >= 1.2
    return float(names + year + venue + number + marked)
