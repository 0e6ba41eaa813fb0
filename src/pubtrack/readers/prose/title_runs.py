"""The runs of pieces of one entry that may be its title, each with what it is worth by the learned weights."""

from __future__ import annotations

import math
import sys
from typing import NamedTuple

from pubtrack.readers.prose.title_facts import Facts
from pubtrack.readers.prose.title_marks import cuts_stretch
from pubtrack.readers.prose.title_reasons import LONGEST_RUN, Reasons, length_of
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
EXPLAINED = min(0.0, CHOICE["explained"])
"""What a run loses for each piece of its cost: it never gets less as the run goes on."""
LONG_ENOUGH = 300
"""Characters beyond which the length of a run says nothing more."""
_LENGTHS = [CHOICE["length"] * length_of(characters) for characters in range(LONG_ENOUGH + 1)]
"""What a run of so many characters is worth by its length."""
PARTED = frozenset(("line", "cell"))
"""Marks no title runs across."""


class Run(NamedTuple):
    """Some pieces in a row."""

    worth: float
    first: int
    last: int


def runs_of(facts: Facts, *, only: int | None = None) -> list[Run]:
    """Gives the runs that may be the title, the best first; none where nothing could be one.

    Args:
        facts: What the pieces say.
        only: The piece a title has to begin with; None for any.
    """
    search = _Search(facts)
    for most, first, start, room in search.promising():
        if most < search.best - MARGIN:
            break
        if only is None or first == only:
            search.weigh_from(first, start, room)
    return sorted((run for run in search.found if run.worth >= search.best - MARGIN), key=lambda r: (-r.worth, r.first))


class _Search:
    """The runs found so far, and the most that those not yet weighed may reach."""

    def __init__(self, facts: Facts) -> None:
        size = len(facts.pieces)
        self.facts = facts
        self.reasons = Reasons(facts, CHOICE)
        self.found: list[Run] = []
        self.best = -sys.float_info.max
        self.ends, self.last, self.inside = [0.0] * size, [0.0] * size, [0.0] * size
        """What a piece is worth as the end of a run, beside that as the last of several, and as one behind others."""
        self.ahead = [-math.inf] * (size + 1)
        """What a run may win at most that takes in a piece behind others, by this piece and those that follow."""
        for index in facts.backs:  # from the last one on
            self._look_ahead(index)

    def _look_ahead(self, index: int) -> None:
        reasons = self.reasons
        self.ends[index] = end = reasons.end(index)
        self.last[index] = last = reasons.last(index)
        self.inside[index] = inside = reasons.inside(index)
        if self.facts.pieces[index].before not in PARTED:
            self.ahead[index] = inside + max(end + last, self.ahead[index + 1])

    def promising(self) -> list[tuple[float, int, float, float]]:
        """Gives where a run may begin, the best first.

        Returns:
            What a run from there may be worth at most, its first piece, what it is worth to begin there, and what the
            words, the length and the marks of the run may be worth at most.
        """
        facts, starts = self.facts, []
        for first in facts.fronts:
            start, room = self.reasons.start(first), self._room(first)
            most = start + max(self.ends[first], self.ahead[first + 1]) + EXPLAINED * facts.costs[first][1] + room
            starts.append((most, first, start, room))
        return sorted(starts, reverse=True)

    def _room(self, first: int) -> float:
        """Gives what the words, the length and the marks of a run that begins with a piece may be worth at most."""
        pieces, begin = self.facts.pieces, self.facts.pieces[first]
        reach = pieces[first + LONGEST_RUN - 1 if first + LONGEST_RUN < len(pieces) else -1].end
        room = MOST_OF_WORDS + _LENGTHS[min(reach - begin.start, LONG_ENOUGH)]
        if not begin.quoted and not begin.spans:
            return room
        room += CHOICE["marks"] * (1.8 * self.facts.reviews + (3.2 if begin.quoted else 1.5 * (not first)))
        for kind in begin.spans:
            room += _MOST_OF_CLASS if kind.startswith("class:") else _MOST.get(kind, 0.0)
        return room

    def weigh_from(self, first: int, start: float, room: float) -> None:
        """Weighs the runs that begin with one piece, as long as they may still be kept.

        Args:
            first: The piece.
            start: What it is worth to begin there.
            room: What the words, the length and the marks of a run may be worth at most.
        """
        facts, ahead, cost = self.facts, self.ahead, self.facts.costs[first][1]
        for last in range(first, min(len(facts.pieces), first + LONGEST_RUN)):
            if last > first:
                if start + ahead[last] + EXPLAINED * cost + room < self.best - MARGIN:
                    break
                start += self.inside[last]
                cost = max(cost, facts.costs[last][1])
            if not (facts.marked and cuts_stretch(facts.pieces, first, last)):
                self._weigh(first, last, start + CHOICE["explained"] * cost, room)

    def _weigh(self, first: int, last: int, worth: float, room: float) -> None:
        """Weighs one run, its marks and words only where it may still be kept."""
        reasons, pieces = self.reasons, self.facts.pieces
        worth += self.ends[last]
        if first < last:
            worth += self.last[last]
        if self.facts.marked:
            if worth + room < self.best - MARGIN:
                return
            worth += reasons.marks(first, last)
        length = _LENGTHS[min(pieces[last].end - pieces[first].start, LONG_ENOUGH)]
        if worth + MOST_OF_WORDS + length < self.best - MARGIN:
            return
        worth += reasons.words(first, last)
        if first < last:
            worth += reasons.breaks(first, last)
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
