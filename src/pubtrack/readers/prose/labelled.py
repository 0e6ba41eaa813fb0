"""Words that announce the title that follows them: `Title:`, `Tesis doctoral:`, a cell `Titel` in a section on a doctorate."""
# ruff: noqa: E501, SIM905 - patterns, one line each

from __future__ import annotations

import re
from typing import NamedTuple

from pubtrack.readers.prose.references import Reference, read_from
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.words import fold

__all__ = ["Announced", "announced", "is_of_degree", "opens_research", "titled"]

_DEGREES = r"(?:doctoral|ph\.?\s?d\.?|dr\.|master['’]?s?|bachelor['’]?s?|m\.?\s?sc\.?|b\.?\s?sc\.?|m\.?a\.?|b\.?a\.?|m\.?phil\.?|honou?rs|senior|undergraduate|diploma)"
_THESIS = (
    rf"(?:title of (?:the |my )?)?(?:{_DEGREES} )?(?:thesis|dissertation)(?: (?:title|topic|project))?"
    r"|(?:titel der |thema der |titel: )?(?:dissertation(?:sschrift|sthema)?|doktorarbeit|abschlussarbeit|promotion(?:sarbeit|sthema)|habilitation(?:sschrift|sthema)?|diplomarbeit|masterarbeit|magisterarbeit|bachelorarbeit|masterthesis|bachelorthesis|staatsexamensarbeit|lizentiatsarbeit)"
    r"|t[ée]sis(?: doctoral| de (?:doctorado|m[áa]ster|maestr[íi]a|grado|licenciatura|pregrado))?|trabajo (?:de )?fin de (?:m[áa]ster|grado|carrera)|tesina"
    r"|th[èe]se(?: de (?:doctorat|master|m[ée]decine))?|m[ée]moire(?: de (?:master|ma[îi]trise|recherche|dea|fin d['’][ée]tudes))?|sujet de (?:la )?(?:th[èe]se|master|m[ée]moire)|titre de la th[èe]se"
    r"|tesi(?: di (?:dottorato|laurea)| magistrale)?|tese(?: de doutorado| de doutoramento)?|disserta[çc][ãa]o(?: de mestrado)?|proefschrift|scriptie|博士(?:学位)?论文|硕士(?:学位)?论文|学位论文"
)
_LABEL = re.compile(
    rf"\s*(?:title|titel|titulo|título|titre|(?:job[- ]market |working )?paper|article|题目|论文题目|题名|(?P<thesis>{_THESIS}))\s*[:：]\s*",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    rf"(?:^|[\t\n(|·•–—]|[.,;:)] |\d[)\]]? |fecha |present |heute |now ) ?(?:{_THESIS})(?: (?:im|in|an der|at|on|sur|en|à) [^:\n\t.]{{2,60}})?[ \u00a0]?[:：][ \u00a0]*",
    re.IGNORECASE,
)
"""Such a word behind a date, a mark or the border of a cell, and a colon."""
_ON_SUBJECT = re.compile(
    rf"\s*(?:{_THESIS}) (?:zum thema|mit dem (?:titel|thema)|unter dem titel|[uü]ber das thema|on the (?:topic|subject)(?: of)?|sur le th[eè]me(?: de)?|sobre el tema(?: de)?|sul tema(?: di)?)\s*[:：]?\s+(?=[„“\"«»‚'])",
    re.IGNORECASE,
)
"""`Diplomarbeit zum Thema „...“`: the quotes are as good as a colon."""
_PUBLISHED = re.compile(
    r"(?:^|[\t\n(|·•–—:]|[.,;)] |\d[)\]]? ) ?(?:[^\W\d_]{3,20} ){0,2}(?:publication|ver[öo]ffentlichung|publikation|publicaci[óo]n)[ \u00a0]?[:：][ \u00a0]*",
    re.IGNORECASE,
)
_HINTS = frozenset(
    "thesis dissertation dissertationsschrift abschlussarbeit doktorarbeit promotionsarbeit promotionsthema dissertationsthema habilitation habilitationsschrift diplomarbeit masterarbeit magisterarbeit bachelorarbeit masterthesis bachelorthesis staatsexamensarbeit lizentiatsarbeit tesis trabajo tesina these memoire sujet title titel thema titulo tema titolo topic titre tesi tese dissertacao proefschrift scriptie publication veroffentlichung publikation publicacion".split()
)
"""Words (folded) without one of which nothing inside a block announces a thesis."""
_TITLE_CELL = re.compile(
    r"\s*(?:title|titel|thema|titre|sujet|t[íi]tulo|tema|titolo|subject|topic)\s*\t\s*", re.IGNORECASE
)
_DOCTORATE = re.compile(
    r"\b(?:thesis|dissertation|promotion|doktorarbeit|habilitation|diplomarbeit|masterarbeit|bachelorarbeit|doctorat|these|doctorado|tesis|dottorato|tesi|doutorado|ph\.? ?d\.?|doctoral|memoire)\b"
)
_TITLE_INSIDE = re.compile(
    r"(?:[\t\n(|·•–—]|[.,;)] ) ?(?:title|titel|thema|titre|sujet|t[íi]tulo|tema|titolo|topic)[ \u00a0]?[:：][ \u00a0]*",
    re.IGNORECASE,
)
"""`Doctorat en Mathématiques, Lille. Directeur : Ada Holm. Titre : ...`: the title of what the degree was got for."""
DEGREE_ROLES = frozenset(("education", "appointments", "about", ""))
"""Sections that list degrees."""
LIST_ROLES = frozenset(("publications", "awards"))
"""Sections in which `PhD thesis: University of ...` follows a title; there a label stands first or not at all."""


