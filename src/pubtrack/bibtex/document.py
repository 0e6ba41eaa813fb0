"""A .bib file as its owner wrote it: read lazily, edited in place, written back byte for byte."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from sys import intern
from types import MappingProxyType
from typing import overload

from pubtrack.bibtex import editing, inspection
from pubtrack.bibtex.blocks import Issue
from pubtrack.bibtex.encoding import Encoding, decode_bytes, dominant_eol
from pubtrack.bibtex.entry import Entry, NewEntry
from pubtrack.bibtex.grammar import NOT_ENTRIES
from pubtrack.bibtex.inherit import Inherited, inherited
from pubtrack.bibtex.patches import Patch, apply, unified
from pubtrack.bibtex.scan import collector_paused, scan
from pubtrack.bibtex.values import LONGEST_EXPANSION, Macros, evaluate
from pubtrack.errors import NotFoundError

__all__ = ["Document", "Entries"]

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


class Document:
    r"""A .bib file. Reading never fails; what could not be read is in `issues`. Editing changes the asked value only.

    >>> document = Document.parse("@misc{k,\n  title = {Old},\n  year  = 1999\n}\n")
    >>> document.set("k", "year", "2001")
    True
    >>> print(document.render(), end="")
    @misc{k,
      title = {Old},
      year  = 2001
    }
    """

    def __init__(self, text: str = "", encoding: Encoding | None = None, ascii_only: bool = False) -> None:
        self._text, self._encoding, self.ascii_only = text, encoding or Encoding(), ascii_only
        self._blocks = scan(text)
        self._entries: list[Entry] | None = None
        self._by_key: dict[str, list[Entry]] | None = None
        self._removed: list[Patch] = []
        self._macro_table: Macros | None = None
        self._lower = _FieldNames().__getitem__
        self._special = (_SPECIAL if self._encoding.errors == "strict" else _ALL).search
        self._layout: tuple[dict[int, int], list[int]] | None = None
        self._keeps_order: bool | None = None
        self._open_entry: int | None = None

    @classmethod
    def parse(cls, source: str | bytes, ascii_only: bool = False) -> Document:
        """Gives the document of a text or of the bytes of a file; never raises for what stands in it.

        Args:
            source: Bytes may have a BOM; without one they are UTF-8, else Windows-1252, else Latin-1.
            ascii_only: New values are written in ASCII, with LaTeX for the rest.
        """
        if isinstance(source, str):
            return cls(source, None, ascii_only)
        text, encoding = decode_bytes(bytes(source))
        return cls(text, encoding, ascii_only)

    @classmethod
    def empty(cls, ascii_only: bool = False) -> Document:
        r"""Gives a document without entries, to `add` to.

        >>> document = Document.empty()
        >>> _ = document.add(NewEntry("misc", "k", {"title": "Rock & roll"}))
        >>> print(document.render(), end="")
        @misc{k,
          title = {Rock \& roll},
        }
        """
        return cls("", None, ascii_only)

    # Reading

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

    def inherited(self, entry: Entry) -> Inherited:
        """Gives the entry with what it takes over through `crossref` and `xdata`, for reading."""
        return inherited(self, entry)

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

    @property
    def strings(self) -> Mapping[str, str]:
        """What the file's macros mean at its end, by lower-case name (LaTeX not decoded)."""
        return MappingProxyType(self._macros().last())

    @property
    def preamble(self) -> str:
        """All `@preamble` values, one after the other (LaTeX not decoded)."""
        values = []
        for block in self._blocks:
            if block.kind == "preamble" and block.spans and block.reading != "partial":
                span = block.spans[0]
                values.append(evaluate(self._text[span.value_start : span.value_end], self._macros(), block.start))
        return "".join(values)

    @property
    def comments(self) -> list[str]:
        """What is neither entry, string nor preamble: `@comment` blocks and free text, in order."""
        return inspection.comments(self._text, self._blocks)

    @property
    def issues(self) -> list[Issue]:
        """What a person should look at in the file as it was parsed, in order: nothing is dropped in silence."""
        return inspection.issues(self)

    # Writing

    def set(self, key: str | Entry, field: str, value: str, raw: bool = False) -> bool:
        """Sets one field, adding it where the entry does not have it. Nothing else changes.

        Args:
            key: The entry's key, or the entry itself where several have that key.
            field: The field's name; case does not matter.
            value: Plain Unicode text, escaped as needed; an `Expression` is written as it is.
            raw: The value is LaTeX already and goes between the delimiters as it is.

        Returns:
            True, or False where the field holds that value already (its bytes then stay).

        Raises:
            NotFoundError: No entry has that key.
            InputError: The edit cannot be made safely; the reason is in the message and nothing has changed.
        """
        return editing.set_field(self, key, field, value, raw)

    def remove_field(self, key: str | Entry, field: str) -> bool:
        """Removes one field with its separator; False where the entry does not have it.

        Raises:
            NotFoundError: No entry has that key.
            InputError: The edit cannot be made safely; nothing has changed.
        """
        return editing.remove_field(self, key, field)

    def set_type(self, key: str | Entry, kind: str) -> bool:
        """Sets the type of an entry; False where it has that type already.

        Raises:
            NotFoundError: No entry has that key.
            InputError: The edit cannot be made safely; nothing has changed.
        """
        return editing.set_type(self, key, kind)

    def add(self, entry: NewEntry) -> Entry:
        """Adds an entry, laid out like its neighbours: in place where the file is sorted by key, else behind the last.

        Raises:
            InputError: The key exists already, or a name or value cannot be written; nothing has changed.
        """
        return editing.add(self, entry)

    def remove(self, key: str | Entry) -> None:
        """Removes an entry and the empty lines before it; comments around it stay.

        Raises:
            NotFoundError: No entry has that key.
            InputError: Several entries have that key.
        """
        editing.remove(self, key)

    def rename_key(self, old: str | Entry, new: str) -> None:
        """Renames an entry; `crossref`, `xref`, `xdata`, `related` and `entryset` of other entries follow.

        Raises:
            NotFoundError: No entry has the old key.
            InputError: The new key exists or is no key, or a reference to the old one could not be changed safely.
        """
        editing.rename_key(self, old, new)

    def render(self) -> str:
        """Gives the text as it is now; without edits exactly the text that was parsed (a BOM is in `render_bytes`)."""
        return apply(self._text, self._patches())

    def render_bytes(self) -> bytes:
        """Gives the bytes as they are now; without edits exactly the bytes that were parsed."""
        return self._encoding.encode(self.render())

    def diff(self, name: str = "works.bib") -> str:
        """Gives what changed as a unified diff; empty where nothing did."""
        return unified(self._text, self._patches(), name)

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

    def _changed(self) -> None:
        self._layout = None

    def _positions(self) -> tuple[dict[int, int], list[int]]:
        """Offsets of entries by identity, and of line ends, in the text as it is now."""
        if self._layout is None:
            rendered = self.render()
            ends = [match.end() for match in _LINE_END.finditer(rendered)]
            self._layout = (editing.offsets(self), ends)
        return self._layout

    def _offset_of(self, entry: Entry) -> int:
        return self._positions()[0][id(entry)]

    def _line_at(self, offset: int) -> int:
        return bisect_right(self._positions()[1], offset) + 1

    @staticmethod
    def _count_lines(text: str, start: int, end: int) -> int:
        return sum(1 for _ in _LINE_END.finditer(text, start, end))
