"""Field values as tokens: inline tags, straight quotes turned into quotations, apostrophes.

Source: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

from __future__ import annotations

import re
from functools import lru_cache

from pubtrack.csl.runs import CLOSE, QUOTE, QUOTE_INSIDE, Token
from pubtrack.markup.inline import Tag, tokenize_inline

__all__ = ["field_tokens"]

_SPECIAL = re.compile("[<\"'“”‘’]")
# Blanks inside guillemets are narrow and do not break. Source: Lexique des règles typographiques (Imprimerie nationale)
_GUILLEMETS = re.compile("(?<=«)[ \u00a0]|[ \u00a0](?=»)")
_QUOTES = re.compile("[\"'“”‘’]")


@lru_cache(maxsize=8192)
def field_tokens(text: str, quotes: bool = True) -> tuple[Token, ...]:
    """The tokens of a field value.

    Args:
        text: The value.
        quotes: Whether straight and typographic quotation marks become quotations.

    >>> field_tokens("It's")
    ('It’s',)
    """
    if "«" in text or "»" in text:
        text = _GUILLEMETS.sub("\u202f", text)
    if not _SPECIAL.search(text):
        return (text,) if text else ()
    tokens = tokenize_inline(text)
    return tuple(_Quotes(tokens).run()) if quotes else tuple(tokens)


class _Quotes:
    """Pairs quotation marks over text tokens; what has no partner stays a character."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.out: list[Token] = []
        self.tokens = tokens
        self.open: list[tuple[str, int, int]] = []  # mark, its index in out, tag depth
        self.depth = 0

    def run(self) -> list[Token]:
        for index, token in enumerate(self.tokens):
            if isinstance(token, str):
                self._text(token, self._neighbour(index, -1), self._neighbour(index, 1))
            else:
                self.depth += 1 if isinstance(token, Tag) else -1
                if token is CLOSE:
                    self._drop_deeper()
                self.out.append(token)
        for mark, index, _ in self.open:
            self.out[index] = _orphan(mark)
        return _merged(_inside(self.out))

    def _neighbour(self, index: int, step: int) -> str:
        index += step
        while 0 <= index < len(self.tokens):
            token = self.tokens[index]
            if isinstance(token, str):
                return token[-1 if step < 0 else 0]
            index += step
        return ""

    def _drop_deeper(self) -> None:
        while self.open and self.open[-1][2] > self.depth:
            mark, index, _ = self.open.pop()
            self.out[index] = _orphan(mark)

    def _text(self, text: str, previous: str, following: str) -> None:
        position = 0
        for match in _QUOTES.finditer(text):
            at = match.start()
            if at > position:
                self.out.append(text[position:at])
            position = match.end()
            left = text[at - 1] if at else previous
            right = text[position] if position < len(text) else following
            self._mark(match[0], left, right)
        if position < len(text):
            self.out.append(text[position:])

    def _mark(self, mark: str, left: str, right: str) -> None:
        kind = '"' if mark in '"“”' else "'"
        opens = mark in "“‘" or (mark in "\"'" and left != mark and _can_open(left, right))
        closes = mark in "”’" or (mark in "\"'" and _can_close(left, right))
        partner = next((i for i in range(len(self.open) - 1, -1, -1) if self.open[i][0][-1] == kind), None)
        if closes and partner is not None and self.open[partner][2] == self.depth:
            for other, index, _ in self.open[partner + 1 :]:
                self.out[index] = _orphan(other)
            self.out[self.open[partner][1]] = QUOTE
            del self.open[partner:]
            self.out.append(CLOSE)
        elif opens:
            self.open.append((mark if mark == kind else mark + kind, len(self.out), self.depth))
            self.out.append(mark)
        else:
            self.out.append(_orphan(mark))


def _inside(tokens: list[Token]) -> list[Token]:
    """Marks the quotations that have text of the same field behind them."""
    stack: list[int] = []
    ends: dict[int, int] = {}
    for index, token in enumerate(tokens):
        if isinstance(token, Tag):
            stack.append(index)
        elif token is CLOSE:
            ends[stack.pop()] = index
    for start, end in ends.items():
        if tokens[start] is QUOTE and any(isinstance(token, str) for token in tokens[end:]):
            tokens[start] = QUOTE_INSIDE
    return tokens


def _can_open(left: str, right: str) -> bool:
    return bool(right) and not right.isspace() and (not left or (not left.isalnum() and left not in "’”.,!?"))


def _can_close(left: str, right: str) -> bool:
    return bool(left) and not left.isspace() and (not right or not right.isalnum())


def _orphan(mark: str) -> str:
    return "’" if mark[0] == "'" else mark[0]


def _merged(tokens: list[Token]) -> list[Token]:
    out: list[Token] = []
    for token in tokens:
        if isinstance(token, str) and out and isinstance(out[-1], str):
            out[-1] += token
        else:
            out.append(token)
    return out
