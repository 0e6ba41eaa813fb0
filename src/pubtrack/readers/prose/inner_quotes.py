"""Is a quote the whole title, or a part of one that words run into?"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.markup.spans import Block
from pubtrack.readers.prose.quotes import Quote
from pubtrack.readers.prose.words import is_cjk

__all__ = ["is_inner", "is_part_of_marked"]

_INTRODUCES = re.compile(
    r"(?:of|in|on|titled|entitled|and|und|y|et|paper|article|review|book|chapter|thesis|dissertation|to|von|zu|de|du|sur|über|with|for|mit|intitulée?|intitulad[oa]|titulad[oa]|titre|título|thèse|tesis|betitelt|titel|thema|thème|tema|topic|subject|papier|artikel|aufsatz|buch|libro|livre|study|report)\Z",
    re.IGNORECASE,
)
"""Words that a quoted title follows."""
_LAST_WORD = re.compile(r"\w+\Z")


_AFTER_TITLE = re.compile(
    r"\s+(?:in|and|und|y|et|e|by|von|with|mit|con|avec|published|edited|hrsg|erschien\w*|dans|en|at|for|was|is|has|ist|wurde|est|fue|won|received|appeared|auf|bei|to|presented|talk|vortrag)\b"
)
"""Words that follow a title rather than go on with it."""


_BEHIND_NAMES = re.compile(
    r"(?:\A|[,&]\s|\b(?:and|et|und|y|e)\s)(?:[A-ZÀ-Þ][\w'’.\u2011-]*\s){1,3}[A-ZÀ-Þ][\w'’\u2011-]+[\s*†]{0,3}\Z"
)
"""`Ann Lee and Bo Ray “Title of theirs”, Journal`: the last of the names has no comma behind it."""
WHOLE = 20
"""Characters of a quoted title that stands right behind names. Chosen by hand: what titles quote is shorter."""


_SPEAKS_OF = re.compile(
    r"\b(?:[Rr]esponse|[Rr]eply|[Rr]ejoinder|[Cc]omment(?:ary)?|[Dd]iscussion|[Cc]orrection|[Ee]rratum|[Aa]uthors[’'] reply|[Nn]ote|[Kk]ommentar|[Aa]ntwort|[Rr]espuesta) (?:to|on|of|zu|auf|a):? [*_]?\Z"
)
"""`Response to: “Mouth care without evidence?”`: a title that quotes another."""


def is_inner(text: str, quote: Quote) -> bool:
    """Tells whether a quote is a part of a title: words run into it without any mark."""
    before = text[max(0, quote.outer_start - 60) : quote.outer_start]
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
    return not (_introduced(before) or _ends_behind_names(text, quote, before))


def _ends_behind_names(text: str, quote: Quote, before: str) -> bool:
    """Tells whether names run up to a quote that is long enough for a title and ends a field."""
    closed = text[quote.outer_end : quote.outer_end + 1] in ",.;:" or text[quote.end : quote.outer_end - 1].strip()
    return bool(closed) and quote.end - quote.start >= WHOLE and _BEHIND_NAMES.search(before) is not None


def _introduced(before: str) -> bool:
    """Tells whether a mark, a number or a word like `titled` stands in front of a quote, or nothing."""
    plain = before.rstrip()
    if "\t" in before[len(plain) :]:
        return True  # it begins a cell
    while plain.endswith("_"):
        plain = plain.rstrip("_").rstrip()
    last = plain[-1:]
    if not last or last.isdecimal() or not (last.isalnum() or last == "_"):
        return True
    word = _LAST_WORD.search(plain)
    return word is not None and _INTRODUCES.match(word[0]) is not None


def is_part_of_marked(block: Block, quote: Quote) -> bool:
    """`**From the "Age of Salt" to the Age of Wind**`: words of a marked title run into a quote and go on behind it."""
    around = any(
        span.start < quote.outer_start and quote.outer_end < span.end and span.kind in _TITLE_SPANS
        for span in block.spans
    )
    return around and is_inner(block.text, quote)


_TITLE_SPANS = frozenset(("strong", "em", "link", "emph", "textit"))
