"""The title inside one reference, in whatever style, and what stands around it.

Every run of pieces is weighed: how much it looks like a title, what it would swallow, what stands before and after. The
best run wins; nothing knows a style by name. Weights were set by hand on own texts (`tests/fixtures/prose`).
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import math
from dataclasses import dataclass

from pubtrack.readers.prose.piece_labels import LEAD, STATUS, Piece
from pubtrack.readers.prose.pieces import cut
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import Words, is_greeting, shape_of, title_shape, words_of
from pubtrack.readers.prose.title_marks import TITLE_MARKS, markup_part
from pubtrack.readers.prose.words import holds_one

__all__ = ["Reference", "read_from", "read_reference"]

_REVIEW_HINTS = ("review", "rez", "rese", "rece", "compte", "c.", "评")
"""What folded words hold in which `_REVIEW` is found."""
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

    @property
    def start(self) -> int:
        """Place of the title in the block's text."""
        return self.pieces[self.first].start

    @property
    def end(self) -> int:
        """End of the title."""
        return self.pieces[self.last].end


def read_reference(
    placed: Placed, first: int = 0, family: str = "", *, initials_last: bool = False
) -> Reference | None:
    """Gives the most likely title of an item with its evidence, None where nothing could be one."""
    pieces = cut(placed.block, first, family, initials_last=initials_last)
    if not pieces:
        return None
    text = placed.block.text
    found = _best_run(pieces, text, placed)
    if found is None:
        return None
    best, best_score = found
    return Reference(pieces, best[0], best[1], best_score, _evidence(pieces, best[0], best[1]))


def read_from(placed: Placed, pieces: list[Piece], starts: list[int], last: int | None = None) -> Reference | None:
    """Gives the best title that begins with one of some pieces, None where none could.

    Args:
        placed: The block.
        pieces: Its pieces.
        starts: Pieces a title may begin with.
        last: The last piece it may hold; None for any.
    """
    runs = _Runs(pieces, placed.block.text, placed)
    if last is not None:
        runs.longest = last + 1
    for start in starts:
        runs.weigh_from(start, math.inf, runs.most_of_marks(start))
    if runs.best is None:
        return None
    return Reference(pieces, *runs.best, runs.score, _evidence(pieces, *runs.best))


def _best_run(pieces: list[Piece], text: str, placed: Placed) -> tuple[tuple[int, int], float] | None:
    """Weighs every run of pieces; sums over the pieces are kept, so that a run costs the same however long it is."""
    runs = _Runs(pieces, text, placed)
    for most, start, marks in runs.promising():
        if most < runs.score:
            break
        runs.weigh_from(start, most, marks)
    return (runs.best, runs.score) if runs.best else None


class _Runs:
    """The best run found so far, and what every piece adds to a run."""

    def __init__(self, pieces: list[Piece], text: str, placed: Placed) -> None:
        self.pieces, self.text, self.placed = pieces, text, placed
        self.best: tuple[int, int] | None = None
        self.score = -math.inf
        self.costs = [_cost(piece) for piece in pieces]
        self.lefts = _left_parts(pieces)
        self.rights = [*(_right_part(pieces, end, after) for end, after in enumerate(pieces[1:])), 0.2]
        self.chinese = placed.said.chinese
        self.reviews = holds_one(placed.said.folded, _REVIEW_HINTS)
        self.longest = len(pieces)
        """Pieces behind this one belong to no title."""

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
        loss, total, counted = 0.0, Words(0, 0, 0, False, 0), start
        most += self.costs[start]
        for end in range(start, min(self.longest, start + LONGEST_RUN)):
            here = self.pieces[end]
            if end > start:
                if here.before in ("line", "cell"):
                    break
                loss += INNER[here.before]
            loss += self.costs[end]
            if loss > 5 or most - loss < self.score:
                break
            beside = _length_part(here.end - self.pieces[start].start) + self.lefts[start] + self.rights[end]
            if MOST_OF_SHAPE + beside + marks - loss >= self.score:
                total, counted = self._with_words(total, start, counted, end), end + 1
                self._weigh(start, end, total, loss)

    def _with_words(self, total: Words, start: int, counted: int, end: int) -> Words:
        """Gives the words of a run with those of the pieces that were not counted yet."""
        if self.chinese:
            return total
        for index in range(counted, end + 1):
            piece = self.pieces[index]
            words = words_of(self.text[piece.start : piece.end])
            total = _added(total, words, index > start and piece.before == "dot")
        return total

    def _weigh(self, start: int, end: int, total: Words, loss: float) -> None:
        """Weighs one run, and keeps it where it is the best so far."""
        score = self._worth(start, end, total) - loss + markup_part(self.pieces, start, end, self.placed, self.reviews)
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
        if self.chinese:
            shape = title_shape(run)
        else:
            shape = 0.0 if start == end and is_greeting(run) else shape_of(run, *total)
        return 3.0 * shape - 1.0 + _length_part(len(run)) + self.lefts[start] + self.rights[end]


