"""Listed works as a table in the columns of the index, with the keys they are looked up by."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pubtrack.model import Fields
from pubtrack.scale.compact import row_of_fields
from pubtrack.scale.corpora import find_partitions, open_corpus, rows_of
from pubtrack.scale.engine import Engine, finished
from pubtrack.scale.functions import keyed, numbered
from pubtrack.scale.schema import RECORDS, TEXT

__all__ = ["records_table", "staged_records", "staged_table"]

_AT_ONCE = 50_000


def staged_records(records: Iterable[tuple[str, Fields]], folder: Path, engine: Engine) -> Any:
    """Gives works that pubtrack has read, by key; a second work of a key is `KEY#2`."""
    plain = folder.with_name(folder.name + "-read")
    finished(plain, lambda beside: _write_rows(_unique(records), beside))
    return _keyed(engine.parquet(str(plain)), folder, engine)


def records_table(records: Iterable[tuple[str, Fields]], engine: Engine) -> Any:
    """Gives works that pubtrack has read as a table of the index' columns, held in memory: for counting."""
    import ibis
    import pyarrow as pa

    rows = [{**row, **_counts(fields)} for row, (_, fields) in _paired(records)]
    kinds = {column.name: ibis.dtype(column.type).to_pyarrow() for column in RECORDS if column.name != "rid"}
    return ibis.memtable(pa.Table.from_pylist(rows, schema=pa.schema(list(kinds.items()))))


def _paired(records: Iterable[tuple[str, Fields]]) -> Iterable[tuple[dict[str, Any], tuple[str, Fields]]]:
    return (({"corpus_id": pair[0], **row_of_fields(pair[1])}, pair) for pair in records)


def _counts(fields: Fields) -> dict[str, Any]:
    places = dict.fromkeys(place for person in fields.author for place in person.affiliation)
    free = fields.open_access
    return {
        "institutions": list(places),
        "open_access": free.status or ("open" if free.url else None) if free else None,
        "citations": fields.citations.count if fields.citations else None,
    }


def _unique(records: Iterable[tuple[str, Fields]]) -> Iterable[dict[str, Any]]:
    seen: dict[str, int] = {}
    for number, (key, fields) in enumerate(records, 1):
        name = key or f"#{number}"
        seen[name] = seen.get(name, 0) + 1
        name = name if seen[name] == 1 else f"{name}#{seen[name]}"
        yield {"work": name, "corpus_id": None, **row_of_fields(fields)}


def _write_rows(rows: Iterable[dict[str, Any]], folder: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    lists = {"authors": pa.string(), "other_years": pa.int64(), "identifiers": pa.string(), "relations": pa.string()}
    kinds = {name: pa.list_(lists[name]) if name in lists else pa.string() for name in TEXT}
    schema = pa.schema([("work", pa.string()), *({**kinds, "year": pa.int64()}).items()])
    folder.mkdir()
    with pq.ParquetWriter(folder / "part-0.parquet", schema) as writer:
        some: list[dict[str, Any]] = []
        for row in rows:
            some.append(row)
            if len(some) == _AT_ONCE:
                writer.write_table(pa.Table.from_pylist(some, schema=schema))
                some = []
        writer.write_table(pa.Table.from_pylist(some, schema=schema))


def staged_table(place: str, mapping: dict[str, str], folder: Path, engine: Engine) -> Any:
    """Gives the works of a Parquet, CSV or JSON Lines file or folder, read by the engine."""
    corpus = open_corpus(place, engine, mapping=mapping, kind="mapped")
    files = [file for part in find_partitions(corpus, engine) for file in part.files]
    rows = rows_of(corpus, engine, files)
    named = rows.mutate(work=rows.source_id).select("work", *TEXT)
    return _keyed(named, folder, engine)


def _keyed(rows: Any, folder: Path, engine: Engine) -> Any:
    if not folder.is_dir():
        keys = keyed(rows.title.coalesce(""), rows.authors[0].coalesce(""))
        engine.write(rows.mutate(rid=numbered(rows.work.coalesce("")), keys=keys), folder)
    return engine.parquet(str(folder))
