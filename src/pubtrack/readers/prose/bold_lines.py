"""What a line in bold is where it is no heading: the title over a blurb, one award of a list."""

from __future__ import annotations

import re

from pubtrack.markup.spans import Block
from pubtrack.readers.prose.award_headings import award_heading
from pubtrack.readers.prose.blurbs import tells_of_a_text
from pubtrack.readers.prose.section_roles import section_role
from pubtrack.readers.prose.shape import looks_like_names

__all__ = ["is_among_awards", "is_title_by_class", "is_title_over"]

_PRINTED = re.compile(r"[^\n\d]{3,60}\W(?:19|20)\d\d\W*")
"""`Harbour University Press, 2017`: all that a line says."""
MOSTLY_NAMES = 0.8
"""Part of a line that looks like names where it is no title."""
FEWEST_OF_TITLE = 3
"""Words of a line in bold that may be the title of a book. Chosen by hand: of two, most are names of people."""


def is_title_over(block: Block, following: Block | None) -> bool:
    """Tells whether a line in bold stands over who printed it and when, or over the blurb of a book: its title."""
    text = block.text.strip()
    if block.kind != "para" or following is None or following.kind != "para" or section_role(text):
        return False
    if len(text.split()) < FEWEST_OF_TITLE or looks_like_names(text) >= MOSTLY_NAMES:
        return False
    return _PRINTED.fullmatch(following.text.strip()) is not None or tells_of_a_text(following.text)


def is_among_awards(block: Block, following: Block | None) -> bool:
    """Tells whether an item in bold is one award of a list (`**Best Reviewer Award**`), nothing deeper below it."""
    beside = following is not None and following.kind == "item" and following.level <= block.level
    return beside and award_heading(block.text) is not None


_OF_SECTIONS = ("section", "page", "block", "group", "list", "head", "year", "widget", "sub")
"""Parts of a class that make its title one of more than an entry."""


def is_title_by_class(block: Block, following: Block | None) -> bool:
    """Tells whether a line is a title by its class: `<div class="title">` on a card, over a line of another class."""
    label = block.label.lower()
    if "title" not in label or any(word in label for word in _OF_SECTIONS) or block.kind != "para" or following is None:
        return False
    return following.kind == "para" and following.label != "" and following.label != block.label
