"""Whom a paragraph is about: the person it begins with, or the heading above it, or the paragraph before where it says `she`."""
# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re

from pubtrack.markup.spans import Block
from pubtrack.readers.prose.award_names import award_names
from pubtrack.readers.prose.award_pointers import THIRD_PERSON
from pubtrack.readers.prose.award_receivers import is_han_person
from pubtrack.readers.prose.details import subject_of
from pubtrack.readers.prose.section_roles import section_role
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.winners import is_person
from pubtrack.readers.prose.words import is_cjk

__all__ = ["told_of"]

LONGEST_BEGINNING = 200
"""Characters of a paragraph in which the person it is about is named."""
LONGEST_HEADING = 80
"""Characters of a heading that is a name, ranks and degrees beside it."""
_RANKS = re.compile(
    r"\A\W*(?:(?:Prof(?:essor(?:in)?|\.)?|Dr\.?|PD|Mr\.?|Mrs\.?|Ms\.?|Herr|Frau|M\.|Mme|Dra?\.?|Sr\.?|Sra\.?|Sir|Dame|Assoc(?:iate|\.)|Asst\.?|Assistant|rer\.|nat\.|phil\.|med\.|h\.c\.|Dipl\.-\w+\.?)\s+)+"
)
_BEHIND = re.compile(r"\s*(?:[,(|/–—:\t\n]|\s-\s|\Z)")
_HAN_BEGINS = re.compile(
    r"\W*(?P<name>[\u4e00-\u9fff]{2,4})\s*(?:[，,、：:（(\t|]|\s|副?教授|老师|博士|研究员|院士|\Z)"
)


def told_of(placed: Placed, above: list[Placed]) -> str:
    """Gives the person a block is about, `""` where it does not say.

    Args:
        placed: The block.
        above: The blocks in front of it below the same heading.
    """
    return _named_first(placed.block) or _goes_on(placed, above) or _heading(placed)


def _named_first(block: Block) -> str:
    return _bold(block) or _begins(block.text[:LONGEST_BEGINNING])


def _begins(text: str) -> str:
    found = _HAN_BEGINS.match(text) if is_cjk(text[:8]) else None
    if found:
        return found["name"] if is_han_person(found["name"]) else ""
    ranks = _RANKS.match(text)
    name = subject_of(text[ranks.end() if ranks else 0 :])
    return name if name and not award_names(name, listed=True) else ""


def _bold(block: Block) -> str:
    """Gives the bold name a paragraph begins with: `**Bo Lund** works on grain`."""
    bold = next((s for s in block.spans if s.kind in ("strong", "b", "textbf") and s.start <= 1), None)
    return _named(block.text[bold.start : bold.end]) if bold and bold.end < len(block.text) else ""


def _heading(placed: Placed) -> str:
    heading = placed.heading_block
    if heading is None or heading.kind == "meta" or len(heading.text) > LONGEST_HEADING:
        return ""
    return _named(heading.text)


def _named(words: str) -> str:
    """Gives the name that words begin with, ranks in front and places of work behind left out."""
    words = _RANKS.sub("", words.strip())
    behind = _BEHIND.search(words)
    name = words[: behind.start()].strip(" .:*_") if behind else words
    if is_cjk(name):
        return name if is_han_person(name) else ""
    if len(_FULL_WORD.findall(name)) < FEWEST_WORDS or not is_person(name):
        return ""  # "B. Positions" is no name
    return "" if section_role(name) or award_names(words, listed=True) else name


_FULL_WORD = re.compile(r"[^\W\d_][\w'’-]*[^\W_](?![\w.])")
FEWEST_WORDS = 2
"""Words of a name in a heading that are no initials."""


def _goes_on(placed: Placed, above: list[Placed]) -> str:
    """A paragraph that begins with `She` goes on about the person of the one before."""
    if not above or not THIRD_PERSON.search(placed.said.folded[:LONGEST_PRONOUN]):
        return ""
    return next((name for item in above[: -MOST_ABOVE - 1 : -1] if (name := _named_first(item.block))), "")


MOST_ABOVE = 6
"""Paragraphs of one biography that are looked through for who it is about."""
LONGEST_PRONOUN = 60
"""Characters at the beginning of a paragraph among which `she` goes on about somebody."""
