"""What speaks for and against a run of pieces being the title: named reasons, each with a weight.

A run is weighed by the sum of the reasons for where it begins, where it ends, what it takes in and what its words are.
Weights are only added and multiplied by numbers: `tools/train_titles.py` puts vectors in their place and gets the
reasons themselves.
"""

from __future__ import annotations

import math

from pubtrack.readers.prose.piece_labels import LEAD, Piece
from pubtrack.readers.prose.shape import Words, is_greeting, shape_of, title_shape, words_of
from pubtrack.readers.prose.title_facts import SHORT, Facts
from pubtrack.readers.prose.title_marks import TITLE_MARKS, common_marks, markup_part, review_part, swallowed
from pubtrack.readers.prose.title_weights import Weights

__all__ = ["LONGEST_RUN", "Reasons", "length_of"]

LONGEST_RUN = 12
"""Pieces a title may consist of."""


class Reasons:
    """The facts of one entry, weighed by one table of weights.

    Args:
        facts: What its pieces say.
        weights: What each reason is worth.
    """

    __slots__ = ("facts", "pieces", "text", "weights")

    def __init__(self, facts: Facts, weights: Weights) -> None:
        self.facts: Facts = facts
        self.pieces: list[Piece] = facts.pieces
        self.text: str = facts.text
        self.weights: Weights = weights

    def start(self, index: int) -> float:
        """Gives what a piece and what stands in front of it are worth to a title that begins there."""
        kind, names, unknown, loose, venues, years, marked, inside, edited = self.facts.fronts[index]
        weights, (cost, amount) = self.weights, self.facts.costs[index]
        worth = weights.before[self.pieces[index].before] + weights[kind]
        if amount:
            worth = worth + weights.first[cost] * amount
        before = weights["names before"] * names
        if unknown:
            before = before + weights["unexplained before"] * (math.sqrt(unknown) / 5)
            before = before + weights["loose pieces before"] * loose
        if venues:
            before = before + weights["venues before"] * venues
        if years:
            before = before + weights["a year before"]
        if marked:
            before = before + weights["a mark in front"]
        if inside:
            before = before + weights["inside a container"]
            if edited:
                before = before + weights["editors in front"]  # "In K. Holm (Eds.), The Oxford handbook"
        return worth + before

    def end(self, index: int) -> float:
        """Gives what stands behind a piece is worth to a title that ends there."""
        kind, unknown, years, venues, numbers, names, dangles, small, marked, venue_next = self.facts.backs[index]
        weights = self.weights
        worth = weights[kind]
        if unknown:
            worth = worth + weights["unexplained behind"] * (math.sqrt(unknown) / 5)
        if years:
            worth = worth + weights["a year behind"]
        if venues:
            worth = worth + weights["a venue behind"]
        if numbers:
            worth = worth + weights["numbers behind"]
        worth = worth + weights["names behind"] * names
        if dangles:
            worth = worth + weights["ends with a small word"]
        if index + 1 == len(self.pieces):
            return worth
        after = weights.after[self.pieces[index + 1].before]
        if small:
            after = after + weights["small letter behind"]
        if marked:
            after = after + weights["a mark behind"]
        if venue_next:
            after = after + weights["a venue after next"]
        return worth + after

    def inside(self, index: int) -> float:
        """Gives what a run is worth for taking a piece in behind others."""
        piece, weights, (kind, amount) = self.pieces[index], self.weights, self.facts.costs[index]
        worth = weights.inside[piece.before] + weights.cost[kind] * amount
        if self.text[piece.start].islower():
            worth = worth + weights["goes on small"]
        if piece.before == "dot" and piece.known < 0.5 and piece.end - piece.start >= SHORT:
            worth = worth + weights["subtitle inside, German" if self.facts.german else "subtitle inside"]
        return worth

    def last(self, index: int) -> float:
        """Gives what a run of several pieces is worth for ending with a piece."""
        piece, (kind, amount) = self.pieces[index], self.facts.costs[index]
        worth = self.weights["last piece short"] * (piece.end - piece.start < SHORT)
        return worth + self.weights["last piece a name"] * (amount if kind == "name" else 0.0)

    def whole(self, first: int, last: int) -> float:
        """Gives what a run is worth by all that speaks for and against it."""
        worth, pieces = self.start(first), range(first + 1, last + 1)
        for index in pieces:
            worth = worth + self.inside(index)
        most = max(self.facts.costs[index][1] for index in range(first, last + 1))
        run = self.words(first, last) + self.marks(first, last) + self.weights["explained"] * most
        return worth + self.end(last) + (run + self.last(last) + self.breaks(first, last) if pieces else run)

    def words(self, first: int, last: int) -> float:
        """Gives what the words of a run are worth."""
        run, weights = self.text[self.pieces[first].start : self.pieces[last].end], self.weights
        length = weights["length"] * length_of(len(run))
        if self.facts.chinese:
            return weights["shape"] * title_shape(run) + length  # no words to count
        words = self._counted(first, last)
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

    def _counted(self, first: int, last: int) -> Words:
        """Gives the counts of the words of a run; a full stop in it parts sentences, whatever follows."""
        piece, text = self.pieces[first], self.text
        number, content, capital, personal, borders = words = words_of(text[piece.start : piece.end])
        if first == last:
            return words
        for piece in self.pieces[first + 1 : last + 1]:
            more = words_of(text[piece.start : piece.end])
            number, content, capital = number + more[0], content + more[1], capital + more[2]
            personal, borders = personal or more[3], borders + more[4] + (piece.before == "dot")
        return Words(number, content, capital, personal, borders)

    def marks(self, first: int, last: int) -> float:
        """Gives what quotes, links, italics and bold say for or against a run."""
        if not self.facts.marked:
            return 0.0
        begin, weights = self.pieces[first], self.weights
        if not begin.quoted and not begin.spans:
            lost = swallowed(self.pieces[first + 1 : last + 1])
            return (weights["marks"] + weights["swallows a mark"]) * -lost if lost else 0.0
        placed = self.facts.placed
        common: set[str] = set() if begin.quoted else common_marks(self.pieces, first, last)
        review = review_part(self.pieces, first, placed) if self.facts.reviews else 0.0
        marks = review + markup_part(self.pieces, first, last, placed, common)
        if begin.quoted:
            return weights["marks"] * marks + weights["quoted and more"] * (first < last)
        worth = weights["marks"] * marks + weights["link"] * ("link" in common)
        if not common.isdisjoint(("strong", "textbf")):
            worth = worth + weights["bold"]
        if common.isdisjoint(("em", "emph", "textit")):
            return worth
        named = first == 0 or bool(self.pieces[first - 1].year) or self.pieces[first - 1].name >= 1.5
        return worth + weights["italic where titles begin" if named else "italic elsewhere"]

    def breaks(self, start: int, end: int) -> float:
        """Gives what a run of pieces loses that ends where nothing ends: in a link or bracket, behind its capitals."""
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