class Announced(NamedTuple):
    """A label in front of a title."""

    end: int
    """Where the title may begin."""
    kind: str
    """`thesis` or `title`."""
    inside: bool = False
    """It does not stand first in its block."""


def announced(placed: Placed, first: int) -> Announced | None:
    """Gives the label that announces a title in a block, None where there is none.

    Args:
        placed: The block.
        first: Where its words begin, behind a number.
    """
    text = placed.block.text
    if label := _LABEL.match(text, first):
        return Announced(label.end(), "thesis" if label["thesis"] else "title")
    if placed.role in LIST_ROLES:
        return None
    if "\t" in text and (cell := _TITLE_CELL.match(text, first)) and _DOCTORATE.search(fold(placed.heading)):
        return Announced(cell.end(), "thesis")
    if placed.role in DEGREE_ROLES and (said := _degree_label(placed, first)):
        return said
    if _HINTS.isdisjoint(placed.said.tokens):
        return None
    if on := _ON_SUBJECT.match(text, first):
        return Announced(on.end(), "thesis")
    inside = _INSIDE.search(text, first)
    if inside:
        return Announced(inside.end(), "thesis", inside=True)
    if placed.role in DEGREE_ROLES and (title := _TITLE_INSIDE.search(text, first)):
        before = placed.said.folded[first : title.start()]
        degree = _DOCTORATE.search(before) or (_DEGREE.search(before) and not _LESS.search(before))
        return Announced(title.end(), "thesis", inside=True) if degree else None
    published = _PUBLISHED.search(text, first)
    return Announced(published.end(), "title", inside=True) if published else None


def _degree_label(placed: Placed, first: int) -> Announced | None:
    """`Doctorat: *Couplage de modèles*`: a degree and a colon announce what is set off right behind it."""
    if _DEGREE_HINTS.isdisjoint(placed.said.tokens):
        return None
    text = placed.block.text
    for label in _DEGREE_LABEL.finditer(text, first):
        end = label.end()
        if text[end : end + 1] in _QUOTES or any(s.kind in _SET_OFF and s.start == end for s in placed.block.spans):
            return Announced(end, "thesis", inside=True)
    return None


_DEGREE_HINTS = frozenset(
    "doctorat doktorat promotion doctorado dottorato doutorado habilitation habilitacion hdr phd doctorate ph".split()
)
_DEGREE_LABEL = re.compile(
    r"(?:^|[\t\n(|·•–—]|[.,;:)] |\d[)\]]? ) ?(?:doctorat|doktorat|promotion|doctorado|dottorato|doutorado|habilitation|hdr|ph\.? ?d\.?|doctorate)(?: (?:in|en|de|an der|der) [^:\n\t.]{2,40})? ?: *(?=\S)",
    re.IGNORECASE,
)
_QUOTES = ("“", '"', "„", "«", "‘")
_SET_OFF = frozenset(("em", "i", "cite", "emph", "textit", "quote", "link"))


def titled(placed: Placed, reference: Reference) -> Reference | None:
    """Gives the reference whose title begins right behind a label, None where names, a place or a note stand there."""
    first = reference.pieces[0]
    if max(first.name - 0.3, first.venue, first.number, first.note) >= 1.2:
        return None
    return read_from(placed, reference.pieces, 0, 0) if reference.first else reference


_RESEARCH = re.compile(
    r"(?:(?:current|ongoing|recent|my|selected|academic|work in|other) )?(?:research|research papers|work|projects in progress|forschung|recherche|investigacion)(?: in progress)?\W*"
)
_QUOTE_OPENS = ("“", '"', "``", "„", "«", "‘‘")


def opens_research(placed: Placed) -> bool:
    """Tells whether an item below `Research` begins with a quoted title, as papers in economics are listed."""
    if placed.role or placed.block.kind != "item" or not placed.block.text.lstrip(" *").startswith(_QUOTE_OPENS):
        return False
    return _RESEARCH.fullmatch(fold(placed.heading)) is not None


_DEGREE = re.compile(
    r"\b(?:diplom\w*|promotion|promoviert|habilitation\w*|ph\.? ?d|dphil|doctor\w*|doktor\w*|dottorato|doutorado|master\w*|magister\w*|maestria|m\.? ?sc|m\.? ?a|licenciatura|laurea|bachelor\w*|thesis|dissertation)\b"
)
_LESS = re.compile(
    r"\b(?:kurs|course|seminar|workshop|praktikum|internship|project|projekt|cours|curso|summer school)\b"
)
SHORTEST_TITLE = 3
"""Words of a title in quotes beside a degree; `summa cum laude` has as many, but is written small."""


def is_of_degree(placed: Placed, reference: Reference) -> bool:
    """Tells whether a quoted title in a list of degrees is the thesis: `Habilitation in Mathematik ("Gruppen ...")`."""
    if placed.role != "education" or not reference.pieces[reference.first].quoted:
        return False
    words = placed.block.text[reference.start : reference.end]
    if len(words.split()) < SHORTEST_TITLE or not words[0].isupper():
        return False
    before = fold(placed.block.text[: reference.start])
    return _DEGREE.search(before) is not None and not _LESS.search(before)
