"""The new text of one entry: put together, read again, and taken only where it says what was meant.

Seen in peers: values written with unbalanced braces swallowed the entries behind them; re-reading is what rules it out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pubtrack.bibtex.entry import Entry
from pubtrack.bibtex.grammar import COMMA
from pubtrack.bibtex.neighbours import check_neighbours, refusal
from pubtrack.bibtex.scan import scan
from pubtrack.bibtex.style import Style, style_of
from pubtrack.errors import InputError

if TYPE_CHECKING:
    from pubtrack.bibtex.blocks import Block
    from pubtrack.bibtex.contents import Contents

__all__ = ["NEAR_ENTRIES", "EntryText", "layout", "only_block", "read_again", "rewrite", "take", "unique", "whole"]

NEAR_ENTRIES: Final = 60
"""How many entries are looked at: on each side for the place of a field, at the file's start for the layout."""


def whole(document: Contents, key: str | Entry) -> Entry:
    """Gives the entry that is meant, where BibTeX can read all of it; see `unique`."""
    entry = unique(document, key)
    if entry.reading == "partial":
        raise refusal(entry, f"BibTeX cannot read all of it ({entry._block.error}); correct it by hand first")
    return entry


def unique(document: Contents, key: str | Entry) -> Entry:
    """Gives the only entry that is meant; refuses a key of several, and an entry of another document."""
    if isinstance(key, Entry):
        if key not in document._find(key.key):
            raise InputError(f"The entry {key.key!r} does not belong to this document (any more).")
        return key
    entry = document.entry(key)
    alike = document._find(key)
    if len(alike) > 1:
        raise refusal(entry, f"{len(alike)} entries have this key; name one by its `Entry`, or rename all but one")
    return entry


class EntryText:
    """An entry taken apart into its fields, of each the text before its value and the value expression."""

    def __init__(self, entry: Entry) -> None:
        source, block, spans = entry._source, entry._block, entry.spans()
        ends = [block.start, *(span.value_end for span in spans)]
        self._leads = [source[end : span.value_start] for end, span in zip(ends, spans, strict=False)]
        self._tail = source[ends[-1] : block.end]
        self._key_end = block.key_end - block.start
        self.names: list[str] = [source[span.name_start : span.name_end].strip().lower() for span in spans]
        self.expressions: list[str] = [source[span.value_start : span.value_end] for span in spans]

    def pairs(self) -> list[tuple[str, str]]:
        """Gives lower-case names and value expressions in the order of the entry."""
        return list(zip(self.names, self.expressions, strict=True))

    def joined(self) -> str:
        """Gives the text of the entry."""
        return "".join(lead + value for lead, value in zip(self._leads, self.expressions, strict=True)) + self._tail

    def insert(self, at: int, style: Style, name: str, expression: str) -> None:
        """Puts a new field before the one that is number `at`."""
        between = style.separator if self.names else self._opened(style)
        self._leads.insert(at, between + style.field(name, ""))
        self.names.insert(at, name.lower())
        self.expressions.insert(at, expression)

    def _opened(self, style: Style) -> str:
        """Gives what stands before the first field of an entry that has none; the tail then stands behind it."""
        raw, at = self._tail, self._key_end
        if COMMA.match(raw, at):
            at = raw.index(",", at) + 1
            unread = "," if raw[at:-1].strip() else ""  # of a partial entry
            self._tail = unread + raw[at:]
            return raw[:at] + style.opening
        inside = raw[at:-1]
        closing = style.closing if not inside.strip() and "\n" not in inside else ""
        self._tail = f"{',' if style.trailing_comma else ''}{closing}{raw[at:]}"
        return f"{raw[:at]},{style.opening}"


def layout(document: Contents, entry: Entry | None) -> Style:
    """The layout of the entry; what it does not show comes from the first good one of the file, then from our own."""
    style = Style().with_eol(document.eol)
    if entry is None:
        return style
    if len({span.name_end - span.name_start for span in entry.spans()}) < 2:
        sample = next(
            (e for e in document._all()[:NEAR_ENTRIES] if len(e.spans()) > 1 and e.reading == "regular"), None
        )
        style = style_of(sample, style) if sample else style
    return style_of(entry, style)


def only_block(text: str) -> Block | None:
    """Gives the block that is the whole text, if it is one."""
    blocks = scan(text)
    return blocks[0] if len(blocks) == 1 and (blocks[0].start, blocks[0].end) == (0, len(text)) else None


def read_again(entry: Entry, text: str, key: str, expected: list[tuple[str, str]], kind: str | None = None) -> Block:
    """Reads the new text of an entry again: only what was meant may differ."""
    block = only_block(text)
    if block is None or (block.reading == "partial" and block.error != entry._block.error):
        raise refusal(entry, "BibTeX could not read it afterwards")
    again = Entry(entry._home, block, text)
    if (block.key, block.kind) != (key, kind or entry.type) or sorted(EntryText(again).pairs()) != sorted(expected):
        raise refusal(entry, "more than the one value would have changed")
    return block


def rewrite(
    document: Contents, entry: Entry, text: str, expected: list[tuple[str, str]], kind: str | None = None
) -> None:
    """Gives an entry its new text, where that holds these fields and is of that type."""
    take(document, entry, read_again(entry, text, entry.key, expected, kind), text)


def take(document: Contents, entry: Entry, block: Block, text: str) -> None:
    """Gives an entry its new text, where that leaves the others as they are read."""
    if document.reads_across:
        check_neighbours(document, entry, block, text)
    entry._block, entry._source, entry._cache = block, text, None
    document._changed()
