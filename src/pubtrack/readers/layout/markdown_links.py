"""Links in Markdown as people write them: over several lines, with spaces in the address or a template in its place."""

from __future__ import annotations

import re

__all__ = ["LINK", "goes_on"]

LINK = re.compile(
    r"!?\[(?P<text>[^\[\]]{0,800}(?:\[[^\[\]]{0,200}\][^\[\]]{0,400}){0,4})\]"
    r"(?:\((?P<href>(?:https?://|/)[^()\n]{1,400}\.[a-z]{2,5}(?=\))|[^()\s]{0,1500}(?:\([^()\s]{0,100}\)[^()\s]{0,500}){0,3}|[^()\s{]{0,300}(?:\{[{%][^{}\n]{1,300}[%}]\}[^()\s{]{0,300}){1,3})(?:\s+[\"'(][^\"')]{0,300}[\"')])?\s*\)|\[(?P<ref>[^\[\]]{0,80})\])"
    r"(?:\{[^{}\n]{0,200}\})?"
)
_OPEN_END = re.compile(r"\[[^\[\]]*\Z|\]\([^()]*\Z|<[A-Za-z/][^<>]*\Z")
"""A link or tag that goes on in the next line."""
LONGEST_OPEN = 900
"""Characters of one that is waited for. Chosen by hand: long titles and addresses are shorter."""


def goes_on(text: str) -> bool:
    """Tells whether a link or a tag stands open at the end of a line.

    >>> goes_on("see [A title that"), goes_on("see [it](https://example.org)")
    (True, False)
    """
    return _OPEN_END.search(text, max(0, len(text) - LONGEST_OPEN)) is not None
