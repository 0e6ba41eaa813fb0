"""Rows of Markdown tables: where their cells stand, and where a table without borders at its sides begins.

Source: https://github.github.com/gfm/#tables-extension-
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["cells", "parts_rows"]

_PARTING = re.compile(r"[\s|:+-]*-[\s|:+-]*")
_BORDER = re.compile(r"(?<!\\)\|")


def parts_rows(line: str) -> bool:
    """Tells whether a line parts the names of columns from the rows below.

    >>> parts_rows("--- | :---:"), parts_rows("a | b"), parts_rows("---")
    (True, False, False)
    """
    return "|" in line and _PARTING.fullmatch(line) is not None


def cells(source: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Gives where the cells of a row stand, the empty ones as well; a row of marks has none.

    >>> row = "| | Ada | Notes |"
    >>> [row[a:b].strip() for a, b in cells(row, 0, len(row))]
    ['', 'Ada', 'Notes', '']
    """
    line = source[start:stop]
    if _PARTING.fullmatch(line):
        return
    first = len(line) - len(line.lstrip())
    first += line.startswith("|", first)
    for border in _BORDER.finditer(line, first):
        yield start + first, start + border.start()
        first = border.end()
    yield start + first, stop
