"""Quoted stretches of a text: the pairs of many languages, inner quotes kept, apostrophes left alone."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Quote", "find_quotes"]

LONGEST = 420
"""A title longer than this is no title. Chosen by hand: long subtitles stay below 350 characters."""

PAIRS: dict[str, str] = {
    "“": "”", "„": "“”‟\"", "«": "»", "‹": "›", "《": "》", "「": "」", "『": "』", "〈": "〉", "\"": "\"", "‘": "’", "'": "'", "``": "''", "＂": "＂", "»": "«", "‚": "‘’", "”": "”",
}  # fmt: skip
"""Opening mark -> marks that may close it. Source: CLDR delimiters; `»…«` is German book style, `”…”` a typing habit."""

DEEPEST = 5
"""Quotes inside quotes that are followed; nothing real goes deeper, and a text of opening marks stays cheap."""
MOST_CLOSERS = 12
"""Marks that are looked at as the closing one."""
_EITHER = {mark: re.compile(f"[{re.escape(mark + closers)}]") for mark, closers in PAIRS.items() if len(mark) == 1}
_OPENING = re.compile(r"``|[“„«‹《「『〈\"‘'＂»‚”]")


class Quote(NamedTuple):
    """`text[start:end]` is what stands inside, without a closing comma or full stop."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    mark: str


def find_quotes(text: str) -> list[Quote]:
    r"""Gives the outermost quotes of a text in order. Never looks further than a title can be long.

    >>> text = 'Our “X: a ‘Y’ story?” and "Z."'
    >>> [(q.mark, text[q.start : q.end]) for q in find_quotes(text)]
    [('“', 'X: a ‘Y’ story?'), ('"', 'Z')]
    """
    found: list[Quote] = []
    place = 0
    while opening := _OPENING.search(text, place):
        quote = _quote_at(text, opening)
        if quote is None:
            place = opening.end()
        else:
            found.append(quote)
            place = quote.outer_end
    return found


def _quote_at(text: str, opening: re.Match[str]) -> Quote | None:
    mark, at = opening[0], opening.start()
    inner = opening.end()
    if not _may_open(text, mark, at, inner):
        return None
    end = _closing(text, mark, inner)
    if end < 0:
        return None
    width = 2 if mark == "``" else 1
    start, stop = inner, end
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] in ",.;，。；"):
        stop -= 1
    if text[stop : stop + 3] == "...":
        stop += 3
    return Quote(start, stop, at, end + width, mark) if stop > start else None


def _may_open(text: str, mark: str, at: int, inner: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[inner] if inner < len(text) else " "
    if mark in "\"'‘”»":
        allowed_before = (
            before.isspace() or before in "([{—–-:,;/*_|>“„«，、（：" or (not before.isascii() and not before.isalpha())
        )
        if mark in '"' and ord(before) > 0x2E80:
            allowed_before = True
        if after == " " and mark == '"':
            return allowed_before and _spaced_title(text, inner)
        return allowed_before and not after.isspace() and (mark not in "'‘" or after.isalnum() or after in '“"([')
    return True


def _spaced_title(text: str, inner: int) -> bool:
    """Tells whether a straight mark with a space behind it opens a title, as French typing has it: `" Quel rebond ?",`."""
    end = text.find('"', inner, inner + LONGEST)
    begins = text[inner + 1 : inner + 2].isupper()
    return (
        begins
        and end - inner >= SHORTEST_SPACED
        and text[end + 1 : end + 2] in ",.;:) "
        and "\n" not in text[inner:end]
    )


SHORTEST_SPACED = 15
"""Characters between such marks. Chosen by hand: what stands between two quotes is mostly shorter."""


def _closing(text: str, mark: str, inner: int) -> int:
    """Gives the place of the closing mark, -1 where there is none within reach."""
    limit = min(len(text), inner + LONGEST)
    if mark in ('"', "'", "‘", "”"):
        return _straight(text, mark, inner, limit)
    if mark == "``":
        return text.find("''", inner, limit)
    closers, depth = PAIRS[mark], 1
    for match in _EITHER[mark].finditer(text, inner, limit):
        if match[0] == mark and mark not in closers:
            depth += 1
            if depth > DEEPEST:
                break
        else:
            depth -= 1
            if not depth:
                return match.start()
    if mark == "“":  # a typing habit: both marks opening ones, or the closing one straight
        habit = [p for p in (text.find("“", inner, limit), text.find('"', inner, limit)) if p > 0]
        return min(habit, default=-1)
    return -1


def _straight(text: str, mark: str, inner: int, limit: int) -> int:
    """Finds the closing straight or single mark: not before a letter, not after a space."""
    closing = PAIRS[mark]
    at = text.find(closing, inner, limit)
    for _ in range(MOST_CLOSERS):
        if at < 0:
            break
        after = text[at + 1] if at + 1 < len(text) else " "
        before = text[at - 1]
        plural = (
            mark in "'‘" and before == "s" and after == " " and text.find(closing, at + 1, min(limit, at + 160)) >= 0
        )
        if not before.isspace() and (not after.isalnum() or ord(after) > 0x2E80) and not plural:
            return at
        at = text.find(closing, at + 1, limit)
    return -1
