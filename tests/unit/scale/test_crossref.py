"""The engine reads a work of the public data file as the source's own parser does, in both forms of the file."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

pytest.importorskip("ibis.backends.duckdb", reason="the extra `scale` is not installed")

from pubtrack.scale import crossref
from pubtrack.scale.corpora import Corpus, rows_of
from pubtrack.scale.diagnose import misfit
from pubtrack.sources import SOURCES
from scale_corpora import differences, payload_items

PLAIN = {
    "DOI": "10.1000/A",
    "title": ["A title"],
    "author": [{"family": "Gödel", "given": "Kurt"}, {"name": "ATLAS"}, {"family": "Plato"}, {"given": "Sokrates"}],
    "issued": {"date-parts": [[1931, 5]]},
    "container-title": ["Monatshefte"],
    "volume": "38",
    "issue": "1",
    "page": "173-198",
    "type": "journal-article",
}
CASES = (
    {},
    {"subtitle": ["A subtitle"]},
    {"title": ["A title: a subtitle"], "subtitle": ["a subtitle"]},
    {"issued": {"date-parts": [[None]]}, "published-print": {"date-parts": [[1999]]}, "published-online": {"date-parts": [[1998]]}},
    {"type": "book-chapter", "container-title": ["A series", "The book"]},
    {"type": "posted-content", "subtype": "preprint", "container-title": []},
    {"type": "posted-content", "subtype": "working_paper"},
    {"type": "posted-content"},
    {"author": None, "editor": [{"family": "Editor", "given": "E."}]},
    {"page": None, "article-number": "e12"},
    {"ISBN": ["978-3-16-148410-0"], "type": "book", "edition-number": "2"},
    {"container-title": None, "event": {"name": "A conference", "start": {"date-parts": [[1930, 1, 2]]}}},
    {"relation": {"is-preprint-of": [{"id": "10.1000/B", "id-type": "doi"}], "has-review": [{"id": "x", "id-type": "other"}]}},
    {"title": None, "type": "other"},
    {"DOI": "10.48550/arXiv.2407.02273", "type": "posted-content", "subtype": "preprint", "volume": None, "container-title": None},
)  # fmt: skip


def items_of(cases=CASES) -> dict[str, dict]:
    items = [{**PLAIN, "DOI": f"10.1000/A{n}", **changes} for n, changes in enumerate(cases)]
    return {item["DOI"].lower(): item for item in items}


def rows_in(engine, items, path: Path, *, enveloped: bool):
    lines = [json.dumps(i, ensure_ascii=False) for i in items]
    text = json.dumps({"items": list(items)}) if enveloped else "\n".join(lines)
    path.write_bytes(gzip.compress(text.encode()))
    corpus = Corpus(str(path), "crossref", "enveloped" if enveloped else "json", shape=crossref.SHAPE)
    return rows_of(corpus, engine, [str(path)])


@pytest.mark.parametrize("enveloped", [True, False])
def test_every_case_means_what_the_parser_says(duckdb, tmp_path, enveloped):
    items = items_of()
    rows = rows_in(duckdb, items.values(), tmp_path / "a.json.gz", enveloped=enveloped)
    assert differences(duckdb, rows, items, SOURCES["crossref"].parse) == []


def test_relations_to_dois_are_kept(duckdb, tmp_path):
    rows = rows_in(duckdb, items_of().values(), tmp_path / "a.jsonl.gz", enveloped=False)
    said = {r["source_id"]: list(r["relations"]) for r in duckdb.rows(rows.select("source_id", "relations"))}
    assert {key: told for key, told in said.items() if told} == {"10.1000/a12": ["preprint-of doi:10.1000/b"]}


def test_recorded_works_mean_what_the_parser_says(duckdb, tmp_path, shared):
    items = {}
    for item in payload_items(shared, "crossref"):
        if isinstance(item.get("DOI"), str) and not misfit(item, crossref.SHAPE):
            items[item["DOI"].lower()] = item
    assert len(items) > 200
    rows = rows_in(duckdb, items.values(), tmp_path / "a.jsonl.gz", enveloped=False)
    found = differences(duckdb, rows, items, SOURCES["crossref"].parse)
    assert len(found) <= len(items) / 200, found  # subtitles that repeat the title in other typography
