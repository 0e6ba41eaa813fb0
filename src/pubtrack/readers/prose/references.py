"""The title inside one reference, in whatever style, and what stands around it.

Every run of pieces is weighed: how much it looks like a title, what it would swallow, what stands before and after. The
best run wins; nothing knows a style by name. Weights were set by hand on own texts (`tests/fixtures/prose`).
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, field
from operator import attrgetter

from pubtrack.readers.prose.piece_labels import LEAD, STATUS, Piece
from pubtrack.readers.prose.pieces import cut
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import Words, is_greeting, shape_of, title_shape, words_of
from pubtrack.readers.prose.title_marks import REVIEW_HINTS, TITLE_MARKS, markup_part, swallowed
from pubtrack.readers.prose.words import holds_one

__all__ = ["Reference", "read_from", "read_reference"]

_SPANS = attrgetter("spans")
HOPELESS = 1.9
"""A run does not begin with a piece that costs as much (a name with initials): whatever follows, it reads better alone."""
MOST_OF_SHAPE = 2.0
"""What the shape of a run can be worth at most; its length is worth up to 2 more."""
LONGEST_RUN = 12
"""Pieces a title may consist of."""
INNER = {"dot": 0.9, "end": 0.2, "comma": 0.15, "semi": 0.5, "colon": 0.0, "open": 0.15, "close": 0.1, "dash": 0.1, "line": 2.5, "cell": 6.0, "span": 0.0, "quote": 0.3, "start": 0.0, "soft": 0.3}  # fmt: skip
"""What a mark inside a title costs."""
AFTER = {"dot": 0.3, "end": 0.2, "comma": 0.0, "semi": 0.1, "colon": -0.8, "open": 0.15, "close": 0.0, "dash": 0.1, "line": 0.5, "cell": 0.5, "span": 0.1, "quote": 0.0, "soft": 0.2}  # fmt: skip
"""What a mark behind a title is worth."""
BEFORE = {"dot": 0.2, "end": -0.3, "comma": 0.0, "semi": -0.2, "colon": -0.1, "open": -0.6, "close": 0.2, "dash": 0.1, "line": 0.3, "cell": 0.4, "span": 0.1, "quote": 0.0, "start": 0.2, "soft": 0.2}  # fmt: skip
"""What a mark in front of a title is worth."""


@dataclass(slots=True)
class Reference:
    """A title run and the evidence around it."""

    pieces: list[Piece]
    first: int
    last: int
    """Indexes of the pieces of the title."""
    score: float
    evidence: float
    """How many kinds of parts (names, year, venue, numbers, identifier) stand around the title, 0 to 5."""
    runs: _Runs = field(repr=False, compare=False)
    """What was found out about its pieces, to weigh other runs of them by."""

    @property
    def start(self) -> int:
        """Place of the title in the block's text."""
        return self.pieces[self.first].start

    @property
    def end(self) -> int:
        """End of the title."""
        return self.pieces[self.last].end

    def weigh_anew(self) -> None:
        """Finds out again what the pieces add to a run: to be called when they were changed."""
        self.runs = _Runs(self.pieces, self.runs.placed)


def read_reference(
    placed: Placed, first: int = 0, family: str = "", *, initials_last: bool = False
) -> Reference | None:
    """Gives the most likely title of an item with its evidence, None where nothing could be one."""
    pieces = cut(placed, first, family, initials_last=initials_last)
    return _Runs(pieces, placed).winner() if pieces else None


def read_from(reference: Reference, starts: list[int], last: int | None = None) -> Reference | None:
    """Gives the best title of an entry that begins with one of some pieces, None where none could.

    Args:
        reference: The entry as it was read.
        starts: Pieces a title may begin with.
        last: The last piece it may hold; None for any.
    """
    return reference.runs.winner_of(starts, len(reference.pieces) if last is None else last + 1)


