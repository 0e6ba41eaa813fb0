"""Is a quote the whole title, or a part of one that words run into?"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.quotes import Quote
from pubtrack.readers.prose.words import is_cjk

__all__ = ["is_inner"]

_INTRODUCES = re.compile(
    r"(?:of|in|on|titled|entitled|and|und|y|et|paper|article|review|book|chapter|thesis|dissertation|to|von|zu|de|du|sur|über|with|for|mit|intitulée?|intitulad[oa]|titulad[oa]|titre|título|thèse|tesis|betitelt|titel|papier|artikel|aufsatz|buch|libro|livre|study|report)\Z",
    re.IGNORECASE,
)
"""Words that a quoted title follows."""
_LAST_WORD = re.compile(r"\w+\Z")


_AFTER_TITLE = re.compile(
    r"\s+(?:in|and|und|y|et|e|by|von|with|mit|con|avec|published|edited|hrsg|erschien\w*|dans|en|at|for|was|is|has|ist|wurde|est|fue|won|received|appeared|auf|bei|to|presented|talk|vortrag)\b"
)
"""Words that follow a title rather than go on with it."""


_SPEAKS_OF = re.compile(
    r"\b(?:[Rr]esponse|[Rr]eply|[Rr]ejoinder|[Cc]omment(?:ary)?|[Dd]iscussion|[Cc]orrection|[Ee]rratum|[Aa]uthors[’'] reply|[Nn]ote|[Kk]ommentar|[Aa]ntwort|[Rr]espuesta) (?:to|on|of|zu|auf|a):? [*_]?\Z"
)
"""`Response to: “Mouth care without evidence?”`: a title that quotes another."""


def is_inner(text: str, quote: Quote) -> bool:
    """Tells whether a quote is a part of a title: words run into it without any mark."""
    before = text[max(0, quote.outer_start - 30) : quote.outer_start]
    after = text[quote.outer_end : quote.outer_end + 2]
    if quote.mark in "《〈":
        return False
    if _SPEAKS_OF.search(before):
        return True
    if (before and is_cjk(before[-1])) or (after and is_cjk(after[0])):
        return True
    if after[:1] == " " and after[1:2].islower() and quote.end - quote.start < 40:
        if not before.strip(" \n*_") and not _AFTER_TITLE.match(text, quote.outer_end):
            return True  # „Ein feste Burg“ im Ersten Weltkrieg, in: ...
        return not _introduced(before)
    return not _introduced(before)


def _introduced(before: str) -> bool:
    """Tells whether a mark, a number or a word like `titled` stands in front of a quote, or nothing."""
    plain = before.rstrip()
    while plain.endswith("_"):
        plain = plain.rstrip("_").rstrip()
    last = plain[-1:]
    if not last or last.isdecimal() or not (last.isalnum() or last == "_"):
        return True
    word = _LAST_WORD.search(plain)
    return word is not None and _INTRODUCES.match(word[0]) is not None
