"""A text becomes blocks.

One pattern match per regular entry, BibTeX's own grammar for odd ones, bibtexparser's splitter for those that BibTeX
cannot read, and a partial entry with an issue where neither can.
"""

from __future__ import annotations

from typing import Final

from pubtrack.bibtex.blocks import Block, FieldSpan
from pubtrack.bibtex.braces import Braces
from pubtrack.bibtex.exact import ExactReader
from pubtrack.bibtex.grammar import (
    BARE_VALUE,
    BLOCK_AT_LINE_START,
    ENTRY,
    ESCAPED_VALUE,
    HEAD,
    IDENTIFIER,
    NOT_ENTRIES,
    STRING,
)
from pubtrack.bibtex.mended import mend
from pubtrack.bibtex.splitter import split
from pubtrack.markup.collector import collector_paused

__all__ = ["scan"]


@collector_paused()
def scan(text: str) -> list[Block]:
    r"""Gives all blocks of the text in order; what stands between them is free text.

    >>> [(b.kind, b.key, b.reading) for b in scan("% mine\n@Article{a, year=1} @misc{b, title={x}")]
    [('article', 'a', 'regular'), ('misc', 'b', 'partial')]
    """
    blocks: list[Block] = []
    append, find, match = blocks.append, text.find, ENTRY.match
    types: dict[str, str] = {}
    slow: _Slow | None = None
    at = 0
    while (at := find("@", at)) >= 0:
        entry = match(text, at)
        if entry:
            kind = types.get(entry[1]) or types.setdefault(entry[1], entry[1].lower())
            if kind not in NOT_ENTRIES:
                end = entry.end()
                append(Block(kind, at, end, entry[2], *entry.span(2)))
                at = end
                continue
        slow = slow or _Slow(text)
        block = slow.block(at)
        if block:
            append(block)
            at = block.end
        else:
            at += 1
    return blocks


_LONGEST: Final = 200_000
"""Most characters of one block that bibtexparser gets. The longest entry of the corpus has 26,000."""


class _Slow:
    """Everything that the fast pattern does not match."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._braces = Braces(text)
        self._exact = ExactReader(text, self._braces)
        self._boundary = -1
        # bibtexparser always reads to the end of what it gets; thousands of broken blocks on one line would be
        # quadratic. Blocks that start lines never overlap, so that real files stay within their own length.
        self._budget = len(text) + 1000

    def block(self, at: int) -> Block | None:
        """Gives the block whose `@` is at `at`, or None where none starts there."""
        string = STRING.match(self._text, at)
        if string:
            spans = [FieldSpan(*string.span(1), *string.span(2))]
            return Block("string", at, string.end(), reading="exact", spans=spans)
        head = HEAD.match(self._text, at)
        if not head:
            return None
        kind, opening = head[1].lower(), head.start(2)
        if kind == "comment":
            return self._comment(at, opening)
        if kind in NOT_ENTRIES:
            block = self._exact.string(at, opening) if kind == "string" else self._exact.preamble(at, opening)
            return self._cut(block) if block.error else block
        block = self._exact.entry(kind, at, opening)
        return self._lenient(block, opening) if block.error else block

    def _comment(self, at: int, opening: int) -> Block | None:
        close = self._braces.close_of(opening) if self._text[opening] == "{" else self._text.find(")", opening)
        return Block("comment", at, close + 1) if close >= 0 else None

    def _lenient(self, block: Block, opening: int) -> Block:
        limit = self._next_block(block.start)
        found, reason = None, ""
        if limit - block.start <= min(self._budget, _LONGEST):
            self._budget -= limit - block.start
            found, reason = split(self._text, block.kind, block.start, limit)
        if not found or not all(self._is_whole(span) for span in found.spans or ()):
            found = mend(self._text, self._exact, block.kind, block.start, opening)
        if found and found.end <= limit:
            found.error = block.error
            return found
        block.error = f"{block.error} (bibtexparser: {reason})" if reason else block.error
        return self._cut(block)

    def _is_whole(self, span: FieldSpan) -> bool:
        """A value that bibtexparser cut out is one value: as BibTeX reads it, with escaped braces, or bare words."""
        if not IDENTIFIER.fullmatch(self._text, span.name_start, span.name_end):
            return False
        value = self._text[span.value_start : span.value_end]
        end, error = self._exact.value(span.value_start)
        if not error and end == span.value_end:
            return True
        return bool(ESCAPED_VALUE.fullmatch(value) or BARE_VALUE.fullmatch(value))

    def _cut(self, block: Block) -> Block:
        """A block that stops early ends where the next one starts, or at the next line that starts one."""
        limit = self._next_block(block.start)
        following = HEAD.search(self._text, min(max(block.end, block.start + 1), limit), limit)
        block.reading, block.end = "partial", following.start() if following else limit
        block.spans = [span for span in block.spans or () if span.value_end <= block.end]
        return block

    def _next_block(self, at: int) -> int:
        if self._boundary <= at:
            following = BLOCK_AT_LINE_START.search(self._text, at + 1)
            self._boundary = following.end() if following else len(self._text)
        return self._boundary
