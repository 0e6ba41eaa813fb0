"""One entry of a document: its fields as they stand, as BibTeX sees them, and as Unicode text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Protocol

from pubtrack.bibtex.blocks import Block, FieldSpan, Reading
from pubtrack.bibtex.encoding import repair_surrogates
from pubtrack.bibtex.grammar import FIELD_SPANS, FIELDS
from pubtrack.bibtex.names import Name, parse_name, split_names
from pubtrack.bibtex.patches import Patch
from pubtrack.bibtex.values import Macros, evaluate, month_number
from pubtrack.markup.latex import decode, is_plain

__all__ = ["VERBATIM_FIELDS", "Entry", "Field", "Fields", "NewEntry"]

VERBATIM_FIELDS: Final = frozenset(
    {
        "url", "doi", "file", "eprint", "pdf", "verba", "verbb", "verbc", "urlraw", "biburl", "ee", "bdsk-url-1",
        "bdsk-url-2", "bdsk-url-3", "bdsk-file-1", "bdsk-file-2", "crossref", "xref", "xdata", "related", "entryset",
        "ids", "sortkey", "howpublished-url", "adsurl", "archiveprefix", "eprinttype", "eprintclass", "primaryclass",
        "opturl", "optdoi", "local-url", "link",
    }
)  # fmt: skip
"""Fields that hold no LaTeX: `_`, `~` and `%` mean themselves.

