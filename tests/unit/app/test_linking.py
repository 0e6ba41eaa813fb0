"""`link` and `stats` end to end on DuckDB: from files of every kind to links, summary and the list to look at."""

from __future__ import annotations

import csv
import gc
import gzip
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("ibis.backends.duckdb", reason="the extra `scale` is not installed")

import pubtrack
from pubtrack import LinkOptions, link
from pubtrack.app.linking import parse_mapping, stats
from pubtrack.cli import main
from pubtrack.errors import InputError, MissingExtra
from pubtrack.scale.schema import RESULT
from scale_corpora import id_of, listed, snapshot, work

BIB = Path(__file__).resolve().parents[3] / "bib"
ROWS = [work(i) for i in range(40)]
SMALL = LinkOptions(cores=2)


def rows_of(folder: Path) -> dict[str, dict]:
    import pyarrow.parquet as pq

    return {row["work"]: row for row in pq.read_table(folder).to_pylist()}


def corpus_in(tmp_path: Path, parts: dict | None = None) -> Path:
    return snapshot(tmp_path / "snapshot", parts or {"2026-01-01": ROWS[:25], "2026-02-01": ROWS[25:]})


def works_in(tmp_path: Path, rows: list) -> Path:
    path = tmp_path / "works.json"
    path.write_text(json.dumps(listed(rows), ensure_ascii=False), encoding="utf-8")
    return path


def test_listed_works_are_linked_to_the_records_they_are(tmp_path):
    strangers = [work(900), work(901)]
    report = link(works_in(tmp_path, ROWS + strangers), corpus_in(tmp_path), out=tmp_path / "out", options=SMALL)
    links = rows_of(report.links)
    telling = [i for i in range(len(ROWS)) if i not in (5,)]  # 5 is "Introduction": a title that is nobody's own
    assert {i: links[f"k{i}"]["corpus_id"] for i in telling} == {i: id_of(ROWS[i]) for i in telling}
    verdicts = [links[f"k{i}"]["verdict"] for i in telling]
    assert verdicts.count("same") >= 34  # four titles begin those of others: a question, never another record
    assert set(verdicts) <= {"same", "unsure"}
    assert [links[f"k{len(ROWS) + i}"]["verdict"] for i in range(2)] == ["different", "different"]
    assert report.works == sum(report.verdicts.values()) == len(ROWS) + 2
    assert report.records == len(ROWS)


def test_the_table_has_the_columns_that_are_promised(tmp_path):
    import pyarrow.parquet as pq

    report = link(works_in(tmp_path, ROWS[:3]), corpus_in(tmp_path), out=tmp_path / "out", options=SMALL)
    assert pq.read_table(report.links).column_names == [column.name for column in RESULT]
    summary = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))
    assert (summary["works"], summary["engine"], summary["skipped"]) == (3, "duckdb", [])


def test_the_verdict_is_the_one_of_the_library(tmp_path):
    from pubtrack import match
    from pubtrack.sources import SOURCES

    changed = [{**row, "publication_year": row["publication_year"] + 1} for row in ROWS[6:20]]
    works = works_in(tmp_path, changed)
    report = link(works, corpus_in(tmp_path), out=tmp_path / "out", options=SMALL)
    links = rows_of(report.links)
    said = {m.key: m.fields for m in pubtrack.read(works).works}
    parsed = [SOURCES["openalex"].parse(row) for row in ROWS]
    for key, fields in said.items():
        chosen = match.choose(fields, parsed)
        found = links[key]["verdict"], links[key]["distance"], json.loads(links[key]["penalties"])
        assert found[:2] == (chosen.verdict, chosen.distance)
        if chosen.candidate is not None:
            assert links[key]["corpus_id"] == id_of(ROWS[parsed.index(chosen.candidate)])
            assert found[2] == {name: round(points, 6) for name, points in chosen.penalties.items()}


def test_an_identifier_finds_what_no_title_would(tmp_path):
    path = tmp_path / "one.bib"
    path.write_text("@misc{a, doi = {https://doi.org/10.1000/X7}}\n", encoding="utf-8")
    report = link(path, corpus_in(tmp_path), out=tmp_path / "out", options=SMALL)
    row = rows_of(report.links)["a"]
    assert (row["corpus_id"], row["verdict"]) == ("10.1000/x7", "same")


