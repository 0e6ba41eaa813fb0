"""Entries of works.bib as fields of ours and back, in the values that the three-way rule compares."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pubtrack.bibtex import Document, Entry, Expression, NewEntry
from pubtrack.bibtex.inherit import inherited
from pubtrack.bibtex.values import month_macro
from pubtrack.model import UNION_FIELDS, Fields
from pubtrack.readers.bibtex_fields import fields_of_entry
from pubtrack.store.settings import BibtexSettings
from pubtrack.vocab.bibtex_mapping import FIELDS
from pubtrack.writers.bibtex_entry import entry_of

TYPE = "ENTRYTYPE"
"""Under this name the entry's type stands among its values; no field can be called so, names are lower case."""


def entry_values(entry: Entry) -> dict[str, str]:
    """Gives the type and all values of an entry as BibTeX sees them, LaTeX kept."""
    return {TYPE: entry.type, **{name: entry.value(name) or "" for name in entry.fields}}


def inherited_values(document: Document, entry: Entry) -> dict[str, str]:
    """Gives what an entry takes over through `crossref` and `xdata`: values that do not stand in it."""
    if not any(name in entry.fields for name in ("crossref", "xdata")):
        return {}
    whole = inherited(document, entry)
    return {name: whole.value(name) or "" for name in whole if name not in entry.fields}


def fields_of_values(values: Mapping[str, str]) -> Fields:
    """Gives what such values mean."""
    return _fields_of(tuple(values.items()))


@lru_cache(maxsize=16)  # one entry is held against many single changes of it
def _fields_of(values: tuple[tuple[str, str], ...]) -> Fields:
    kind = next((value for name, value in values if name == TYPE), "misc")
    return fields_of_entry(kind, {name: value for name, value in values if name != TYPE})


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


def adds_nothing(values: Mapping[str, str], name: str, value: str) -> bool:
    r"""True where writing a value would not change what the entry means: what stands there keeps its bytes.

    >>> adds_nothing({"ENTRYTYPE": "article", "title": r"G{\"o}del"}, "title", "Gödel")
    True
    """
    return fields_of_values(values) == fields_of_values({**values, name: value})


def still_true(values: Mapping[str, str], name: str, believed: Fields) -> bool:
    """True where all that a field of an entry says is still believed, so that it may stay."""
    names = _DATE_NAMES if name in _DATE_NAMES else {name}
    alone = fields_of_values({TYPE: values[TYPE], **{n: v for n, v in values.items() if n in names}})
    for stated, value in alone.stated().items():
        belief = getattr(believed, stated)
        if stated in UNION_FIELDS:
            if not set(value) <= set(belief):
                return False
        elif stated == "custom":
            if any(belief.get(key) != said for key, said in value.items()):
                return False
        elif stated not in ("type", "genre") and value != belief:
            return False
    return True


_DATE_NAMES = frozenset({"date", "year", "month", "day"})
"""Fields that only mean something together."""


def set_values(document: Document, key: str, values: Mapping[str, str]) -> None:
    """Writes values, the type among them or not, into the entry of that key."""
    if TYPE in values:
        document.set_type(key, values[TYPE])
    document.set_fields(key, {n: _expression(n, value) for n, value in values.items() if n != TYPE}, raw=True)


def _expression(name: str, value: str) -> str:
    """Months as the macros that every BibTeX style knows."""
    macro = month_macro(value) if name == "month" else None
    return Expression(macro) if macro else value


def field_behind(name: str) -> str:
    """Gives our name of a BibTeX field, as far as one alone stands behind it.

    >>> field_behind("booktitle"), field_behind("year")
    ('container_title', 'issued')
    """
    if name in _DATE_NAMES:
        return "issued"
    return next((rule.field for rule in FIELDS if name in rule.names), "type" if name == TYPE else name)
