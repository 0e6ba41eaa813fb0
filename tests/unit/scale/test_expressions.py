"""Small expressions, on odd values."""

from __future__ import annotations

import pytest

pytest.importorskip("ibis.backends.duckdb", reason="the extra `scale` is not installed")

import ibis

from pubtrack.model import Identifier
from pubtrack.scale import expressions as x
from scale_corpora import table_of

DOIS = (
    "10.1000/ABC", " https://doi.org/10.1000/Abc ", "http://dx.doi.org/10.1000/a", "doi:10.1000/a", "DOI: 10.1000/a",
    "10.1000", "", "https://example.org/10.1000/a", "10.1000/a b", "10.1000.5/İ",
)  # fmt: skip


def values(engine, value_of, given, kind="string"):
    table = table_of([{"n": n, "v": v} for n, v in enumerate(given)], {"n": "int64", "v": kind})
    return [row["x"] for row in engine.rows(table.select("n", x=value_of(table.v)).order_by("n"))]


def test_a_doi_is_the_one_that_the_model_gives(duckdb):
    found = values(duckdb, x.doi_of, DOIS[:-3])
    assert found == [(i.value if (i := Identifier.of("doi", doi)) else None) for doi in DOIS[:-3]]


def test_what_is_no_doi_alone_is_none(duckdb):
    assert values(duckdb, x.doi_of, DOIS[-3:]) == [None, None, "10.1000.5/İ"]


def test_texts_years_and_numbers(duckdb):
    assert values(duckdb, x.text, [" a ", " ", "", None]) == ["a", None, None, None]
    assert values(duckdb, x.year_of, ["1999-05", "1999", "19999", "May 1999", None]) == [1999, 1999, None, None, None]
    assert values(duckdb, x.number, ["12", "x", None]) == [12, None, None]


def test_lists(duckdb):
    assert values(duckdb, x.items, [["a"], None], "array<string>") == [["a"], []]
    assert values(
        duckdb, lambda v: x.all_of([v, x.texts(ibis.literal("z"), x.nothing())]), [["a"]], "array<string>"
    ) == [["a", "z"]]
    assert values(duckdb, lambda v: x.empty("int64"), ["a"]) == [[]]


def test_names_that_are_not_there_are_null(duckdb):
    table = table_of([{"a": {"b": "c"}}], {"a": "struct<b: string>"})
    row = duckdb.rows(table.select(one=x.at(table, "a", "b"), two=x.at(table, "a", "z"), three=x.at(table, "q", "r")))[
        0
    ]
    assert row == {"one": "c", "two": None, "three": None}


def test_a_table_of_ours_is_looked_up(duckdb):
    assert values(duckdb, lambda v: x.lookup(v, {"a": "1", "b": None}), ["a", "b", "c", None]) == [
        "1",
        None,
        None,
        None,
    ]
    assert values(duckdb, lambda v: x.marked("doi", v), ["a", None]) == ["doi:a", None]
