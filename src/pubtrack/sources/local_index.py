"""An index of `pubtrack link` as a source: millions of records, looked up by identifier or title without a server."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pubtrack.errors import InputError, MissingExtra, SourceDown
from pubtrack.markup.name_keys import name_key
from pubtrack.markup.names import parse_name
from pubtrack.markup.titles import normalise_title
from pubtrack.match.numbers import STRONG, other_format, title_numbers
from pubtrack.model import Fields, Identifier
from pubtrack.sources import loose

__all__ = ["LocalIndex", "is_index"]


def is_index(path: Path) -> bool:
    """True where a folder is an index that is whole."""
    try:
        return bool(json.loads((path / "manifest.json").read_text(encoding="utf-8")).get("whole"))
    except (OSError, ValueError, AttributeError):
        return False


class LocalIndex:
    """The tables of an index (docs/explanation/scale.md): each is sorted, so that a lookup reads little of it."""

    def __init__(self, path: Path) -> None:
        try:
            import duckdb
        except ImportError as error:
            raise MissingExtra("scale", "Looking works up in an index") from error
        self.path = path
        said = json.loads((path / "manifest.json").read_text(encoding="utf-8"))
        if wrong := other_format(said.get("format")):
            raise InputError(wrong, path)
        self._con = duckdb.connect()
        self._con.execute("SET parquet_metadata_cache = true").fetchall()  # else each lookup reads all footers again
        self._fault = duckdb.Error

    def of_identifiers(self, ids: Sequence[Identifier]) -> list[dict[str, Any]]:
        """Gives the records that have one of these identifiers."""
        named = [f"{i.scheme}:{i.value}" for i in ids]
        rows = self._rows("SELECT rid FROM {identifiers} WHERE identifier IN {values}", named)
        return self._records([rid for (rid,) in rows])

    def of_title(self, title: str, surnames: Sequence[str], limit: int) -> list[dict[str, Any]]:
        """Gives the records that share most keys with a title, best first."""
        family = name_key(parse_name(f"X. {surnames[0]}")).family if surnames else None
        numbers = title_numbers(normalise_title(title), family)
        rows = self._rows("SELECT key, rid FROM {keys} WHERE key IN {values}", numbers)
        shared: dict[int, tuple[int, int]] = {}
        for key, rid in rows:
            count, best = shared.get(rid, (0, 0))
            shared[rid] = count + 1, max(best, key & 3)
        worth = [rid for rid, (count, best) in shared.items() if count > 1 or best == STRONG]
        worth.sort(key=lambda rid: (-shared[rid][0], rid))
        found = {record["rid"]: record for record in self._records(worth[:limit])}
        return [found[rid] for rid in worth[:limit] if rid in found]

    def _records(self, rids: list[int]) -> list[dict[str, Any]]:
        select = f"SELECT {', '.join(_COLUMNS)} FROM "  # noqa: S608
        if len(rids) > _FEW:
            rows = self._rows(select + "{records} WHERE rid IN {values}", rids)
        else:
            placed = self._rows("SELECT filename, rid FROM {records} WHERE rid IN {values}", rids)
            rows = [
                row for file, rid in placed for row in self._rows(f"{select}{_read(file)} WHERE rid = {rid}", [rid])
            ]
        return [dict(zip(_COLUMNS, row, strict=True)) for row in rows]

    def _rows(self, statement: str, values: Sequence[int | str]) -> list[tuple[Any, ...]]:
        """The values stand in the statement itself: only so does the engine pass over what cannot hold them."""
        if not values:
            return []
        listed = ", ".join(str(v) if isinstance(v, int) else "'" + v.replace("'", "''") + "'" for v in values)
        tables = {name: _read(self._place(name)) for name in ("records", "keys", "identifiers")}
        told = statement.replace("{values}", f"({listed})")
        for name, table in tables.items():
            told = told.replace(f"{{{name}}}", table)
        try:
            rows: list[tuple[Any, ...]] = self._con.execute(told).fetchall()
        except self._fault as error:
            raise SourceDown("local", f"{self.path}: {str(error).splitlines()[0]}") from error
        return rows

    def _place(self, table: str) -> str:
        pattern = {"records": "parts/*/records", "keys": "keys/*", "identifiers": "identifiers"}[table]
        return f"{self.path}/{pattern}/*.parquet"


_COLUMNS = (
    "rid", "corpus_id", "title", "authors", "year", "container", "volume", "issue", "page", "edition", "type", "genre",
    "identifiers", "citations",
)  # fmt: skip

_FEW = 20
"""Records up to which each is fetched by itself: DuckDB passes over whole stretches of wide columns for `=`, not for
`IN`. Source: measured at one million records, 350 ms for five records at once, 25 ms one by one."""


def _read(place: str) -> str:
    said = place.replace("'", "''")
    return f"read_parquet('{said}', filename = true)"


def fields_of(record: dict[str, Any]) -> Fields:
    """Gives what a record of the index says, as fields."""
    return loose.fields(
        type=record["type"],
        genre=record["genre"],
        title=loose.markup(record["title"]),
        author=loose.people(_person(name) for name in record["authors"] or ()),
        issued=loose.date(record["year"]),
        container_title=loose.markup(record["container"]),
        volume=loose.text(record["volume"]),
        issue=loose.text(record["issue"]),
        page=loose.pages(record["page"]),
        edition=loose.text(record["edition"]),
        identifiers=loose.identifiers(*(tuple(i.split(":", 1)) for i in record["identifiers"] or ())),
        citations=loose.citations(record["citations"]),
    )


def _person(name: str) -> Any:
    family, mark, given = name.partition("|")
    if not mark:
        return loose.named(name)
    return loose.contributor(family, given) if given else loose.contributor(body=family)