class _Runs:
    """The best run found so far, and what every piece adds to a run."""

    __slots__ = ("best", "chinese", "costs", "counted", "lefts", "longest", "marked", "pieces", "placed", "reviews", "rights", "score", "text")  # fmt: skip
    best: tuple[int, int] | None
    score: float
    longest: int
    """Pieces behind this one belong to no title."""
    marked: bool
    """Without a marked stretch none can be swallowed."""
    counted: list[Words | None]
    """The words of the pieces that were looked at."""

    def __init__(self, pieces: list[Piece], placed: Placed) -> None:
        self.pieces: list[Piece] = pieces
        self.placed: Placed = placed
        self.text: str = placed.block.text
        self.best, self.score, self.longest = None, -math.inf, len(pieces)
        self.costs: list[float] = _costs(pieces)
        self.lefts: list[float] = _left_parts(pieces)
        self.rights: list[float] = _right_parts(pieces)
        self.chinese: bool = placed.said.chinese
        self.reviews: bool = holds_one(placed.said.folded, REVIEW_HINTS)
        self.marked = any(map(_SPANS, pieces))
        self.counted = [None] * len(pieces)

    def winner(self) -> Reference | None:
        """Weighs every run of pieces; sums over the pieces are kept, so that a run costs the same however long it is."""
        for most, start, marks in self.promising():
            if most < self.score:
                break
            self.weigh_from(start, most, marks)
        return self._found()

    def winner_of(self, starts: list[int], longest: int) -> Reference | None:
        """Weighs the runs again that begin with some of the pieces and end before another."""
        self.best, self.score, self.longest = None, -math.inf, longest
        for start in starts:
            self.weigh_from(start, math.inf, self.most_of_marks(start))
        return self._found()

    def _found(self) -> Reference | None:
        if self.best is None:
            return None
        first, last = self.best
        return Reference(self.pieces, first, last, self.score, _evidence(self.pieces, first, last), self)

    def promising(self) -> list[tuple[float, int, float]]:
        """Gives (what a run that begins there can be worth at most, piece, what its marks can) of pieces, the best first."""
        found = []
        right = -math.inf
        words = MOST_OF_SHAPE + _length_part(len(self.text) - self.pieces[0].start)
        for start in range(len(self.pieces) - 1, -1, -1):
            first, cost = self.pieces[start], self.costs[start]
            if self.rights[start] > right:
                right = self.rights[start]
            marked = first.quoted or bool(first.spans)
            hopeless = first.number >= 2 or first.venue >= 2.6 or (cost >= HOPELESS and len(self.pieces) > 1)
            if marked or not hopeless:
                marks = self.most_of_marks(start) if marked else 0.0
                found.append((words + self.lefts[start] + right + marks - cost, start, marks))
        found.sort(reverse=True)
        return found

    def most_of_marks(self, start: int) -> float:
        """Gives what quotes, links and classes of a run that begins here can be worth at most."""
        first = self.pieces[start]
        review = 1.8 * self.reviews
        if first.quoted:
            return 3.2 + review
        line = 0.0 if start else 1.5
        return review + line + sum(2.5 if kind.startswith("class:") else _MOST.get(kind, 0.0) for kind in first.spans)

    def weigh_from(self, start: int, most: float, marks: float) -> None:
        """Weighs the runs that begin with one piece, as long as they may still win."""
        pieces, costs, rights = self.pieces, self.costs, self.rights
        loss, total, counted = 0.0, NO_WORDS, start
        most += costs[start]
        begin, most_beside = pieces[start].start, MOST_OF_SHAPE + self.lefts[start] + marks
        for end in range(start, min(self.longest, start + LONGEST_RUN)):
            here = pieces[end]
            if end > start:
                if here.before in ("line", "cell"):
                    break
                loss += INNER[here.before]
            loss += costs[end]
            if loss > 5 or most - loss < self.score:
                break
            if most_beside + _length_part(here.end - begin) + rights[end] - loss >= self.score - ROUNDING:
                total, counted = self._with_words(total, start, counted, end), end + 1
                self._weigh(start, end, total, loss)

    def _with_words(self, total: Words, start: int, counted: int, end: int) -> Words:
        """Gives the words of a run with those of the pieces that were not counted yet."""
        if self.chinese:
            return total
        for index in range(counted, end + 1):
            piece = self.pieces[index]
            words = self.counted[index]
            if words is None:
                words = self.counted[index] = words_of(self.text[piece.start : piece.end])
            total = words if index == start else _added(total, words, piece.before == "dot")
        return total

    def _weigh(self, start: int, end: int, total: Words, loss: float) -> None:
        """Weighs one run, and keeps it where it is the best so far."""
        first = self.pieces[start]
        score = self._worth(start, end, total) - loss
        if first.quoted or first.spans:
            score += markup_part(self.pieces, start, end, self.placed, self.reviews)
        elif score < self.score:
            return  # what follows only makes it worse
        elif self.marked:
            score -= swallowed(self.pieces[start + 1 : end + 1])
        if start < end:
            score -= self._broken(start, end)
        if score > self.score or (score == self.score and self.best and start < self.best[0]):
            self.best, self.score = (start, end), score

    def _broken(self, start: int, end: int) -> float:
        """Gives what a run loses that ends where nothing ends: inside a link or a bracket, or behind its capitals."""
        first, last = self.pieces[start], self.pieces[end]
        loss = 1.5 * _leaves_capitals(self.text, first, last)
        if end + 1 < len(self.pieces) and _splits(first, last, self.pieces[end + 1]):
            loss += 1.2
        if last.note == LEAD:
            loss += 3.0
        labelled = ":" in self.text[first.end : self.pieces[start + 1].start]
        if "strong" in first.spans and labelled and "strong" not in last.spans:
            loss += 1.5  # "**Prize amount:** 2 million euro"
        return loss + 2.0 * (last.parens and not first.parens and _stays_inside(self.pieces, end))

    def _worth(self, start: int, end: int, total: Words) -> float:
        """Gives what a run is worth by its words and by what stands before and behind it."""
        run = self.text[self.pieces[start].start : self.pieces[end].end]
        shape = title_shape(run) if self.chinese else shape_of(run, *total)
        if start == end and shape and not self.chinese and is_greeting(run):
            shape = 0.0
        return 3.0 * shape - 1.0 + _length_part(len(run)) + self.lefts[start] + self.rights[end]


