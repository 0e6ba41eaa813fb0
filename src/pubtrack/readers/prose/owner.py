"""Whose page is it? The name a document gives for the person it is about."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.sections import Placed, section_role
from pubtrack.readers.prose.shape import looks_like_names
from pubtrack.readers.prose.words import fold

__all__ = ["find_owner"]

_LABEL = re.compile(r"^\s*(?:name|nombre|nom|姓名)\s*[:：]\s*(?P<name>[^\n,;]{3,60})\s*$", re.IGNORECASE)
_FILLER = re.compile(
    r"\b(?:curriculum vitae|lebenslauf|cv|vita|homepage|home page|website|publications?|publikationen|prof|dr|phd|ph\.d|mr|ms|mrs|about|welcome to|awards?|the|lab|group)\b\.?|[|·–—:].*$|'s\b",
    re.IGNORECASE,
)


_COMMON = re.compile(
    r"\b(?:her|his|my|our|your|best|paper|research|home|contact|short|university|department|institute|lab|laboratory|school|faculty|center|centre|college|science|sciences|studies|motto|page|site|blog|the|and|of|for|interview|series|program|annual|year|new|welcome|hello|hi)\b"
)


def find_owner(placed: list[Placed]) -> str:
    """Gives the name in a `Name:` line, the front matter, or the first heading or line that is nothing but a name."""
    for item in placed[:60]:
        text = item.block.text.strip()
        if match := _LABEL.match(text):
            return match["name"].strip()
        if item.block.kind == "meta" and item.block.label in ("author", "name") and _is_person(text):
            return text
    for item in placed[:8]:
        name = _FILLER.sub("", item.block.text).strip(" ,.-")
        if item.block.kind in ("heading", "para", "meta") and _is_person(name):
            return name
    return ""


def _is_person(text: str) -> bool:
    words = text.split()
    if "&" in text or section_role(text) or _COMMON.search(fold(text)):
        return False
    return (
        2 <= len(words) <= 5
        and len(text) < 45
        and looks_like_names(text) == 1.0
        and "," not in text
        and all(w[0].isupper() or len(w) < 4 for w in words)
    )
