"""Links and bold stretches that are a whole reference, not a title: what stands inside is cut as anywhere."""
# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re

from pubtrack.markup.spans import Block, Span

__all__ = ["holds_citation"]

_LETTER = re.compile(r"[^\W_]")
_CITATION_BEGINS = re.compile(r"\W{0,2}(?:19|20)\d\d[.,)]\s")
_CITATION_GOES_ON = re.compile(r"[\"”»’]?\s*,[^\n]*\d")


def holds_citation(block: Block, span: Span) -> bool:
    """Tells whether a link or bold stretch is a whole reference: a year first, or a quoted or italic part and then numbers."""
    words = block.text[span.start : span.end]
    if _CITATION_BEGINS.match(words) or _SIGNED_AND_DATED.match(words) or _VOLUME_AND_PAGES.search(words):
        return True
    if words.rstrip(" .)")[-2:].isdigit():
        alone = not _LETTER.search(block.text, 0, span.start) and not _LETTER.search(block.text, span.end)
        if (_YEAR_LAST if alone else _VENUE_AND_YEAR).search(words):
            return True
    for inner in block.spans:
        inside = inner.kind in ("em", "emph", "textit") and span.start + 12 < inner.start and inner.end < span.end
        if inside and _CITATION_GOES_ON.match(block.text[inner.end : span.end]):
            return True
    return False


_SIGNED_AND_DATED = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+, [A-ZÀ-Þ][^\n\d:]{0,160}?(?:[.,] (?:19|20)\d\d[a-z]?[.:,]|\((?:19|20)\d\d[a-z]?\)) (?=\S)"
)
_VOLUME_AND_PAGES = re.compile(
    r"\b(?:19|20)\d\d;\s?\d{1,4}[(:]|^[^\n]{3,120}?\bet al\b|(?:[,.] |\*|_)\d{1,4}\*?\s?\(\d{1,4}(?:[-/]\d{1,4})?\)\s?[,.:]\s?\d{1,5}|, \d{1,4}(?:, |: ?)\d{1,5}\s?[-–—]{1,3}\s?\d{1,5}\b"
)
"""`Olm, Berta. 2014. Wet Sails. Tarn Review, 64(3), 136-144`: what no title holds."""
_VENUE_AND_YEAR = re.compile(
    r"[a-zà-ÿ\d)][.?!] [A-ZÀ-Þ][^.?!\n]{2,100}, [^.?!\n,]{1,30}, ?(?:19|20)\d\d\.?\s*\Z"
    r"|[a-zà-ÿ\d)][.?!] [^.?!\n]{0,60}\b(?:[Jj]ournal|[Rr]eview|[Ll]etters|[Pp]roceedings|[Tt]ransactions|[Aa]nnals|[Rr]evista|[Rr]evue|[Zz]eitschrift)\b[^.?!\n]{0,60}[,(] ?(?:19|20)\d\d\)?\.?\s*\Z"
)
"""`Dry peas in wet fields. Agronomy Journal, In press, 2017`: behind a sentence a journal, where in it, and the year."""
_YEAR_LAST = re.compile(r"[a-zà-ÿ\d)][.?!] [A-ZÀ-Þ][^\n]*(?:, | \(|\D\. )(?:19|20)\d\d\)?\.?\s*\Z")
"""The same of a stretch beside which nothing stands: where would the year be?"""
