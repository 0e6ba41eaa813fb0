"""What speaks for and against a run of pieces being the title: named reasons, each with a weight.

A run is weighed by the sum of the reasons for where it begins, where it ends, what it takes in and what its words are.
Sums over the pieces are made once, so that a run costs the same however long it is. Weights are only added and
multiplied by numbers: `tools/train_titles.py` puts vectors in their place and gets the reasons themselves.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from pubtrack.readers.prose.piece_labels import LEAD, STATUS, Piece
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import Words, is_greeting, shape_of, title_shape, words_of
from pubtrack.readers.prose.title_marks import REVIEW_HINTS, TITLE_MARKS, common_marks, markup_part, swallowed
from pubtrack.readers.prose.title_weights import Weights
from pubtrack.readers.prose.words import holds_one
from pubtrack.vocab.title_words import SMALL_WORDS

__all__ = ["LONGEST_RUN", "Reasons", "hopeless", "length_of"]

LONGEST_RUN = 12
"""Pieces a title may consist of."""
HOPELESS = 1.9
"""A run does not begin with a piece that costs as much (a name with initials): whatever follows, it reads better
alone."""
_GERMAN = frozenset(("und", "der", "die", "das", "des", "im", "zur", "zum", "fur"))
"""Words by which a German text is known, where a full stop often parts title and subtitle."""
SHORT = 14
"""Characters of a piece that is short for the end of a title. Chosen by hand."""
LONG = 12
"""Characters from which on an unexplained piece may be a title itself. Chosen by hand."""


LED = 3.0
"""The venue of a piece that begins with `In:` and a container."""


LONGEST_SMALL = 6
"""Characters in which one of them and the space in front stand."""


class Cost(NamedTuple):
    """What a title loses by taking in a piece that is explained otherwise."""

    kind: str
    amount: float


NO_COST = Cost("name", 0.0)


class Reasons:
    """What the pieces of one entry say, weighed by one table of weights.

    Args:
        pieces: The pieces.
        placed: Their block.
        weights: What each reason is worth.
        run: The first and the last piece of the only run that is asked for; None for all.
    """

    def __init__(
        self, pieces: list[Piece], placed: Placed, weights: Weights, run: tuple[int, int] | None = None
    ) -> None:
        first, last = run or (len(pieces) - 1, 0)
        self.pieces: list[Piece] = pieces
        self.placed: Placed = placed
        self.text: str = placed.block.text
        self.weights: Weights = weights
        self.chinese: bool = placed.said.chinese
        self.reviews: bool = holds_one(placed.said.folded, REVIEW_HINTS)
        self.marked: bool = any(piece.spans or piece.quoted for piece in pieces)
        asked = range(len(pieces)) if run is None else range(first, last + 1)
        self.costs: list[Cost] = [_cost(piece) if index in asked else NO_COST for index, piece in enumerate(pieces)]
        self.starts: list[float] = _starts(pieces[: first + 1], self.costs, weights, first if run else 0)
        self.ends: list[float] = [0.0] * last + _ends(pieces[last:], self.text, weights, 0 if run else len(pieces))
        german = not _GERMAN.isdisjoint(placed.said.tokens)
        self.subtitle: float = weights["subtitle inside, German" if german else "subtitle inside"]
        self.inside: list[float] = [0.0] * asked.start + [self._inside(index) for index in asked]

    def _inside(self, index: int) -> float:
        """Gives what a run is worth for taking a piece in behind others."""
        piece, cost, weights = self.pieces[index], self.costs[index], self.weights
        worth = weights.inside[piece.before] + weights.cost[cost.kind] * cost.amount
        if self.text[piece.start].islower():
            worth = worth + weights["goes on small"]
        if piece.before == "dot" and piece.known < 0.5 and piece.end - piece.start >= SHORT:
            worth = worth + self.subtitle
        return worth

    def _last(self, index: int) -> float:
        """Gives what a run of several pieces is worth for ending with a piece."""
        piece, cost = self.pieces[index], self.costs[index]
        worth = self.weights["last piece short"] * (piece.end - piece.start < SHORT)
        return worth + self.weights["last piece a name"] * (cost.amount if cost.kind == "name" else 0.0)

    def words(self, first: int, last: int) -> Words:
        """Gives the counts of the words of a run."""
        total = Words(0, 0, 0, False, 0)
        for index in range(first, last + 1):
            total = self.with_words(total, first, index)
        return total

    def with_words(self, total: Words, first: int, index: int) -> Words:
        """Gives the counts of a run with those of one more piece."""
        piece = self.pieces[index]
        more = words_of(self.text[piece.start : piece.end])
        border = index > first and piece.before == "dot"
        return Words(
            total[0] + more[0],
            total[1] + more[1],
            total[2] + more[2],
            total[3] or more[3],
            total[4] + more[4] + border,
        )

    def whole(self, first: int, last: int) -> float:
        """Gives what a run is worth by all that speaks for and against it."""
        worth = self.starts[first]
        for index in range(first + 1, last + 1):
            worth = worth + self.inside[index]
        most = max(self.costs[index].amount for index in range(first, last + 1))
        return worth + self.ends[last] + self.run(first, last, self.words(first, last), most)

    def run(self, first: int, last: int, words: Words, most: float) -> float:
        """Gives what only the run as a whole tells: its words, its marks, and whether it ends where something ends.

        Args:
            first: The first piece.
            last: The last one.
            words: The counts of its words.
            most: The cost of the piece that is best explained as something else.
        """
        weights = self.weights
        worth = self._words_part(first, last, words) + self._marks_part(first, last) + weights["explained"] * most
        return worth + self._last(last) + self._breaks_part(first, last) if first < last else worth

    def _words_part(self, first: int, last: int, words: Words) -> float:
        run, weights = self.text[self.pieces[first].start : self.pieces[last].end], self.weights
        length = weights["length"] * length_of(len(run))
        if self.chinese:
            return weights["shape"] * title_shape(run) + length  # no words to count
        shape = 0.0 if first == last and is_greeting(run) else shape_of(run, *words)
        worth = weights["shape"] * shape + length
        if words.number <= 3:
            worth = worth + weights["three words" if words.number == 3 else "one or two words"]
        if run[0].islower():
            worth = worth + weights["begins small"]
        if words.borders:
            worth = worth + weights["sentences"] * min(2, words.borders)
        if 2 * words.capital <= words.content or not words.content:
            worth = worth + weights["few capitals"]
        return worth + weights["colon"] * (":" in run[1:-1]) + weights["speaks of I or we"] * words.personal

    def _marks_part(self, first: int, last: int) -> float:
        if not self.marked:
            return 0.0
        begin, weights = self.pieces[first], self.weights
        if not begin.quoted and not begin.spans:
            lost = swallowed(self.pieces[first + 1 : last + 1])
            return (weights["marks"] + weights["swallows a mark"]) * -lost if lost else 0.0
        marks = markup_part(self.pieces, first, last, self.placed, self.reviews)
        if begin.quoted:
            return weights["marks"] * marks + weights["quoted and more"] * (first < last)
        common = common_marks(self.pieces, first, last)
        worth = weights["marks"] * marks + weights["link"] * ("link" in common)
        if not common.isdisjoint(("strong", "textbf")):
            worth = worth + weights["bold"]
        if common.isdisjoint(("em", "emph", "textit")):
            return worth
        named = first == 0 or bool(self.pieces[first - 1].year) or self.pieces[first - 1].name >= 1.5
        return worth + weights["italic where titles begin" if named else "italic elsewhere"]

    def _breaks_part(self, start: int, end: int) -> float:
        """Gives what a run loses that ends where nothing ends: inside a link or a bracket, or behind its capitals."""
        first, last, weights = self.pieces[start], self.pieces[end], self.weights
        loss = weights["ends inside brackets"] * (last.parens and not first.parens and _stays_inside(self.pieces, end))
        if _leaves_capitals(self.text, first, last):
            loss = loss + weights["leaves its capitals"]
        if end + 1 < len(self.pieces) and _splits(first, last, self.pieces[end + 1]):
            loss = loss + weights["splits a mark"]
        if last.note == LEAD:
            loss = loss + weights["ends with in"]
        labelled = ":" in self.text[first.end : self.pieces[start + 1].start]
        if "strong" in first.spans and labelled and "strong" not in last.spans:
            loss = loss + weights["leaves a bold label"]  # "**Prize amount:** 2 million euro"
        return loss


def length_of(characters: int) -> float:
    """Gives how long a run is, as far as it matters: no longer than most titles."""
    return min(2.0, 0.12 * math.sqrt(characters))


def hopeless(piece: Piece, cost: Cost, alone: bool) -> bool:
    """Tells whether no title begins with a piece: a number, a container, a name among other pieces."""
    if piece.quoted or piece.spans:
        return False
    return piece.number >= 2 or piece.venue >= 2.6 or (cost.amount >= HOPELESS and not alone)


def _cost(piece: Piece) -> Cost:
    if piece.quoted:
        return Cost("venue", 1.2 if piece.venue > 2.5 else 0.0)
    number = piece.number if piece.parens else piece.number * 0.8
    amount, kind = piece.name * 0.9, "name"
    if piece.venue * 0.7 > amount:
        amount, kind = piece.venue * 0.7, "venue"
    if number > amount:
        amount, kind = number, "number"
    if piece.note * 0.8 > amount:
        amount, kind = piece.note * 0.8, "note"
    return Cost(kind, amount)


def _front_kind(piece: Piece, before: Piece | None) -> str:
    """Gives the reason for what stands in front of a piece."""
    if before is None:
        return "nothing in front"
    if before.note == LEAD:
        return "in in front"  # "In *Comprehensive Chemistry*": where it appeared
    if before.year or (before.parens and before.note >= STATUS):
        return "year in front"  # or "(in press)" in its place
    if before.name >= 1.5:
        return "name in front"
    if before.known < 0.5:
        return "words in front, no stop" if piece.before in ("comma", "colon", "soft") else "words in front"
    return "other in front"


def _starts(pieces: list[Piece], costs: list[Cost], weights: Weights, asked: int) -> list[float]:
    """Gives for every piece what it and what stands in front of it are worth to a title that begins there.

    Args:
        pieces: The pieces.
        costs: What they cost.
        weights: What each reason is worth.
        asked: The first piece that is asked for; those before only count.
    """
    parts: list[float] = []
    seen = _Before()
    before: Piece | None = None
    for index, piece in enumerate(pieces):
        if index < asked:
            parts.append(0.0)
        else:
            cost = costs[index]
            worth = weights.before[piece.before] + weights[_front_kind(piece, before)]
            if cost.amount:
                worth = worth + weights.first[cost.kind] * cost.amount
            parts.append(worth + seen.worth(before, weights) if before else worth)
        seen.take(piece, before is None)
        before = piece
    return parts


class _Before:
    """What was met in front of a piece."""

    __slots__ = ("inside", "led", "loose", "names", "unknown", "venues", "years")

    def __init__(self) -> None:
        self.loose = self.venues = self.unknown = 0
        self.names = self.years = self.inside = self.led = False

    def take(self, piece: Piece, first: bool) -> None:
        if piece.known < 0.5:
            self.unknown += piece.end - piece.start
            self.loose += piece.end - piece.start > LONG
            return
        if piece.venue >= 1.5:
            self.venues += piece.venue > piece.name
            self.inside = self.inside or (not first and piece.venue >= 2.6)
            self.led = self.led or (not first and piece.venue >= LED)
        if piece.name >= 1.5:
            self.names = True
        if piece.year:
            self.years = True

    def worth(self, before: Piece, weights: Weights) -> float:
        worth = weights["names before"] * self.names
        if self.unknown:
            worth = worth + weights["unexplained before"] * (math.sqrt(self.unknown) / 5)
            worth = worth + weights["loose pieces before"] * self.loose
        if self.venues:
            worth = worth + weights["venues before"] * self.venues
        if self.years:
            worth = worth + weights["a year before"]
        if before.spans and not TITLE_MARKS.isdisjoint(before.spans):
            worth = worth + weights["a mark in front"]
        if self.led:
            worth = worth + weights["behind In:"]
        if self.inside:
            worth = worth + weights["inside a container"]
            if before.parens and before.note >= 2:
                worth = worth + weights["editors in front"]  # "In K. Holm (Eds.), The Oxford handbook"
        return worth


def _behind_kind(pieces: list[Piece], end: int) -> str:
    """Gives the reason for what stands behind a piece."""
    if end + 1 == len(pieces):
        return "nothing behind"
    after = pieces[end + 1]
    if after.note >= 3:
        return "a kind of text behind"
    if after.venue >= 1.0 and after.venue >= after.name:
        led = after.venue >= 3 and pieces[end].before in ("dot", "comma", "close")
        return "container behind" if led else "venue behind"
    if after.name >= 1.5:
        return "name behind"
    if after.known >= 1.5:
        return "number or note behind"
    if subtitle := _subtitle_follows(pieces, end):
        return subtitle
    if after.known < 0.5:
        return "words behind, no stop" if after.before in _NO_STOPS else "words behind"
    return "other behind"


_NO_STOPS = frozenset(("comma", "colon", "span", "dash", "end", "open", "soft"))


def _ends(pieces: list[Piece], text: str, weights: Weights, asked: int) -> list[float]:
    """Gives for every piece what stands behind it is worth to a title that ends there.

    Args:
        pieces: The pieces.
        text: The text they were cut from.
        weights: What each reason is worth.
        asked: The last piece that is asked for; those behind only count.
    """
    parts: list[float] = []
    unknown = 0
    names = venues = numbers = years = False
    for end in range(len(pieces) - 1, -1, -1):
        piece = pieces[end]
        if end > asked:
            parts.append(0.0)
        else:
            worth = weights[_behind_kind(pieces, end)]
            if unknown:
                worth = worth + weights["unexplained behind"] * (math.sqrt(unknown) / 5)
            if text[max(piece.start, piece.end - LONGEST_SMALL) : piece.end].rpartition(" ")[2] in SMALL_WORDS:
                worth = worth + weights["ends with a small word"]
            worth = worth + weights["a year behind"] * years + weights["a venue behind"] * venues
            worth = worth + weights["numbers behind"] * numbers + weights["names behind"] * names
            parts.append(worth + _next_part(pieces, end, text, weights) if end + 1 < len(pieces) else worth)
        if piece.known < 0.5:
            unknown += piece.end - piece.start
            continue
        names, venues = names or piece.name >= 1.5, venues or piece.venue >= 1.2
        years, numbers = years or bool(piece.year), numbers or (piece.number >= 2 and not piece.year)
    return parts[::-1]


def _next_part(pieces: list[Piece], end: int, text: str, weights: Weights) -> float:
    """Gives what the next piece is worth to a title that ends in front of it."""
    after = pieces[end + 1]
    worth = weights.after[after.before]
    if text[after.start].islower():
        worth = worth + weights["small letter behind"]
    if after.spans and not TITLE_MARKS.isdisjoint(after.spans):
        worth = worth + weights["a mark behind"]
    if end + 2 < len(pieces) and pieces[end + 2].venue >= 1.2:
        worth = worth + weights["a venue after next"]
    return worth


def _subtitle_follows(pieces: list[Piece], end: int) -> str:
    """Gives the reason for words behind a full stop that may be a subtitle or a journal; `""` where they are neither.

    `Main title. A longer subtitle, Place: Press`: what stands before a press belongs to the title, what stands before a
    volume may be a journal.
    """
    after = pieces[end + 1]
    if (
        after.before != "dot"
        or max(after.name, after.number, after.note) >= 0.5
        or after.venue >= 0.9
        or after.end - after.start < SHORT
        or after.spans
    ):
        return ""
    behind = next((p for p in pieces[end + 2 : end + 7] if not p.parens), None)
    if behind is None or behind.name >= 1.6 or (behind.known < 1.2 and behind.before != "close"):
        return ""
    return "subtitle behind" if behind.venue >= 1.2 or behind.year else "subtitle or journal behind"


def _leaves_capitals(text: str, first: Piece, last: Piece) -> bool:
    """`SOBRE A COLETA: ÉTICA, Enfermagem em Foco`: a title in capitals ends where they end."""
    begin, end = text[first.start : first.end], text[last.start : last.end]
    return begin.isupper() and " " in begin and not end.isupper() and any(map(str.islower, end))


def _stays_inside(pieces: list[Piece], end: int) -> bool:
    """Tells whether a run ends inside round brackets that go on: `Strike (Oxford Univ` of `(Oxford Univ. Press)`."""
    return end + 1 < len(pieces) and pieces[end + 1].parens and pieces[end + 1].before not in ("open", "close")


def _splits(first: Piece, last: Piece, behind: Piece) -> bool:
    """Tells whether a run ends inside a marked stretch that began in it: `Photoredox? *Angew. Chem.*`."""
    if not last.spans or not behind.spans or behind.before not in ("dot", "comma", "colon", "semi"):
        return False
    return not TITLE_MARKS.isdisjoint((set(last.spans) & set(behind.spans)) - set(first.spans))
