"""What a link gives besides its table: counts, and the list of what a person must look at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pubtrack.scale.engine import Engine
from pubtrack.scale.schema import FIELD_MARK, TEXT

__all__ = ["verdicts_of", "write_unsure"]

_ORDER = ("same", "version", "unsure", "different")


def verdicts_of(links: Path, engine: Engine) -> dict[str, int]:
    """Gives verdict -> works."""
    table = engine.parquet(str(links))
    rows = engine.rows(table.group_by("verdict").aggregate(works=table.count()))
    found = {row["verdict"]: int(row["works"]) for row in rows}
    return {verdict: found.get(verdict, 0) for verdict in _ORDER}


def write_unsure(links: Path, stages: Path, engine: Engine, path: Path) -> None:
    """Writes the works whose verdict is `unsure` beside the record each may be, nearest first.

    What the record says is read off the texts that were scored: the index holds a million records for each of these.
    """
    table = engine.parquet(str(links))
    some = table.filter(table.verdict == "unsure")
    listed = engine.parquet(str(stages / "works")).select("work", listed_title="title", listed_year="year")
    cases = engine.parquet([str(folder) for folder in sorted(stages.glob("*-cases"))])
    records = _told(cases.semi_join(some, "work")).distinct(on=["work", "corpus_id"], keep="first")
    rows = some.join(listed, "work").left_join(records, ["work", "corpus_id"])
    columns = (
        "work", "corpus_id", "distance", "listed_title", "corpus_title", "listed_year", "corpus_year", "penalties",
        "runner_up",
    )  # fmt: skip
    engine.write_csv(rows.select(*columns).order_by("distance", "work"), path)


def _told(cases: Any) -> Any:
    """(work, corpus_id, corpus_title, corpus_year) of the candidates of cases."""
    texts = cases.select("work", text=cases.candidates.unnest())
    parts = texts.select("work", part=texts.text.split(FIELD_MARK))

    def said(name: str) -> Any:
        return parts.part[TEXT.index(name)].nullif("")

    return parts.select("work", corpus_id=said("corpus_id"), corpus_title=said("title"), corpus_year=said("year"))