Source: biblatex manual 3.20, section 2.2.1 (data types "verbatim", "uri", "key"), and exports of BibDesk, ADS, dblp.
"""


_SHARED: Final = frozenset(
    (
        "journal", "journaltitle", "booktitle", "series", "publisher", "organization", "institution", "school",
        "address", "location", "year", "volume", "number", "language", "langid", "timestamp", "bibsource",
    )
)  # fmt: skip
"""Fields whose values come again and again in one file, so that decoding them is remembered."""


class _Expression(str):
    """A value that is no single delimited string: macro, number, concatenation, or not closed."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class NewEntry:
    r"""An entry to add: type, key, and fields in order.

    Attributes:
        type: For example `article`.
        key: The citation key; no spaces, commas, braces, `#`, `%`, `\`, `"`, `'`, `(`, `)`, `=`.
        fields: Plain Unicode text by field name; it is escaped on the way into the file.
        raw: Names of fields whose value is LaTeX already.
    """

    type: str
    key: str
    fields: Mapping[str, str] = field(default_factory=dict)
    raw: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an entry.

    Attributes:
        name: As it is spelled in the file.
        raw: The whole value expression as it stands, delimiters included.
        value: What BibTeX sees: delimiters gone, macros and `#` resolved, LaTeX kept.
        text: Unicode on one line; of a verbatim field the value itself.
        line: The line its name stands on, counted from 1.
    """

    name: str
    raw: str
    value: str
    text: str
    line: int


class Fields(Mapping[str, Field]):
    """The fields of an entry by lower-case name, in the order of the file.

    A repeated field counts once, as in BibTeX: its first value.
    """

    def __init__(self, entry: Entry) -> None:
        self._entry = entry

    def __getitem__(self, name: str) -> Field:
        return self._entry._field(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entry._values())

    def __len__(self) -> int:
        return len(self._entry._values())

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._entry._values()


class _Home(Protocol):
    """What an entry asks of the file it stands in; see `contents.Contents`."""

    _special: Callable[[str], re.Match[str] | None]
    _lower: Callable[[str], str]

    def _macros(self) -> Macros: ...
    def _offset_of(self, entry: Entry) -> int: ...
    def _line_at(self, offset: int) -> int: ...
    def _count_lines(self, text: str, start: int, end: int) -> int: ...


class Entry:
    """An entry where it stands. Read-only; change it through its `Document`."""

    __slots__ = ("_block", "_cache", "_home", "_lead", "_origin", "_source", "_tail")

    def __init__(self, home: _Home, block: Block, source: str) -> None:
        self._home, self._block, self._source = home, block, source
        self._origin: tuple[int, int] = (block.start, block.end)
        self._cache: dict[str, str] | None = None
        self._lead = self._tail = ""

    def __repr__(self) -> str:
        return f"<Entry {self.type} {self.key}>"

    @property
    def key(self) -> str:
        """The citation key."""
        return self._block.key

    @property
    def type(self) -> str:
        """The type in lower case, for example `article`."""
        return self._block.kind

    @property
    def raw(self) -> str:
        """The entry as it stands, from `@` to the closing brace."""
        return self._source[self._block.start : self._block.end]

    @property
    def reading(self) -> Reading:
        """How sure the reading is, see `blocks.Reading`; of a `partial` entry only single fields can be set."""
        return self._block.reading

    @property
    def offset(self) -> int:
        """Where the entry starts in the text as it is now, in characters."""
        return self._home._offset_of(self)

    @property
    def line(self) -> int:
        """The line the entry starts on in the text as it is now, counted from 1."""
        return self._home._line_at(self.offset)

    @property
    def fields(self) -> Fields:
        """The fields by lower-case name, raw and decoded."""
        return Fields(self)

    def value(self, name: str) -> str | None:
        """Gives what BibTeX sees in the field (LaTeX not decoded), or None where the entry does not have it."""
        value = self._values().get(name.lower())
        return self._evaluated(value) if isinstance(value, _Expression) else value

    def text(self, name: str, rich: bool = False) -> str | None:
        """Gives the field as Unicode text on one line, or None where the entry does not have it.

        Args:
            name: The field; case does not matter. Verbatim fields (url, doi, file, eprint ...) are not decoded.
            rich: Keeps CSL markup, see `markup.latex.decode`: protected capitals become `<span class="nocase">`.
        """
        value = self.value(name)
        return None if value is None else self._decoded(name.lower(), value, rich)

    def texts(self) -> dict[str, str]:
        """Gives all fields as Unicode text by lower-case name, in one pass."""
        texts = dict(self._values())
        special = self._home._special  # finds something everywhere in files whose bytes need repair
        for name, value in texts.items():
            if value.__class__ is _Expression:
                texts[name] = self._decoded(name, self._evaluated(value))
            elif name in VERBATIM_FIELDS:
                texts[name] = value.strip() if value.isascii() else repair_surrogates(value).strip()
            elif name in _SHARED:
                texts[name] = _decode_shared(value)
            elif "{" in value or "\n" in value or special(value) or value[:1] == " " or value[-1:] == " ":
                texts[name] = decode(value if value.isascii() else repair_surrogates(value))
        return texts

    def names(self, name: str) -> list[Name]:
        """Gives the people of a field, LaTeX decoded; empty where the entry does not have the field."""
        value = self.value(name)
        if value is None:
            return []
        if not value.isascii():
            value = repair_surrogates(value)
        return [_person(one) for one in split_names(value)]

    def month(self) -> int | None:
        """Gives the month as 1 to 12 from `month`, or None."""
        value = self.text("month")
        return None if value is None else month_number(value)

    def spans(self) -> list[FieldSpan]:
        """Gives where the fields stand, as offsets in the text this entry was read from."""
        block = self._block
        if block.spans is not None:
            return block.spans
        return [FieldSpan(*m.span(1), *m.span(2)) for m in FIELD_SPANS.finditer(self._source, block.key_end, block.end)]

    def _values(self) -> dict[str, str]:
        """Values by lower-case name; what is not one delimited string waits as `_Expression`."""
        if self._cache is None:
            self._cache = self._read_values()
        return self._cache

    def _read_values(self) -> dict[str, str]:
        block, source = self._block, self._source
        values: dict[str, str] = {}
        if block.spans is None:
            lower = self._home._lower
            found = FIELDS.findall(source, block.key_end, block.end)
            values = {lower(name): b or q or (_Expression(x) if x else "") for name, b, q, x in found}
            if len(values) < len(found):  # of a field that is there twice the first value counts
                for name, b, q, x in reversed(found):
                    values[lower(name)] = b or q or (_Expression(x) if x else "")
            return values
        for span in block.spans:
            name = source[span.name_start : span.name_end].strip().lower()
            values.setdefault(name, _Expression(source[span.value_start : span.value_end]))
        return values

    def _patch(self) -> Patch:
        return Patch(*self._origin, f"{self._lead}{self._source}{self._tail}")

    def _evaluated(self, expression: str) -> str:
        return evaluate(expression, self._home._macros(), self._origin[0])

    @staticmethod
    def _decoded(name: str, value: str, rich: bool = False) -> str:
        if not value.isascii():
            value = repair_surrogates(value)
        return value.strip() if name in VERBATIM_FIELDS else decode(value, rich)

    def _field(self, name: str) -> Field:
        folded = name.lower()
        for span in self.spans():
            spelled = self._source[span.name_start : span.name_end].strip()
            if spelled.lower() == folded:
                value = self.value(folded) or ""
                raw = self._source[span.value_start : span.value_end]
                line = self.line + self._home._count_lines(self._source, self._block.start, span.name_start)
                return Field(spelled, raw, value, self._decoded(folded, value), line)
        raise KeyError(name)


@lru_cache(maxsize=1 << 12)
def _decode_shared(value: str) -> str:
    return decode(repair_surrogates(value))


@lru_cache(maxsize=1 << 16)
def _person(text: str) -> Name:
    name = parse_name(text)
    if is_plain(text) and not _SPACE_RUN.search(text):
        return name
    first, von, last, jr, literal = (decode(part) if part else "" for part in name[:5])
    return Name(first, von, last, jr, literal, name.others, name.use_von)


_SPACE_RUN = re.compile(r"[\t\r\n]|  ")
