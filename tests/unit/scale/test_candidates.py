"""Which pairs are worth comparing."""

from __future__ import annotations

import pytest

pytest.importorskip("ibis.backends.duckdb", reason="the extra `scale` is not installed")

from pubtrack.match.numbers import PAIR, STRONG
from pubtrack.scale.candidates import MOST, find_pairs, with_texts
from scale_corpora import table_of


def key(number: int, kind: int) -> int:
    return (number - 50) * 4 | kind


def pairs_of(engine, works, keys, identifiers=()):
    asked = table_of(
        [{"work": w, "keys": k, "identifiers": list(i)} for w, k, i in works],
        {"work": "string", "keys": "array<int64>", "identifiers": "array<string>"},
    )
    index = table_of([{"key": k, "rid": r} for k, r in keys], {"key": "int64", "rid": "int64"})
    told = table_of([{"identifier": i, "rid": r} for i, r in identifiers], {"identifier": "string", "rid": "int64"})
    return sorted((r["work"], r["rid"]) for r in engine.rows(find_pairs(asked, index, told)))


def test_one_pair_of_words_is_not_enough_two_are(duckdb):
    keys = [key(1, PAIR), key(2, PAIR), key(90, PAIR)]
    there = [(keys[0], 10), (keys[0], 11), (keys[1], 11), (keys[2], 12), (keys[1], 12)]
    assert pairs_of(duckdb, [("a", keys, ())], there) == [("a", 11), ("a", 12)]


def test_a_key_with_a_name_is_enough_and_so_is_an_identifier(duckdb):
    strong = key(3, STRONG)
    found = pairs_of(duckdb, [("a", [strong], ("doi:x",)), ("b", [], ())], [(strong, 10)], [("doi:x", 11)])
    assert ("a", 11) in found
    assert all(work == "a" for work, _ in found)


def test_only_the_nearest_are_kept(duckdb):
    keys = [key(n, STRONG) for n in range(6)]
    there = [(k, rid) for rid in range(20) for k in keys[: 6 if rid < 3 else 3]]
    found = pairs_of(duckdb, [("a", keys, ())], there)
    assert len(found) == MOST
    assert {("a", 0), ("a", 1), ("a", 2)} < set(found)


def test_far_fewer_keys_in_common_than_the_nearest_are_dropped(duckdb):
    keys = [key(n, STRONG) for n in range(9)]
    assert pairs_of(duckdb, [("a", keys, ())], [*((k, 1) for k in keys), (keys[0], 2)]) == [("a", 1)]


def test_a_work_without_candidates_stays(duckdb):
    pairs = table_of([{"work": "a", "rid": 1}], {"work": "string", "rid": "int64"})
    listed = [{"work": "a", "rid": 7, "text": "A"}, {"work": "b", "rid": 8, "text": "B"}]
    works = table_of(listed, {"work": "string", "rid": "int64", "text": "string"})
    records = table_of([{"rid": 1, "text": "one"}], {"rid": "int64", "text": "string"})
    rows = duckdb.rows(with_texts(pairs, works, records))
    assert sorted((r["work"], r["rid"], r["candidates"]) for r in rows) == [("a", 7, ["one"]), ("b", 8, None)]
