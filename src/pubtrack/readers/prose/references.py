"""The title inside one reference, in whatever style, and what stands around it.

Every run of pieces is weighed: how much it looks like a title, what it would swallow, what stands before and after. The
best run wins; nothing knows a style by name. Weights were set by hand on own texts (`tests/fixtures/prose`).
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from dataclasses import dataclass

from pubtrack.readers.prose.piece_labels import Piece
from pubtrack.readers.prose.pieces import cut
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.sentences import SCHOLARLY_HOST
from pubtrack.readers.prose.shape import Words, shape_of, title_shape, words_of
from pubtrack.readers.prose.words import fold, is_cjk

__all__ = ["Reference", "read_reference"]

_REVIEW = re.compile(
    r"(?:\breview of|\brez\w*\.? (?:zu|von|of)|\brezension|\bresena de|\brecensione|\bcompte rendu de|\bc\. ?r\. de|评)[^\n]{0,60}$"
)
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


def read_reference(placed: Placed, first: int = 0, family: str = "") -> Reference | None:
    """Gives the most likely title of an item with its evidence, None where nothing could be one."""
    pieces = cut(placed.block, first, family)
    if not pieces:
        return None
    text = placed.block.text
    found = _best_run(pieces, text, placed)
    if found is None:
        return None
    best, best_score = found
    return Reference(pieces, best[0], best[1], best_score, _evidence(pieces, best[0], best[1]))


def _best_run(pieces: list[Piece], text: str, placed: Placed) -> tuple[tuple[int, int], float] | None:
    """Weighs every run of pieces; sums over the pieces are kept, so that a run costs the same however long it is."""
    best: tuple[int, int] | None = None
    best_score = -9.0
    costs = [_cost(piece) for piece in pieces]
    lefts = _left_parts(pieces)
    rights = [_right_part(pieces, end) for end in range(len(pieces))]
    words = [words_of(text[p.start : p.end]) for p in pieces]
    chinese = is_cjk(text)
    for start, first in enumerate(pieces):
        if first.number >= 2 and not first.quoted:
            continue
        loss, total = 0.0, Words(0, 0, 0, False, 0)
        for end in range(start, min(len(pieces), start + LONGEST_RUN)):
            here = pieces[end]
            if end > start:
                if here.before in ("line", "cell"):
                    break
                loss += INNER[here.before]
            loss += costs[end]
            if loss > 5:
                break
            total = _added(total, words[end], end > start and here.before == "dot")
            run = text[first.start : here.end]
            shape = title_shape(run) if chinese or end == start else shape_of(run, *total)
            score = 3.0 * shape - 1.0 + min(2.0, 0.12 * len(run) ** 0.5) + lefts[start] + rights[end] - loss
            score += _markup_part(pieces, start, end, placed)
            if score > best_score:
                best, best_score = (start, end), score
    return (best, best_score) if best else None


def _added(a: Words, b: Words, border: bool) -> Words:
    return Words(a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] or b[3], a[4] + b[4] + border)


def _cost(piece: Piece) -> float:
    """Gives what a title loses by taking in a piece that is explained otherwise."""
    if piece.quoted:
        return 1.2 if piece.venue > 2.5 else 0.0
    return max(
        piece.name * 0.9, piece.venue * 0.7, piece.number * 0.8 if not piece.parens else piece.number, piece.note * 0.8
    )


def _markup_part(pieces: list[Piece], start: int, end: int, placed: Placed) -> float:
    first = pieces[start]
    if not first.quoted and not first.spans:
        return 0.0
    return _review_part(pieces, start, placed.block.text) + _mark_part(pieces, start, end, placed)


def _review_part(pieces: list[Piece], start: int, text: str) -> float:
    """The first marked stretch behind `Review of` is the title that is meant."""
    if not start or any(p.quoted or p.spans for p in pieces[:start]):
        return 0.0
    at = pieces[start].start
    return 1.8 if _REVIEW.search(fold(text[max(0, at - 70) : at])) else 0.0


def _mark_part(pieces: list[Piece], start: int, end: int, placed: Placed) -> float:
    first = pieces[start]
    if first.quoted:
        return (3.2 if start == end else 1.0) - (3.0 if first.venue > 2.5 else 0.0)
    common = set(first.spans).intersection(*(p.spans for p in pieces[start + 1 : end + 1]))
    if not common:
        return 0.0
    beside = (pieces[start - 1].spans if start else ()) + (pieces[end + 1].spans if end + 1 < len(pieces) else ())
    common = {kind for kind in common if kind not in beside or kind.startswith("class:")}
    score = 0.0
    if "link" in common:
        score += 1.4 if SCHOLARLY_HOST.search(first.href) else 0.7
    if common & {"strong", "textbf"}:
        score += 0.7
    if common & {"em", "emph", "textit"}:
        score += 1.6 if placed.kind in ("book", "thesis") else 0.5
    if any("title" in kind for kind in common if kind.startswith("class:")):
        score += 2.5
    return score


def _left_parts(pieces: list[Piece]) -> list[float]:
    """Gives for every piece what stands in front of it is worth to a title that begins there."""
    parts: list[float] = []
    loose = venue = 0
    for index, piece in enumerate(pieces):
        parts.append(_left_part(pieces, index) - 0.7 * loose - 0.8 * venue)
        loose += piece.known < 0.5 and piece.end - piece.start > 12
        venue += piece.venue >= 1.5 and piece.venue > piece.name
    return parts


def _left_part(pieces: list[Piece], start: int) -> float:
    score = BEFORE[pieces[start].before]
    if not start:
        return score
    before = pieces[start - 1]
    if before.year:
        return score + 1.0
    if before.name >= 1.5:
        return score + 0.7
    if before.known < 0.5:
        return score - (0.8 if pieces[start].before in ("comma", "colon", "soft") else 0.4)
    return score


def _right_part(pieces: list[Piece], end: int) -> float:
    if end + 1 >= len(pieces):
        return 0.2
    after = pieces[end + 1]
    score = AFTER.get(after.before, 0.0)
    if after.note >= 3:
        return score + 2.0
    if after.venue >= 1.0 and after.venue >= after.name:
        return score + 0.8
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
        or after.known >= 0.5
        or after.end - after.start < 14
        or after.spans
        or end + 2 >= len(pieces)
    ):
        return False
    return pieces[end + 2].known >= 1.2 and pieces[end + 2].name < 1.6


def _evidence(pieces: list[Piece], start: int, end: int) -> float:
    around = pieces[:start] + pieces[end + 1 :]
    kinds = (
        any(p.name >= 1.5 for p in around),
        any(p.year for p in around),
        any(p.venue >= 1.2 for p in around),
        any(p.number >= 2 and not p.year for p in around),
        any("http" in p.href or p.note >= 3 for p in pieces),
    )
    return float(sum(kinds))
