"""The index is whole or not there, and holds no key that too many share."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("ibis.backends.duckdb", reason="the extra `scale` is not installed")

from pubtrack.errors import InputError
from pubtrack.match.numbers import number_of
from pubtrack.scale import index as module
from pubtrack.scale.building import Job
from pubtrack.scale.corpora import open_corpus
from pubtrack.scale.engine import Limits
from pubtrack.scale.index import Caps, build_index, open_index
from pubtrack.scale.keys import record_keys
from pubtrack.scale.schema import IDENTIFIERS, KEYS, RECORDS
from scale_corpora import snapshot, work

ROWS = [work(i) for i in range(30)]


@pytest.fixture
def corpus(tmp_path, duckdb):
    """A snapshot of two partitions."""
    return open_corpus(
        str(snapshot(tmp_path / "s", {"2026-01-01": ROWS[:20], "2026-01-02": ROWS[20:]})), duckdb, mapping={}
    )


def keys_of(engine, index):
    return sorted((r["key"], r["rid"]) for r in engine.rows(engine.parquet(index.key_places)))


def test_its_tables_are_as_documented_and_sorted(tmp_path, duckdb, corpus):
    index = build_index(corpus, tmp_path / "i", duckdb, Job())
    tables = (index.record_places, RECORDS, "rid"), (index.key_places, KEYS, "key"), ([index.identifier_place], IDENTIFIERS, "identifier")  # fmt: skip
    for places, columns, order in tables:
        for place in places:
            table = duckdb.parquet(place)
            assert {n: str(t).replace("!", "") for n, t in table.schema().items()} == {c.name: c.type for c in columns}
            said = [row[order] for row in duckdb.rows(table)]
            assert said == sorted(said)
    assert (index.records, len(index.partitions)) == (30, 2)
    expected = set()
    for row in ROWS:
        rid = number_of(row["id"].rsplit("/", 1)[-1])
        keys = record_keys(row["title"], row["authorships"][0]["author"]["display_name"])
        expected |= {(key, rid) for key in keys}
    assert set(keys_of(duckdb, index)) == expected


def test_what_too_many_share_is_dropped(tmp_path, duckdb, corpus):
    whole = build_index(corpus, tmp_path / "i", duckdb, Job())
    shared = {key for key, _ in keys_of(duckdb, whole)}
    capped = build_index(corpus, tmp_path / "i", duckdb, Job(), caps=Caps(key=2, identifier=1))
    counts = [sum(1 for k, _ in keys_of(duckdb, capped) if k == key) for key in shared]
    assert max(counts) == 2
    assert counts.count(0) > 0


def test_keys_in_several_ranges_are_the_same_keys(tmp_path, duckdb, corpus, monkeypatch):
    whole = keys_of(duckdb, build_index(corpus, tmp_path / "a", duckdb, Job()))
    monkeypatch.setattr(module, "_ROWS_AT_ONCE", 50)
    pieces = build_index(corpus, tmp_path / "b", duckdb, Job())
    assert len(pieces.key_places) > 3
    assert keys_of(duckdb, pieces) == whole


def test_partitions_built_apart_are_those_built_here(tmp_path, duckdb, corpus):
    here = build_index(corpus, tmp_path / "a", duckdb, Job())
    apart = build_index(corpus, tmp_path / "b", duckdb, Job(limits=Limits(cores=2, memory="1GB"), apart_from=0))
    assert keys_of(duckdb, apart) == keys_of(duckdb, here)


def test_a_fault_in_a_process_apart_is_raised_here(tmp_path, duckdb):
    place = snapshot(tmp_path / "s", {"2026-01-01": ROWS[:5], "2026-01-02": ROWS[5:9]})
    path = next(place.rglob("*01-02/*.gz"))
    path.write_bytes(path.read_bytes()[:-20])
    corpus = open_corpus(str(place), duckdb, mapping={})
    with pytest.raises(InputError, match=r"part_0000\.gz:\d"):
        build_index(corpus, tmp_path / "b", duckdb, Job(limits=Limits(cores=2, memory="1GB"), apart_from=0))
    assert open_index(tmp_path / "b") is None


def test_an_index_of_a_newer_format_is_refused(tmp_path):
    (tmp_path / "manifest.json").write_text(json.dumps({"format": 99}), encoding="utf-8")
    with pytest.raises(InputError, match="this index has format 99"):
        open_index(tmp_path)


def test_an_index_of_an_older_format_is_refused_unless_its_corpus_is_there(tmp_path, duckdb):
    place = snapshot(tmp_path / "s", {"2026-01-01": ROWS[:5]})
    corpus = open_corpus(str(place), duckdb, mapping={})
    made = build_index(corpus, tmp_path / "b", duckdb, Job())
    for path in (tmp_path / "b").rglob("*.json"):
        said = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps({**said, "format": 1}), encoding="utf-8")
    with pytest.raises(
        InputError, match="this index has format 1, which this pubtrack no longer reads; build it again"
    ):
        open_index(tmp_path / "b")
    again = build_index(corpus, tmp_path / "b", duckdb, Job())
    assert again.records == made.records
    assert open_index(tmp_path / "b") == again


def test_what_is_no_index_is_none(tmp_path):
    assert open_index(tmp_path) is None
    (tmp_path / "manifest.json").write_text(json.dumps({"format": 1, "whole": False}), encoding="utf-8")
    assert open_index(tmp_path) is None
