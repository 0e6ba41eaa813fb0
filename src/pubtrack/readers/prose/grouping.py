"""Blocks that make one entry together: a title as heading or line of its own, then authors, then where it appeared."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pubtrack.markup.spans import Block, joined
from pubtrack.readers.prose.piece_labels import Piece
from pubtrack.readers.prose.pieces import cut
from pubtrack.readers.prose.section_roles import section_role
from pubtrack.readers.prose.sections import Placed, names_issue
from pubtrack.readers.prose.shape import looks_like_names, title_shape
from pubtrack.readers.prose.words import fold, is_cjk

__all__ = ["grouped"]

LONGEST_GROUP = 7
"""Blocks of one entry. Chosen by hand: title, authors, journal, year, DOI, two links."""


LONGEST_DETAIL = 240
"""Characters of a line that only says where a work appeared. Chosen by hand: a long journal, volume, pages, a DOI."""


@dataclass(slots=True)
class _Line:
    """A block and what is asked of it as a title and as a line below others, found out when the first one asks."""

    placed: Placed
    _pieces: list[Piece] | None = None
    _detail: bool | None = None

    @property
    def block(self) -> Block:
        return self.placed.block

    @property
    def is_heading(self) -> bool:
        return self.placed.is_heading

    @property
    def pieces(self) -> list[Piece]:
        if self._pieces is None:
            self._pieces = cut(self.placed)
        return self._pieces

    @property
    def is_detail(self) -> bool:
        """Tells whether it consists of names, a journal, a year or an identifier."""
        if self._detail is None:
            self._detail = _is_detail(self)
        return self._detail


def grouped(placed: list[Placed]) -> Iterator[Placed]:
    """Gives the blocks in order; those that make one entry in a list of publications come as one."""
    rest = map(_Line, placed)
    lines = list(itertools.islice(rest, LONGEST_GROUP))
    while lines:
        size = _entry_size(lines)
        if size > 1:
            part = sorted((line.placed for line in lines[:size]), key=_is_issue)  # read as where the title stands first
            yield replace(part[-1], block=joined([p.block for p in part]), is_heading=False, over=part[0].over)
        else:
            yield lines[0].placed
        lines = lines[size:] + list(itertools.islice(rest, size))


def _entry_size(lines: list[_Line]) -> int:
    """Gives how many blocks from the first one on make one entry (1: this block stands alone)."""
    first = lines[0].placed
    if first.role not in ("publications", "awards", "", "news") or first.block.kind in ("meta", "row") or first.soft:
        return 1
    if len(lines) < 2 or not _may_go_on(lines[1].placed):
        return 1
    below = lines[1]
    if _appeared_below(first, below.placed) or _goes_on_inside(lines[0], below):
        return 2
    if _is_issue(first) and not _is_issue(below.placed) and _may_be_title(below):
        return 2
    if _signed_first(lines[:3]):
        return 2 + len(_details(lines[2:], first.block.label))
    stanza = below.block.near and first.role == "publications"
    if not _has_shape_of_title(first, stanza=stanza) or not (first.is_heading or below.is_detail):
        return 1
    details = _details(lines[1:], first.block.label)
    return 1 + len(details) if any(details) and _stands_alone(lines[0], stanza=stanza) else 1


def _details(below: list[_Line], label: str) -> list[bool]:
    """Gives for each block that may belong to the title above whether it says where that appeared or who wrote it.

    A block of the class that the first one of the entry has begins the next entry.
    """
    details: list[bool] = []
    for line in below:
        if not _may_belong(line.placed) or (label and line.block.label == label):
            break
        if not line.is_detail and len(line.block.text.split()) > 4:
            break
        details.append(line.is_detail)
    return details


def _goes_on_inside(first: _Line, below: _Line) -> bool:
    """Tells whether a list item is one reference with what is set in below it: authors and title, then the journal."""
    if first.block.kind != "item" or not below.block.inside or len(below.block.text) > LONGEST_DETAIL:
        return False
    return _APPEARED.match(below.block.text) is not None or below.is_detail or first.is_detail


def _is_issue(item: Placed) -> bool:
    """Tells whether a block is a journal and its issue in bold, over what appeared there."""
    if item.is_heading or item.block.kind != "para":
        return False
    text = item.block.text.strip()
    return any(s.kind == "strong" and s.end - s.start >= len(text) - 1 for s in item.block.spans) and names_issue(text)


def _signed_first(stanza: list[_Line]) -> bool:
    """Tells whether a line of several names stands over a title, and that over a line of its details."""
    if len(stanza) < 3 or stanza[0].is_heading or not all(line.block.kind == "para" for line in stanza):
        return False
    names, title, detail = stanza
    signed = _SEVERAL.search(names.block.text) is not None and _is_names(names.block.text)
    return signed and not title.is_heading and _may_be_title(title) and detail.is_detail


_SEVERAL = re.compile(r"[,;&]| (?:and|und|et|y|e) ")
"""What parts the names in a line of several."""


_APPEARED = re.compile(
    r"(?:In|in|En|Dans): \S|(?:In|En|Dans) [A-ZÀ-Þ]"
    r"|[A-ZÀ-Þ][^\n]{2,90}?[ ,(]+(?:19|20)\d\d\)?\s?[,;:(]\s?(?:[Vv]ol\.? ?)?\d"
    r"|[A-ZÀ-Þ][^\n]{2,90}?[ ,]+(?:[Vv]ol\.? ?)?\d{1,4}\s?(?:\(\d{1,3}\))?\s?[,:;]\s?(?:pp?\. ?)?\d{1,5}"
    r"[^\n]{0,20}?(?:19|20)\d\d"
)
"""A line that begins with the book or journal, its volume, pages and year."""
_AUTHORS = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*[*#†]?(?: |, ?|; ?)){2}")
"""Two words of a name or more at the beginning of a line."""


def _appeared_below(first: Placed, below: Placed) -> bool:
    """Tells whether a line of authors and title has the journal right below it, in a line of its own."""
    text, under = first.block.text.strip(), below.block.text.strip()
    if first.is_heading or not below.block.near or len(text) < LONG or len(under) > LONGEST_DETAIL:
        return False
    if not _APPEARED.match(under) or _DATED.search(text):
        return False
    return _AUTHORS.match(text) is not None and ("," in text[:90] or ";" in text[:90] or ": " in text)


LONG = 60
"""Characters of a line that holds authors and a title. Chosen by hand."""
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_REFERENCE = re.compile(
    r"[(,]\s?(?:19|20)\d\d[a-z]?\s?[),.:;]|\b10\.\d{4}|et al\b|\bpp?\. ?\d"
    r"|\b\d{1,4}(?:\(\d{1,3}\))?: ?\d{1,5}[-–]\d|\w, [A-Z]\.[,; ]"
)
"""Marks of a whole reference, which is no title by itself. Looked for first: cutting a block costs more."""


def _may_go_on(item: Placed) -> bool:
    """Tells at little cost whether a block may belong to the title above it."""
    if item.is_heading or item.block.kind != "para":
        return False
    text = item.block.text
    if len(text) <= LONGEST_DETAIL:
        return True
    return len(text) <= 420 and text.count(",") + text.count(";") >= 3 and (bool(item.block.label) or _is_names(text))


def _has_shape_of_title(first: Placed, *, stanza: bool) -> bool:
    """Tells at little cost whether a block may be the title of an entry.

    Args:
        first: The block.
        stanza: It stands right over a line of its list.
    """
    text = first.block.text.strip()
    if first.is_heading and (first.block.kind != "heading" or (section_role(text) and len(text.split()) < 5)):
        return False
    if not 12 <= len(text) <= 300 or "\t" in text or (text[-1] in ".:!" and len(text) > 120):
        return False
    if "title" in first.block.label:
        return title_shape(text.strip(' ."“”')) >= 0.3
    if _REFERENCE.search(text) or title_shape(text.strip(' ."“”')) < 0.5:
        return False
    return stanza or looks_like_names(text) < 0.7


def _may_be_title(line: _Line) -> bool:
    """Tells whether a block may be a title that stands over or below a line of another kind."""
    return _has_shape_of_title(line.placed, stanza=False) and _stands_alone(line, stanza=False)


def _stands_alone(first: _Line, *, stanza: bool) -> bool:
    """Tells whether nothing stands beside a title; over a line right below it may name co-authors as well."""
    if "title" in first.block.label:
        return True
    return not any(p.known >= 1.5 and not (stanza and p.parens and p.name >= 1.5) for p in first.pieces)


_SUMMARIES = ("abstract", "summary", "resumen", "resume", "zusammenfassung", "keywords", "摘要")
"""How a block begins (folded) that tells what a work says."""
_FULL_DATE = re.compile(
    r"(?:[a-z]+,? )?\d{1,2}(?:\.|st|nd|rd|th)? (?:de )?[a-z]{3,10}\.?,? (?:de )?\d{4}"
    r"|[a-z]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
)
"""The day of a piece of news; a work has no more than a month."""


def _is_names(text: str) -> bool:
    return looks_like_names(text) >= 0.7 and len(text.split()) >= 2


def _may_belong(item: Placed) -> bool:
    """A short block without heading that is no title itself."""
    return not item.is_heading and item.block.kind == "para" and len(item.block.text.strip()) <= 400


def _opens_journal(piece: Piece, pieces: list[Piece], text: str) -> bool:
    """Tells whether a line begins with a journal: its words and a volume or year behind them, or both and the pages.

    Co-authors may stand in front: `with Luc Renner. Oxford Economic Papers, 2012, 64(1): 103-127`.
    """
    at = next((index for index, p in enumerate(pieces) if p.name < SIGNED), 0)
    if pieces[at] is not piece:
        return False
    numbers = sum(p.number >= 2 for p in pieces[at + 1 : at + 8])
    volume = text[piece.start : piece.end].rstrip()[-1:].isdigit()
    return numbers + volume >= NUMBERED or (at == 0 and piece.venue >= 0.7 and numbers > 0)


def _is_signed_journal(pieces: list[Piece], text: str) -> bool:
    """Tells whether a line holds names and an abbreviated journal alone: `A. Holm, Phys. Rev. E 9, 12 (2024)`."""
    rest = [p for p in pieces if p.name < SIGNED]
    words = sum(len(text[p.start : p.end].split()) for p in rest if p.number < 2)
    return rest != pieces and words <= ABBREVIATED and sum(p.number >= 2 for p in rest) >= NUMBERED - 1


ABBREVIATED = 5
"""Words of a journal between authors and volume. Chosen by hand: a title and a journal have more."""
SIGNED = 1.5
"""How much a piece reads like a name that may stand in front of the journal."""
NUMBERED = 3
"""Numbers that follow a journal nobody knows: `Klin Monbl Augenheilkd. 1999 Dec;215(6):334-7`."""


_SAID_BELOW = (
    "citation",
    "byline",
    "meta",
    "year",
    "date",
    "info",
    "cita",
    "jahr",
    "autor",
    "auteur",
    "revista",
    "revue",
)
"""Parts of the class of a line on a card that says who wrote what stands above, where and when."""
_QUOTES = re.compile(r"[“„«\"《]\w")


def _is_detail(item: _Line) -> bool:
    text = item.block.text.strip()
    label = fold(item.block.label)
    if any(word in label for word in ("author", "journal", "venue", "doi", "periodical")):
        return True
    if item.placed.role == "publications" and any(word in label for word in _SAID_BELOW):
        return len(text) <= LONGEST_DETAIL and not _QUOTES.search(text)
    if len(text) > 400 or (is_cjk(text) and len(text) > 80):
        return False
    folded = fold(text)
    if _FULL_DATE.fullmatch(folded) or folded.startswith(_SUMMARIES):
        return False
    if _is_names(text):
        return True
    if len(text) > LONGEST_DETAIL:
        return False
    pieces = item.pieces
    if _is_signed_journal(pieces, text):
        return True
    if any(
        p.known < 0.5
        and p.venue < 0.5
        and title_shape(item.block.text[p.start : p.end]) >= 0.5
        and (p.spans or p.quoted or p.before == "start")
        and not _opens_journal(p, pieces, item.block.text)
        for p in pieces
    ):
        return False
    known = sum(p.end - p.start for p in pieces if _says_where(p, pieces, item.block.text))
    return known >= 0.6 * sum(p.end - p.start for p in pieces)


def _says_where(piece: Piece, pieces: list[Piece], text: str) -> bool:
    return piece.known >= (0.7 if piece.spans else 1.2) or _opens_journal(piece, pieces, text)