def _length_part(length: int) -> float:
    return _LENGTH_PARTS[length] if length < len(_LENGTH_PARTS) else 2.0


_LENGTH_PARTS = [min(2.0, 0.12 * math.sqrt(length)) for length in range(280)]
"""What a length is worth: asked for some twenty times in every entry."""
NO_WORDS = Words(0, 0, 0, False, 0)
ROUNDING = 1e-9
"""What sums in another order may differ by."""


_MOST = {"link": 1.4, "strong": 0.7, "textbf": 0.7, "em": 1.6, "emph": 1.6, "textit": 1.6}


def _added(a: Words, b: Words, border: bool) -> Words:
    return Words(a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] or b[3], a[4] + b[4] + border)


def _costs(pieces: list[Piece]) -> list[float]:
    """Gives what a title loses by taking in each of the pieces: those that are explained otherwise cost most."""
    return [
        (1.2 if p.venue > 2.5 else 0.0)
        if p.quoted
        else max(p.name * 0.9, p.venue * 0.7, p.number if p.parens else p.number * 0.8, p.note * 0.8)
        for p in pieces
    ]


def _leaves_capitals(text: str, first: Piece, last: Piece) -> bool:
    """`SOBRE A COLETA: ÉTICA, Enfermagem em Foco`: a title in capitals ends where they end."""
    begin, end = text[first.start : first.end], text[last.start : last.end]
    return begin.isupper() and " " in begin and not end.isupper() and any(map(str.islower, end))


