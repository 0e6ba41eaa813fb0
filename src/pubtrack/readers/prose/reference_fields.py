"""Authors, year and venue of a reference whose title is known."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import itertools
import re

from pubtrack.readers.prose.piece_labels import Piece
from pubtrack.readers.prose.references import Reference
from pubtrack.readers.prose.shape import looks_like_names
from pubtrack.readers.prose.words import holds_one

__all__ = ["authors_of", "split_names", "venue_of", "year_of"]


def authors_of(text: str, reference: Reference) -> tuple[str, ...]:
    """Gives the names before the title, or behind it where none stand before."""
    pieces = _row_before(reference.pieces[: reference.first]) or _run(reference.pieces[reference.last + 1 :])
    if not pieces:
        return ()
    end = pieces[-1].end
    if text[end : end + 1] == "." and text[end - 1].isupper():
        end += 1
    return split_names(text[pieces[0].start : end])


def _row_before(pieces: list[Piece]) -> list[Piece]:
    """Gives the pieces before a title where they are names one and all, `Agol, Eric; Angus, Ruth`; else the run of sure ones."""
    row = [p for p in pieces if not (p.year or p.number >= 2 or p.note >= 2)]
    if len(row) >= 2 and all(p.name >= 0.6 and p.name >= p.venue for p in row):
        return row
    return _run(pieces)


def _run(pieces: list[Piece]) -> list[Piece]:
    start = next((i for i, p in enumerate(pieces) if p.name >= 1.0 and p.name >= p.venue), None)
    if start is None or start > 2:
        return []
    end = start
    while (
        end < len(pieces) and pieces[end].name >= 0.6 and pieces[end].name >= pieces[end].venue and not pieces[end].year
    ):
        end += 1
    return pieces[start:end]


_OTHERS_HINTS = ("et al", "others", "u.", "等", "...", "…")
"""What stands in a list of names in which `_OTHERS` is found."""
_OTHERS = re.compile(r",?\s*(?:\bet al\b\.?|\band others\b|\bu\. ?a\.)|[,，、]\s*等|\.\.\.|…")
_AND = re.compile(r"\s*(?:;|；|、|,?\s+(?:and|und|y|et|e|&|with|mit|con|avec)\s+|\s*&\s*|，)\s*")
_COMMA = re.compile(r",\s*")
_INITIALS = re.compile(r"^(?:[A-ZÀ-Þ](?:[a-z]?\.)?[ -]?){1,4}$")
_JOINTLY = re.compile(
    r"[\s(]*(?:(?:joint(?: work)?|co-?authored|together) )?(?:with|mit|con|avec|by|von|par|por)\s+", re.IGNORECASE
)
_BESIDE = re.compile(r"\((?:eds?|hrsg|hg|dir|coords?|orgs?)\.?\)|\([^()]{3,60}\)", re.IGNORECASE)
_ONE_FAMILY_GIVEN = re.compile(r"^[A-ZÀ-Þ][\w'’-]+, [A-ZÀ-Þ][a-zà-ÿ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]*\.?)?$")
_FAMILY_GIVEN = re.compile(
    r"^([A-ZÀ-Þ][\w'’-]+), ([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ]\.)?)(?=,? (?:and|et al)\b|, [A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ])"
)


_FILLERS = ("et al", "others", "and others", "and")
_FILLERS_BEGIN = ("", ".", "a", "A", "e", "E", "o", "O")
"""With what a word begins that is no name in a list of names."""


def split_names(text: str) -> tuple[str, ...]:
    """Gives the names of an author list as written, family name and initials kept together.

    >>> split_names("Smith, J. A., Doe, B. & Roe C"), split_names("Ada Lovelace, Grace Hopper and Al Go")
    (('Smith, J. A.', 'Doe, B.', 'Roe C'), ('Ada Lovelace', 'Grace Hopper', 'Al Go'))
    >>> split_names("Khoury, Nadia, and Brian Sutter"), split_names("(with M. Derickx and P. Bruin)")
    (('Khoury, Nadia', 'Brian Sutter'), ('M. Derickx', 'P. Bruin'))
    """
    text = _bare_names(text)
    semicolons = ";" in text
    names: list[str] = []
    if not semicolons and (first := _FAMILY_GIVEN.match(text)):
        names.append(first[0])
        text = text[first.end() :]
    elif not semicolons and _ONE_FAMILY_GIVEN.match(text.strip()):
        return (text.strip(),)
    for part in _AND.split(text):
        for word in [part] if semicolons else _COMMA.split(part):
            bare = word.strip(" *†‡#\n\t()")
            if bare[:1] in _FILLERS_BEGIN:
                if bare.lower().startswith("and "):
                    bare = bare[4:]
                if not bare or bare.lower().strip(".") in _FILLERS:
                    continue
            if names and not semicolons and _INITIALS.match(bare) and "," not in names[-1]:
                names[-1] = f"{names[-1]}, {bare}"
            else:
                names.append(bare)
    return tuple(names[:200])


def year_of(reference: Reference) -> int | None:
    """Gives the year that stands for itself, else the first one behind the title, else one before it."""
    before, after = reference.pieces[: reference.first], reference.pieces[reference.last + 1 :]
    after = [p for p in after if not (p.year and p.note >= 2)]  # "Reprinted in 2007a"
    exact = [p.year for p in before if p.year and p.number >= 3]
    bracket = itertools.takewhile(lambda p: p.parens, after)  # "(Harv. Univ. Press 2021). Winner, X Award (2022)"
    exact += [p.year for p in bracket if p.year and p.venue >= 1.5][:1]
    dates = [(p.year, p.end - p.start) for p in after if p.year and p.number >= 3]
    exact += [year for year, length in dates if length <= LONGEST_YEAR] or [year for year, _ in dates]
    return exact[0] if exact else next((p.year for p in after + before if p.year), None)


LONGEST_YEAR = 6
"""Characters of a year alone; `1952-2018` is the time of something where another year stands for itself."""


def _bare_names(text: str) -> str:
    """Gives a list of authors without words around it: `joint with`, `et al.`, `(eds.)`."""
    if holds_one(text, _OTHERS_HINTS):
        text = _OTHERS.sub("", text)
    if lead := _JOINTLY.match(text):
        text = text[lead.end() :]
    return _BESIDE.sub("", text) if "(" in text else text


_LEAD = re.compile(r"^(?:[Ii]n|[Dd]ans|[Ee]n|//|[Tt]o appear in|[Ff]orthcoming in|[Pp]ublished in)\s*:?\s+")
_VOLUME_FIRST = re.compile(r"^\d{1,4}\s+(?=\D)")
_PAGE_LAST = re.compile(r"[\s,]+\d[\d/():–-]*$")
_ABBREVIATION = re.compile(r"[A-ZÀ-Þ][\w&’'-]*(?: (?:[A-ZÀ-Þ(][\w&’'()-]*|[a-z]{1,9}|für|&))*")
LONGEST_ABBREVIATION = 30
"""Characters between two full stops of an abbreviated journal. Chosen by hand: `Energy Convers. Congr. Expo.`"""


def venue_of(text: str, reference: Reference) -> str:
    """Gives where the work appeared: journal, book, meeting or publisher, `""` where nothing behind the title says so."""
    after = reference.pieces[reference.last + 1 :]
    for index, piece in enumerate(after[:60]):
        if _is_venue(after, index, text):
            place = index + 1 < len(after) and _publisher_follows(after[index + 1], text)
            start, end = _abbreviated(after, index + place, text)
            words = _LEAD.sub("", text[start:end]).strip(' *_:“”"„«»')
            return _PAGE_LAST.sub("", _VOLUME_FIRST.sub("", words))
        if piece.before == "line" and piece.known < 0.5 and len(text) - piece.start > 300:
            return ""
    return ""


def _publisher_follows(piece: Piece, text: str) -> bool:
    """`Göttingen: Vandenhoeck`: the place stands before a colon."""
    return piece.before == "colon" and piece.number < 2 and text[piece.start].isupper()


_NO_VENUE = re.compile(
    r"(?:co-?)?(?:winner|awarded|recipient|finalist|runner-up|honou?rable mention|ausgezeichnet|premi(?:o|ad[oa])|prix|laur[ée]ate?|ganadora?)\b"
    r"|(?:in|en|em|im|dans|nel|nella)\W*\Z",
    re.IGNORECASE,
)
"""`(Winner of the Reed Prize, 2011)`: what a work won is not where it appeared; `In: *Handbuch der Taue*`: nor is the word in
front of the book, where marks part them."""


def _is_venue(after: list[Piece], index: int, text: str) -> bool:
    piece = after[index]
    words = text[piece.start : piece.end]
    if piece.number >= 2 or piece.note >= 2 or (piece.href and "http" in words) or (piece.parens and piece.name >= 0.7):
        return False
    if _NO_VENUE.match(words):
        return False
    following = after[index + 1] if index + 1 < len(after) else None
    if (
        following
        and following.before == "comma"
        and not piece.spans
        and _LETTERS.match(text, following.start, following.end)
    ):
        return False  # a family name, its initials behind
    if _LEAD.match(text[max(0, piece.start - 3) : piece.end] + " "):
        return not _editors(after, index, text)
    if piece.venue >= 1.0 and piece.venue >= piece.name:
        return not _editors(after, index, text)
    if any(kind in ("em", "emph", "textit", "textsl") for kind in piece.spans) and piece.known < 1.5:
        return True
    dated = following is not None and (following.number >= 2 or following.year is not None)
    named = piece.name >= 2 and piece.before == "comma" and not any(p.note >= 3 for p in after[:index])
    behind_names = all(p.name >= 0.6 for p in after[:index])
    return (
        (index <= 2 or behind_names)
        and dated
        and not piece.parens
        and not named
        and words[:1].isalpha()
        and words[:1] == words[:1].upper()
    )


def _editors(after: list[Piece], index: int, text: str) -> bool:
    """`In J. Conant & D. Bronzo (eds.), Title`: the names behind "in" are not where it appeared."""
    piece = after[index]
    words = _LEAD.sub("", text[piece.start : piece.end])
    return _EDITED.search(text, piece.end, piece.end + 160) is not None and looks_like_names(words) == 1.0


_EDITED = re.compile(
    r"\((?:[Ee]ds?|[Hh]rsg|[Hh]g|[éÉ]ds?|[Dd]irs?|[Ee]ditors?|[Cc]oords?|[Cc]omps?|[Oo]rgs?)\.?\)|, (?:eds?|editors?|Hg|Hrsg)\b"
)
_LETTERS = re.compile(r"(?:[A-ZÀ-Þ]\.?[ -]?){1,3}(?:\W|$)")


def _abbreviated(after: list[Piece], index: int, text: str) -> tuple[int, int]:
    """Takes in the neighbours of a piece that only a full stop of an abbreviation parts from it: `Phys. Rev. Lett`."""
    first = last = index
    while last + 1 < len(after) and _joins(after[last], after[last + 1], text):
        last += 1
    while first and after[first - 1].known < 3 and _joins(after[first - 1], after[first], text):
        first -= 1
    return after[first].start, after[last].end


def _joins(left: Piece, right: Piece, text: str) -> bool:
    between = text[left.end : right.start]
    if left.name >= 2 and left.end - left.start > 1 and not left.spans:
        return False
    if (
        between.strip() != "."
        or len(between) > 2
        or left.number >= 2
        or right.number >= 2
        or right.year
        or right.note >= 2
    ):
        return False
    words = text[right.start : right.end]
    return (
        left.end - left.start <= LONGEST_ABBREVIATION
        and len(words) <= LONGEST_ABBREVIATION
        and _ABBREVIATION.fullmatch(words) is not None
        and len(text[left.start : left.end].rsplit(maxsplit=1)[-1]) <= 9
    )
