"""Paragraphs that are lists: entries on lines of their own, with hard breaks between them and no marks in front."""

from __future__ import annotations

import re

from pubtrack.markup.spans import Block, part

__all__ = ["entry_lines"]

_BEGINNINGS = (
    re.compile(r"\s*\[?\(?(?:19|20)\d\d\b(?!\s?[-–—]\s*\Z)"),
    re.compile(r"\s*[\[(]?\d{1,3}[\].)]+\s"),
    re.compile(r"\s*[-*•·▪–—]\s"),
    re.compile(r"\s*[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?, (?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][a-zà-ÿ]+)[^\n]*(?:19|20)\d\d"),
    re.compile(r"\s*[\"“„«][^\n]{12,}[\"”“»][^\n]*(?:19|20)\d\d"),
)
"""How an entry of a list may begin: with a year, a number, a bullet, a family name and a first name, a quoted title."""
SHORTEST_ENTRY = 25
"""Characters of the shortest line that is taken for an entry; chosen by hand, shorter ones are dates and places."""


def entry_lines(block: Block) -> list[Block]:
    r"""Gives the entries of a paragraph whose lines begin alike; any other block stays as it is.

    >>> text = "2020 A first title. Journal of Things\n2021 Another title. Journal of Things"
    >>> [b.text.strip() for b in entry_lines(Block("para", text, [(0, 0, len(text))], []))]
    ['2020 A first title. Journal of Things', '2021 Another title. Journal of Things']
    """
    if block.kind != "para" or "\n" not in block.text:
        return [block]
    starts = [0, *(i + 1 for i, c in enumerate(block.text) if c == "\n")]
    for beginning in _BEGINNINGS:
        if not beginning.match(block.text):
            continue
        places = [at for at in starts if beginning.match(block.text, at)]
        ends = [*places[1:], len(block.text)]
        if len(places) > 1 and all(end - at >= SHORTEST_ENTRY for at, end in zip(places, ends, strict=True)):
            return [part(block, at, end) for at, end in zip(places, ends, strict=True)]
    return [block]
