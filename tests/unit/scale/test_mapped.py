"""Rows of any table in our columns."""

from __future__ import annotations

import pytest

pytest.importorskip("ibis.backends.duckdb", reason="the extra `scale` is not installed")

from pubtrack.scale.expressions import schema_of
from pubtrack.scale.mapped import columns
from pubtrack.scale.names import chosen_names
from scale_corpora import table_of


def row_of(engine, schema, **said):
    table = table_of([said], schema)
    return engine.rows(table.select(**columns(table, chosen_names(table.columns, {}, "x"))))[0]


def test_texts_and_numbers(duckdb):
    schema = {
        "key": "string",
        "title": "string",
        "author": "string",
        "year": "int64",
        "DOI": "string",
        "type": "string",
    }
    row = row_of(
        duckdb, schema, key="k", title=" T ", author="Ada Lovelace; Kurt Gödel and Plato", year=1999,
        DOI="https://doi.org/10.1000/X", type="journal-article",
    )  # fmt: skip
    assert (row["source_id"], row["corpus_id"], row["title"], row["year"]) == ("k", "10.1000/x", "T", 1999)
    assert row["authors"] == ["Ada Lovelace", "Kurt Gödel", "Plato"]
    assert (row["type"], row["identifiers"]) == ("article-journal", ["doi:10.1000/x"])


def test_objects_of_csl_json(duckdb):
    person = "struct<family: string, given: string, literal: string>"
    schema = {"id": "string", "title": "string", "author": f"array<{person}>"}
    schema |= schema_of({"issued": {"date-parts": [["string"]]}})
    people = [{"family": "Gödel", "given": "K.", "literal": None}, {"family": None, "given": None, "literal": "CERN"}]
    row = row_of(duckdb, schema, id="a", title="T", author=people, issued={"date-parts": [["1931", "5"]]})
    assert (row["authors"], row["year"], row["corpus_id"]) == (["Gödel|K.", "CERN|"], 1931, "a")


def test_an_identifier_may_be_the_id_itself(duckdb):
    row = row_of(duckdb, {"id": "string", "title": "string"}, id="10.1000/ABC", title="T")
    assert (row["corpus_id"], row["identifiers"]) == ("10.1000/abc", ["doi:10.1000/abc"])


def test_what_nobody_said_is_null_or_empty(duckdb):
    row = row_of(duckdb, {"id": "string", "title": "string"}, id="a", title=None)
    lists = {"authors", "other_years", "identifiers", "relations", "institutions"}
    assert {name: value for name, value in row.items() if value is not None} == {
        "source_id": "a", "corpus_id": "a", **{name: [] for name in lists},
    }  # fmt: skip
