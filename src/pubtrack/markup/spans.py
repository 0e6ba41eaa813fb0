"""Plain text cut out of marked-up text, where every character still knows its place in the source.

A `Block` is one heading, list item, paragraph or table row. Its `text` is free of markup; `source(start, end)` gives the
place of a stretch in the original, so that a title found in the plain text can be shown as it stands in the file.
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

__all__ = ["NEXT_PAGE", "Block", "BlockBuilder", "Span", "joined", "part", "parted"]

NEXT_PAGE = 2
"""Level of the first `meta` block of a head further down: another page begins there."""
MOST_CARRIED = 4
"""Links that stand open at the end of a block and go on in the next. No page nests them; a broken one opens thousands."""
LAST_PARTS = 40
"""Stretches of a block that are looked back on; accents make many short ones."""
_WIDE_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u2028\u2029]{2,}|[\t\r\n\f\v\u00a0\u2028\u2029]")


@dataclass(slots=True)
class Span:
    """A marked stretch of a block: `strong`, `em`, `link`, `code`, or the name of a LaTeX command or HTML class."""

    kind: str
    start: int
    end: int
    """In code points of the block's text."""
    outer_start: int
    outer_end: int
    """In code points of the source, with the markers."""
    href: str = ""


@dataclass(slots=True)
class Block:
    """One piece of a document. Hard line breaks inside stand as a newline, table cells and arguments as a tab."""

    kind: str
    """`heading`, `item`, `para`, `row`, `meta` (front matter, page title), `skip` (navigation)."""
    text: str
    runs: list[tuple[int, int, int]]
    """(place in text, place in source, length in source); a run ends where the next begins."""
    spans: list[Span]
    level: int = 0
    """1 to 6 for a heading; depth for an item; 1 for a line of front matter that begins an entry, or `NEXT_PAGE`."""
    label: str = ""
    """HTML classes, front matter key or LaTeX command the block came from."""
    soft: tuple[int, ...] = ()
    """Places of the spaces that are line ends in the source of a Markdown or plain text."""
    near: bool = False
    """It stands right under the block before: no blank line, no heading between them."""
    inside: bool = False
    """It goes on with the list item before: a blank line parts them, but it is set in like the words of the item."""

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Gives where a stretch of the text stands in the source; markers that belong to it wholly or half are inside."""
        if start >= end:
            place = self._place(start)[0] if self.text else (self.runs[0][1] if self.runs else 0)
            return place, place
        first, last = self._place(start)[0], self._place(end - 1)[1]
        for span in self.spans:
            opens_here = span.start == start and span.end < end
            closes_here = span.end == end and span.start > start
            if opens_here and span.kind != "link":
                first = min(first, span.outer_start)
            if closes_here and span.kind != "link":
                last = max(last, span.outer_end)
        return first, last

    def _place(self, at: int) -> tuple[int, int]:
        """Gives the source start and end of one character of the text."""
        index = bisect_right(self.runs, (at, 1 << 60, 0)) - 1
        begin, origin, length = self.runs[index]
        following = self.runs[index + 1][0] if index + 1 < len(self.runs) else len(self.text)
        if following - begin == length:
            return origin + at - begin, origin + at - begin + 1
        return origin, origin + length


def parted(block: Block, limit: int) -> list[Block]:
    """Gives a block in parts of at most `limit` characters, cut at lines or spaces; a short one stays as it is.

    No person writes such a block; reading it in parts keeps the work linear. A mark across a cut is lost.
    """
    if len(block.text) <= limit:
        return [block]
    parts: list[Block] = []
    begin = 0
    while begin < len(block.text):
        end = min(len(block.text), begin + limit)
        if end < len(block.text):
            end = _cut(block, begin + limit // 2, end)
        parts.append(part(block, begin, end))
        begin = end
    return parts


def _cut(block: Block, first: int, last: int) -> int:
    """Gives where a long block is cut best: behind the end of a line, else behind a space."""
    index = bisect_right(block.soft, last - 1) - 1
    line = max(block.text.rfind("\n", first, last), block.soft[index] if index >= 0 else 0)
    at = line if line >= first else block.text.rfind(" ", first, last)
    return at + 1 if at > 0 else last


def part(block: Block, begin: int, end: int) -> Block:
    """Gives a stretch of a block as a block of its own."""
    index = max(0, bisect_right(block.runs, (begin, 1 << 60, 0)) - 1)
    runs = []
    while index < len(block.runs) and block.runs[index][0] < end:
        place, origin, length = block.runs[index]
        stop = block.runs[index + 1][0] if index + 1 < len(block.runs) else len(block.text)
        first, last = max(place, begin), min(stop, end)
        if last > first:
            literal = stop - place == length
            runs.append(
                (first - begin, origin + (first - place if literal else 0), last - first if literal else length)
            )
        index += 1
    low = bisect_right(block.spans, begin - 1, key=lambda s: s.start)
    high = bisect_right(block.spans, end - 1, key=lambda s: s.start)
    inside = [s for s in block.spans[low:high] if s.end <= end]
    spans = [Span(s.kind, s.start - begin, s.end - begin, s.outer_start, s.outer_end, s.href) for s in inside]
    soft = block.soft[bisect_right(block.soft, begin - 1) : bisect_right(block.soft, end - 1)]
    shifted = tuple(place - begin for place in soft)
    return Block(
        block.kind,
        block.text[begin:end],
        runs,
        spans,
        block.level,
        block.label,
        shifted,
        block.near if not begin else block.text[begin - 1] == "\n" or begin - 1 in block.soft,
        block.inside and not begin,
    )


def joined(blocks: list[Block], kind: str = "item") -> Block:
    """Gives several blocks as one, a newline between them; places in the source stay true."""
    parts: list[str] = []
    runs: list[tuple[int, int, int]] = []
    spans: list[Span] = []
    soft: list[int] = []
    shift = 0
    for block in blocks:
        if parts:
            runs.append((shift, runs[-1][1] + runs[-1][2], 0))
            parts.append("\n")
            shift += 1
        runs += [(place + shift, origin, length) for place, origin, length in block.runs]
        spans += [Span(s.kind, s.start + shift, s.end + shift, s.outer_start, s.outer_end, s.href) for s in block.spans]
        if block.label and block.kind == "para":
            spans.append(Span("span", shift, shift + len(block.text), block.runs[0][1], block.runs[-1][1], block.label))
        soft += [place + shift for place in block.soft]
        parts.append(block.text)
        shift += len(block.text)
    first = blocks[0]
    return Block(kind, "".join(parts), runs, spans, first.level, first.label, tuple(soft), first.near, first.inside)


@dataclass(slots=True)
class BlockBuilder:
    """Collects blocks from a stream of text, markers and borders."""

    source: str
    blocks: list[Block] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _runs: list[tuple[int, int, int]] = field(default_factory=list)
    _spans: list[Span] = field(default_factory=list)
    _open: list[Span] = field(default_factory=list)
    _kind: str = "para"
    _level: int = 0
    _label: str = ""
    _soft: list[int] = field(default_factory=list)
    keep_soft: bool = False
    """True where a line end in the source may mean something to a reader (Markdown, plain text)."""
    near: bool = False
    """The running block stands right under the one before."""
    inside: bool = False
    """The running block goes on with the list item before."""

    def open(self, kind: str, level: int = 0, label: str = "") -> None:
        """Ends the running block and starts another."""
        self.close()
        self._kind, self._level, self._label = kind, level, label

    def head_row(self, level: int) -> None:
        """Makes a heading of the running row."""
        if self._kind == "row":
            self._kind, self._level = "heading", level

    def close(self) -> None:
        """Ends the running block; an empty one is dropped. What stood open is closed here and opened again after."""
        text = "".join(self._parts)
        if text.strip():
            for span in self._open:
                span.end, span.outer_end = self._length, self._last_place()
                self._spans.append(span)
            spans = [s for s in self._spans if s.end > s.start]
            spans.sort(key=lambda s: (s.start, -s.end))
            soft = tuple(self._soft)
            self.blocks.append(
                Block(self._kind, text, self._runs, spans, self._level, self._label, soft, self.near, self.inside)
            )
        if self._parts or self._open:
            place = self._last_place()
            links = [s for s in self._open if s.kind == "link"][-MOST_CARRIED:]
            self._open = [Span(s.kind, 0, 0, place, place, s.href) for s in links]
        self._parts, self._runs, self._spans, self._length = [], [], [], 0
        self._kind, self._level, self._label = "para", 0, ""
        self._soft = []
        self.near = self.inside = False

    def text(self, start: int, end: int) -> None:
        """Adds a stretch of the source; runs of white space become one space."""
        chunk, place = self.source, start
        if (stretch := chunk[start:end]).isprintable() and "  " not in stretch:
            self._plain(start, end)  # no other space than single ones
            return
        for wide in _WIDE_SPACE.finditer(chunk, start, end):
            self._plain(place, wide.start())
            if self._length and not self._parts[-1].endswith((" ", "\n", "\t")):
                if self.keep_soft and "\n" in wide[0]:
                    self._soft.append(self._length)
                self.special(" ", wide.start(), wide.end())
            place = wide.end()
        self._plain(place, end)

    def _plain(self, start: int, end: int) -> None:
        while start < end and self.source[start] == " " and (not self._length or self._parts[-1].endswith(" ")):
            start += 1
        if end > start:
            self._run(start, end - start)
            self._parts.append(self.source[start:end])
            self._length += end - start

    def _run(self, origin: int, length: int) -> None:
        """Notes where literal text stands; what goes on right behind the run before makes that longer."""
        if self._runs:
            place, before, size = self._runs[-1]
            if before + size == origin and self._length - place == size:
                self._runs[-1] = (place, before, size + length)
                return
        self._runs.append((self._length, origin, length))

    def special(self, plain: str, start: int, end: int) -> None:
        """Adds characters that stand for other ones in the source: an entity, an accent, a break."""
        if plain:
            self._runs.append((self._length, start, end - start))
            self._parts.append(plain)
            self._length += len(plain)

    @property
    def ends_blank(self) -> bool:
        """Tells whether a space, a tab or a line end stands last."""
        return not self._parts or self._parts[-1][-1].isspace()

    @property
    def ends_with_break(self) -> bool:
        """Tells whether a hard break stands last, spaces behind it aside."""
        return "".join(self._parts[-2:]).rstrip(" \u00a0").endswith("\n")

    def line_goes_on(self, least: int) -> bool:
        """Tells whether the running line has at least so many characters and ends with a letter."""
        text = "".join(self._parts[-LAST_PARTS:])
        line = text[max(text.rfind("\n"), text.rfind("\t")) + 1 :].rstrip()
        return len(line) >= least and line[-1].isalpha()

    def line_break(self, start: int, end: int, mark: str = "\n") -> None:
        """Adds a hard break (newline) or the border between two cells (tab)."""
        if self._length:
            self.special(mark, start, end)

    def start_span(self, kind: str, outer_start: int, href: str = "") -> None:
        """Opens a marked stretch."""
        if len(self._open) < 64:  # hostile input nests without end; nothing real goes deeper
            self._open.append(Span(kind, self._length, 0, outer_start, outer_start, href))

    def end_span(self, kind: str, outer_end: int, href: str | None = None) -> None:
        """Closes the innermost open stretch of that kind; nothing happens where none is open."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].kind == kind:
                span = self._open.pop(index)
                span.end, span.outer_end = self._length, outer_end
                if href is not None:
                    span.href = href
                self._spans.append(span)
                return

    @property
    def is_empty(self) -> bool:
        """Tells whether the running block holds no text yet."""
        return not self._length

    @property
    def kind(self) -> str:
        """The kind of the running block."""
        return self._kind

    @property
    def label(self) -> str:
        """The label of the running block."""
        return self._label

    def _last_place(self) -> int:
        return self._runs[-1][1] + self._runs[-1][2] if self._runs else 0