def test_a_record_is_the_same_as_one_listed_work_only(tmp_path):
    report = link(works_in(tmp_path, [ROWS[7], ROWS[7]]), corpus_in(tmp_path), out=tmp_path / "out", options=SMALL)
    links = rows_of(report.links)
    assert sorted(row["verdict"] for row in links.values()) == ["same", "unsure"]
    unsure = next(row for row in links.values() if row["verdict"] == "unsure")
    assert "another listed work is nearer" in unsure["penalties"]
    with report.unsure.open(encoding="utf-8", newline="") as file:
        assert [row["work"] for row in csv.DictReader(file)] == [unsure["work"]]


def test_a_table_of_works_is_read_with_usual_and_with_mapped_names(tmp_path):
    corpus = corpus_in(tmp_path)
    usual = tmp_path / "usual.csv"
    usual.write_text(
        f'key,Title,Authors,Year\nu1,"{ROWS[7]["title"]}","Given Cybenko; Given Schölkopf",1997\n', encoding="utf-8"
    )
    odd = tmp_path / "odd.tsv"
    odd.write_text(f"nr\tTitel\tJahr\nu1\t{ROWS[7]['title']}\t1997\n", encoding="utf-8")
    mapping = {"id": "nr", "title": "Titel", "year": "Jahr"}
    one = link(usual, corpus, out=tmp_path / "a", options=SMALL)
    two = link(odd, corpus, out=tmp_path / "b", options=LinkOptions(works_mapping=mapping))
    assert rows_of(one.links)["u1"]["corpus_id"] == rows_of(two.links)["u1"]["corpus_id"] == id_of(ROWS[7])


def test_a_table_without_a_title_says_which_columns_there_are(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"no column is the title; say which with --map title=NAME. There are: a, b"):
        link(path, corpus_in(tmp_path), out=tmp_path / "out", options=SMALL)


def test_a_library_is_linked_by_its_keys(tmp_path):
    report = link(BIB, corpus_in(tmp_path), out=tmp_path / "out", options=SMALL)
    from pubtrack import Library

    assert set(rows_of(report.links)) == set(Library.open(BIB).works)


def test_works_in_batches_are_linked_as_all_at_once(tmp_path):
    works, corpus = works_in(tmp_path, ROWS), corpus_in(tmp_path)
    whole = link(works, corpus, out=tmp_path / "a", options=SMALL)
    pieces = link(works, corpus, out=tmp_path / "b", options=LinkOptions(batch=7, index=tmp_path / "a" / "index"))
    assert rows_of(whole.links) == rows_of(pieces.links)


def stamps(index: Path) -> dict[str, int]:
    return {p.parent.name: p.stat().st_mtime_ns for p in index.glob("parts/*/done.json")}


def test_of_a_newer_snapshot_only_the_changed_partitions_are_built(tmp_path):
    works, corpus = works_in(tmp_path, [*ROWS, work(50)]), corpus_in(tmp_path)
    link(works, corpus, out=tmp_path / "out", options=SMALL)
    before = stamps(tmp_path / "out" / "index")
    snapshot(corpus, {"2026-02-01": ROWS[26:], "2026-03-01": [work(50)]})
    report = link(works, corpus, out=tmp_path / "out", options=SMALL)
    after = stamps(tmp_path / "out" / "index")
    assert len(set(before.values()) & set(after.values())) == 1
    assert len(after) == 3
    links = rows_of(report.links)
    assert links["k40"]["corpus_id"] == id_of(work(50))
    assert links["k25"]["corpus_id"] != id_of(ROWS[25])


def test_an_index_is_a_corpus_of_its_own(tmp_path):
    works = works_in(tmp_path, ROWS[:9])
    first = link(works, corpus_in(tmp_path), out=tmp_path / "a", options=SMALL)
    again = link(works, tmp_path / "a" / "index", out=tmp_path / "b", options=SMALL)
    assert rows_of(first.links) == rows_of(again.links)
    assert not (tmp_path / "b" / "index").exists()