def _length_part(length: int) -> float:
    return min(2.0, 0.12 * math.sqrt(length))


_MOST = {"link": 1.4, "strong": 0.7, "textbf": 0.7, "em": 1.6, "emph": 1.6, "textit": 1.6}


def _added(a: Words, b: Words, border: bool) -> Words:
    return Words(a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] or b[3], a[4] + b[4] + border)


def _cost(piece: Piece) -> float:
    """Gives what a title loses by taking in a piece that is explained otherwise."""
    if piece.quoted:
        return 1.2 if piece.venue > 2.5 else 0.0
    return max(
        piece.name * 0.9, piece.venue * 0.7, piece.number * 0.8 if not piece.parens else piece.number, piece.note * 0.8
    )


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
    parts: list[float] = []
    loose = venue = inside = 0
    before: Piece | None = None
    for piece in pieces:
        parts.append(_left_part(piece, before) - 0.7 * loose - 0.8 * venue - 1.2 * inside)
        if piece.known < 0.5:
            loose += piece.end - piece.start > 12
        elif piece.venue >= 1.5:
            venue += piece.venue > piece.name
            inside = inside or (before is not None and piece.venue >= 2.6)
        before = piece
    return parts


def _left_part(piece: Piece, before: Piece | None) -> float:
    """Gives what the mark and the piece in front are worth to a title that begins there."""
    score = BEFORE[piece.before]
    if before is None:
        return score
    if before.note == LEAD:
        return score - 2.0  # "In *Comprehensive Chemistry*": where it appeared
    if before.year:
        return score + 1.0
    if before.name >= 1.5:
        return score + 0.7
    if before.known < 0.5:
        return score - (0.8 if piece.before in ("comma", "colon", "soft") else 0.4)
    return score


def _right_part(pieces: list[Piece], end: int, after: Piece) -> float:
    """Gives what the piece behind is worth to a title that ends there."""
    score = AFTER.get(after.before, 0.0)
    if after.note >= 3:
        return score + 2.0
    if after.venue >= 1.0 and after.venue >= after.name:
        return score + (1.4 if after.venue >= 3 and pieces[end].before in ("dot", "comma", "close") else 0.8)
    if after.name >= 1.5:
        return score + 0.6
    if after.known >= 1.5:
        return score + 0.4
    if _subtitle_follows(pieces, end):
        return score - 1.3
    if after.known < 0.5 and after.before in ("comma", "colon", "span", "dash", "end", "open", "soft"):
        return score - 0.9
    return score


def _subtitle_follows(pieces: list[Piece], end: int) -> bool:
    """`Main title. A longer subtitle, Place: Press`: an unexplained part between title and venue belongs to the title."""
    after = pieces[end + 1]
    if (
        after.before != "dot"
        or max(after.name, after.number, after.note) >= 0.5
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
        marked = marked or piece.note >= STATUS or "http" in piece.href
        if start <= index <= end:
            continue
        names = names or piece.name >= 1.5
        venue = venue or piece.venue >= 1.2
        year = year or bool(piece.year)
        number = number or (piece.number >= 2 and not piece.year)
    return float(names + year + venue + number + marked)
