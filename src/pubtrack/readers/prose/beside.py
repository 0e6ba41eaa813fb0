"""What a sentence says about a title it names: the year, where it appeared, its identifiers."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.markup.identifiers import find_identifiers
from pubtrack.markup.spans import Block
from pubtrack.model import Identifier
from pubtrack.readers.prose.words import year_in

__all__ = ["opens_signed", "opens_with", "said_beside"]

REACH = 150
"""Characters behind a title that may tell where it appeared. Chosen by hand: one clause."""
_SMALL = r"of|the|for|and|&|on|in|de|la|le|les|der|die|das|und|et|y|des|du|del|für|zur|d'|l'|al|en"
_NAME = rf"(?:[A-ZÀ-Þ0-9][\w&’'./-]*(?:(?:: | - | )(?:(?:{_SMALL})\s+){{0,3}}[A-ZÀ-Þ0-9][\w&’'./-]*){{0,9}})"
_BRACKET = re.compile(
    rf"^[\s\"”“»'’,.*_]{{0,4}}\((?P<venue>{_NAME})?[^()\n]{{0,60}}?(?P<year>(?:19|20)\d\d)[^()\n]{{0,20}}\)"
)
_CITE = re.compile(
    r"^[\s\"”“»'’,.*_]{0,4}\d{1,4}\s(?P<venue>[A-Z][\w.&’' ]{2,40}?)\s\d{1,5}(?:\s\((?P<year>(?:19|20)\d\d)\))?"
)
_APPEARED = re.compile(
    r"\b(?:published (?:in|by|at|on)|appear(?:ed|s|ing)? (?:in|at)|accepted (?:at|by|to|in|for)|(?:available|is|up|now|posted|out) on|forthcoming (?:in|from|with)|to appear (?:in|at)|presented at|out in|out with|"
    r"erschien(?:en)? (?:in|im|bei|beim)|veröffentlicht (?:in|im|bei)|publiziert in|angenommen (?:bei|in|von)|in (?:der|dem|den)|auf|bei|"
    r"publi(?:é|ée|e) (?:dans|chez|par|aux)|par(?:u|ue|aître|aitre) (?:dans|chez|aux)|accept(?:é|ée) (?:dans|à|par)|dans|"
    r"publicad[oa] (?:en|por)|aparecid[oa] en|apareció en|aceptad[oa] en|en la revista)\s+"
    rf"(?:the |la revue |la revista |le |la |der |dem |den |die )?(?:journal |Zeitschrift (?=[A-ZÀ-Þ]))?(?P<venue>{_NAME})"
)
_CHINESE = re.compile(r"(?:发表(?:于|在)|刊(?:于|登于)|载于|出版社?)?《(?P<venue>[^《》]{2,30})》")
_YEAR_AFTER = re.compile(r"^[^.!?;\n]{0,110}?\b(?:in|im|en|em|,|\()\s?((?:19|20)\d\d)\b")


def said_beside(block: Block, start: int, end: int) -> tuple[int | None, str, tuple[Identifier, ...]]:
    """Gives year, venue and identifiers that stand right behind a title or in its link.

    >>> from pubtrack.markup.spans import Block
    >>> text = "My book “Salt” (Oxford University Press, 2014) won."
    >>> said_beside(Block("para", text, [(0, 0, len(text))], []), 9, 13)
    (2014, 'Oxford University Press', ())
    """
    behind = _clause(block.text[end : end + REACH])
    match = _BRACKET.match(behind) or _CITE.match(behind)
    if match:
        return int(match["year"]) if match["year"] else None, _tidy(match["venue"] or ""), _linked(block, start, end)
    appeared = _APPEARED.search(behind[:110]) or ("《" in behind and _CHINESE.search(behind[:60])) or None
    year = _YEAR_AFTER.match(behind)
    venue = _tidy(appeared["venue"]) if appeared else _italic(block, end)
    return int(year[1]) if year else year_in(venue), venue, _linked(block, start, end)


def _clause(behind: str) -> str:
    """Cuts at the next quote that opens, where another title begins."""
    for mark in ("“", "„", "«", ' "', "\n"):
        at = behind.find(mark, 2)
        if at > 0:
            behind = behind[:at]
    return behind


def _tidy(venue: str) -> str:
    venue = re.sub(r"\s+(?:in|im|en|em) (?:19|20)\d\d\W*$", "", venue).strip(" ,;:*_")
    return venue if _ABBREVIATED.search(venue) else venue.rstrip(".")


_ABBREVIATED = re.compile(r"\.\s?\w{1,4}\.$")


def _italic(block: Block, end: int) -> str:
    """Gives the next italic stretch that stands close behind: the journal of an article."""
    for span in block.spans:
        if span.kind in ("em", "emph", "textit") and end + 2 <= span.start <= end + 40:
            between = block.text[end : span.start]
            if not re.search(r"[.;!?]\s|\n|\b(?:and|und|y|et|won|received)\b", between):
                return block.text[span.start : span.end].strip(" .,;:")
    return ""


def _linked(block: Block, start: int, end: int) -> tuple[Identifier, ...]:
    """Gives the identifiers in the title's own link, in its sentence, or in the link that follows at once."""
    links = [s.href for s in block.spans if s.kind == "link" and s.href and s.start < end + 60 and start - 2 < s.end]
    words = block.text[end : end + REACH]
    if not links and "10." not in words and "rxiv" not in words:
        return ()
    found = find_identifiers(" ".join([words, *links])[:3000], urls=False)
    return tuple({f.identifier: None for f in found if f.identifier.scheme not in ("url", "orcid", "ror", "issn")})


def opens_with(text: str, start: int, right: str) -> bool:
    """A paragraph that opens with a quoted title and goes on with a colon or line break speaks about that title."""
    return not text[:start].strip(" \"“„«‘'*-") and _COLON.match(right) is not None


_COLON = re.compile(r"\W{0,3}[:：\n]")


def opens_signed(text: str, start: int, end: int) -> bool:
    """An entry of winners that opens with a quoted title and goes on with who wrote it: `“Canales”, de Luz Gil Mar`."""
    return not text[:start].strip(" \"“„«‘'*-") and _SIGNED.match(text, end) is not None


_SIGNED = re.compile(r"[\"”“»’']?,?\s(?:de|por|von|by|par|di|da|van)\s[A-ZÀ-Þ][\w'’-]+\s[A-ZÀ-Þ]")
