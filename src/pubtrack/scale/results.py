"""What a link gives besides its table: counts, and the list of what a person must look at."""

from __future__ import annotations

from pathlib import Path

from pubtrack.scale.engine import Engine
from pubtrack.scale.index import Index

__all__ = ["verdicts_of", "write_unsure"]

_ORDER = ("same", "version", "unsure", "different")


def verdicts_of(links: Path, engine: Engine) -> dict[str, int]:
    """Gives verdict -> works."""
    table = engine.parquet(str(links))
    rows = engine.rows(table.group_by("verdict").aggregate(works=table.count()))
    found = {row["verdict"]: int(row["works"]) for row in rows}
    return {verdict: found.get(verdict, 0) for verdict in _ORDER}


def write_unsure(links: Path, works: Path, index: Index, engine: Engine, path: Path) -> None:
    """Writes the works whose verdict is `unsure` beside the record each may be, nearest first."""
    table = engine.parquet(str(links))
    some = table.filter(table.verdict == "unsure")
    listed = engine.parquet(str(works)).select("work", listed_title="title", listed_year="year")
    records = engine.parquet(index.record_places).select("corpus_id", corpus_title="title", corpus_year="year")
    records = records.semi_join(some, "corpus_id").distinct(on="corpus_id", keep="first")
    rows = some.join(listed, "work").left_join(records, "corpus_id").drop("corpus_id_right")
    columns = (
        "work", "corpus_id", "distance", "listed_title", "corpus_title", "listed_year", "corpus_year", "penalties",
        "runner_up",
    )  # fmt: skip
    engine.write_csv(rows.select(*columns).order_by("distance", "work"), path)
