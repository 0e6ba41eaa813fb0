"""Paragraphs that are lists: entries on lines of their own, with hard breaks between them and no marks in front."""

# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from pubtrack.markup.spans import Block, part
from pubtrack.readers.prose.section_roles import coverage, section_role
from pubtrack.readers.prose.words import holds_one, is_cjk

__all__ = ["entry_lines"]

_BEGINNINGS = (
    re.compile(r"\s*\[?\(?(?:19|20)\d\d\b(?!\s?[-–—]\s*\Z)"),
    re.compile(r"\s*[\[(（【]?\d{1,3}(?:[\].)）】]+(?:\s|(?=[《〈“\"「『*_]))|[、．]\s?)(?=\S)"),
    re.compile(r"\s*[-*•·▪–—]\s"),
    re.compile(
        r"\s*[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?, (?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][a-zà-ÿ]+)[^\n]{0,200}?(?:(?:19|20)\d\d|\((?:i\. ?E\.|im Druck|in press|forthcoming|en prensa|à paraître))"
    ),
    re.compile(r"\s*[\"“„«][^\n]{12,}[\"”“»][^\n]*(?:19|20)\d\d"),
)
"""How an entry of a list may begin: with a year, a number, a bullet, a family name and a first name, a quoted title."""
SHORTEST_ENTRY = 25
"""Characters of the shortest line that is taken for an entry; chosen by hand, shorter ones are dates and places."""
SHORTEST_CHINESE = 12
"""The same of a Chinese line, whose characters say more."""


def entry_lines(block: Block) -> list[Block]:
    r"""Gives the entries of a paragraph whose lines begin alike; any other block stays as it is.

    >>> text = "2020 A first title. Journal of Things\n2021 Another title. Journal of Things"
    >>> [b.text.strip() for b in entry_lines(Block("para", text, [(0, 0, len(text))], []))]
    ['2020 A first title. Journal of Things', '2021 Another title. Journal of Things']
    """
    if block.kind != "para":
        return [block]
    if block.text.count(" • ") >= FEWEST_BULLETS:
        return _between_bullets(block)
    return [entry for stretch in _between_headings(block) for entry in _entries(stretch)]


def _entries(block: Block) -> list[Block]:
    for places in _beginnings(block):
        if len(places) > 1 and (parts := _parts(block, places)) != [block]:
            return parts
    return [block]


def _between_headings(block: Block) -> list[Block]:
    """Cuts at lines in bold that name a section: `**Book chapters**` right above its first entry."""
    if not block.soft and "\n" not in block.text:
        return [block]
    borders = {0, len(block.text)}
    for span in block.spans:
        if span.kind != "strong" or span.end - span.start > LONGEST_HEADING:
            continue
        begins, ends = _line_around(block, span.start, span.end)
        if not block.text[begins : span.start].strip() and not block.text[span.end : ends].strip(" :.\n"):
            borders |= {begins, ends} if _names_list(block.text[span.start : span.end]) else set()
    places = sorted(borders)
    return [block] if len(places) == 2 else [part(block, at, end) for at, end in pairwise(places)]


def _names_list(text: str) -> bool:
    """Tells whether words name a list of publications and nothing else; the name of a journal holds others."""
    return section_role(text) == "publications" and coverage(text) >= MOSTLY


MOSTLY = 0.8
"""Part of a line in bold that words of sections make up. Chosen by hand."""
LONGEST_HEADING = 60
"""Characters of a bold line that may name a section. Chosen by hand."""


def _line_around(block: Block, start: int, end: int) -> tuple[int, int]:
    """Gives where the line begins and ends that a stretch stands in, hard and soft line ends alike."""
    index = bisect_right(block.soft, start - 1)
    begins = max(block.text.rfind("\n", 0, start), block.soft[index - 1] if index else -1) + 1
    hard = block.text.find("\n", end)
    behind = bisect_right(block.soft, end - 1)
    ends = [at for at in (hard, block.soft[behind] if behind < len(block.soft) else -1) if at >= 0]
    return begins, min(ends) + 1 if ends else len(block.text)


def _beginnings(block: Block) -> Iterator[list[int]]:
    """Gives where entries may begin, one way after the other."""
    text = block.text
    lines = [0, *(end.end() for end in re.finditer("\n", text))]
    titled = _bold_lines(block)
    if titled and not titled[0]:
        yield titled
    if block.soft and _NAMED.match(text):
        named = [at for at in sorted({*lines, *_ended(block)}) if _NAMED.match(text, at)]
        if len(named) >= FEWEST_NAMED:
            yield named
    yield _marked_lines(block, lines)
    yield _signed_lines(block, lines)
    if len(lines) > 1:
        for beginning in _BEGINNINGS:
            if beginning.match(text):
                yield [at for at in lines if beginning.match(text, at)]
    if block.soft:
        yield from _soft_beginnings(block, lines)


def _all_lines(block: Block, lines: list[int]) -> list[int]:
    """Gives where lines begin, those that were only wrapped among them."""
    return sorted({*lines, *(at + 1 for at in block.soft)})


def _stretches(block: Block, places: list[int]) -> list[tuple[int, int]]:
    """Gives each place and where the next one begins, the last with the end of the block."""
    return list(pairwise([*places, len(block.text)]))


