"""What quotes, links, italics and bold say for or against a run of pieces being the title."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.hosts import is_scholarly
from pubtrack.readers.prose.piece_labels import Piece
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.words import holds_one

__all__ = ["REVIEW_HINTS", "TITLE_MARKS", "common_marks", "cuts_stretch", "markup_part", "review_part", "swallowed"]

TITLE_MARKS = frozenset(("em", "emph", "textit", "textsl", "link"))
_REVIEW = re.compile(
    r"(?:\breview of|\brez\w*\.? (?:zu|von|of)|\brezension|\bresena de|\brecensione|\bcompte rendu de|\bc\. ?r\. de|评)[^\n]{0,60}$"
)


REVIEW_HINTS = ("review of", "rez", "resena de", "recensione", "compte rendu", "c. r", "c.r", "评")
"""What folded words hold in which `_REVIEW` is found."""


def markup_part(pieces: list[Piece], start: int, end: int, placed: Placed, common: set[str]) -> float:
    """Gives what the marks of its first piece say for or against a run.

    Args:
        pieces: All pieces of the entry.
        start: The first of the run.
        end: The last.
        placed: The block.
        common: The marks that cover the run (`common_marks`).
    """
    if pieces[start].quoted:
        return _quote_part(pieces, start, end, placed.block.text)
    return _mark_part(pieces, start, end, placed, common)


def _same_link(first: Piece, second: Piece) -> bool:
    same = "link" in first.spans and "link" in second.spans and first.href == second.href
    return same and second.known < 0.5 and second.end - second.start >= 14


def _runs_on(pieces: list[Piece], start: int, asks: bool) -> bool:
    """`“With Brief and Seal”. Forgery before the Council, in: Journal`: the quote only opens the title.

    So it is after a question: `“Can I keep it?” Book ownership. Journal`.
    """
    if start + 2 >= len(pieces):
        return False
    rest, behind = pieces[start + 1], pieces[start + 2]
    if rest.before == "quote" and asks and rest.known < 0.5 and not rest.spans and not rest.quoted:
        return behind.known >= 1 and behind.before in ("dot", "comma", "span")
    return rest.before == "dot" and rest.known < 0.5 and not rest.spans and not rest.quoted and behind.venue >= 2.6


def swallowed(pieces: list[Piece]) -> float:
    """Gives what a run loses that takes in a marked stretch: a journal behind a full stop, or a title of its own."""
    loss = 0.0
    for piece in pieces:
        marked = not TITLE_MARKS.isdisjoint(piece.spans)
        if piece.before == "dot" and (marked or "strong" in piece.spans):
            return 2.2
        if marked and (piece.end - piece.start >= 24 or piece.before == "comma"):
            loss = 0.9
    return loss


def review_part(pieces: list[Piece], start: int, placed: Placed) -> float:
    """The first marked stretch behind `Review of` is the title that is meant."""
    if any(p.quoted or p.spans for p in pieces[:start]):
        return 0.0
    at = pieces[start].start
    before = placed.said.folded[max(0, at - 70) : at]
    return 1.8 if holds_one(before, REVIEW_HINTS) and _REVIEW.search(before) else 0.0


def _mark_part(pieces: list[Piece], start: int, end: int, placed: Placed, common: set[str]) -> float:
    first = pieces[start]
    if start < end and first.end - first.start >= 24 and not TITLE_MARKS.isdisjoint(first.spans):
        loose = [p for p in pieces[start + 1 : end + 1] if TITLE_MARKS.isdisjoint(p.spans)]
        if loose and loose[0].before == "span":
            return -0.9  # the link was the title, what follows is not
    line = 1.5 if not start and end + 1 < len(pieces) and pieces[end + 1].before == "line" else 0.0
    return _span_part(common, first.href, placed) + line if common else 0.0


def common_marks(pieces: list[Piece], start: int, end: int) -> set[str]:
    """Gives the marks that cover a run and nothing beside it."""
    if not pieces[end].spans or pieces[start].stretch != pieces[end].stretch:
        return set()  # "*Eviction Courts*, *in*": two stretches, none of them covers both
    common = set(pieces[start].spans).intersection(*[p.spans for p in pieces[start + 1 : end + 1]])
    beside = (pieces[start - 1].spans if start else ()) + (pieces[end + 1].spans if end + 1 < len(pieces) else ())
    return {kind for kind in common if kind not in beside or kind.startswith("class:")}


def _quote_part(pieces: list[Piece], start: int, end: int, text: str) -> float:
    first = pieces[start]
    if start == end and start + 1 < len(pieces) and _same_link(first, pieces[start + 1]):
        return 0.6  # the quote is only the beginning of a linked title
    if _runs_on(pieces, start, text[first.end - 1 : first.end] in ("?", "!")):
        return 1.0 if start == end else 2.6
    return (3.2 if start == end else 1.0) - (3.0 if first.venue > 2.5 else 0.0)


def _span_part(kinds: set[str], href: str, placed: Placed) -> float:
    """Gives what the marks of a whole run are worth."""
    score = 0.0
    if "link" in kinds:
        score += 1.4 if is_scholarly(href) else 0.7
    if kinds & {"strong", "textbf"}:
        score += 0.7
    if kinds & {"em", "emph", "textit"}:
        score += 1.6 if placed.kind in ("book", "thesis") else 0.5
    if any("title" in kind for kind in kinds if kind.startswith("class:")):
        score += 2.5
    return score


def cuts_stretch(pieces: list[Piece], start: int, end: int) -> bool:
    """Tells whether a run begins or ends in the middle of a link or stretch in italics that does not cover all of it.

    `Photoredox? *Angew. Chem.*`, `*Journal. Series*, 12`: no title does.
    """
    first, last = pieces[start].stretch, pieces[end].stretch
    if first == last:
        return False
    if last >= 0 and end + 1 < len(pieces) and pieces[end + 1].stretch == last:
        return True
    return first >= 0 and start > 0 and pieces[start - 1].stretch == first
