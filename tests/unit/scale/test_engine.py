"""Both engines give the same rows; a stage is whole or not there."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("ibis.backends.duckdb", reason="the extra `scale` is not installed")

from pubtrack.errors import InputError, MissingExtra
from pubtrack.scale.engine import ENGINES, Limits, count, finished, open_engine
from scale_corpora import listed, snapshot, table_of, work

NO_SPARK = (
    "the extra `spark` is not installed"
    if importlib.util.find_spec("pyspark") is None
    else "there is no Java"
    if not (shutil.which("java") or os.environ.get("JAVA_HOME"))
    else ""
)


def linked(engine: str, works: Path, corpus: Path, out: Path) -> list[dict]:
    """The rows that a link gives, from a process of its own: Spark talks over sockets, which tests may not."""
    import pyarrow.parquet as pq

    command = [sys.executable, "-m", "pubtrack", "link", str(works), str(corpus), "--out", str(out), "--engine", engine]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    done = subprocess.run([*command, "--cores", "2"], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return sorted(pq.read_table(out / "links").to_pylist(), key=lambda row: row["work"])


@pytest.mark.heavy
@pytest.mark.skipif(bool(NO_SPARK), reason=NO_SPARK)
def test_both_engines_give_the_same_rows(tmp_path):
    """With `é`, `İ`, repeated words, null authors, a title twice, a broken line that both leave out."""
    rows = [work(i) for i in range(40)]
    rows[7]["authorships"] = [{"author": None}, {"author": {"display_name": None}}]
    rows[9]["title"] = None
    rows[12]["authorships"] = []
    rows[13]["doi"] = "https://doi.org/10.48550/ARXIV.2407.02273"
    works = tmp_path / "works.json"
    asked = listed([*rows[:9], *rows[10:], rows[20], work(900)])
    asked[3]["title"] = asked[3]["title"].upper()
    works.write_text(json.dumps(asked, ensure_ascii=False), encoding="utf-8")
    corpus = snapshot(tmp_path / "snapshot", {"2026-01-01": rows[:25], "2026-01-02": rows[25:]})
    one, other = (linked(engine, works, corpus, tmp_path / engine) for engine in ENGINES)
    assert one == other
    assert sum(row["distance"] for row in one) == sum(row["distance"] for row in other)
    assert [row["verdict"] for row in one].count("same") > 30
    read = [(tmp_path / engine / "unsure.csv").read_text(encoding="utf-8") for engine in ENGINES]
    assert read[0] == read[1]


def test_an_engine_that_there_is_not_is_said():
    with pytest.raises(InputError, match="There is no engine 'flink'; known are: duckdb, spark"):
        open_engine("flink")


def test_without_java_spark_says_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(InputError, match="Spark needs Java 17"):
        open_engine("spark")


def test_without_its_packages_an_engine_says_which_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    monkeypatch.setenv("JAVA_HOME", "/somewhere")
    with pytest.raises(MissingExtra, match=r"pubtrack\[spark\]"):
        open_engine("spark")


def test_a_stage_that_failed_is_not_there_and_an_old_one_stays(tmp_path):
    def fail(folder: Path) -> None:
        folder.mkdir()
        (folder / "half").write_text("x")
        raise OSError("disk full")

    (tmp_path / "stage").mkdir()
    (tmp_path / "stage" / "old").write_text("x")
    with pytest.raises(OSError, match="disk full"):
        finished(tmp_path / "stage", fail)
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["old"]


def test_tables_are_written_sorted_read_and_counted(duckdb, tmp_path):
    rows = [{"a": 3, "b": "x"}, {"a": 1, "b": None}, {"a": 2, "b": "é"}]
    table = table_of(rows, {"a": "int64", "b": "string"})
    duckdb.write(table, tmp_path / "t", order="a")
    read = duckdb.parquet(str(tmp_path / "t"))
    assert [row["a"] for row in duckdb.rows(read)] == [1, 2, 3]
    assert count(duckdb, read) == 3
    duckdb.write_csv(read.order_by("a"), tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_text(encoding="utf-8").splitlines() == ["a,b", "1,", "2,é", "3,x"]


def test_columns_of_a_table_are_told_without_pyarrow(tmp_path):
    """Its import takes a tenth of a second and 20 MB, in every process that builds a part of an index, too."""
    asks = f"""
import sys
from pathlib import Path
from pubtrack.scale.engine import Limits, open_engine
place = Path({str(tmp_path)!r}) / "a place"
place.mkdir()
engine = open_engine("duckdb", Limits())
row = "SELECT 1::BIGINT AS a, ['x'] AS b, 0.5::DOUBLE AS c"
engine._run(f"COPY ({{row}}) TO '{{place}}/x.parquet'")
schema = engine.parquet(str(place)).schema()
print(*(f"{{name}} {{kind}}" for name, kind in schema.items()), "pyarrow" in sys.modules, sep=", ")
"""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    done = subprocess.run([sys.executable, "-c", asks], env=env, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "a int64, b array<string>, c float64, False", done.stderr


def test_files_below_a_url_are_listed_by_the_engine(duckdb, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.csv").write_text("1234")
    found = duckdb.listing(f"file://{tmp_path}")
    assert [(name.rsplit("/", 1)[-1], size) for name, size, _ in found] == [("x.csv", 4)]


def test_the_limits_reach_the_engine(tmp_path):
    engine = open_engine("duckdb", Limits(memory="123MB", cores=1, spill=str(tmp_path)))
    said = engine._run("SELECT current_setting('threads'), current_setting('memory_limit')")
    engine.close()
    assert said == [(1, "117.3 MiB")]


def test_the_engine_draws_no_bar_of_its_own_where_python_has_no_script():
    """DuckDB takes `python -c` for a person at a prompt."""
    asked = "SELECT current_setting('enable_progress_bar')"
    code = f"from pubtrack.scale.engine import *; print(open_engine('duckdb', Limits())._run({asked!r}))"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert done.stdout == "[(False,)]\n"
