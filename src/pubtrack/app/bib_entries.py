"""Entries of works.bib as fields of ours and back, in the values that the three-way rule compares."""

from __future__ import annotations

from collections.abc import Mapping

from pubtrack.bibtex import MONTHS, Document, Entry, Expression, NewEntry
from pubtrack.model import Fields
from pubtrack.readers.bibtex_fields import fields_of_entry
from pubtrack.store.settings import BibtexSettings
from pubtrack.vocab.bibtex_mapping import FIELDS
from pubtrack.writers.bibtex_entry import entry_of

TYPE = "ENTRYTYPE"
"""Under this name the entry's type stands among its values; no field can be called so, names are lower case."""


def entry_values(entry: Entry) -> dict[str, str]:
    """Gives the type and all values of an entry as BibTeX sees them, LaTeX kept."""
    return {TYPE: entry.type, **{name: entry.value(name) or "" for name in entry.fields}}


def fields_of_values(values: Mapping[str, str]) -> Fields:
    """Gives what such values mean."""
    return fields_of_entry(values.get(TYPE, "misc"), {name: v for name, v in values.items() if name != TYPE})


def entry_fields(entry: Entry) -> Fields:
    """Gives what an entry means."""
    return fields_of_values(entry_values(entry))


def values_of_fields(fields: Fields, settings: BibtexSettings, *, everything: bool = False) -> dict[str, str]:
    """Gives the type and values by which pubtrack writes fields.

    Args:
        fields: What to write.
        settings: Dialect, Unicode or ASCII, abstract or not.
        everything: Also what the settings leave out.
    """
    kind, written = entry_of(fields, settings.dialect, ascii_only=settings.ascii)
    values = dict(written)
    if not (settings.abstract or everything):
        values.pop("abstract", None)
    return {TYPE: kind, **values}


def new_entry(key: str, fields: Fields, settings: BibtexSettings) -> NewEntry:
    """Gives the entry by which a work enters works.bib."""
    values = values_of_fields(fields, settings)
    kind = values.pop(TYPE)
    written = {name: _expression(name, value) for name, value in values.items()}
    return NewEntry(kind, key, written, raw=frozenset(values))


def same_meaning(kind: str, name: str, one: str, other: str) -> bool:
    r"""True where two values of a field say the same: the one that stands keeps its bytes.

    >>> same_meaning("article", "title", r"G{\"o}del", "Gödel")
    True
    """
    if name == TYPE:
        return fields_of_values({TYPE: one}).type == fields_of_values({TYPE: other}).type
    return one == other or fields_of_values({TYPE: kind, name: one}) == fields_of_values({TYPE: kind, name: other})


def set_value(document: Document, key: str, name: str, value: str) -> None:
    """Writes one value, or the type, into the entry of that key."""
    if name == TYPE:
        document.set_type(key, value)
    else:
        document.set(key, name, _expression(name, value), raw=True)


def _expression(name: str, value: str) -> str:
    """Months as the macros that every BibTeX style knows."""
    if name == "month" and value.isascii() and value.isdigit() and 1 <= int(value) <= 12:
        return Expression(list(MONTHS)[int(value) - 1])
    return value


def field_behind(name: str) -> str:
    """Gives our name of a BibTeX field, as far as one alone stands behind it.

    >>> field_behind("booktitle"), field_behind("year")
    ('container_title', 'issued')
    """
    if name in ("year", "month", "date"):
        return "issued"
    return next((rule.field for rule in FIELDS if name in rule.names), "type" if name == TYPE else name)
