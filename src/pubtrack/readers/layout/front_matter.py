"""The YAML or TOML head of a Markdown or HTML page, line by line, with the place of every value.

Source: https://jekyllrb.com/docs/front-matter/ and https://gohugo.io/content-management/front-matter/
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from collections.abc import Iterator

from pubtrack.markup.spans import NEXT_PAGE, BlockBuilder

__all__ = ["Head", "add_data_lines", "front_matter_end", "heads_in"]

_FENCE = re.compile(r"\A\ufeff?\s{0,200}(---|\+\+\+)[ \t]*\r?\n")
_LINE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<dash>-[ \t]+)?(?:\"|')?(?P<key>[A-Za-z_][\w .-]{0,40}?)(?:\"|')?[ \t]*(?P<mark>[:=])(?=[ \t]|\r?$|(?<==))[ \t]*(?P<value>[^\r\n]*)",
    re.MULTILINE,
)
_ANY_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SILENT = re.compile(r"\s*(?:#|---\s*$|\.\.\.\s*$|\[\[?[\w.]+\]?\]\s*$|$)")
_LISTED = re.compile(r"[ \t]*-[ \t]+")
_FOLDED = re.compile(r"[|>][+-]?\d?[ \t]*$")


def front_matter_end(text: str) -> tuple[int, int, int] | None:
    """Gives (start of the lines, end of the lines, start of the page), or None where the text has no head."""
    opening = _FENCE.match(text)
    if not opening:
        return None
    closing = re.compile(rf"^{re.escape(opening[1])}[ \t]*\r?$", re.MULTILINE).search(
        text, opening.end(), opening.end() + 200_000
    )
    if not closing:
        return None
    return opening.end(), closing.start(), closing.end()


def add_data_lines(text: str, start: int, end: int, builder: BlockBuilder) -> None:
    """Adds one `meta` block for each `key: value` line, labelled with its key; a dash before the key sets level 1.

    Deeper lines without a key of their own (folded text, lists) go on with the value; a comment or a table head of TOML
    ends it.
    """
    data = _Data(text, builder)
    for line in _ANY_LINE.finditer(text, start, end):
        if line.end() > line.start():
            data.take(line)
    builder.close()


_INNER = re.compile(
    r"^---[ \t]*\r?\n(?P<lines>(?:(?:[A-Za-z_][\w.-]{0,40}:(?:[ \t][^\r\n]*)?|[ \t]+\S[^\r\n]*|-[ \t][^\r\n]*|#[^\r\n]*|[ \t]*)\r?\n){1,80}?)---[ \t]*\r?$",
    re.MULTILINE,
)
_NAMED = re.compile(r"^(?:title|layout|collection|permalink):", re.MULTILINE | re.IGNORECASE)
"""Keys without one of which lines between two borders are no head: `Phone: 12` between rules is text."""


class Head:
    """The head of another page further down in a text, where several pages stand one after the other."""

    def __init__(self, match: re.Match[str]) -> None:
        self.start: int = match.start()
        self.end: int = match.end()
        self._lines = match.span("lines")

    def add(self, source: str, builder: BlockBuilder) -> None:
        """Adds the lines of the head as `meta` blocks; the first says that another page begins with it.

        Args:
            source: The text.
            builder: Where the blocks go.
        """
        first = len(builder.blocks)
        add_data_lines(source, *self._lines, builder)
        if len(builder.blocks) > first:
            builder.blocks[first].level = NEXT_PAGE


def heads_in(source: str, start: int) -> Iterator[Head]:
    """Gives the heads of pages that stand behind the first one: `---`, keys with a title among them, `---`.

    Args:
        source: The text.
        start: Where the first page begins, behind its head.
    """
    place = start
    while (place := source.find("\n---", place)) >= 0:
        place += 1
        match = _INNER.match(source, place)
        if match and _NAMED.search(match["lines"]):
            yield Head(match)
            place = match.end()


class _Data:
    """The value that stands open while the lines of a data file go by."""

    def __init__(self, text: str, builder: BlockBuilder) -> None:
        self.text = text
        self.builder = builder
        self.depth = -1
        """Indent of the key whose value is open, -1 for none."""
        self.folded = False
        """The value began with `|` or `>`: all deeper lines are text."""

    def take(self, line: re.Match[str]) -> None:
        entry = _LINE.match(self.text, line.start(), line.end())
        if entry and not (self.folded and len(entry["indent"]) > self.depth):
            self._open(entry)
        elif _SILENT.match(line[0]):
            if line[0].strip():
                self.builder.close()
                self.depth = -1
        elif self.depth >= 0 and len(line[0]) - len(line[0].lstrip()) >= self.depth:
            self._go_on(line)

    def _open(self, entry: re.Match[str]) -> None:
        self.builder.open("meta", 1 if entry["dash"] else 0, entry["key"].strip().lower())
        self.depth = len(entry["indent"]) + len(entry["dash"] or "")
        self.folded = _FOLDED.match(entry["value"]) is not None
        first, last = _unquoted(self.text, entry.start("value"), entry.end("value"))
        if last > first and not self.folded:
            self.builder.text(first, last)

    def _go_on(self, line: re.Match[str]) -> None:
        """Adds a line that belongs to the value above; entries of a list are parted by commas."""
        dash = _LISTED.match(line[0])
        first, last = _unquoted(
            self.text, line.start() + (dash.end() if dash else 0), line.start() + len(line[0].rstrip())
        )
        while first < last and self.text[first].isspace():
            first += 1
        if last > first:
            if not self.builder.is_empty:
                self.builder.special(", " if dash else " ", first, first)
            self.builder.text(first, last)


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrows the value to what stands inside its quotes."""
    while end > start and text[end - 1] in " \t,":
        end -= 1
    if end - start >= 2 and text[start] in "\"'" and text[end - 1] == text[start]:
        return start + 1, end - 1
    return start, end
