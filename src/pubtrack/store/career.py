"""`awards.toml`: awards, appointments, events, series, software and funding, kept as a person wrote them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import tomlkit
from pydantic import ValidationError
from tomlkit import TOMLDocument
from tomlkit.items import AoT, Table

from pubtrack.errors import InputError
from pubtrack.model import Appointment, Award, Entry, Event, Grant, Series, Software
from pubtrack.store.toml_text import line_of_table, parse_toml

TABLES: dict[str, type[Entry]] = {
    "award": Award,
    "appointment": Appointment,
    "event": Event,
    "series": Series,
    "software": Software,
    "funding": Grant,
}
"""Table name in the file -> what its entries are."""


@dataclass(frozen=True)
class Career:
    """The entries of `awards.toml`, in the order of the file."""

    awards: tuple[Award, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    events: tuple[Event, ...] = ()
    series: tuple[Series, ...] = ()
    software: tuple[Software, ...] = ()
    funding: tuple[Grant, ...] = ()
    text: str = field(default="", repr=False)
    """The file they came from."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, table by table."""
        return (*self.awards, *self.appointments, *self.events, *self.series, *self.software, *self.funding)

    def with_entries(self, entries: Iterable[Entry]) -> Career:
        """Gives the career with more entries; one of the same id is replaced, and the rest stays as written."""
        document = tomlkit.parse(self.text)
        for entry in entries:
            _put(document, entry)
        return read_career(tomlkit.dumps(document), "awards.toml")


def read_career(text: str, path: str) -> Career:
    """Gives the entries that an `awards.toml` states.

    Raises:
        InputError: It is not TOML, or an entry is not what its table holds; names file and line.
    """
    data = parse_toml(text, path)
    for name in data:
        if name not in TABLES:
            raise InputError(
                f"unknown table [[{name}]]; known are {', '.join(TABLES)}.", path, line_of_table(text, name, 0)
            )
    entries = {table: _entries(data.get(table, []), table, text, path) for table in TABLES}
    _refuse_same_ids(entries, text, path)
    fields = {"award": "awards", "appointment": "appointments", "event": "events"}
    return Career(text=text, **{fields.get(table, table): found for table, found in entries.items()})  # type: ignore[arg-type]


def _refuse_same_ids(entries: dict[str, tuple[Entry, ...]], text: str, path: str) -> None:
    seen: set[str] = set()
    for table, found in entries.items():
        for number, entry in enumerate(found):
            if entry.id in seen:
                message = f"the id {entry.id!r} is used twice; give one of them another."
                raise InputError(message, path, line_of_table(text, table, number))
            seen.add(entry.id)


def _entries(tables: Any, table: str, text: str, path: str) -> tuple[Entry, ...]:
    if not isinstance(tables, list):
        raise InputError(f"[{table}] must be a list of tables: write [[{table}]].", path, line_of_table(text, table, 0))
    found = []
    for number, data in enumerate(tables):
        try:
            found.append(TABLES[table].model_validate(data))
        except ValidationError as error:
            detail = min(error.errors(), key=lambda e: e["type"] != "extra_forbidden")
            place = ".".join(str(p) for p in detail["loc"])
            message = f"[[{table}]] number {number + 1}: {place}: {detail['msg']}."
            raise InputError(message, path, line_of_table(text, table, number)) from error
    return tuple(found)


def _put(document: TOMLDocument, entry: Entry) -> None:
    name = next(table for table, kind in TABLES.items() if type(entry) is kind)
    table = _spaced(_as_table(entry.to_json()))
    entries = document.get(name)
    if not isinstance(entries, AoT):
        entries = tomlkit.aot()
        document.append(name, entries)
        entries = document[name]
    for position, old in enumerate(entries):
        if old.get("id") == entry.id:
            entries[position] = table
            return
    entries.append(table)


def _spaced(table: Table) -> Table:
    """With a blank line at its end, so that the next entry stands apart."""
    last = list(table.values())[-1]
    (last[-1] if isinstance(last, AoT) else table).add(tomlkit.nl())
    return table


def _as_table(data: dict[str, Any]) -> Table:
    """Lists of mappings (evidence) become tables of their own, so that long excerpts stay readable."""
    table = tomlkit.table()
    for key, value in data.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            inner = tomlkit.aot()
            for item in value:
                inner.append(_as_table(item))
            table.append(key, inner)
        else:
            table.append(key, value)
    return table
