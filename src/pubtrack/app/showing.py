"""A work, its statements and the history, as rows and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pubtrack.app.display import shown, witness
from pubtrack.merge import Statement
from pubtrack.model import witness_paths
from pubtrack.store import HistoryRow

if TYPE_CHECKING:
    from pubtrack.app.shelf import Shelf


def work_rows(library: Shelf, key: str) -> list[tuple[str, str, str]]:
    """Gives (field, value, witness) for each value of a work, then its awards."""
    work = library.work(key)
    rows = []
    for path in witness_paths(work):
        name, _, element = path.partition("/")
        value = work.custom[element] if name == "custom" else element or shown(getattr(work, name))
        rows.append((name if name != "custom" else path, value, witness(work.provenance[path])))
    awards = [award for award in library.awards if key in award.works]
    return rows + [("award", shown((a.name, a.awarder, a.date)), a.verified) for a in awards]


def work_json(library: Shelf, key: str) -> dict[str, Any]:
    """Gives a work with witnesses, records and awards as plain data."""
    work = library.work(key)
    return {
        "key": key,
        **work.fields.to_json(),
        "provenance": {path: said.to_json() for path, said in work.provenance.items()},
        "records": [record.to_json() for record in library.records(key)],
        "awards": [award.to_json() for award in library.awards if key in award.works],
    }


def statement_row(statement: Statement) -> tuple[str, str, str, str]:
    """Gives (field, whether it holds, value, witness)."""
    return statement.path, "yes" if statement.holds else "no", shown(statement.value), witness(statement.provenance)


def statement_json(statement: Statement) -> dict[str, Any]:
    """Gives a statement as plain data."""
    return {
        "field": statement.path,
        "holds": statement.holds,
        "value": _plain(statement.value),
        "provenance": statement.provenance.to_json(),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value.model_dump(mode="json", exclude_defaults=True) if hasattr(value, "model_dump") else value


def history_rows(rows: list[HistoryRow]) -> list[tuple[str, ...]]:
    """Gives (when, verb, key, field, old, new, because) as text."""
    return [(r.when, r.verb, r.key, r.field, shown(r.old), shown(r.new), r.because) for r in rows]


def history_json(rows: list[HistoryRow]) -> list[dict[str, Any]]:
    """Gives the history as plain data."""
    return [{name: getattr(row, name) for name in HistoryRow.__slots__} for row in rows]
