"""How a file changed, written so that it can be taken back later, even after hand edits elsewhere in the file.

A hunk holds the old lines verbatim and knows the new ones by count, hash and position. Where the file has moved on,
the place is found again by *landmarks*: the nearest lines above and below that occurred once in the file. If what
stands there is no longer what was written, the hunk does not fit, and says so instead of guessing.
"""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from pubtrack.store.blob import Blob, hash_of
from pubtrack.store.lines import Lines, Span, changed_spans, once, split_lines

__all__ = ["DoesNotFit", "Hunk", "Landmark", "Shortened", "reverse_hunks", "take_back"]

_LANDMARKS = 3
"""How many landmarks are kept on each side. Source: own choice; the key line of a BibTeX entry and its neighbours'."""

_LONG = 200
"""From how many bytes a line is not repeated whole for a small change in it, as in the long lines of `records.jsonl`.

Source: own choice; lines of a BibTeX or TOML file are shorter and stay readable in the history.
"""

Landmark = tuple[int, str]
"""The distance in lines (1 = directly above or below) and the short hash of a line that occurred once."""

Shortened = tuple[int, int, bytes]
"""An old line told by the new one: how many bytes of its beginning and of its end stay, and what stood between."""


@dataclass(frozen=True, slots=True)
class Hunk:
    """One run of lines to be taken back."""

    at: int
    """The line, counted from 1, of the first new line; where only lines were removed, the line that followed them."""
    count: int
    """How many new lines there are."""
    sha256: str
    """The hash of the new lines together."""
    old: bytes | Iterable[Shortened]
    """The old lines, verbatim; or one by one for each new line, where long lines changed little."""
    above: tuple[Landmark, ...]
    """Landmarks above, nearest first."""
    below: tuple[Landmark, ...]
    """Landmarks below, nearest first."""
    beside: tuple[str | None, str | None]
    """Short hashes of the lines directly above and below; None at the file's ends."""


