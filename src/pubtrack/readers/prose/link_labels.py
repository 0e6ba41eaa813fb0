"""Words of links that say what the link leads to, and name no work."""

# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re

__all__ = ["is_label_of_link"]

_LABEL_OF_LINK = re.compile(
    r"(?:full|complete|whole) (?:list|text|paper|cv|version)\b|(?:interview|media coverage|press release)\Z|.{3,40} link\Z|(?:read|see|view|download|click|more) (?:more|here|all|the|about|on)\b",
    re.IGNORECASE,
)
"""What links lead to rather than what they name: `Full list on PubMed`."""
_CHINESE = re.compile(r"[\w '’&/-]{0,12}?(?:论文|文章|工作|报告|主页|链接|代码|全文|项目|网站|新闻)")
"""`workshop论文`, `我们的工作`: what sort of thing the link leads to."""


def is_label_of_link(words: str) -> bool:
    """Tells whether words only say what a link leads to.

    >>> is_label_of_link("Full list on PubMed"), is_label_of_link("A full list of ropes")
    (True, False)
    """
    return _LABEL_OF_LINK.match(words) is not None or _CHINESE.fullmatch(words) is not None
