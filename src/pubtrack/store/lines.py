"""Which lines of a file changed: a patience diff, so that equal lines of different entries are not mixed up."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

__all__ = ["Span", "changed_spans", "split_lines"]

_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
_SMALL = 1_000_000
"""Up to how many pairs of lines the thorough comparison is worth its time (about 0.1 s). Source: own measurement."""


class Span(NamedTuple):
    """Lines `old_start:old_end` became lines `new_start:new_end`, counted from 0."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def split_lines(data: bytes) -> list[bytes]:
    r"""Gives the lines with their ends; joined they are the data again, byte for byte.

    >>> split_lines(b"a\r\nb\n\nc")
    [b'a\r\n', b'b\n', b'\n', b'c']
    """
    return _LINE.findall(data)


def changed_spans(old: Sequence[bytes], new: Sequence[bytes]) -> list[Span]:
    """Gives the spans in which two lists of lines differ, from top to bottom, never touching each other.

    Lines that occur once on both sides are held fast first (patience diff); they are what tells entries apart.
    Source: Bram Cohen, https://bramcohen.livejournal.com/73318.html

    >>> changed_spans([b"a", b"}", b"b", b"}"], [b"a", b"}", b"c", b"}", b"b", b"}"])
    [Span(old_start=2, old_end=2, new_start=2, new_end=4)]
    """
    found: list[Span] = []
    open_spans = [Span(0, len(old), 0, len(new))]
    while open_spans:
        span = _trim(old, new, open_spans.pop())
        if span.old_start == span.old_end or span.new_start == span.new_end:
            found.append(span)
            continue
        fixed = _fixed_lines(old, new, span)
        if fixed:
            open_spans.extend(_between(span, fixed))
        else:
            found.extend(_thorough(old, new, span))
    return _joined(span for span in sorted(found) if span.old_end > span.old_start or span.new_end > span.new_start)


def _trim(old: Sequence[bytes], new: Sequence[bytes], span: Span) -> Span:
    a, b, c, d = span
    while a < b and c < d and old[a] == new[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
    return Span(a, b, c, d)


def _fixed_lines(old: Sequence[bytes], new: Sequence[bytes], span: Span) -> list[tuple[int, int]]:
    """Gives the longest rising run of lines that occur once on both sides, as pairs of positions."""
    there = _once(new, span.new_start, span.new_end)
    pairs = [(i, there[line]) for line, i in _once(old, span.old_start, span.old_end).items() if line in there]
    tops: list[int] = []
    piles: list[tuple[int, int, int]] = []  # position in old, in new, index of the predecessor
    ends: list[int] = []
    for i, j in pairs:
        pile = bisect_left(tops, j)
        piles.append((i, j, ends[pile - 1] if pile else -1))
        tops[pile : pile + 1], ends[pile : pile + 1] = [j], [len(piles) - 1]
    run = []
    at = ends[-1] if ends else -1
    while at >= 0:
        i, j, at = piles[at]
        run.append((i, j))
    return run[::-1]


def _once(lines: Sequence[bytes], start: int, end: int) -> dict[bytes, int]:
    counts = Counter(lines[start:end])
    return {lines[i]: i for i in range(start, end) if counts[lines[i]] == 1}


def _between(span: Span, fixed: Iterable[tuple[int, int]]) -> list[Span]:
    gaps, a, c = [], span.old_start, span.new_start
    for i, j in fixed:
        gaps.append(Span(a, i, c, j))
        a, c = i + 1, j + 1
    return [*gaps, Span(a, span.old_end, c, span.new_end)]


def _thorough(old: Sequence[bytes], new: Sequence[bytes], span: Span) -> list[Span]:
    a, b, c, d = span
    if (b - a) * (d - c) > _SMALL:
        return [span]
    codes = SequenceMatcher(None, old[a:b], new[c:d], autojunk=False).get_opcodes()
    return [Span(a + i1, a + i2, c + j1, c + j2) for tag, i1, i2, j1, j2 in codes if tag != "equal"]


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].old_end == span.old_start and joined[-1].new_end == span.new_start:
            last = joined.pop()
            joined.append(Span(last.old_start, span.old_end, last.new_start, span.new_end))
        else:
            joined.append(span)
    return joined
