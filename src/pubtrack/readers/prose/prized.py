"""Entries in a section of awards: is one the work that got the award, or the award?"""

# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.award_headings import award_heading
from pubtrack.readers.prose.award_names import award_names
from pubtrack.readers.prose.hosts import is_scholarly
from pubtrack.readers.prose.references import Reference
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.words import fold

__all__ = ["is_prized"]

_FUNDED = re.compile(r"#\s?[A-Z]{0,4}-?\d{5,}|\(\s?[$€£]\s?\d[\d.,]{2,}[kKmM]?|\b\d[\d.,]{3,}\s?(?:€|EUR|USD|euros?)\b")
"""A number or a sum beside a title in a section of awards: a grant."""
_PAPER = re.compile(
    r"paper|article|thesis|dissertation|book|demo|poster|publication|resource|insight|impact|best|outstanding|artikel|these|tesis|论文|honorable"
)


def _names_award(text: str, reference: Reference) -> bool:
    """Tells whether an entry names an award beside its title: `Signe Dahl, “A History of Stød” (Best Article Prize)`."""
    marked = reference.pieces[reference.first].quoted or bool(reference.pieces[reference.first].spans)
    outside = text[: reference.start] + " ¶ " + text[reference.end :]
    return marked and bool(award_names(outside, listed=True))


def _names_paper(placed: Placed) -> bool:
    """Tells whether the heading names an award for papers, so that its items are the papers."""
    return _PAPER.search(fold(placed.heading)) is not None


def is_prized(placed: Placed, reference: Reference) -> bool:
    """Tells whether an entry in a section of awards is the work that got one, not the award."""
    text, title = placed.block.text, reference.pieces[reference.first]
    if _FUNDED.search(text) or award_names(text[reference.start : reference.end]):
        return False
    if reference.evidence >= 2 and reference.score >= 1.0 and _names_one_award(placed.heading):
        return True
    if reference.score < 2.0 or not (reference.evidence >= 1 or title.spans):
        return False
    entry = placed.block.kind != "para" and (_names_award(text, reference) or is_scholarly(title.href))
    return _names_paper(placed) or bool(entry)


def _names_one_award(heading: str) -> bool:
    """Tells whether a heading is the name of one award, so that what stands below got it."""
    name = award_heading(heading)
    return name is not None and not name.plural
