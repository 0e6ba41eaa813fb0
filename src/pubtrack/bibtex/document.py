"""A .bib file as its owner wrote it: read lazily, edited in place, written back byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pubtrack.bibtex import entry_edits, field_edits, inspection
from pubtrack.bibtex.blocks import Issue
from pubtrack.bibtex.contents import Contents
from pubtrack.bibtex.encoding import decode_bytes
from pubtrack.bibtex.entry import Entry, NewEntry
from pubtrack.bibtex.inherit import Inherited, inherited
from pubtrack.bibtex.patches import unified
from pubtrack.bibtex.values import evaluate

__all__ = ["Document"]


class Document(Contents):
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

    def inherited(self, entry: Entry) -> Inherited:
        """Gives the entry with what it takes over through `crossref` and `xdata`, for reading."""
        return inherited(self, entry)

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
        return field_edits.set_fields(self, key, {field: value}, raw)

    def set_fields(self, key: str | Entry, values: Mapping[str, str], raw: bool = False) -> bool:
        r"""Sets several fields of one entry at once: faster than one by one, and all of them or none.

        New ones come in this order, laid out as the entry was before.

        Args:
            key: The entry's key, or the entry itself where several have that key.
            values: Values by field name, each as for `set`.
            raw: All values are LaTeX already.

        Returns:
            True, or False where the fields hold these values already.

        Raises:
            NotFoundError: No entry has that key.
            InputError: An edit cannot be made safely; the reason is in the message and nothing has changed.

        >>> document = Document.parse("@misc{k, title = {Old}}")
        >>> document.set_fields("k", {"title": "New", "year": "2001"})
        True
        >>> document.render()
        '@misc{k, title = {New}, year = {2001}}'
        """
        return field_edits.set_fields(self, key, values, raw)

    def remove_field(self, key: str | Entry, field: str) -> bool:
        """Removes one field with its separator; False where the entry does not have it.

        Raises:
            NotFoundError: No entry has that key.
            InputError: The edit cannot be made safely; nothing has changed.
        """
        return field_edits.remove_field(self, key, field)

    def set_type(self, key: str | Entry, kind: str) -> bool:
        """Sets the type of an entry; False where it has that type already.

        Raises:
            NotFoundError: No entry has that key.
            InputError: The edit cannot be made safely; nothing has changed.
        """
        return entry_edits.set_type(self, key, kind)

    def add(self, entry: NewEntry) -> Entry:
        """Adds an entry, laid out like its neighbours: in place where the file is sorted by key, else behind the last.

        Raises:
            InputError: The key exists already, a name or value cannot be written, or a broken entry before it would
                swallow it; nothing has changed.
        """
        return entry_edits.add(self, entry)

    def remove(self, key: str | Entry) -> None:
        """Removes an entry and the empty lines before it; comments around it stay.

        Raises:
            NotFoundError: No entry has that key.
            InputError: Several entries have that key, or others would be read differently without it.
        """
        entry_edits.remove(self, key)

    def rename_key(self, old: str | Entry, new: str) -> None:
        """Renames an entry; `crossref`, `xref`, `xdata`, `related` and `entryset` of other entries follow.

        Raises:
            NotFoundError: No entry has the old key.
            InputError: The new key exists or is no key, or a reference to the old one could not be changed safely.
        """
        entry_edits.rename_key(self, old, new)

    def render_bytes(self) -> bytes:
        """Gives the bytes as they are now; without edits exactly the bytes that were parsed."""
        return self._encoding.encode(self.render())

    def diff(self, name: str = "works.bib") -> str:
        """Gives what changed as a unified diff; empty where nothing did."""
        return unified(self._text, self._patches(), name)
