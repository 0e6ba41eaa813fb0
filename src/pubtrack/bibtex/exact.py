"""Reading one block exactly as BibTeX does, nesting of any depth; the first error ends the block, as it does there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubtrack.bibtex.blocks import Block, FieldSpan
from pubtrack.bibtex.grammar import KEY_END, NAME_EQUALS, PIECE, SPACE

if TYPE_CHECKING:
    from pubtrack.bibtex.braces import Braces

__all__ = ["ExactReader"]

CLOSING = {"{": "}", "(": ")"}


class ExactReader:
    """Reads blocks of one text. A block that stops early carries `error` and the fields before it."""

    def __init__(self, text: str, braces: Braces) -> None:
        self._text, self._braces = text, braces

    def entry(self, kind: str, start: int, opening: int) -> Block:
        """Gives the entry whose `{` or `(` is at `opening`."""
        text, mark = self._text, self._text[opening]
        key_start = self._skip(opening + 1)
        match = KEY_END[mark].match(text, key_start)
        key_end = match.end() if match else key_start
        block = Block(kind, start, key_end, text[key_start:key_end], key_start, key_end, "exact", [])
        self._fields(block, self._skip(key_end), CLOSING[mark])
        return block

    def string(self, start: int, opening: int) -> Block:
        """Gives the macro definition whose `{` or `(` is at `opening`; its one span is name and value."""
        block = Block("string", start, opening + 1, reading="exact", spans=[])
        at = self._skip(opening + 1)
        at, block.error = self._field(block, at)
        if not block.error and self._text[at : at + 1] != CLOSING[self._text[opening]]:
            block.error = f"expected {CLOSING[self._text[opening]]!r} after the value"
        block.end = at if block.error else at + 1
        return block

    def preamble(self, start: int, opening: int) -> Block:
        """Gives the preamble whose `{` or `(` is at `opening`; its one span is the value."""
        block = Block("preamble", start, opening + 1, reading="exact", spans=[])
        value_start = self._skip(opening + 1)
        value_end, block.error = self.value(value_start)
        at = self._skip(value_end)
        if not block.error and self._text[at : at + 1] != CLOSING[self._text[opening]]:
            block.error = f"expected {CLOSING[self._text[opening]]!r} after the value"
        assert block.spans is not None
        block.spans.append(FieldSpan(value_start, value_start, value_start, value_end))
        block.end = at if block.error else at + 1
        return block

    def value(self, at: int) -> tuple[int, str]:
        """Gives the end of the value expression at `at`, and what is wrong with it or an empty string."""
        while True:
            end, error = self._piece(at)
            if error:
                return end, error
            hash_at = self._skip(end)
            if self._text[hash_at : hash_at + 1] != "#":
                return end, ""
            at = self._skip(hash_at + 1)

    def _fields(self, block: Block, at: int, closing: str) -> None:
        text = self._text
        while True:
            mark = text[at : at + 1]
            if mark == closing:
                block.end = at + 1
                return
            if mark != ",":
                where = "a field" if block.spans else "the key"
                block.error, block.end = f"expected ',' or {closing!r} after {where}", at
                return
            at = self._skip(at + 1)
            if text[at : at + 1] == closing:
                continue
            at, block.error = self._field(block, at)
            if block.error:
                block.end = at
                return

    def _field(self, block: Block, at: int) -> tuple[int, str]:
        name = NAME_EQUALS.match(self._text, at)
        if not name:
            return at, "expected a field name and '='"
        end, error = self.value(name.end())
        if error:
            return end, error
        assert block.spans is not None
        block.spans.append(FieldSpan(name.start(1), name.end(1), name.end(), end))
        return self._skip(end), ""

    def _piece(self, at: int) -> tuple[int, str]:
        mark = self._text[at : at + 1]
        if mark == "{":
            close = self._braces.close_of(at)
            return (close + 1, "") if close >= 0 else (at, "a value in braces never closes")
        if mark == '"':
            close = self._braces.quote_end(at)
            return (close + 1, "") if close >= 0 else (at, "a value in quotes never closes, or its braces do not pair")
        piece = PIECE.match(self._text, at)
        return (piece.end(), "") if piece else (at, "expected a value")

    def _skip(self, at: int) -> int:
        match = SPACE.match(self._text, at)
        return match.end() if match else at
