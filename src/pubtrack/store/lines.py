"""Which lines of a file changed: a patience diff, so that equal lines of different entries are not mixed up."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from hashlib import blake2b
from itertools import chain, groupby
from typing import NamedTuple, overload

from pubtrack.store.blob import Blob

__all__ = ["Lines", "Span", "changed_spans", "once", "split_lines"]

_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
_SMALL = 1_000_000
"""Up to how many pairs of lines the thorough comparison is worth its time (about 0.1 s). Source: own measurement."""


_Marks = Sequence[int]
_MARKS = 1 << 64
"""Marks are below this, evenly spread."""
_SORTED_AT_ONCE = 50_000
"""About how many lines are sorted at once; 5 MB. Source: own choice."""


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


class Lines(Sequence[bytes]):
    r"""The lines of a file with their ends, read where they are asked for.

    Attributes:
        marks: A number for each line, the same for the same line: what a comparison needs of it.

    >>> lines = Lines(Blob.of(b"a\nb\na\n"))
    >>> lines[1], len(lines), lines.marks[0] == lines.marks[2]
    (b'b\n', 3, True)
    """

    def __init__(self, blob: Blob) -> None:
        self._blob = blob
        self._starts = array("Q")
        self.marks: array[int] = array("Q")
        for start, line in blob.lines():
            self._starts.append(start)
            self.marks.append(int.from_bytes(blake2b(line, digest_size=8).digest(), "big"))
        self._starts.append(blob.size)

    @overload
    def __getitem__(self, index: int) -> bytes: ...
    @overload
    def __getitem__(self, index: slice) -> list[bytes]: ...
    def __getitem__(self, index: int | slice) -> bytes | list[bytes]:
        if isinstance(index, slice):
            return list(self.between(*index.indices(len(self))[:2]))
        number = range(len(self))[index]
        return self._blob.read(self._starts[number], self._starts[number + 1] - self._starts[number])

    def __len__(self) -> int:
        return len(self.marks)

    def size(self, start: int, end: int) -> int:
        """Gives how many bytes the lines from `start` up to, not including, `end` have."""
        return self._starts[end] - self._starts[start]

    def between(self, start: int, end: int) -> Iterator[bytes]:
        """Gives the lines from `start` up to, not including, `end`, one by one."""
        return (self[number] for number in range(start, end))


def changed_spans(old: Lines, new: Lines) -> list[Span]:
    r"""Gives the spans in which two files differ, from top to bottom, never touching each other.

    Lines that occur once on both sides are held fast first (patience diff); they are what tells entries apart.
    Source: Bram Cohen, https://bramcohen.livejournal.com/73318.html

    >>> changed_spans(Lines(Blob.of(b"a\n}\nb\n}\n")), Lines(Blob.of(b"a\n}\nc\n}\nb\n}\n")))
    [Span(old_start=2, old_end=2, new_start=2, new_end=4)]
    """
    found: list[Span] = []
    open_spans = [Span(0, len(old), 0, len(new))]
    while open_spans:
        span = open_spans.pop()
        fixed = _fixed_lines(old.marks, new.marks, span)
        if fixed[0]:
            open_spans.extend(_between(span, *fixed))
        else:
            found.extend(_without_fixed_lines(old.marks, new.marks, span))
    return _slid(old, new, sorted(found))


def _without_fixed_lines(old: _Marks, new: _Marks, span: Span) -> list[Span]:
    a, b, c, d = span = _trim(old, new, span)
    if a == b and c == d:
        return []
    if a == b or c == d or (b - a) * (d - c) > _SMALL:
        return [span]
    codes = SequenceMatcher(None, old[a:b], new[c:d], autojunk=False).get_opcodes()
    return [Span(a + i1, a + i2, c + j1, c + j2) for tag, i1, i2, j1, j2 in codes if tag != "equal"]


def _trim(old: _Marks, new: _Marks, span: Span) -> Span:
    a, b, c, d = span
    while a < b and c < d and old[a] == new[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
    return Span(a, b, c, d)


def _fixed_lines(old: _Marks, new: _Marks, span: Span) -> tuple[array[int], array[int]]:
    """Gives the longest rising run of lines that occur once on both sides: positions in old, and in new.

    It is as long as the file where little changed; in arrays it takes 28 bytes a line.
    """
    mine, theirs, before = array("i"), array("i"), array("i")  # before: where the predecessor stands in these
    tops, ends = array("i"), array("i")
    for i, j in enumerate(_met(old, new, span), span.old_start):
        if j >= 0:
            pile = bisect_left(tops, j)
            mine.append(i)
            theirs.append(j)
            before.append(ends[pile - 1] if pile else -1)
            tops[pile : pile + 1], ends[pile : pile + 1] = array("i", [j]), array("i", [len(mine) - 1])
    run = array("i")
    at = ends[-1] if ends else -1
    while at >= 0:
        run.append(at)
        at = before[at]
    run.reverse()
    return array("i", map(mine.__getitem__, run)), array("i", map(theirs.__getitem__, run))


def _met(old: _Marks, new: _Marks, span: Span) -> array[int]:
    """Gives for each old line where it stands in the new file, -1 where it does not occur once on both sides."""
    found = array("i", [-1]) * (span.old_end - span.old_start)
    theirs = once(new, span.new_start, span.new_end)
    at = 0
    for i in once(old, span.old_start, span.old_end):
        while at < len(theirs) and new[theirs[at]] < old[i]:
            at += 1
        if at < len(theirs) and new[theirs[at]] == old[i]:
            found[i - span.old_start] = theirs[at]
    return found


def once(marks: _Marks, start: int, end: int) -> array[int]:
    """Gives the positions of marks that occur once between two positions, in the order of the marks.

    Sorted, and of a long file a share of the marks at a time, for a dictionary of 600,000 lines takes 100 MB.
    """
    found = array("i")
    shares = (end - start) // _SORTED_AT_ONCE + 1
    for share in range(shares):
        low, high = share * _MARKS // shares, (share + 1) * _MARKS // shares
        some = [at for at in range(start, end) if low <= marks[at] < high]
        for _, alike in groupby(sorted(some, key=marks.__getitem__), marks.__getitem__):
            first, *others = alike
            if not others:
                found.append(first)
    return found


def _between(span: Span, mine: Iterable[int], theirs: Iterable[int]) -> Iterator[Span]:
    """Gives what lies between fixed lines, where anything does."""
    a, c = span.old_start, span.new_start
    for i, j in zip(chain(mine, [span.old_end]), chain(theirs, [span.new_end]), strict=True):
        if a < i or c < j:
            yield Span(a, i, c, j)
        a, c = i + 1, j + 1


def _slid(old: Lines, new: Lines, spans: Sequence[Span]) -> list[Span]:
    """Moves blocks that came or went whole to where they begin like a paragraph, where equal lines leave a choice.

    Without it, removing the second of two similar entries may show as removing the end of the first one and the
    beginning of the second.
    """
    slid: list[Span] = []
    for number, span in enumerate(spans):
        low = slid[-1] if slid else Span(-1, -1, -1, -1)
        if span.new_start == span.new_end:
            high = spans[number + 1].old_start if number + 1 < len(spans) else len(old) + 1
            by = _best_slide(old, range(span.old_start, span.old_end), low.old_end, high)
        elif span.old_start == span.old_end:
            high = spans[number + 1].new_start if number + 1 < len(spans) else len(new) + 1
            by = _best_slide(new, range(span.new_start, span.new_end), low.new_end, high)
        else:
            by = 0
        slid.append(Span(*(position + by for position in span)))
    return slid


def _best_slide(lines: Lines, block: range, low: int, high: int) -> int:
    start, end = block.start, block.stop
    up = down = 0
    while start - up - 1 > low and lines.marks[start - up - 1] == lines.marks[end - up - 1]:
        up += 1
    while end + down + 1 < high and lines.marks[start + down] == lines.marks[end + down]:
        down += 1
    return max(range(-up, down + 1), key=lambda by: (_begins_paragraph(lines, start + by), -abs(by)))


def _begins_paragraph(lines: Lines, start: int) -> tuple[bool, bool]:
    first = lines[start]
    return (start == 0 or not lines[start - 1].strip()), first[:1] not in (b" ", b"\t", b"\r", b"\n", b"}", b"]")
