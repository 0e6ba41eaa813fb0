"""The runs of pieces of one entry that may be its title, each with what it is worth by the learned weights."""

from __future__ import annotations

import math
from itertools import accumulate
from typing import NamedTuple

from pubtrack.readers.prose.piece_labels import Piece
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import Words
from pubtrack.readers.prose.title_marks import cuts_stretch
from pubtrack.readers.prose.title_reasons import LONGEST_RUN, Reasons, hopeless, length_of
from pubtrack.readers.prose.title_weights import CHOICE

__all__ = ["MARGIN", "Run", "runs_of"]

MARGIN = 3.0
"""How far behind the best a run may stand and still be kept: its odds are 1 to 20. A margin of 5 changes no figure."""
MOST_OF_WORDS = (
    max(0.0, CHOICE["shape"])
    + max(0.0, CHOICE["few capitals"])
    + max(0.0, CHOICE["colon"])
    + max(0.0, CHOICE["speaks of I or we"])
)
"""What the words of a run are worth at most, without its length."""
MOST_OF_LENGTH = 2.0 * CHOICE["length"]


class Run(NamedTuple):
    """Some pieces in a row."""

    worth: float
    first: int
    last: int


def runs_of(pieces: list[Piece], placed: Placed, *, only: int | None = None) -> list[Run]:
    """Gives the runs that may be the title, the best first; none where nothing could be one.

    Args:
        pieces: The pieces.
        placed: Their block.
        only: The piece a title has to begin with; None for any.
    """
    search = _Search(pieces, placed)
    for most, first in search.promising():
        if most < search.best - MARGIN:
            break
        if only is None or first == only:
            search.weigh_from(first)
    return sorted((run for run in search.found if run.worth >= search.best - MARGIN), key=lambda r: (-r.worth, r.first))


class _Search:
    """The runs found so far, and the most that those not yet weighed may reach."""

    def __init__(self, pieces: list[Piece], placed: Placed) -> None:
        self.pieces = pieces
        self.reasons = Reasons(pieces, placed, CHOICE)
        self.found: list[Run] = []
        self.best = -math.inf
        self.gains = list(accumulate((max(0.0, worth) for worth in self.reasons.inside), initial=0.0))
        self.most_behind = list(accumulate(reversed(self.reasons.ends), max))[::-1]
        """The best end at or behind each piece."""

    def promising(self) -> list[tuple[float, int]]:
        """Gives (what a run that begins there may be worth at most, piece), the best first."""
        alone, reasons = len(self.pieces) == 1, self.reasons
        starts = [
            (reasons.starts[first] + self._most_behind(first) + MOST_OF_LENGTH + self._most_of_run(first), first)
            for first, piece in enumerate(self.pieces)
            if not hopeless(piece, reasons.costs[first], alone)
        ]
        return sorted(starts, reverse=True)

    def _most_behind(self, first: int) -> float:
        """Gives what the pieces behind one may add to a run at most."""
        last = min(len(self.pieces), first + LONGEST_RUN)
        return self.gains[last] - self.gains[first + 1] + self.most_behind[first]

    def _most_of_run(self, first: int) -> float:
        """Gives what the words and marks of a run that begins with a piece may be worth at most, its length aside."""
        begin = self.pieces[first]
        if not begin.quoted and not begin.spans:
            return MOST_OF_WORDS
        most = CHOICE["marks"] * (1.8 * self.reasons.reviews + (3.2 if begin.quoted else 1.5 * (not first)))
        for kind in begin.spans:
            most += _MOST_OF_CLASS if kind.startswith("class:") else _MOST.get(kind, 0.0)
        return MOST_OF_WORDS + most

    def weigh_from(self, first: int) -> None:
        """Weighs the runs that begin with one piece, as long as they may still be kept."""
        reasons, pieces, begin = self.reasons, self.pieces, self.pieces[first].start
        stop = min(len(pieces), first + LONGEST_RUN)
        so_far, cost, most_of_run = reasons.starts[first], 0.0, self._most_of_run(first)
        words, counted = Words(0, 0, 0, False, 0), first
        for last in range(first, stop):
            if last > first:
                if pieces[last].before in ("line", "cell"):
                    break
                so_far += reasons.inside[last]
            if reasons.costs[last].amount > cost:
                cost = reasons.costs[last].amount
            wanted = self.best - MARGIN - so_far - most_of_run
            if self.gains[stop] - self.gains[last + 1] + self.most_behind[last] + MOST_OF_LENGTH < wanted:
                break
            here = reasons.ends[last]
            if here + MOST_OF_LENGTH < wanted or cuts_stretch(pieces, first, last):
                continue
            if here + CHOICE["length"] * length_of(pieces[last].end - begin) < wanted:
                continue
            while counted <= last and not reasons.chinese:
                words, counted = reasons.with_words(words, first, counted), counted + 1
            worth = so_far + here + reasons.run(first, last, words, cost)
            self.found.append(Run(worth, first, last))
            self.best = max(self.best, worth)


_MOST_OF_CLASS = 2.5 * CHOICE["marks"]
_BOLD = 0.7 * CHOICE["marks"] + max(0.0, CHOICE["bold"])
_ITALIC = 1.6 * CHOICE["marks"] + max(0.0, CHOICE["italic where titles begin"], CHOICE["italic elsewhere"])
_MOST = {
    "link": 1.4 * CHOICE["marks"] + max(0.0, CHOICE["link"]),
    **dict.fromkeys(("strong", "textbf"), _BOLD),
    **dict.fromkeys(("em", "emph", "textit"), _ITALIC),
}
"""What a mark is worth at most: what `markup_part` gives for it, and its own weight."""