def test_a_killed_run_goes_on_where_it_was(tmp_path):
    rows = [work(i) for i in range(6, 3006)]
    corpus = corpus_in(tmp_path, {f"2026-01-{d:02}": rows[d * 500 - 500 : d * 500] for d in range(1, 7)})
    works, out = works_in(tmp_path, rows[:50]), tmp_path / "out"
    command = [sys.executable, "-m", "pubtrack", "link", str(works), str(corpus), "--out", str(out), "--resume"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as killed:
        end = time.monotonic() + 60
        while not stamps(out / "index") and time.monotonic() < end:
            time.sleep(0.02)
        killed.send_signal(signal.SIGKILL)
    before = stamps(out / "index")
    assert len(before) > 0
    report = link(works, corpus, out=out, resume=True, options=SMALL)
    assert before.items() <= stamps(out / "index").items()
    untouched = link(works, corpus, out=tmp_path / "fresh", options=SMALL)
    assert rows_of(report.links) == rows_of(untouched.links)


def test_a_run_that_goes_on_with_other_cores_takes_no_half_of_before(tmp_path, monkeypatch):
    from pubtrack.scale import linking

    monkeypatch.setattr(linking, "_WORTH_A_PROCESS", 1)
    works, corpus, out = works_in(tmp_path, ROWS), corpus_in(tmp_path), tmp_path / "out"
    whole = rows_of(link(works, corpus, out=out, options=SMALL).links)
    assert len(list((out / ".stages").glob("*-answers-*"))) == 2
    shutil.rmtree(out / "links")
    report = link(works, corpus, out=out, resume=True, options=LinkOptions(cores=1))
    assert rows_of(report.links) == whole


def test_what_a_person_must_look_at_stands_beside_the_record(tmp_path):
    report = link(works_in(tmp_path, [ROWS[7], ROWS[7]]), corpus_in(tmp_path), out=tmp_path / "out", options=SMALL)
    with report.unsure.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["corpus_title"], row["corpus_year"]) == (ROWS[7]["title"], str(ROWS[7]["publication_year"]))
    assert (row["listed_title"], row["listed_year"]) == (row["corpus_title"], row["corpus_year"])


def test_the_collector_is_as_busy_after_a_link_as_before(tmp_path):
    before = gc.get_threshold()
    with pytest.raises(InputError):
        link(works_in(tmp_path, ROWS[:1]), tmp_path / "none", out=tmp_path / "out", options=SMALL)
    assert gc.get_threshold() == before


def test_stages_of_other_input_are_not_taken(tmp_path):
    corpus = corpus_in(tmp_path)
    link(works_in(tmp_path, ROWS[:3]), corpus, out=tmp_path / "out", options=SMALL)
    report = link(works_in(tmp_path, ROWS[3:9]), corpus, out=tmp_path / "out", resume=True, options=SMALL)
    assert report.works == 6


# Bad input


def part_of(corpus: Path) -> Path:
    return next(corpus.rglob("*2026-01-01/*.gz"))


def with_line(rows: list, number: int, line: str) -> bytes:
    lines = [json.dumps(row) for row in rows]
    lines[number - 1] = line
    return gzip.compress(("\n".join(lines) + "\n").encode())


