"""What a piece of a reference looks like: a name, a venue, a number, a note."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pubtrack.readers.prose.words import fold, is_cjk
from pubtrack.vocab.title_words import TITLE_WORDS
from pubtrack.vocab.venue_words import MONTHS, NOTE_WORDS, NUMBER_WORDS, VENUE_CHINESE, VENUE_LEADS, VENUE_STEMS

__all__ = ["CITE", "Piece", "label", "smooth"]


@dataclass(slots=True)
class Piece:
    """`text[start:end]` and how much (0 to 3) it looks like each part of a reference."""

    start: int
    end: int
    before: str
    """Kind of mark in front: `start dot end comma semi colon open close dash line cell span quote`; `end` is `?` or `!`."""
    name: float = 0.0
    venue: float = 0.0
    number: float = 0.0
    """Year, volume, pages, identifier."""
    note: float = 0.0
    year: int | None = None
    quoted: bool = False
    parens: bool = False
    spans: tuple[str, ...] = ()
    """Kinds of the marked stretches that cover the piece."""
    href: str = ""

    @property
    def known(self) -> float:
        """How well the piece is explained as something that is no title."""
        return max(self.name, self.venue, self.number, self.note)


CITE = re.compile(r",\s(\d{1,4} (?:[A-Z][\w.&'’]*\s?){1,9}\s?§?\d{1,5})(?=[,\s(]|$)")
"""Legal citation: volume, abbreviated journal, first page. Source: Bluebook rule 16."""


_YEAR = re.compile(r"^\W{0,3}(?:c\.? ?|©)?((?:19[3-9]|20[0-4])\d)(?:[a-z]?\b|年)(?:[/–-]\d{1,4})?\W{0,3}$")


_DATE = re.compile(r"(?:19|20)\d\d")


_NUMBER = re.compile(r"^[^A-Za-z]*(?:(?:[A-Za-z]{1,9}\.?)?[\s.:]*[A-Z]?[\d:/()–—,.\-\s]+[A-Za-z]?\d*)+\W*$")


_ID = re.compile(
    r"https?://|www\.|\bdoi\b|^10\.\d{4}|arxiv[: ]|\bisbn\b|\bissn\b|\bpmid|\.(?:com|org|net|edu|de|fr)(?:/|$)",
    re.IGNORECASE,
)


_INITIALS = re.compile(r"^(?:and |& |und |y |et |e )?(?:(?:[A-ZÀ-Þ]|Ch|Th|Ph|Yu|Ye)\.?[ -]?){1,4}$")


_NAME_INITIALS = re.compile(
    r"^(?:(?:and|&|und|y|et|e|with|mit|con|avec) )?(?:\W{0,2})(?:(?:[A-ZÀ-Þ]\.?[ -]?){1,4}(?:(?:van|von|der|den|de|la|le|da|dos|di|del|el|al|ter|ten) ){0,3}[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+){0,2}|(?:(?:van|von|der|den|de|la|le|da|dos|di|del|el|al|ter|ten) ){0,3}[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+){0,2},? (?:[A-ZÀ-Þ]\.?[ -]?){1,4})\W{0,3}$"
)


_NAME_WORDS = re.compile(
    r"^(?:(?:and|&|und|y|et|e|with|mit|con|avec|by|von) )?[\W\d]{0,3}[A-ZÀ-Þ][\w'’.-]*(?: (?:van|von|der|den|de|la|le|da|dos|di|del|el|al|ter|ten|bin|y|[A-ZÀ-Þ][\w'’.-]*)){0,4}[*†‡#^\d\s∗]*$"
)


_AND_NAMES = re.compile(r" (?:and|&|und|y|et|e) ")


_WITH = re.compile(
    r"^(?:joint(?: work)? |co-?authored )?(?:with|mit|avec|con|et avec|junto con|by|von|par|por) (?:[A-ZÀ-Þ]\.? ?){0,3}[A-ZÀ-Þ][\w'’-]+"
)
_GROUP = re.compile(
    r"\b(?:study group|working group|collaboration|consortium|investigators|arbeitsgruppe|task force|writing group)\b"
)
_ET_AL = re.compile(r"\bet al\b|\bu\. ?a\b|等$|^others$|\band others\b")


_WORD = re.compile(r"[\w’'.-]+")


_CAPS_VENUE = re.compile(
    r"^(?:[A-Z][A-Z&/-]{1,9}[a-z]{0,3})(?:[ '’-]*(?:\d{2,4}|[A-Z]{2,8}))*$|^(?:[A-Z]{2,8}[ -]){1,3}(?:19|20)\d\d\b.*$"
)


_STEMS = re.compile(
    r"(?<![\w])(?:" + "|".join(re.escape(s.replace("-", " ")) for s in VENUE_STEMS) + r")(?:s|es|e|en|n|ies|y)?(?!\w)"
)


_TYPE_MARK = re.compile(r"^[JMCDRNPABZ](?:/OL)?$")


_LEADS = tuple(VENUE_LEADS)


_NOTES = tuple(NOTE_WORDS)


_NUMBER_WORDS = frozenset(NUMBER_WORDS)


_MONTHS = frozenset(MONTHS)


_IN_LEAD = re.compile(r"(?:\b[Ii]n:?|\b[Dd]ans:?|//|\bIn Proc\.?|\b[Pp]roceedings of)[\s*_]*[\"“‘'„«]*\Z")


def label(piece: Piece, words: str, family: str, before: str = "") -> None:
    """Sets what a piece looks like.

    Args:
        piece: The piece, its marks noted already.
        words: Its words.
        family: Folded family name of the owner, `""` where unknown.
        before: The characters in front of it.
    """
    piece.name, piece.venue, piece.number, piece.note, piece.year = _labels(words, piece.parens)
    if family and len(words) < 60 and re.search(rf"\b{re.escape(family)}\b", fold(words)) and len(words.split()) <= 6:
        piece.name = max(piece.name, 2.4)
    for kind in piece.spans:
        if kind in ("em", "emph", "textit", "textsl") and not piece.quoted:
            piece.venue = max(piece.venue, piece.venue + 0.6)
        elif kind.startswith("class:"):
            piece.name += 2.0 * ("author" in kind)
            piece.venue += 2.0 * ("journal" in kind or "venue" in kind or "periodical" in kind or "conference" in kind)
    if piece.quoted:
        piece.name = piece.venue = piece.note = 0.0
    if _IN_LEAD.search(before):
        piece.venue, piece.name = max(piece.venue, 2.6), 0.0
    if piece.before == "start":
        piece.venue = min(piece.venue, 0.8)


@lru_cache(maxsize=20_000)
def _labels(words: str, parens: bool) -> tuple[float, float, float, float, int | None]:
    """Gives (name, venue, number, note, year) of the words alone."""
    year = _YEAR.match(words)
    if year:
        return 0.0, 0.0, 3.0, 0.0, int(year[1])
    folded = fold(words)
    number, found = _number_like(words, folded)
    if number >= 2:
        return 0.0, 0.0, number, 0.0, found
    return _name_like(words, folded), _venue_like(words, folded), number, _note_like(words, folded, parens), found


def _number_like(words: str, folded: str) -> tuple[float, int | None]:
    found = _DATE.search(words)
    year = int(found[0]) if found and 1930 <= int(found[0]) <= 2049 else None
    if _ID.search(words):
        return 2.5, None
    if len(words) > 60:
        return 0.0, year
    tokens = re.findall(r"[a-z]+", folded)
    digits = sum(c.isdigit() for c in words)
    if digits and all(t in _NUMBER_WORDS or t in _MONTHS or len(t) == 1 for t in tokens) and len(tokens) <= digits + 2:
        return 2.5, year
    if tokens and all(t in _MONTHS for t in tokens):
        return 2.0, year
    if digits > len(words) * 0.45:
        return 1.5, year
    return 0.0, year


def _name_like(words: str, folded: str) -> float:
    if _GROUP.search(folded) and len(words.split()) <= 6:
        return 2.0
    if len(words) > 70 or any(fold(w) in TITLE_WORDS for w in _WORD.findall(words) if len(w) > 3 or not w.isupper()):
        return 0.0
    if is_cjk(words):
        return 1.6 if 2 <= len(words.strip()) <= 4 and not re.search(r"[的与及和论]", words) else 0.0
    if _INITIALS.match(words) or _WITH.match(words):
        return 2.2
    if _ET_AL.search(folded) and len(words) < 40:
        return 2.2
    if _NAME_INITIALS.match(words):
        return 2.4
    parts = _AND_NAMES.split(words)
    if len(parts) == 2 and all(
        _NAME_INITIALS.match(p) or (_NAME_WORDS.match(p) and 2 <= len(p.split()) <= 4) for p in parts
    ):
        return 1.6 if any(_NAME_INITIALS.match(p) for p in parts) else 1.1
    if _NAME_WORDS.match(words):
        count = len(words.split())
        return {1: 0.7, 2: 1.2, 3: 1.1, 4: 0.7}.get(count, 0.3)
    return 0.0


def _venue_like(words: str, folded: str) -> float:
    if is_cjk(words):
        return 1.6 if any(w in words for w in VENUE_CHINESE) and len(words) <= 16 else 0.0
    if folded.startswith(_LEADS):
        lead = (
            2.2
            if folded.startswith(("in ", "in:", "dans", "proceedings", "to appear", "published in", "presented"))
            and len(words) > 6
            else 1.4
        )
        return (
            lead
            if not folded.startswith(("in ", "at ", "en "))
            or words[3:4].isupper()
            or words[3:4] in "*“\"'0123456789"
            or _STEMS.search(folded)
            else 0.3
        )
    if _CAPS_VENUE.match(words) and len(words) < 40:
        return 1.8
    if CITE.match(", " + words):
        return 3.0
    hits = float(len(_STEMS.findall(folded)))
    if not hits:
        return 0.0
    size = len(words.split())
    lower = sum(1 for w in words.split() if w[0].islower() and len(w) > 4)
    if lower >= 2:
        hits *= 0.4
    return min(2.2, (1.5 if size <= 8 else 0.9 if size <= 14 else 0.3) * min(1.0, hits) + 0.3 * max(0, hits - 1))


def _note_like(words: str, folded: str, parens: bool) -> float:
    if parens and _TYPE_MARK.match(words.strip()):
        return 3.0
    bare = folded.strip(" *[]()→»+.!")
    count = len(bare.split())
    if count <= 7 and any(bare.startswith(note) and not bare[len(note) : len(note) + 1].isalnum() for note in _NOTES):
        return 2.0 if parens or count <= 3 else 1.0
    return 0.8 if parens and count <= 3 else 0.0


_PLACE = re.compile(r"^[A-ZÀ-Þ][\w-]+(?:[ /][A-ZÀ-Þ][\w-]+){0,2}$")


def _all_capital(words: str) -> bool:
    """Tells whether at least two words all begin with a capital, as in an abbreviated journal."""
    parts = words.split()
    return (
        2 <= len(parts) <= 9
        and all(p[0].isupper() or p in ("of", "the", "and", "de", "für", "in", "for", "&") for p in parts)
        and sum(len(p) for p in parts) / len(parts) < 7
    )


def smooth(pieces: list[Piece], text: str) -> None:
    """Lets neighbours speak: a lone capitalised word between names is a name, words before a volume are a journal."""
    for index, piece in enumerate(pieces):
        before = pieces[index - 1] if index else None
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        _smooth_name(piece, before, after)
        if after and not piece.quoted:
            _smooth_venue(piece, before, after, text[piece.start : piece.end])


def _smooth_name(piece: Piece, before: Piece | None, after: Piece | None) -> None:
    plain_after = after is not None and after.before == "colon" and not (after.quoted or after.spans)
    if plain_after and piece.before in ("start", "dot", "close") and piece.name < 2:
        piece.name = min(piece.name, 0.4)  # "Digital contracts: who needs them?" names no author
        return
    beside = (before and before.name >= 1.6) or (after and after.name >= 1.6)
    if 0.5 <= piece.name < 2 and beside and piece.before != "quote":
        piece.name += 0.8
    elif 1.1 <= piece.name < 1.5 and _in_row(piece, before, after):
        piece.name += 0.5


def _in_row(piece: Piece, before: Piece | None, after: Piece | None) -> bool:
    """`Jane Torres, Sam Vidal`: two names beside each other, a comma between."""
    behind = after is not None and after.before == "comma" and after.name >= 1.1
    return behind or (before is not None and piece.before == "comma" and before.name >= 1.1)


def _smooth_venue(piece: Piece, before: Piece | None, after: Piece, words: str) -> None:
    follows = after.before in ("comma", "span", "close", "dot")
    if after.number >= 2 and after.year is None and follows and piece.number < 1 and piece.before != "start":
        piece.venue += 0.5
    if before is None:
        return
    dated = after.number >= 2 or after.year is not None
    if dated and piece.known < 1.2 and before.name < 1.6 and _all_capital(words):
        piece.venue += 0.9
    if after.before in ("comma", "colon") and after.venue >= 1.5 and _PLACE.match(words):
        piece.venue = max(piece.venue, 1.2)
