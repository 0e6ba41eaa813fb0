"""Rows as text, and batches, alike on every engine."""

from __future__ import annotations

import pytest

pytest.importorskip("ibis.backends.duckdb", reason="the extra `scale` is not installed")

from pubtrack.match.numbers import number_of
from pubtrack.scale.compact import prepare_text
from pubtrack.scale.functions import batch_of, keyed, numbered, text_of
from pubtrack.scale.keys import record_keys
from pubtrack.scale.schema import FIELD_MARK, RECORDS, TEXT
from scale_corpora import table_of


def records(*rows):
    return table_of(list(rows), {c.name: c.type for c in RECORDS})


def test_a_row_is_one_text_whatever_is_missing(duckdb):
    nothing = {c.name: [] if c.type.startswith("array") else None for c in RECORDS}
    whole = {**nothing, "corpus_id": "a", "title": f"T{FIELD_MARK}U", "authors": ["A B", "C|D"], "year": 1999}
    table = records(whole, nothing)
    texts = [row["t"] for row in duckdb.rows(table.select(t=text_of(table)))]
    assert {text.count(FIELD_MARK) for text in texts} == {len(TEXT) - 1}
    item = prepare_text(next(t for t in texts if t.startswith("a")))
    assert (item.title, item.year, item.n_authors) == ("t u", 1999, 2)


def test_keys_inside_the_engine_are_those_outside(duckdb):
    rows = [("W1", "İstanbul é", "Zoë Müller"), ("W2", "", ""), ("W3", "A title of words", "Li|W.")]
    table = table_of([dict(zip("ita", row, strict=True)) for row in rows], dict.fromkeys("ita", "string"))
    made = {
        r["i"]: (r["n"], list(r["k"]))
        for r in duckdb.rows(table.select("i", k=keyed(table.t, table.a), n=numbered(table.i)))
    }
    assert made == {row[0]: (number_of(row[0]), record_keys(*row[1:])) for row in rows}


def test_every_number_falls_into_one_batch(duckdb):
    numbers = [-(2**63), -7, -1, 0, 1, 2**63 - 1]
    table = table_of([{"n": n} for n in numbers], {"n": "int64"})
    found = {r["n"]: r["b"] for r in duckdb.rows(table.select("n", b=batch_of(table.n, 3)))}
    assert found == {n: n % 3 for n in numbers}
