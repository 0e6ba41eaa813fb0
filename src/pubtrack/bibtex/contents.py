"""What a .bib file holds and where it stands: the part of a document that edits, inspection and inheritance work on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from sys import intern
from typing import overload

from pubtrack.bibtex.encoding import Encoding, dominant_eol
from pubtrack.bibtex.entry import Entry
from pubtrack.bibtex.grammar import NOT_ENTRIES
from pubtrack.bibtex.patches import Patch, apply
from pubtrack.bibtex.scan import scan
from pubtrack.bibtex.values import LONGEST_EXPANSION, Macros, evaluate
from pubtrack.errors import NotFoundError
from pubtrack.markup.collector import collector_paused

__all__ = ["Contents", "Entries"]

# What a value must not hold to be its own text: alternatives of literals, which the regex engine searches fastest.
_SPECIAL = re.compile(r"\\|\{|\}|\$|~|`|--|''|  |\n|\t|\r|\f|\v")
_ALL = re.compile("")
_LINE_END = re.compile(r"\r\n|\n|\r")


class _FieldNames(dict[str, str]):
    """Field names as they are spelled to lower case; one string object per name keeps large files small."""

    def __missing__(self, name: str) -> str:
        folded = self[name] = intern(name.strip().lower())
        return folded


class Entries(Sequence[Entry]):
    """The entries of a document in their order."""

    def __init__(self, entries: list[Entry]) -> None:
        self._entries = entries

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        return self._entries[index]

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)


class Contents:
    """The text, the blocks and the entries of a .bib file, as they were read and as edits have left them."""

    def __init__(self, text: str = "", encoding: Encoding | None = None, ascii_only: bool = False) -> None:
        self._text: str = text
        self._encoding = encoding or Encoding()
        self.ascii_only: bool = ascii_only
        self._blocks = scan(text)
        self._entries: list[Entry] | None = None
        self._by_key: dict[str, list[Entry]] | None = None
        self._removed: list[Patch] = []
        self._macro_table: Macros | None = None
        self._lower = _FieldNames().__getitem__
        self._special: Callable[[str], re.Match[str] | None] = (
            _SPECIAL if self._encoding.errors == "strict" else _ALL
        ).search
        self._layout: tuple[dict[int, int], list[int]] | None = None
        self._keeps_order: bool | None = None
        self._open_entry: int | None = None
        self._odd: bool | None = None

    @property
    def entries(self) -> Entries:
        """All entries in their order; their fields are read on first use."""
        return Entries(self._all())

    def entry(self, key: str) -> Entry:
        """Gives the entry with that key: spelled so, else the only one that differs in case; of duplicates the first.

        Raises:
            NotFoundError: No entry has that key.
        """
        found = self._find(key)
        if not found:
            raise NotFoundError(f"No entry has the key {key!r}.", self._suggestions(key))
        return found[0]

    def get(self, key: str) -> Entry | None:
        """Gives the entry with that key, or None."""
        found = self._find(key)
        return found[0] if found else None

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and bool(self._find(key))

    def __len__(self) -> int:
        return len(self._all())

    @property
    def encoding(self) -> Encoding:
        """How the bytes became text, and how `render_bytes` turns text into bytes."""
        return self._encoding

    @property
    def eol(self) -> str:
        r"""The line end of new lines: that of the file."""
        return dominant_eol(self._text)

    def render(self) -> str:
        """Gives the text as it is now; without edits exactly the text that was parsed (a BOM is in `render_bytes`)."""
        return apply(self._text, self._patches())

    @property
    def is_edited(self) -> bool:
        """Whether it may be another text than was parsed."""
        return bool(self._removed) or any(entry._source is not self._text for entry in self._entries or ())

    def release(self) -> None:
        """Lets go of the values that were read; they are read again when they are asked for."""
        for entry in self._entries or ():
            entry._cache = None

    # For the modules of this room

    def _all(self) -> list[Entry]:
        if self._entries is None:
            text = self._text
            with collector_paused():
                self._entries = [Entry(self, block, text) for block in self._blocks if block.kind not in NOT_ENTRIES]
        return self._entries

    def _index(self) -> dict[str, list[Entry]]:
        if self._by_key is None:
            self._by_key = {}
            for entry in self._all():
                self._by_key.setdefault(entry.key.lower(), []).append(entry)
        return self._by_key

    def _find(self, key: str) -> list[Entry]:
        alike = self._index().get(key.lower(), [])
        return [entry for entry in alike if entry.key == key] or alike

    def _suggestions(self, key: str) -> tuple[str, ...]:
        keys = [entry.key for entry in self._all()][:5000]
        return tuple(get_close_matches(key, keys, 3, 0.7))

    def _macros(self) -> Macros:
        if self._macro_table is None:
            self._macro_table = macros = Macros()
            for block in self._blocks:
                if block.kind == "string" and block.spans and block.reading != "partial":
                    span = block.spans[0]
                    expression = self._text[span.value_start : span.value_end]
                    value = evaluate(expression, macros, block.start)[: max(LONGEST_EXPANSION, len(expression))]
                    macros.define(self._text[span.name_start : span.name_end], block.start, value)
        return self._macro_table

    def _patches(self) -> list[Patch]:
        edited = [entry._patch() for entry in self._entries or () if entry._source is not self._text]
        return sorted([*edited, *self._removed], key=lambda patch: (patch.start, patch.end))

    @property
    def reads_across(self) -> bool:
        """Whether something in the file may reach further than it should: a block with an error, an `@` outside."""
        if self._odd is None:
            ends = [0, *(block.end for block in self._blocks)]
            starts = [*(block.start for block in self._blocks), len(self._text)]
            self._odd = any(block.error for block in self._blocks) or any(
                self._text.find("@", end, start) >= 0 for end, start in zip(ends, starts, strict=True)
            )
        return self._odd

    def _changed(self) -> None:
        self._layout = None

    def _positions(self) -> tuple[dict[int, int], list[int]]:
        """Offsets of entries by identity, and of line ends, in the text as it is now."""
        if self._layout is None:
            rendered = self.render()
            ends = [match.end() for match in _LINE_END.finditer(rendered)]
            self._layout = (self._offsets(), ends)
        return self._layout

    def _offsets(self) -> dict[int, int]:
        """Gives the offset of every entry in the text as it is now, by the identity of the entry."""
        patches = self._patches()
        starts = [patch.start for patch in patches]
        shifts = [0]
        for patch in patches:
            shifts.append(shifts[-1] + len(patch.text) - (patch.end - patch.start))
        result: dict[int, int] = {}
        edited = sorted(
            (entry for entry in self._all() if entry._source is not self._text), key=lambda entry: entry._origin
        )
        at = 0
        for number, patch in enumerate(patches):
            if at < len(edited) and patch.text and edited[at]._origin == patch[:2]:
                result[id(edited[at])] = patch.start + shifts[number] + len(edited[at]._lead)
                at += 1
        for entry in self._all():
            if entry._source is self._text:
                before = bisect_right(starts, entry._block.start)
                result[id(entry)] = entry._block.start + shifts[before]
        return result

    def _offset_of(self, entry: Entry) -> int:
        return self._positions()[0][id(entry)]

    def _line_at(self, offset: int) -> int:
        return bisect_right(self._positions()[1], offset) + 1

    @staticmethod
    def _count_lines(text: str, start: int, end: int) -> int:
        return sum(1 for _ in _LINE_END.finditer(text, start, end))
