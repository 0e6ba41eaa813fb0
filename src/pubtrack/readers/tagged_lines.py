"""Formats whose lines begin with a tag (RIS, PubMed): lines with their continuation, and their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["TaggedLine", "tagged_lines"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class TaggedLine(NamedTuple):
    """A tag and its value, all continuation lines included; lines keep their breaks in `parts`."""

    tag: str
    parts: tuple[str, ...]
    start: int
    """Where the value starts in the text, spaces left out; `end` is behind its last character."""
    end: int
    line: int

    @property
    def value(self) -> str:
        """The value on one line."""
        return " ".join(part for part in self.parts if part)


def tagged_lines(text: str, tag: re.Pattern[str]) -> Iterator[TaggedLine]:
    r"""The tagged lines of a text in order; what stands before the first tag comes with the tag "".

    Args:
        text: The text, with any line ends.
        tag: Matches at the start of a line that opens a value; its group 1 is the tag.

    >>> [(l.tag, l.value) for l in tagged_lines("TI  - a\n  b\nER  - ", re.compile(r"([A-Z][A-Z0-9])  - ?"))]
    [('TI', 'a b'), ('ER', '')]
    """
    name, parts, start, end, opened = "", list[str](), 0, 0, 1
    position, number, is_empty = 0, 0, True
    while position < len(text):
        match = _LINE.match(text, position)
        next_position = match.end() if match else len(text)
        line = text[position:next_position]
        number += 1
        head = tag.match(line)
        if head:
            if name or not is_empty:
                yield TaggedLine(name, tuple(parts), start, end, opened)
            name, parts, opened, is_empty = head[1], [], number, True
            start = end = position + head.end()
        body = line[head.end() :] if head else line
        if stripped := body.strip(" \t\r\n\ufeff"):
            at = position + (head.end() if head else 0) + body.index(stripped)
            start = at if is_empty else start
            end, is_empty = at + len(stripped), False
        parts.append(stripped)
        position = next_position
    if name or not is_empty:
        yield TaggedLine(name, tuple(parts), start, end, opened)
