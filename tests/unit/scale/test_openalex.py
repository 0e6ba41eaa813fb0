"""The engine reads a work of the snapshot as the source's own parser does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("ibis.backends.duckdb", reason="the extra `scale` is not installed")

from house import ROOT
from pubtrack.scale import openalex
from pubtrack.scale.diagnose import misfit
from pubtrack.scale.expressions import schema_of
from pubtrack.sources import SOURCES
from scale_corpora import differences, payload_items, work

CASES = {
    "plain": {},
    "no title, but a name": {"title": None, "display_name": "A name of <i>something</i>"},
    "a preprint in a repository": {
        "primary_location": {"version": "submittedVersion", "source": {"display_name": "arXiv", "type": "repository"}},
        "doi": "https://doi.org/10.48550/arXiv.2407.02273",
        "biblio": {},
    },
    "a conference": {"primary_location": {"source": {"display_name": "Proc. of X", "type": "conference"}}},
    "registered finer": {"primary_location": {"raw_type": "proceedings-article", "source": None}},
    "an address that is an identifier": {
        "locations": [
            {"landing_page_url": "https://arxiv.org/abs/2407.02273v3", "pdf_url": "https://aclanthology.org/2021.acl-long.1.pdf"}
        ]
    },
    "ids": {"ids": {"pmid": "https://pubmed.ncbi.nlm.nih.gov/12345", "pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5678901", "mag": "99"}},
    "only a year": {"publication_date": None},
    "an old form": {"primary_location": None, "host_venue": {"display_name": "Old Journal"}},
    "no authors": {"authorships": []},
    "printed names": {"authorships": [{"raw_author_name": "Gödel, Kurt", "author": {"display_name": "K. Godel"}}]},
    "null authors": {"authorships": [{"author": {"display_name": None}}, {"author": None}]},
    "an erratum": {"type": "erratum", "title": "Erratum to: A thing"},
    "letters": {"title": "İstanbul'da é ё ß ﬁ and and and", "type": "letter"},
}  # fmt: skip


def rows_of(engine, items, tmp_path: Path):
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(i, ensure_ascii=False) + "\n" for i in items), encoding="utf-8")
    raw = engine.json_rows([str(path)], schema_of(openalex.SHAPE), enveloped=False)
    return raw.select(**openalex.columns(raw))


def test_every_case_means_what_the_parser_says(duckdb, tmp_path):
    items = {f"W{n + 1}": work(n, **changes) for n, changes in enumerate(CASES.values())}
    assert differences(duckdb, rows_of(duckdb, items.values(), tmp_path), items, SOURCES["openalex"].parse) == []


def test_the_id_is_the_doi_or_else_the_number(duckdb, tmp_path):
    rows = rows_of(duckdb, [work(0), work(1), work(2, doi=None, ids={"doi": "10.5/A"})], tmp_path)
    found = {r["source_id"]: r["corpus_id"] for r in duckdb.rows(rows.select("source_id", "corpus_id"))}
    assert found == {"W1": "W1", "W2": "10.1000/x1", "W3": "W3"}


def test_recorded_works_mean_what_the_parser_says(duckdb, tmp_path, shared):
    items = {}
    for item in payload_items(shared, "openalex"):
        if str(item.get("id")).startswith("https://openalex.org/W") and not misfit(item, openalex.SHAPE):
            items[item["id"].rsplit("/", 1)[-1]] = item
    assert len(items) > 20
    assert differences(duckdb, rows_of(duckdb, items.values(), tmp_path), items, SOURCES["openalex"].parse) == []


def test_the_fixtures_are_of_the_shape_that_is_read():
    for path in sorted((ROOT / "tests" / "fixtures" / "sources" / "openalex").glob("*.in.json")):
        assert misfit(json.loads(path.read_text(encoding="utf-8")), openalex.SHAPE) is None
