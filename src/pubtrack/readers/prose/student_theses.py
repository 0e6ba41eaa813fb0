"""Doctoral theses in a list of students: `Ann Lee (2016): *Waves in narrow harbours*`."""
# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re
from dataclasses import replace

from pubtrack.markup.spans import Block
from pubtrack.readers.prose.exact_titles import exact_title
from pubtrack.readers.prose.found import FoundWork
from pubtrack.readers.prose.items import identifiers_of
from pubtrack.readers.prose.quotes import find_quotes
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import is_greeting
from pubtrack.readers.prose.tables import read_row
from pubtrack.readers.prose.winners import is_person
from pubtrack.readers.prose.words import fold, is_cjk, year_in

__all__ = ["theses_of_student"]

_SIGNED = re.compile(
    r"\W*(?:(?:19|20)\d\d\b\W*)?(?:(?:Dr|Drs|Dra|Prof|Mr|Ms|Mrs|Mme|M|Herr|Frau)\.? )*(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [\w.'’-]+){1,4})(?=\s?[:,;.(–—]|\s[-–—]\s)"
)
"""A name of two to five words at the beginning of an entry, and what may follow one."""
_BETWEEN = re.compile(r"[^\W\d_]+")
MOST_BETWEEN = 6
"""Words that may stand between the name and the title: `(PhD in Physics, 2016), thesis title:`. Chosen by hand."""
_DOCTORAL = re.compile(
    r"\bph\.? ?d|\bd\.? ?phil|doctor|doktor|dottor|doutor|promotion|promoviert|promovend|\btheses? (?:encadr|dirig|soutenu|co-?encadr)|博士"
)
_LESSER = re.compile(
    r"\bmaster|\bbachelor|undergrad|\bm\.? ?sc|\bb\.? ?sc|\bm\.? ?a\b|diplom|licenciatura|\bgrado\b|licence|硕士|本科"
)
_ONGOING = re.compile(
    r"\b(?:current|ongoing|present|in progress|expected|since|aktuell|derzeit|laufend|seit|en cours|depuis|actual|en curso|desde|in corso|em curso)|在读"
)
_ITALICS = frozenset(("em", "i", "cite", "emph", "textit", "textsl"))
FEWEST_WORDS, FEWEST_LINKED = 2, 4
"""Words of a title in italics or quotes, and of one that is only a link: `Harbour Systems Inc.` is where somebody works now."""


def theses_of_student(placed: Placed) -> list[FoundWork]:
    """Gives the thesis of an entry that begins with a student or stands in a table of them, if it is a finished doctorate."""
    text = placed.block.text
    if placed.role != "supervision" or placed.is_heading or is_cjk(text):
        return []
    if placed.columns:
        found = [replace(work, kind="thesis") for work in read_row(placed) or [] if work.year]
        return found if _is_doctoral(placed, text) else []
    work = _signed_thesis(placed, text)
    return [work] if work else []


def _signed_thesis(placed: Placed, text: str) -> FoundWork | None:
    signed = _SIGNED.match(text)
    title = next(iter(_marked(placed.block, signed.end())), None) if signed else None
    if not signed or title is None or not is_person(signed["name"]):
        return None
    start, end = exact_title(placed.block, *title)
    before, between = text[: signed.end()], text[signed.end() : start]
    year = year_in(between) or year_in(before) or year_in(text[end:]) or placed.year
    if year is None or len(_BETWEEN.findall(between)) > MOST_BETWEEN or not _is_doctoral(placed, between + text[end:]):
        return None
    return FoundWork(placed, start, end, "thesis", (signed["name"],), year, "", identifiers_of(placed.block), 0.7)


def _marked(block: Block, first: int) -> list[tuple[int, int]]:
    """Gives the stretches in italics, quotes or links behind a place that may be titles, in their order."""
    text = block.text
    linked = [(s.start, s.end, FEWEST_LINKED) for s in block.spans if s.kind == "link" and s.start >= first]
    marked = [(s.start, s.end, FEWEST_WORDS) for s in block.spans if s.kind in _ITALICS and s.start >= first]
    quoted = [(q.start, q.end, FEWEST_WORDS) for q in find_quotes(text[first:])]
    marked += [(start + first, end + first, least) for start, end, least in quoted]
    found = sorted(marked + linked, key=lambda title: (title[0], title[2]))
    return [(start, end) for start, end, least in found if _may_be_title(text[start:end], least)]


def _may_be_title(words: str, least: int) -> bool:
    count = len(words.split())
    if count < least or not words[:1].isupper() or is_greeting(words):
        return False
    return count > MOST_OF_BODY or not _BODY.search(fold(words))


MOST_OF_BODY = 6
"""Words of the name of a place of work. Chosen by hand."""
_BODY = re.compile(
    r"\b(?:universit|universidad|institut(?:e|o)?\b|college|school of|hospital|inc\b|ltd\b|gmbh|labs?\b|laborator|corporation|academy|ministry)"
)


def _is_doctoral(placed: Placed, said: str) -> bool:
    """Tells whether an entry or what it stands under says that it is a doctorate, and nothing that it is not done yet."""
    words, nearest, over = fold(said), fold(placed.heading), fold(" ".join(placed.path))
    if _ONGOING.search(words) or _ONGOING.search(nearest) or _LESSER.search(words):
        return False
    if _DOCTORAL.search(words) or _DOCTORAL.search(nearest):
        return True
    return _DOCTORAL.search(over) is not None and not _LESSER.search(nearest)
