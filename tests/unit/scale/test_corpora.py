"""What a corpus is, told from its files, and how files are put together."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

pytest.importorskip("ibis.backends.duckdb", reason="the extra `scale` is not installed")

from pubtrack.errors import InputError
from pubtrack.scale import corpora
from pubtrack.scale.corpora import Corpus, find_partitions, open_corpus, rows_of
from scale_corpora import snapshot, work


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


KINDS = {
    "a.jsonl.gz": (json.dumps(work(1)), "openalex", "json"),
    "b.gz": (json.dumps(work(1)), "openalex", "json"),
    "c.json.gz": ('{"items": [{"DOI": "10.1000/x"}]}', "crossref", "enveloped"),
    "d.jsonl": ('{"DOI": "10.1000/x", "title": ["T"], "container-title": []}', "crossref", "json"),
    "e.ndjson": ('{"key": "a", "Title": "T", "author": [{"family": "F"}]}', "mapped", "json"),
    "f.csv": ("id,title\na,T\n", "mapped", "csv"),
    "g.tsv": ("id\ttitle\na\tT\n", "mapped", "csv"),
}


@pytest.mark.parametrize("name", KINDS)
def test_the_kind_is_told_from_the_first_file(name, tmp_path, duckdb):
    text, kind, form = KINDS[name]
    put(tmp_path / name, text + "\n")
    corpus = open_corpus(str(tmp_path), duckdb, mapping={})
    assert (corpus.kind, corpus.form) == (kind, form)
    rows = duckdb.rows(rows_of(corpus, duckdb, [str(tmp_path / name)]))
    assert len(rows) == 1
    assert rows[0]["source_id"]
    assert Corpus(**json.loads(json.dumps(corpus.to_json()))) == corpus


def test_parquet_of_a_snapshot_reads_as_its_json(tmp_path, duckdb):
    snapshot(tmp_path / "json", {"2026-01-01": [work(i) for i in range(9)]})
    one = open_corpus(str(tmp_path / "json"), duckdb, mapping={})
    files = find_partitions(one, duckdb)[0].files
    from pubtrack.scale.expressions import schema_of

    raw = duckdb.json_rows(list(files), schema_of(one.shape), enveloped=False)
    duckdb.write(raw, tmp_path / "parquet" / "updated_date=2026-01-01")
    two = open_corpus(str(tmp_path / "parquet"), duckdb, mapping={})
    assert (two.kind, two.form) == ("openalex", "parquet")
    said = [
        sorted(map(str, duckdb.rows(rows_of(c, duckdb, [f for p in find_partitions(c, duckdb) for f in p.files]))))
        for c in (one, two)
    ]
    assert said[0] == said[1]


def test_small_files_of_a_folder_make_one_partition_and_large_ones_their_own(tmp_path, duckdb, monkeypatch):
    monkeypatch.setattr(corpora, "_LARGEST", 100)
    for name, size in (("x/a", 40), ("x/b", 40), ("x/c", 90), ("y/d", 10)):
        put(tmp_path / f"{name}.csv", "id,title\n" + f"1,{'a' * (size - 12)}\n")
    corpus = open_corpus(str(tmp_path), duckdb, mapping={})
    parts = [[Path(f).stem for f in p.files] for p in find_partitions(corpus, duckdb)]
    assert parts == [["a", "b"], ["c"], ["d"]]


def test_a_partition_keeps_its_name_and_changes_its_stamp_with_a_file(tmp_path, duckdb):
    path = put(tmp_path / "a.csv", "id,title\n1,T\n")
    corpus = open_corpus(str(tmp_path), duckdb, mapping={})
    before = find_partitions(corpus, duckdb)[0]
    assert find_partitions(corpus, duckdb)[0] == before
    put(path, "id,title\n1,T\n2,U\n")
    after = find_partitions(corpus, duckdb)[0]
    assert (before.name, before.stamp == after.stamp) == (after.name, False)


def test_files_that_are_no_part_of_a_corpus_are_passed_over(tmp_path, duckdb):
    put(tmp_path / "a.csv", "id,title\n1,T\n")
    for name in ("manifest.csv", "README.txt", "_SUCCESS.csv", ".hidden.csv"):
        put(tmp_path / name, "x")
    corpus = open_corpus(str(tmp_path), duckdb, mapping={})
    assert [Path(f).name for p in find_partitions(corpus, duckdb) for f in p.files] == ["a.csv"]


def test_a_url_that_does_not_tell_its_kind_must_be_told(duckdb, monkeypatch):
    monkeypatch.setattr(duckdb, "listing", lambda url: [(f"{url}/a.jsonl.gz", 1, "now")])
    assert open_corpus("s3://openalex/data", duckdb, mapping={}).kind == "openalex"
    assert open_corpus("s3://bucket/data", duckdb, mapping={}, kind="crossref").kind == "crossref"
    with pytest.raises(InputError, match="say which with --corpus-kind"):
        open_corpus("s3://bucket/data", duckdb, mapping={})


def test_what_is_no_json_is_said(tmp_path, duckdb):
    put(tmp_path / "a.jsonl", "hello\n")
    with pytest.raises(InputError, match="neither JSON Lines nor an object"):
        open_corpus(str(tmp_path), duckdb, mapping={})