def _soft_beginnings(block: Block, lines: list[int]) -> Iterator[list[int]]:
    """Gives where entries begin that each stand in one line of a Markdown text: nearly all begin alike."""
    starts = _all_lines(block, lines)
    share = ALIKE if len(block.text) >= LINE_LENGTH * len(starts) else 1.0
    borders = _stretches(block, starts)
    for beginning in _BEGINNINGS:
        alike = [at for at, end in borders if beginning.match(block.text, at, end)]
        if len(alike) >= max(2 if share < 1 else FEWEST_SHORT, share * len(starts)):
            yield [at for at, end in borders if at in alike or not at or end - at >= SHORTEST_OTHER]


LINE_LENGTH = 80
"""Characters of lines, on average, that may each be a reference. Chosen by hand: posts and places are shorter."""
FEWEST_SHORT = 4
"""Short lines that are entries where every one of them begins so."""
SHORTEST_OTHER = 40
"""Characters of a line among them that begins otherwise and is an entry all the same."""
ALIKE = 0.7
"""Part of the lines that begin alike where each is an entry. Chosen by hand: lines of prose do now and then."""


_TITLE_MARKS = frozenset(("em", "emph", "textit", "strong", "link", "quote"))
_QUOTED_FIRST = re.compile(r"\s*[\"“„«][^\"”“»\n]{8,200}[\"”»“]")
_REMARK = re.compile(r"[.,]?\s*\([^()\n]{3,80}\)\.?\s*\Z")
"""`"Nylon and its discontents" (R&R at *Technology*)`: a title and one remark are a whole line."""


def _marked_lines(block: Block, lines: list[int]) -> list[int]:
    """Gives where the lines of a paragraph begin that are each a title in marks with a remark in brackets, else nothing."""
    if ")" not in block.text:
        return []
    starts = _all_lines(block, lines)
    return starts if all(_is_remarked(block, at, end) for at, end in _stretches(block, starts)) else []


_SIGNED = re.compile(
    r"\s*(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [\w.'’-]+){1,4})(?: \([^()\n]{1,40}\))?[ \u00a0]?[:,;.–—-] ?(?P<quote>[\"“„«])?"
)
"""A name and the mark behind it, where the title begins."""


def _signed_lines(block: Block, lines: list[int]) -> list[int]:
    """Gives where the lines of a paragraph begin that are each a name and a title in marks: `Ann Lee: *Waves*`, else nothing."""
    if not block.spans and not holds_one(block.text, _QUOTES):
        return []
    marked = {s.start for s in block.spans if s.kind in _TITLE_MARKS}
    for starts in (_all_lines(block, lines), lines):
        signed = [_SIGNED.match(block.text, at) for at in starts]
        if len(signed) > 1 and all(name and (name["quote"] or name.end() in marked) for name in signed):
            return starts
    return []


_QUOTES = ('"', "“", "„", "«")


def _is_remarked(block: Block, at: int, end: int) -> bool:
    quoted = _QUOTED_FIRST.match(block.text, at, end)
    spans = [s for s in block.spans if s.start == at and s.end < end and s.kind in _TITLE_MARKS]
    behind = quoted.end() if quoted else max((s.end for s in spans), default=0)
    return behind > at and _REMARK.match(block.text, behind, end) is not None


LEAST_TITLE = 24
"""Characters of a bold line that may be a title. Chosen by hand: names of people and labels are shorter."""


def _bold_lines(block: Block) -> list[int]:
    """Gives where lines begin that are in bold from one end to the other, and long enough for titles."""
    text, places = block.text, []
    for span in block.spans:
        begin = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        rest = text[span.end : end if end >= 0 else len(text)]
        whole = not text[begin : span.start].strip() and not rest.strip(" .,;:") and end >= 0
        if (
            span.kind == "strong"
            and whole
            and span.end - span.start >= LEAST_TITLE
            and "\n" not in text[span.start : span.end]
        ):
            places.append(begin)
    return sorted(set(places))


def _parts(block: Block, places: list[int]) -> list[Block]:
    """Gives the parts of a block that begin at some places, the block itself where one is too short to be an entry."""
    stretches = _stretches(block, places)
    shortest = SHORTEST_CHINESE if is_cjk(block.text) else SHORTEST_ENTRY
    if any(end - at < shortest for at, end in stretches):
        return [block]
    return [part(block, at, end) for at, end in stretches]


_NAMED = re.compile(
    r"\s*[A-ZÀ-Þ][\w'’-]+, [A-ZÀ-Þ][^()\n]{0,150}\((?:(?:19|20)\d\d[a-z]?|i\. ?E\.|im Druck|in press|forthcoming|en prensa|à paraître)\)"
)
"""A family name, first names, and the year in brackets: a line that begins so is an entry, wherever it was wrapped."""
FEWEST_NAMED = 3
"""Such lines that make a list of a paragraph."""


def _ended(block: Block) -> set[int]:
    """Gives the places of lines that are wrapped in Markdown or text, where the line before may end an entry."""
    return {at + 1 for at in block.soft if block.text[at - 1 : at] in (".", "!", "?", ")", "]")}


FEWEST_BULLETS = 2
"""Bullets in a line that make a list of it."""


def _between_bullets(block: Block) -> list[Block]:
    """`Young Scholars Medal, 2015 • Teacher of the Year, 2019 • ...`: several entries in one line; a row of links is none."""
    starts = [0, *(match.end() for match in re.finditer(" • ", block.text))]
    ends = [*(start - 3 for start in starts[1:]), len(block.text)]
    if any(end - at < SHORTEST_ENTRY for at, end in zip(starts, ends, strict=True)):
        return [block]
    return [part(block, at, end) for at, end in zip(starts, ends, strict=True)]