class DoesNotFit(Exception):  # noqa: N818 - reads as the sentence it stands for
    """The lines to be taken back were edited since, or their place cannot be told.

    Attributes:
        line: Where in the present file, counted from 1.
    """

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _short(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()[:16]


def reverse_hunks(old: bytes | Blob | None, new: bytes | Blob | None) -> Iterator[Hunk]:
    r"""Gives what turns the new content back into the old one, from top to bottom; no file counts as an empty one.

    >>> [(hunk.at, hunk.count, hunk.old) for hunk in reverse_hunks(b"a\nb\nc\n", b"a\nB\nc\n")]
    [(2, 1, b'b\n')]
    """
    before, after = Lines(Blob.of(old or b"")), Lines(Blob.of(new or b""))
    spans = changed_spans(before, after)
    landmarks = _Landmarks(after)
    for span in spans:
        start, end = span.new_start, span.new_end
        yield Hunk(
            at=start + 1,
            count=end - start,
            sha256=hash_of(after.between(start, end)),
            old=_told(before, after, span),
            above=landmarks.above(start),
            below=landmarks.below(end),
            beside=(
                _short(after[start - 1]) if start else None,
                _short(after[end]) if end < len(after) else None,
            ),
        )


def _told(before: Lines, after: Lines, span: Span) -> bytes | Iterable[Shortened]:
    size, count = before.size(span.old_start, span.old_end), span.old_end - span.old_start
    if count == span.new_end - span.new_start and size >= _LONG * count:
        shortened = _ShortenedLines(before, after, span)
        if 2 * sum(len(middle) for _, _, middle in shortened) < size:
            return shortened
    return b"".join(before.between(span.old_start, span.old_end))


class _ShortenedLines(Iterable[Shortened]):
    """Many old lines, each told by the new one when it is asked for: a refresh changes a line of every work."""

    def __init__(self, before: Lines, after: Lines, span: Span) -> None:
        self._before, self._after, self._span = before, after, span

    def __iter__(self) -> Iterator[Shortened]:
        span = self._span
        old = self._before.between(span.old_start, span.old_end)
        new = self._after.between(span.new_start, span.new_end)
        return (_shortened(*pair) for pair in zip(old, new, strict=True))


def _shortened(old: bytes, new: bytes) -> Shortened:
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    return start, end, old[start : len(old) - end]


def _common(one: bytes, other: bytes) -> int:
    """Gives how many bytes two texts begin with alike, by halving: byte for byte is slow on long lines."""
    same, end = 0, min(len(one), len(other))
    while same < end:
        middle = (same + end + 1) // 2
        if one[same:middle] == other[same:middle]:
            same = middle
        else:
            end = middle - 1
    return same


def _untold(hunk: Hunk, new: Sequence[bytes]) -> bytes:
    if isinstance(hunk.old, bytes):
        return hunk.old
    pairs = zip(hunk.old, new, strict=True)
    return b"".join(line[:start] + middle + line[len(line) - end :] for (start, end, middle), line in pairs)


class _Landmarks:
    """The lines of a new file that occur once."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        alone = bytearray(len(lines))
        for at in once(lines.marks, 0, len(lines)):
            alone[at] = True
        self._at = array("i", compress(range(len(lines)), alone))

    def above(self, start: int) -> tuple[Landmark, ...]:
        end = bisect_left(self._at, start)
        return tuple((start - i, _short(self._lines[i])) for i in reversed(self._at[max(0, end - _LANDMARKS) : end]))

    def below(self, end: int) -> tuple[Landmark, ...]:
        first = bisect_left(self._at, end)
        return tuple((i - end + 1, _short(self._lines[i])) for i in self._at[first : first + _LANDMARKS])


def take_back(data: bytes, hunks: Iterable[Hunk], unchanged: bool) -> bytes:
    """Gives the content with the old lines in place of the new ones.

    Args:
        data: What the file holds now.
        hunks: From `reverse_hunks`.
        unchanged: Whether the file is byte for byte as the change left it, so that the positions hold.

    Raises:
        DoesNotFit: A line to be taken back was edited since.
    """
    lines, hunks = split_lines(data), tuple(hunks)
    if unchanged:
        places = [hunk.at - 1 for hunk in hunks]
    else:
        present = _Present(lines)
        places = [present.place_of(hunk) for hunk in hunks]
    return b"".join(_woven(lines, hunks, places))


def _woven(lines: Sequence[bytes], hunks: Sequence[Hunk], places: Sequence[int]) -> Iterator[bytes]:
    done = 0
    for hunk, place in zip(hunks, places, strict=True):
        if place < done:
            raise DoesNotFit(place + 1)
        yield from lines[done:place]
        yield _untold(hunk, lines[place : place + hunk.count])
        done = place + hunk.count
    yield from lines[done:]


class _Present:
    """The file as it stands now, in which hunks look for their place."""

    def __init__(self, lines: Sequence[bytes]) -> None:
        self._lines = lines
        self._short = [_short(line) for line in lines]
        counts = Counter(self._short)
        self._once = {short: i for i, short in enumerate(self._short) if counts[short] == 1}

    def place_of(self, hunk: Hunk) -> int:
        """Gives the position, counted from 0, of the hunk's first new line in the present file."""
        above = [(self._once[short], distance) for distance, short in hunk.above if short in self._once]
        below = [(self._once[short], distance) for distance, short in hunk.below if short in self._once]
        around = [at for at, _ in reversed(above)] + [at for at, _ in below]
        if around != sorted(around):  # a landmark's text stands elsewhere now: the line itself is gone
            raise DoesNotFit(min(around) + 1)
        low = above[0][0] + 1 if above else 0
        high = below[0][0] if below else len(self._lines)
        by_distance = {above[0][0] + above[0][1]} if above else set()
        by_distance |= {below[0][0] - below[0][1] + 1 - hunk.count} if below else set()
        closed = self._stands(hunk.above) and self._stands(hunk.below)
        fits = self._gaps(hunk, low, high) if not hunk.count else self._blocks(hunk, low, high)
        for choice in (by_distance.intersection(fits), fits if closed else ()):
            if len(choice) == 1:
                return next(iter(choice))
        raise DoesNotFit(min(max(by_distance or {hunk.at - 1}) + 1, len(self._lines) or 1))

    def _stands(self, landmarks: Sequence[Landmark]) -> bool:
        """Says whether the nearest landmark still stands; a side that never had one is the file's end, which does."""
        return not landmarks or landmarks[0][1] in self._once

    def _blocks(self, hunk: Hunk, low: int, high: int) -> list[int]:
        """Gives where between two landmarks the new lines stand, whole and unedited."""
        ends = range(low, high - hunk.count + 1)
        return [i for i in ends if hash_of(self._lines[i : i + hunk.count]) == hunk.sha256]

    def _gaps(self, hunk: Hunk, low: int, high: int) -> list[int]:
        """Gives where between two landmarks removed lines may go back: best between both old neighbours."""
        over, under = hunk.beside
        after_over = {i for i in range(low, high + 1) if (self._short[i - 1] if i else None) == over}
        before_under = {i for i in range(low, high + 1) if (self._short[i] if i < len(self._short) else None) == under}
        return sorted(after_over & before_under or after_over or before_under)
