"""Small corpora that tests of bulk linking share, written in the layouts of the real ones."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

Row = dict[str, Any]

TITLES = (
    "Approximation by superpositions of a sigmoidal function",
    "Learning representations by back-propagating errors",
    "Über die Deformation von Kristallen",
    "A very very long history of time and time again",
    "İstanbul air quality and its discontents",
    "Introduction",
)

PLACES = (
    "Alpine glaciers", "Baltic harbours", "Carpathian forests", "Danubian wetlands", "Etruscan necropolises",
    "Finnish sawmills", "Georgian vineyards", "Hanseatic ledgers", "Icelandic fisheries", "Jurassic sediments",
    "Kenyan dairies", "Lapland reindeer", "Moroccan pottery", "Norwegian fjords", "Ottoman calligraphy",
    "Patagonian steppes", "Quechua grammar", "Roman aqueducts", "Saharan dunes", "Tibetan manuscripts",
)  # fmt: skip


def work(number: int, **changes: Any) -> Row:
    """A work of the OpenAlex snapshot; its title, authors and year follow from the number."""
    title = TITLES[number % len(TITLES)]
    if number >= len(TITLES):
        one, two = PLACES[number % len(PLACES)], PLACES[(number // len(PLACES) * 7 + 3) % len(PLACES)]
        title += f" of {one} beside {two}" + (f", volume {number}" if number > 390 else "")
    said = {
        "id": f"https://openalex.org/W{number + 1}",
        "doi": f"https://doi.org/10.1000/X{number}" if number % 3 else None,
        "title": title,
        "publication_year": 1990 + number % 30,
        "publication_date": f"{1990 + number % 30}-05-01",
        "ids": {"openalex": f"https://openalex.org/W{number + 1}"},
        "type": "article",
        "primary_location": {
            "raw_type": "journal-article",
            "source": {"display_name": "Journal of Things", "type": "journal"},
        },
        "authorships": [
            {"author": {"display_name": f"Given{name} {name}"}, "institutions": [{"display_name": "ETH Zürich"}]}
            for name in ("Cybenko", "Schölkopf", "Müller")[: 1 + number % 3]
        ],
        "biblio": {"volume": str(number % 40), "first_page": str(number)},
        "open_access": {"oa_status": "gold" if number % 2 else "closed"},
        "cited_by_count": number,
    }
    return {**said, **changes}


def snapshot(folder: Path, parts: dict[str, list[Row]]) -> Path:
    """Writes an OpenAlex snapshot: date of the partition -> works."""
    for date, rows in parts.items():
        place = folder / "works" / f"updated_date={date}"
        place.mkdir(parents=True, exist_ok=True)
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (place / "part_0000.gz").write_bytes(gzip.compress(lines.encode(), mtime=0))
    return folder


def listed(rows: list[Row]) -> list[Row]:
    """The works as a person's list has them, in CSL-JSON without identifiers, keys `k0`, `k1` ..."""
    return [
        {
            "id": f"k{i}",
            "type": "article-journal",
            "title": row["title"],
            "author": [_person(name) for a in row["authorships"] if (name := (a["author"] or {}).get("display_name"))],
            "issued": {"date-parts": [[row["publication_year"]]]},
            "container-title": "Journal of Things",
        }
        for i, row in enumerate(rows)
    ]


def _person(name: str) -> Row:
    given, family = name.split()
    return {"family": family, "given": given}


def id_of(row: Row) -> str:
    """The `corpus_id` of a work."""
    doi = row["doi"]
    return doi.removeprefix("https://doi.org/").lower() if doi else row["id"].rsplit("/", 1)[-1]


def text_of_rows(engine, rows) -> dict[str, str]:
    """Gives `source_id` -> the text that matching reads, of a table in the columns of the index."""
    from pubtrack.scale.functions import text_of

    return {row["source_id"]: row["text"] for row in engine.rows(rows.select("source_id", text=text_of(rows)))}


COMPARED = (
    "title",
    "families",
    "year",
    "years",
    "venue",
    "volume",
    "issue",
    "page",
    "kind",
    "edition",
    "ids",
    "markers",
)
"""Attributes of a prepared record that a projection must not change."""


def differences(engine, rows, items: dict[str, Row], parse) -> list[str]:
    """Gives what the engine's projection of items says otherwise than a source's parser."""
    from pubtrack.match import prepare
    from pubtrack.scale.compact import prepare_text

    texts = text_of_rows(engine, rows)
    found = []
    for key, item in items.items():
        ours, theirs = prepare_text(texts[key]), prepare(parse(item))
        said = {n: (getattr(ours, n), getattr(theirs, n)) for n in COMPARED if getattr(ours, n) != getattr(theirs, n)}
        found += [f"{key} {name}: {one!r} is not {other!r}" for name, (one, other) in said.items()]
    return found


def payload_items(shared: Path, host: str) -> list[Row]:
    """Gives the works in the recorded answers of a host."""
    found: list[Row] = []
    for path in sorted((shared / "data" / "payloads" / host).glob("*.json")):
        try:
            said = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            continue
        said = said.get("message", said) if isinstance(said, dict) else {}
        listed_ones = said.get("items", said.get("results", [said])) if isinstance(said, dict) else []
        found += [item for item in listed_ones or [] if isinstance(item, dict)]
    return found


def table_of(rows: list[Row], schema: dict[str, Any]) -> Any:
    """Gives rows as a table of any engine."""
    import ibis
    import pyarrow as pa

    kinds = ibis.schema(schema)
    return ibis.memtable(pa.Table.from_pylist(rows, schema=kinds.to_pyarrow()))