BROKEN = {
    "a truncated gzip member": (lambda data: data[: len(data) // 2], None, "gzip data"),
    "a wrong checksum": (lambda data: data[:-8] + bytes([data[-8] ^ 255]) + data[-7:], 26, "gzip data"),
    "junk after a member": (lambda data: data + b"\x1f\x8bjunk", 26, "gzip data"),
    "a cut line": (lambda _: with_line(ROWS[:25], 4, '{"id": "https://openalex.org/W4", "ti'), 4, "no JSON"),
    "another schema": (lambda _: with_line(ROWS[:25], 9, '{"name": "x"}'), 9, "this is no work: it has no `id`"),
    "an object in place of a list": (
        lambda _: with_line(ROWS[:25], 2, '{"id": "https://openalex.org/W2", "authorships": {"a": 1}}'),
        2,
        "`authorships` is no list",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_named_with_its_line(case, tmp_path, capsys):
    spoil, line, reason = BROKEN[case]
    corpus = corpus_in(tmp_path)
    path = part_of(corpus)
    path.write_bytes(spoil(path.read_bytes()))
    works = works_in(tmp_path, ROWS[:3])
    assert main(["link", str(works), str(corpus), "--out", str(tmp_path / "out")]) == 2
    said = capsys.readouterr().err
    assert f"{path}:{line or ''}" in said
    assert reason in said
    assert "--skip-bad" in said
    assert len(said.strip().splitlines()) == 1


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_broken_is_left_out_where_that_is_asked_for(case, tmp_path, capsys):
    spoil, line, _ = BROKEN[case]
    corpus = corpus_in(tmp_path)
    path = part_of(corpus)
    path.write_bytes(spoil(path.read_bytes()))
    works = works_in(tmp_path, ROWS[26:30])
    args = ["link", str(works), str(corpus), "--out", str(tmp_path / "out"), "--skip-bad", "--json"]
    assert main(args) == 1
    shown = capsys.readouterr()
    assert "left out:" in shown.err
    report = json.loads(shown.out)
    assert report["verdicts"]["same"] == 4
    assert [fault["path"] for fault in report["skipped"]] == [str(path)]
    assert line is None or report["skipped"][0]["line"] == line
    assert report["records"] < len(ROWS) or "gzip" in report["skipped"][0]["reason"]


def test_a_truncated_table_is_named(tmp_path, capsys):
    import pyarrow as pa
    import pyarrow.parquet as pq

    folder = tmp_path / "tables"
    folder.mkdir()
    for name in ("a", "b"):
        pq.write_table(pa.table({"id": [name], "title": [f"A title of {name}"]}), folder / f"{name}.parquet")
    bad = folder / "b.parquet"
    bad.write_bytes(bad.read_bytes()[:-30])
    works = works_in(tmp_path, ROWS[:2])
    assert main(["link", str(works), str(folder), "--out", str(tmp_path / "out")]) == 2
    assert str(bad) in capsys.readouterr().err
    assert main(["link", str(works), str(folder), "--out", str(tmp_path / "out"), "--skip-bad"]) == 1


def test_what_is_not_there_is_said(tmp_path, capsys):
    works = works_in(tmp_path, ROWS[:2])
    assert main(["link", str(works), str(tmp_path / "none")]) == 2
    assert "there is no such folder or file" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert main(["link", str(works), str(tmp_path / "empty")]) == 2
    assert "holds no corpus" in capsys.readouterr().err
    assert main(["link", str(tmp_path / "none.bib"), str(corpus_in(tmp_path)), "--out", str(tmp_path / "o")]) == 2
    assert "none.bib" in capsys.readouterr().err


def test_a_mapping_that_is_none_is_said():
    assert parse_mapping(["title=Titel", "id=Nr."]) == {"title": "Titel", "id": "Nr."}
    with pytest.raises(InputError, match="'titel' is not OURS=THEIRS"):
        parse_mapping(["titel"])


def test_a_missing_extra_says_which_command_installs_it(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "ibis", None)
    with pytest.raises(MissingExtra, match=r"pip install 'pubtrack\[scale\]'"):
        link(works_in(tmp_path, ROWS[:1]), corpus_in(tmp_path), options=SMALL)


# Counting


def test_counts_by_every_group(tmp_path, capsys):
    corpus = corpus_in(tmp_path)
    by_year = stats(corpus, by="year", options=SMALL)
    assert sum(row["works"] for row in by_year) == len(ROWS)
    assert [row["group"] for row in by_year] == sorted((row["group"] for row in by_year), reverse=True)
    assert stats(corpus, by="type", options=SMALL) == [
        {"group": "article-journal", "works": 40, "open_access": 0.5, "citations": 780, "median_citations": 19.5}
    ]
    assert [r["works"] for r in stats(corpus, by="institution", options=SMALL)] == [40]
    assert {r["group"]: r["works"] for r in stats(corpus, by="open_access", options=SMALL)} == {
        "gold": 20,
        "closed": 20,
    }
    assert [r["group"] for r in stats(corpus, by="citations", options=SMALL)] == [
        "0",
        "1",
        "2-4",
        "5-9",
        "10-19",
        "20-49",
    ]
    assert main(["stats", str(BIB), "--by", "type", "--json"]) == 0
    from pubtrack import Library

    assert sum(row["works"] for row in json.loads(capsys.readouterr().out)) == len(Library.open(BIB).works)


def test_counts_of_an_index_are_those_of_its_corpus(tmp_path):
    corpus = corpus_in(tmp_path)
    link(works_in(tmp_path, ROWS[:1]), corpus, out=tmp_path / "out", options=SMALL)
    assert stats(tmp_path / "out" / "index", by="year") == stats(corpus, by="year")