def _stays_inside(pieces: list[Piece], end: int) -> bool:
    """Tells whether a run ends inside round brackets that go on: `The Strike (Oxford Univ` of `(Oxford Univ. Press)`."""
    return end + 1 < len(pieces) and pieces[end + 1].parens and pieces[end + 1].before not in ("open", "close")


def _splits(first: Piece, last: Piece, behind: Piece) -> bool:
    """Tells whether a run ends inside a marked stretch that began in it: `Photoredox? *Angew. Chem.*`."""
    if not last.spans or not behind.spans or behind.before not in ("dot", "comma", "colon", "semi"):
        return False
    return not TITLE_MARKS.isdisjoint((set(last.spans) & set(behind.spans)) - set(first.spans))


def _left_parts(pieces: list[Piece]) -> list[float]:
    """Gives for every piece what stands in front of it is worth to a title that begins there."""
    parts = [BEFORE[pieces[0].before]]
    lost = 0.0
    loose = venue = inside = 0
    for before, piece in itertools.pairwise(pieces):
        if before.known < 0.5:
            loose += before.end - before.start > 12
            lost = 0.7 * loose
        elif before.venue >= 1.5:
            venue += before.venue > before.name
            inside = inside or (len(parts) > 1 and before.venue >= 2.6)
        parts.append(_left_part(piece, before) - lost - 0.8 * venue - 1.2 * inside)
    return parts


def _left_part(piece: Piece, before: Piece) -> float:
    """Gives what the mark and the piece in front are worth to a title that begins there."""
    score = BEFORE[piece.before]
    if before.note == LEAD:
        return score - 2.0  # "In *Comprehensive Chemistry*": where it appeared
    if before.year:
        return score + 1.0
    if before.name >= 1.5:
        return score + 0.7
    if before.known < 0.5:
        return score - (0.8 if piece.before in ("comma", "colon", "soft") else 0.4)
    return score


def _right_parts(pieces: list[Piece]) -> list[float]:
    """Gives for every piece what stands behind it is worth to a title that ends there."""
    return [*[_right_part(pieces, end, after) for end, after in enumerate(pieces[1:])], 0.2]


def _right_part(pieces: list[Piece], end: int, after: Piece) -> float:
    score = AFTER.get(after.before, 0.0)
    if after.note >= 3:
        return score + 2.0
    if after.venue >= 1.0 and after.venue >= after.name:
        return score + (1.4 if after.venue >= 3 and pieces[end].before in ("dot", "comma", "close") else 0.8)
    if after.name >= 1.5:
        return score + 0.6
    if after.known >= 1.5:
        return score + 0.4
    if after.before == "dot":
        return score - 1.3 if _subtitle_follows(pieces, end) else score
    if after.known < 0.5 and after.before in ("comma", "colon", "span", "dash", "end", "open", "soft"):
        return score - 0.9
    return score


def _subtitle_follows(pieces: list[Piece], end: int) -> bool:
    """`Main title. A longer subtitle, Place: Press`: an unexplained part between title and venue belongs to the title."""
    after = pieces[end + 1]
    if (
        max(after.name, after.number, after.note) >= 0.5
        or after.venue >= 0.9
        or after.end - after.start < 14
        or after.spans
    ):
        return False
    behind = next((p for p in pieces[end + 2 : end + 7] if not p.parens), None)
    if behind is None:
        return False
    return (behind.known >= 1.2 and behind.name < 1.6) or (behind.before == "close" and behind.name < 1.6)


def _evidence(pieces: list[Piece], start: int, end: int) -> float:
    names = year = venue = number = marked = False
    for index, piece in enumerate(pieces):
        if piece.note >= STATUS or (piece.href and "http" in piece.href):
            marked = True
        if start <= index <= end:
            continue
        if piece.name >= 1.5:
            names = True
        if piece.venue >= 1.2:
            venue = True
        if piece.year:
            year = True
        elif piece.number >= 2:
            number = True
    return float(names + year + venue + number + marked)
