"""Where a brace closes: near ones by looking, far ones from a table that is built once per text.

The table makes hostile files linear: thousands of blocks that never close would each be searched to the end.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from typing import Final

__all__ = ["Braces"]

_BRACE = re.compile(r"[{}]")
_STOP_IN_QUOTES = re.compile(r'["{}]')
NEAR_CHARS: Final = 8_000
"""How far a brace is followed before the table is built. The longest value of the corpus holds 12,000 characters."""


class Braces:
    """Brace pairs of one text, backslashes not regarded (as in BibTeX)."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._opens: array[int] | None = None
        self._closes: array[int] = array("q")

    def close_of(self, opening: int) -> int:
        """Gives the offset of the brace that closes the one at `opening`, or -1.

        >>> Braces("{a{b}c} }").close_of(0), Braces("{a{b}").close_of(0)
        (6, -1)
        """
        if self._opens is None:
            near = self._look(opening, opening + NEAR_CHARS)
            if near >= 0:
                return near
            if opening + NEAR_CHARS >= len(self._text):
                return -1
            self._build()
        assert self._opens is not None
        at = bisect_left(self._opens, opening)
        return self._closes[at] if at < len(self._opens) and self._opens[at] == opening else -1

    def quote_end(self, opening: int) -> int:
        """Gives the offset of the quote that closes the one at `opening`, or -1; braces inside must pair.

        >>> Braces('"a{"}b"').quote_end(0), Braces('"a}"').quote_end(0)
        (6, -1)
        """
        at = opening + 1
        while stop := _STOP_IN_QUOTES.search(self._text, at):
            at = stop.start()
            mark = self._text[at]
            if mark == '"':
                return at
            if mark == "}" or (at := self.close_of(at)) < 0:
                return -1
            at += 1
        return -1

    def _look(self, opening: int, limit: int) -> int:
        depth = 0
        for brace in _BRACE.finditer(self._text, opening, limit):
            depth += 1 if brace[0] == "{" else -1
            if not depth:
                return brace.start()
        return -1

    def _build(self) -> None:
        opens, closes, stack = array("q"), array("q"), array("q")
        for brace in _BRACE.finditer(self._text):
            if brace[0] == "{":
                stack.append(len(opens))
                opens.append(brace.start())
                closes.append(-1)
            elif stack:
                closes[stack.pop()] = brace.start()
        self._opens, self._closes = opens, closes
