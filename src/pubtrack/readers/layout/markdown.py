"""Markdown and plain text as blocks; HTML inside is followed too.

Source: https://spec.commonmark.org/0.31.2/ for lists, headings and emphasis, loosely: pages are written by people.
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.markup.spans import Block, BlockBuilder
from pubtrack.readers.layout.data_file import data_blocks, is_data
from pubtrack.readers.layout.front_matter import Head, add_data_lines, front_matter_end, heads_in
from pubtrack.readers.layout.inline import Inline
from pubtrack.readers.layout.markdown_links import goes_on
from pubtrack.readers.layout.shortcodes import Call, calls_in
from pubtrack.readers.layout.table_rows import cells, parts_rows
from pubtrack.readers.layout.wrapping import had_no_room, wrapped_at

__all__ = ["markdown_blocks", "text_blocks"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?![#.\w])[ \t]*")
_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?P<mark>[-*+•◦▪■●○·–—‣⁃➢✓→](?=[ \t\u00a0])|(?:\d{1,3}[.)]|\[\d{1,3}\]|\[\^[\w-]{1,20}\]:|[（(]\d{1,3}[)）]|【\d{1,3}】|\d{1,3}[、．]|[a-zA-Z][)])(?=[ \t\u00a0\u3000]|(?<=[、．）】]))|[•●■](?=\S)|(?:\d{1,3}[.)]|\(\d{1,3}\)|\[\d{1,3}\])(?=[《“「『]))"
    r"[ \t\u00a0\u3000]*"
)
_BARE = re.compile(r"[ \t]*(?:[-*+•◦▪■●○·–—‣⁃➢✓→]|\d{1,3}[.)]|\[\d{1,3}\]|[（(]\d{1,3}[)）])[ \t\u00a0]*\Z")
"""A mark alone in its line, as a browser copies some lists: what it marks stands below."""
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-{2,}|~{3,}|\*{4,}|_{4,})[ \t]*\Z")
_ENTRY_ENDS = re.compile(r"(?:\d(?: ?(?:pp?|S|págs?))?\)?\.\)?|\d[-–]\d{1,4})\s*\Z")
_ENTRY_BEGINS = re.compile(r"\s*[\"“«„'‘(A-ZÀ-Þ]")
_QUOTE_BEGINS = re.compile(r"\s*[\"“„«]\w")
_OVER = re.compile(r"[A-ZÀ-Þ][\w&/'’-]*(?: {1,3}(?:[\w&/'’-]+|\([^()]{1,30}\))){0,5}:?")
"""A short line of words alone, without digits or marks: a heading where deeper lines follow."""
_OPEN_ENDS = re.compile(r"(?:,| (?:and|und|et|y|&|of|the|in))\s*\Z")
_QUOTED = re.compile(r"[ \t]*>[ \t]?")
_SILENT = re.compile(r"\s*<(style|script|svg)\b", re.IGNORECASE)
_FENCE = re.compile(r"[ ]{0,3}(```+|~~~+)")


class _Lines:
    """Walks the lines of a document and opens a block wherever one begins."""

    def __init__(self, source: str, plain: bool, width: int, wrapped: int) -> None:
        self.source = source
        self.builder = BlockBuilder(source, keep_soft=True)
        self.inline = Inline(source, self.builder, by_lines=not plain)
        self.plain = plain
        self.width = width
        self.wrapped = wrapped
        """The width at which lines were broken without meaning anything, 0 where they were not."""
        self.fence = ""
        self.silence = ""
        self.quoted = False
        """The line before was part of a block quote."""
        self.pending: tuple[int, int] | None = None
        """The stretch of source that belongs to the running block and was not fed yet."""
        self.last_length = 0
        self.table = False
        """The line before was a row of a table that has no borders at its sides."""
        self.closed = False
        """The line before ended like a reference: with its pages or year."""
        self.indent = 0
        self.hung = False
        """A line of the running block stood deeper than its first one."""
        self.stopped = False
        """The line before ended with a full stop."""
        self.below = False
        """The line before was text: a block that begins now stands right under it."""
        self.listed: int | None = None
        """Where the text of the last item may go on, in columns; None where something else stood since."""
        self.marked = False
        """A mark of a list stood alone: the text that comes next is its item."""

    def walk(self, start: int) -> list[Block]:
        for call in () if self.plain else _entries_in(self.source, start):
            if call.start < start:
                continue
            self._lines(start, call.start)
            start = call.start
            if not (self.fence or self.silence):
                self._break()
                self.marked, self.listed = False, None
                call.add(self.source, self.builder)
                start = call.end
        self._lines(start, len(self.source))
        self._flush()
        self.builder.close()
        return [_named(block) for block in self.builder.blocks]

    def _lines(self, start: int, end: int) -> None:
        for line in _LINE.finditer(self.source, start, end):
            if line.end() > line.start():
                self._line(line.start(), line.end())

    def _line(self, start: int, end: int) -> None:
        line = self.source[start:end].rstrip("\r\n")
        stop = start + len(line)
        if self._fenced(line) or self._silent(line):
            return
        below = False
        self.table = self.table and "|" in line
        if not line.strip():
            self._break()
        elif _UNDERLINE.match(line):
            self._underline(line)
        elif "#" in line and (heading := _HEADING.match(line)):
            self.listed, self.marked = None, False
            self._begin("heading", len(heading[1]))
            self._take(start + heading.end(), start + len(line.rstrip().rstrip("#").rstrip()))
            self._break()
        else:
            below = True
            self._content(start, stop, line)
        self.last_length = len(line)
        self.below = below
        self.closed = self.plain and _ENTRY_ENDS.search(line, max(0, len(line) - 8)) is not None
        self.stopped = line.rstrip().endswith(".")

    def _content(self, start: int, stop: int, line: str) -> None:
        """Begins an item, a row or a paragraph, or goes on with what the line before began."""
        if self.marked and not _ITEM.match(line):
            self.marked = False
            self._begin("item")
            self._take(start, stop)
        elif _BARE.match(line):
            self._break()
            self.marked, self.listed = True, None
        elif item := _ITEM.match(line):
            self.marked = False
            label = "letter" if item["mark"][0].isalpha() else ""
            indent = len(item["indent"].expandtabs(4))
            self._begin("item", indent // 2, label)
            self._take(start + item.end(), stop)
            self.listed = indent + 2
        elif self._in_table(line) or line.lstrip().startswith("|"):
            self._row(start, stop)
        else:
            self._text_line(start, stop, line)

    def _fenced(self, line: str) -> bool:
        if line.strip() == "~~~" and not self.fence:
            return True  # HTML stands between such lines: Franklin.jl
        fence = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if fence and not self.fence:
            self._break()
            self.fence = fence[1][:3]
            return True
        if self.fence:
            if fence and fence[1].startswith(self.fence):
                self.fence = ""
            return True
        return False

    def _silent(self, line: str) -> bool:
        """Skips the lines of a style sheet or script, blank lines and all."""
        if self.silence:
            if f"</{self.silence}" in line.lower():
                self.silence = ""
            return True
        opening = _SILENT.match(line) if "<" in line else None
        if opening and f"</{opening[1].lower()}" not in line.lower():
            self._break()
            self.silence = opening[1].lower()
            return True
        return False

    def _underline(self, line: str) -> None:
        """A row of `=` or `-` makes the line above a heading; alone it is a border."""
        single = self.pending is not None and "\n" not in self.source[slice(*self.pending)].strip()
        if single and self.pending and self.builder.is_empty and self.builder.kind == "para":
            pending = self.pending
            if pending[1] - pending[0] < 200:
                self.builder.open("heading", 1 if line.strip()[0] == "=" else 2)
                self.pending = pending
        self._break()

    def _in_table(self, line: str) -> bool:
        """Tells whether a line is a row of a table without borders at its sides: `Year | Title` over `--- | ---`."""
        if self.pending is not None and not self.table and parts_rows(line):
            above, self.pending, self.table = self.pending, None, True
            self._row(*above)
        return self.table and "|" in line

    def _row(self, start: int, stop: int) -> None:
        self._begin("row")
        for index, (first, last) in enumerate(cells(self.source, start, stop)):
            if index:
                self.builder.special("\t", first - 1, first)
            self._feed(first, last)
        self._break()

    def _text_line(self, start: int, stop: int, line: str) -> None:
        indent = len(line) - len(line.lstrip())
        quote = _QUOTED.match(line)
        first = start + (quote.end() if quote else 0)
        if quote and not self.quoted:
            self._break()
        self.quoted = quote is not None
        if self.pending is None and self.builder.is_empty:
            self.indent, self.hung = indent, False
            self._take(first, stop)
            if self.listed is not None and len(line[:indent].expandtabs(4)) >= self.listed:
                self.builder.inside = True
            else:
                self.listed = None
        elif self.plain and not self._continues(line, indent):
            self._begin("para")
            self.indent = indent
            self._take(first, stop)
        else:
            self._join(first, stop)

    def _continues(self, line: str, indent: int) -> bool:
        """Tells whether a line of plain text goes on from the line before: hanging indent, or the line before was full."""
        if indent > self.indent or (self.builder.kind == "item" and indent):
            alone = self.builder.kind == "para" and not self.hung and self.builder.is_empty and self._stands_over(line)
            self.hung = not alone
            return not alone
        if self.hung and indent == self.indent:
            return False  # the entry before hung under its first line: this is the next one
        if self.width > 110 or self.last_length < self.width * 0.7:
            return False
        first = line.find(" ", indent)
        room = self.width * (0.85 if self.builder.kind == "item" else 0.95)
        if self.last_length + 1 + (first if first > 0 else len(line)) - indent < room and not self._is_open(line):
            return False  # whoever wraps lines would have set the word on the line before
        if (self.closed and _ENTRY_BEGINS.match(line)) or (self.stopped and _QUOTE_BEGINS.match(line)):
            return False
        if self.builder.kind == "item" and self._is_open(line):
            return True
        return not re.match(r"\s*(?:\d{4}\b|[A-Z][^.]{0,60}:\s*$)", line)

    def _is_open(self, line: str) -> bool:
        """Tells whether the line before ends with a comma or `and`, and this one begins no quoted title."""
        before = self.source[slice(*self.pending)] if self.pending else ""
        return _OPEN_ENDS.search(before, max(0, len(before) - 8)) is not None and not _QUOTE_BEGINS.match(line)

    def _stands_over(self, below: str) -> bool:
        """Tells whether the running line is a heading for the deeper ones below: `  Books`, `HONORS AND AWARDS`."""
        if below.lstrip()[:1].islower():
            return False
        line = self.source[slice(*self.pending)].strip() if self.pending else ""
        return _OVER.fullmatch(line) is not None

    def _join(self, start: int, stop: int) -> None:
        """Goes on with the running block; two spaces, one backslash or two (kramdown) at the line end are a hard break."""
        if self.pending is not None:
            line_end = self.pending[1]
            before = self.source[self.pending[0] : line_end]
            if not self.plain and goes_on(before):
                self._take(self.pending[0], stop)
                return
            hard = before.endswith(("  ", "\\"))
            self._flush(cut=min(2, len(before) - len(before.rstrip("\\"))))
            place = max(self.source.rfind(end, line_end, start) for end in "\n\r")
            if hard and not self.plain:
                self.builder.line_break(place, place + 1)
            elif not self.builder.is_empty:
                common = COMMON_WIDTH if self.last_length <= COMMON_WIDTH and not self.plain else 0
                if had_no_room(self.last_length, self.source[start:stop], self.wrapped or common):
                    self.builder.special(" ", place, place + 1)
                self.builder.text(place, place + 1)
        self._take(start, stop)

    def _begin(self, kind: str, level: int = 0, label: str = "") -> None:
        self._break()
        self.hung = False
        self.builder.open(kind, level, label)
        self.builder.near = self.below and kind != "heading"

    def _take(self, start: int, stop: int) -> None:
        self.pending = (start, max(start, stop))

    def _flush(self, cut: int = 0) -> None:
        if self.pending is not None:
            start, stop = self.pending
            self.pending = None
            self._feed(start, stop - cut)

    def _feed(self, start: int, stop: int) -> None:
        stretch = self.source[start:stop]
        self.inline.feed(start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip()))

    def _break(self) -> None:
        self._flush()
        self.inline.open_marks.clear()
        if not self.builder.is_empty:
            self.builder.close()


def _entries_in(source: str, start: int) -> list[Call | Head]:
    """Gives what stands in a page and is data: calls of templates, heads of further pages."""
    found: list[Call | Head] = [*calls_in(source, start), *heads_in(source, start)]
    return sorted(found, key=lambda entry: entry.start)


def _named(block: Block) -> Block:
    """Drops marks that never closed and gives the others their plain names."""
    for span in block.spans:
        span.kind = span.kind.removeprefix("md-")
    return block


def markdown_blocks(source: str) -> list[Block]:
    r"""Gives the blocks of a Markdown page: its head as `meta` blocks, then headings, items, rows, paragraphs.

    >>> [(b.kind, b.text) for b in markdown_blocks("# Papers\n\n1. A *B* C,\n   [D](http://x.y)\n")]
    [('heading', 'Papers'), ('item', 'A B C, D')]
    """
    return _walk(source, plain=False)


def text_blocks(source: str) -> list[Block]:
    r"""Gives the blocks of a plain text: lines that were wrapped at a width are joined, other lines stand alone.

    >>> [b.text for b in text_blocks("Papers\n\nOne line.\nAnother line.")]
    ['Papers', 'One line.', 'Another line.']
    """
    return _walk(source, plain=True)


COMMON_WIDTH = 80
"""The width at which editors break lines of Markdown: a line that had no room below it for the next word ends nothing."""
NEVER_WRAPPED = 10_000
"""A width that no line reaches: lines with tabs are rows, and none goes on in the next."""


def _tabbed(source: str) -> bool:
    """Tells whether a text was copied from a table: a fifth of its lines hold a tab between words."""
    lines = [line.strip() for line in source[:200_000].splitlines() if line.strip()]
    return 5 * sum("\t" in line for line in lines) >= len(lines) > 0


def _walk(source: str, plain: bool) -> list[Block]:
    head = front_matter_end(source)
    rows = source[:200_000].splitlines()
    lengths = sorted(len(line) for line in rows if line.strip()) if plain else []
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    if plain and _tabbed(source):
        width = NEVER_WRAPPED
    lines = _Lines(source, plain, width, wrapped_at(rows, _ITEM.match))
    if head:
        add_data_lines(source, head[0], head[1], lines.builder)
    elif not plain and is_data(source):
        return data_blocks(source)
    return lines.walk(head[2] if head else 0)
