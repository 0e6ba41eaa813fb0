"""Stretches of running prose that are set off as titles are: in quotes, in italics, as a link."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

from bisect import bisect_right

from pubtrack.markup.spans import Block, Span
from pubtrack.readers.prose.award_names import award_names
from pubtrack.readers.prose.cues import cue_right_before
from pubtrack.readers.prose.inner_quotes import is_part_of_marked
from pubtrack.readers.prose.quotes import find_quotes
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.unmarked import plain_titles

__all__ = ["marked_stretches"]


def marked_stretches(placed: Placed) -> list[tuple[int, int, str, str]]:
    """Gives (start, end, mark, address) of what may be a title: quotes first, then italics and links, then plain ones.

    The mark is that of a quote, the kind of a span, or what `plain_titles` says.
    """
    block = placed.block
    found = []
    quotes = find_quotes(block.text)
    likely = quotes and len(block.text) < 20_000 and (placed.may_hold_award or placed.said.chinese)
    names = award_names(block.text) if likely else []
    starts = [name.start for name in names]
    for quote in quotes:
        before = bisect_right(starts, quote.start) - 1
        inside = before >= 0 and quote.end <= names[before].end + 1
        if inside and not (names[before].start >= quote.start and _is_led(placed, quote.start)):
            continue
        if is_part_of_marked(block, quote):
            continue
        found.append((quote.start, quote.end, quote.mark, _address_around(block, quote.start, quote.end)))
    for span in block.spans:
        if span.kind in ("em", "link", "strong", "quote") or span.kind in ("emph", "textit"):
            start, end = _trimmed(block.text, span)
            if end - start >= 8:
                found.append((start, end, span.kind, span.href or _address_around(block, start, end)))
    return found + plain_titles(block)


def _is_led(placed: Placed, start: int) -> bool:
    """Tells whether the noun of a text stands right in front of a quote, so that it is no name of an award: `trabajo “Reconocimiento ...”`."""
    return cue_right_before(placed.said.folded[max(0, start - REACH) : start]).startswith("work:")


REACH = 90
"""Characters in front of a quote that may say what it is. Chosen by hand: one clause."""


def _trimmed(text: str, span: Span) -> tuple[int, int]:
    """Narrows a marked stretch to the title inside its own quotes and closing punctuation."""
    start, end = span.start, span.end
    while start < end and text[start] in " \n\t\"“„«'‘":
        start += 1
    while end > start and text[end - 1] in " \n\t\"”“».,;'’":
        end -= 1
    return start, end


def _address_around(block: Block, start: int, end: int) -> str:
    for span in block.spans:
        if span.kind == "link" and span.start <= start + 1 and end - 1 <= span.end:
            return span.href
    return ""
