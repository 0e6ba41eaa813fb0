"""What a person should look at in a file: every block that could not be read, and what BibTeX would trip over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pubtrack.bibtex.blocks import Block, Issue, IssueKind
from pubtrack.bibtex.grammar import BLOCK_AT_LINE_START, HEAD, NOT_ENTRIES
from pubtrack.bibtex.values import evaluate

if TYPE_CHECKING:
    from pubtrack.bibtex.contents import Contents
    from pubtrack.bibtex.entry import Entry

__all__ = ["comments", "issues"]

_CONFLICT = re.compile(r"^(?:<{7} .*|={7}|>{7} .*)$", re.MULTILINE)
_LINE_END = re.compile(r"\r\n|\n|\r")
_EXCERPT: Final = 2000
"""Most characters of raw text that a remark other than an unreadable block carries."""


def comments(text: str, blocks: Sequence[Block]) -> list[str]:
    """Gives free text and `@comment` blocks in order, without the white space around them."""
    found, at = [], 0
    for block in blocks:
        found.append(text[at : block.start])
        if block.kind == "comment":
            found.append(text[block.start : block.end])
        at = block.end
    found.append(text[at:])
    return [part for raw in found if (part := raw.strip("\ufeff \t\r\n"))]


def issues(document: Contents) -> list[Issue]:
    """Gives the issues of the document as it was parsed, by place."""
    return sorted(_Inspector(document).all(), key=lambda issue: issue.offset)


class _Inspector:
    def __init__(self, document: Contents) -> None:
        self._document, self._text, self._blocks = document, document._text, document._blocks
        self._ends = [match.end() for match in _LINE_END.finditer(self._text)]

    def all(self) -> Iterator[Issue]:
        yield from self._encoding()
        yield from self._signs()
        yield from self._between()
        seen: dict[str, Block] = {}
        for block in self._blocks:
            yield from self._block(block)
            if block.kind not in NOT_ENTRIES:
                yield from self._key(block, seen)
        yield from self._fields()

    def _issue(self, kind: IssueKind, start: int, end: int, reason: str, key: str | None = None) -> Issue:
        raw = self._text[start:end].rstrip()
        return Issue(kind, bisect_right(self._ends, start) + 1, start, raw, reason, key)

    def _encoding(self) -> Iterator[Issue]:
        encoding = self._document._encoding
        if encoding.errors != "strict":
            yield self._issue("encoding", 0, 0, "Single bytes are not UTF-8; they were read as Windows-1252.")
        elif encoding.guessed:
            yield self._issue("encoding", 0, 0, f"The file is not UTF-8; it was read as {encoding.name}.")

    def _signs(self) -> Iterator[Issue]:
        nul = self._text.find("\0")
        if nul >= 0:
            yield self._issue("nul-byte", nul, nul + 1, "The file holds NUL characters; BibTeX stops at them.")
        if "<<<<<<<" in self._text or ">>>>>>>" in self._text:
            for mark in _CONFLICT.finditer(self._text):
                yield self._issue("conflict-marker", *mark.span(), "A merge was not finished: git conflict marker.")

    def _between(self) -> Iterator[Issue]:
        """An `@` at the start of a line that starts no block: `@article key,` or a comment that never closes."""
        at = 0
        for block in [*self._blocks, None]:
            end = block.start if block else len(self._text)
            for mark in _LOST_BLOCK.finditer(self._text, at, end):
                yield self._issue(
                    "unreadable-block",
                    mark.start(1),
                    end,
                    "It starts like a block but has no opening brace, or never closes.",
                )
            at = block.end if block else end

    def _block(self, block: Block) -> Iterator[Issue]:
        key = block.key or None
        if block.reading == "partial":
            kind: IssueKind = "unreadable-block"
            if block.kind in NOT_ENTRIES:
                reason = f"The @{block.kind} could not be read: {block.error}."
            else:
                reason = f"Only the fields before the error could be read: {block.error}."
            yield self._issue(kind, block.start, block.end, reason, key)
        elif block.error:
            reason = f"BibTeX stops here, other programs may not: {block.error}."
            yield self._issue("irregular-entry", block.start, block.end, reason, key)
        if block.kind == "comment" and HEAD.search(self._text, block.start + 1, block.end):
            reason = "BibTeX reads entries inside @comment, other programs do not."
            yield self._issue("entry-in-comment", block.start, block.end, reason)
        elif (
            block.kind not in NOT_ENTRIES
            and block.reading != "partial"
            and self._text.find("\n@", block.start, block.end) >= 0
        ):
            inner = BLOCK_AT_LINE_START.search(self._text, block.start, block.end)
            if inner:
                reason = "A value holds what looks like another entry; a closing brace may be missing before it."
                yield self._issue("swallowed-entry", inner.end(), min(block.end, inner.end() + _EXCERPT), reason, key)

    def _key(self, block: Block, seen: dict[str, Block]) -> Iterator[Issue]:
        if not block.key:
            yield self._issue("empty-key", block.start, block.end, "The entry has no key.")
            return
        first = seen.setdefault(block.key.lower(), block)
        if first is not block:
            line = bisect_right(self._ends, first.start) + 1
            same = "" if first.key == block.key else f" ({first.key!r}; BibTeX does not tell the cases apart)"
            reason = f"The key is that of line {line}{same}; BibTeX uses the first entry only."
            yield self._issue("duplicate-key", block.start, block.end, reason, block.key)

    def _fields(self) -> Iterator[Issue]:
        for entry in self._document._all():
            if entry._source is self._text:
                yield from self._fields_of(entry)

    def _fields_of(self, entry: Entry) -> Iterator[Issue]:
        seen: set[str] = set()
        for span in entry.spans():
            name = self._text[span.name_start : span.name_end].strip().lower()
            if name in seen:
                reason = f"The field {name!r} is there already; BibTeX uses the first one only."
                yield self._issue("duplicate-field", span.name_start, span.value_end, reason, entry.key)
            seen.add(name)
            if (
                self._text[span.value_start : span.value_start + 1] not in '{"'
                or "#" in self._text[span.value_start : span.value_end]
            ):
                yield from self._macros(entry, span.value_start, span.value_end)

    def _macros(self, entry: Entry, start: int, end: int) -> Iterator[Issue]:
        undefined: list[str] = []
        evaluate(self._text[start:end], self._document._macros(), entry._block.start, undefined)
        for name in undefined:
            reason = f"Nothing defines the macro {name!r} before this place; BibTeX leaves the value empty."
            yield self._issue("undefined-macro", start, end, reason, entry.key)


_LOST_BLOCK = re.compile(r"^[ \t]*(@(?!comment\b[ \t]*+[^{(])[A-Za-z]+)", re.MULTILINE | re.IGNORECASE)
"""`@comment` and words without a brace is a comment, in old files one per line."""
