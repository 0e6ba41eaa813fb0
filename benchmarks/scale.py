# ruff: noqa: E501
"""Bulk linking measured: recall and precision on a synthetic corpus, time and memory beside hand-written SQL.

    python benchmarks/scale.py FOLDER --records 1000000            # index, link, SQL: a Markdown table
    python benchmarks/scale.py FOLDER --records 5000000 --density 275000000
    python benchmarks/scale.py FOLDER --records 100000 --engine spark --same-as duckdb
    python benchmarks/scale.py FOLDER --labelled                   # the labelled real pairs of the shared data

FOLDER holds the corpora (made where they are not there, see synthetic_corpus.py) and everything built from them. Each step
runs in a process of its own; memory is the greatest sum over it and its children. Other work on the machine makes wall
time useless, so processor time stands beside it. `--density` lowers the cap on keys as a larger corpus would: a key
that N of its records share is shared by N x records / density of these.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import scale_sql as sql
import synthetic_corpus as synthetic

HERE = Path(__file__).resolve()

# Steps, each in a process of its own


def step_index(place: dict[str, Any]) -> None:
    """Builds the index."""
    from pubtrack.app.linking import LinkOptions, _engine, _index

    options = LinkOptions(index=place["index"], cores=place["cores"], key_cap=place["cap"])
    engine = _engine(place["engine"], options)
    _index(place["corpus"], Path(place["out"]), engine, options)
    engine.close()


def step_link(place: dict[str, Any]) -> None:
    """Links against an index that is there."""
    from pubtrack import LinkOptions, link

    options = LinkOptions(memory=place["memory"], cores=place["cores"])
    link(place["works"], place["index"], engine=place["engine"], out=place["out"], options=options)


STEPS = {"index": step_index, "link": step_link, **sql.STEPS}


class Measured:
    """Runs one step in a process of its own."""

    def __init__(self, step: str, place: dict[str, Any]) -> None:
        begin, before = time.monotonic(), os.times()
        child = subprocess.Popen([sys.executable, str(HERE), "--step", step, "--place", json.dumps(place)])
        self.peak_mb = 0.0
        watcher = threading.Thread(target=self._watch, args=(child,), daemon=True)
        watcher.start()
        code = child.wait()
        after = os.times()
        self.wall_s = time.monotonic() - begin
        self.cpu_s = after.children_user + after.children_system - before.children_user - before.children_system
        if code:
            raise SystemExit(f"step {step} ended with {code}")

    def _watch(self, child: subprocess.Popen[bytes]) -> None:
        while child.poll() is None:
            self.peak_mb = max(self.peak_mb, sum(_private_mb(pid) for pid in _family(child.pid)))
            time.sleep(0.1)

    def __str__(self) -> str:
        return f"{self.cpu_s:.1f} s | {self.wall_s:.1f} s | {self.peak_mb / 1024:.2f} GB"


def _family(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        try:
            found += [int(p) for p in Path(f"/proc/{one}/task/{one}/children").read_text().split()]
            for task in Path(f"/proc/{one}/task").iterdir():
                if task.name != str(one):
                    found += [int(p) for p in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def _private_mb(pid: int) -> float:
    """Memory that is the process' own, and its share of what it shares."""
    try:
        said = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return float(next((line.split()[1] for line in said.splitlines() if line.startswith("Pss:")), 0)) / 1024


# What is measured


def places(given: argparse.Namespace) -> dict[str, Any]:
    """Where everything of a run stands."""
    base = given.folder / f"{given.records}"
    cap = max(1, round(given.key_cap * given.records / given.density)) if given.density else None
    name = f"{given.engine}{f'-cap{cap}' if cap else ''}"
    return {
        "corpus": str(base / "corpus"), "works": str(base / "works.parquet"), "index": str(base / f"index-{name}"),
        "out": str(base / f"out-{name}"), "sql": str(base / "sql"), "engine": given.engine, "memory": given.memory,
        "cores": given.cores, "cap": cap,
    }  # fmt: skip


def prepare(given: argparse.Namespace, place: dict[str, Any]) -> list[tuple[dict[str, Any], int | None]]:
    """Makes corpus and works where they are not there; gives the works with their truth."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    synthetic.write_corpus(Path(place["corpus"]), given.records)
    drawn = synthetic.draw(given.records, given.works)
    rows = [
        {
            "id": item["id"], "title": item.get("title"), "year": (item.get("issued") or {"date-parts": [[None]]})["date-parts"][0][0],
            "authors": [f"{a['family']}, {a['given']}" for a in item.get("author", [])],
            "container": item.get("container-title"), "volume": item.get("volume"), "page": item.get("page"),
            "type": item.get("type"), "genre": item.get("genre"),
        }
        for item, _ in drawn
    ]  # fmt: skip
    pq.write_table(pa.Table.from_pylist(rows), place["works"])
    return drawn


def quality(place: dict[str, Any], drawn: list[tuple[dict[str, Any], int | None]]) -> dict[str, float]:
    """Blocking recall, precision and recall against the truth."""
    con = sql.open_duckdb(place)
    con.sql("CREATE TABLE truth (work VARCHAR, openalex VARCHAR)").fetchall()
    import pyarrow as pa

    told = pa.Table.from_pylist(
        [{"work": i["id"], "openalex": f"openalex:W{n + 10**9}"} for i, n in drawn if n is not None]
    )
    con.register("told", told)
    con.sql(f"""CREATE TABLE right_ones AS SELECT t.work, r.rid, r.corpus_id FROM told t JOIN (
        SELECT rid, corpus_id, unnest(identifiers) AS i FROM read_parquet('{place["index"]}/parts/*/records/*.parquet')) r
        ON r.i = t.openalex""").fetchall()
    total = con.sql("SELECT count(*) FROM right_ones").fetchall()[0][0]
    met, pairs = (
        con.sql(f"""SELECT count(r.work), count(*) FROM read_parquet('{place["out"]}/.stages/*-pairs/*.parquet') p
        LEFT JOIN right_ones r ON r.work = p.work AND r.rid = p.rid""").fetchall()[0]
    )
    rows = con.sql(f"""SELECT l.verdict, l.corpus_id = r.corpus_id AS fits, count(*) FROM read_parquet('{place["out"]}/links/*.parquet') l
        LEFT JOIN right_ones r USING (work) GROUP BY ALL""").fetchall()
    counts: Counter[tuple[str, bool]] = Counter()
    for verdict, fits, number in rows:
        counts[verdict, bool(fits)] += number
    same = counts["same", True] + counts["same", False]
    linked = counts["same", True] + counts["version", True]
    return {
        "pairs a work": pairs / len(drawn), "blocking recall": met / total, "precision": counts["same", True] / max(1, same),
        "recall": counts["same", True] / total, "recall with versions": linked / total,
        "right but unsure": counts["unsure", True] / total,
        "found in all": (linked + counts["unsure", True]) / total,
    }  # fmt: skip


def by_hand(
    place: dict[str, Any], drawn: list[tuple[dict[str, Any], int | None]], linked: Measured, step: str, name: str
) -> None:
    """Prints what one of the two hand-written ways takes, and how much more a link takes."""
    took = Measured(step, place)
    precision, recall = sql.quality(place, drawn)
    ratios = (
        f"{linked.cpu_s / took.cpu_s:.2f} | {linked.wall_s / took.wall_s:.2f} | {linked.peak_mb / took.peak_mb:.2f}"
    )
    print(
        f"| {name} (precision {precision:.4f}, recall {recall:.4f}) | {took} |\n| link beside it | {ratios} |",
        flush=True,
    )


def size_of(folder: str) -> float:
    """GB below a folder."""
    return sum(p.stat().st_size for p in Path(folder).rglob("*") if p.is_file()) / 1e9


def run(given: argparse.Namespace) -> None:
    """Prints the figures of one size."""
    place = places(given)
    drawn = prepare(given, place)
    print(
        f"\n### {given.records:,} records, {given.works:,} works, {given.engine}\n\n| step | processor time | wall | memory |\n|---|---|---|---|"
    )
    if not (Path(place["index"]) / "manifest.json").is_file() or given.again:
        shutil.rmtree(place["index"], ignore_errors=True)
        print(f"| index | {Measured('index', place)} |", flush=True)
    linked = Measured("link", place)
    print(f"| link | {linked} |", flush=True)
    if given.sql:
        if not (Path(place["sql"]) / "keys.parquet").is_file():
            print(f"| SQL: tables of its own | {Measured('sql_own_tables', place)} |", flush=True)
        by_hand(place, drawn, linked, "sql_on_own_tables", "SQL on tables of its own")
        by_hand(place, drawn, linked, "sql", "SQL on the index")
    print(f"\nIndex on disk: {size_of(place['index']):.2f} GB.\n\n| figure | value |\n|---|---|")
    for name, value in quality(place, drawn).items():
        print(f"| {name} | {value:.4f} |")
    if given.same_as:
        other = places(argparse.Namespace(**{**vars(given), "engine": given.same_as}))
        print(f"\nSame rows as {given.same_as}: {same_rows(place, other)}")


def same_rows(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """True where both engines gave the same table."""
    import pyarrow.parquet as pq

    tables = [sorted(pq.read_table(f"{p['out']}/links").to_pylist(), key=lambda r: r["work"]) for p in (one, other)]
    return tables[0] == tables[1]


def labelled(given: argparse.Namespace) -> None:
    """Prints the figures on labelled real pairs: one side is the list, the other the corpus."""
    import matching_data as data
    from pubtrack import LinkOptions, link

    print(
        "| set | works | blocking recall | precision | recall | recall with versions | right but unsure |\n|---|---|---|---|---|---|---|"
    )
    for name in data.DITTO:
        pairs = data.ditto_pairs(name, "valid") + data.ditto_pairs(name, "train")
        if not pairs:
            continue
        folder = given.folder / "labelled" / name.replace(" ", "-")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        key = {json.dumps(b, sort_keys=True): f"r{i}" for i, (_, b, _) in enumerate(pairs)}
        left = {json.dumps(a, sort_keys=True): f"k{i}" for i, (a, _, _) in enumerate(pairs)}
        truth = {
            (left[json.dumps(a, sort_keys=True)], key[json.dumps(b, sort_keys=True)]) for a, b, one in pairs if one
        }
        (folder / "works.json").write_text(
            json.dumps([{**json.loads(a), "id": i, "type": "article-journal"} for a, i in left.items()])
        )
        corpus = folder / "corpus.jsonl"
        corpus.write_text(
            "".join(
                json.dumps(
                    {
                        **json.loads(b),
                        "id": i,
                        "container": json.loads(b).get("container-title"),
                        "year": str(json.loads(b).get("issued", {"date-parts": [[""]]})["date-parts"][0][0]),
                    }
                )
                + "\n"
                for b, i in key.items()
            )
        )
        report = link(
            folder / "works.json", corpus, out=folder / "out", options=LinkOptions(corpus_mapping={"year": "year"})
        )
        import pyarrow.parquet as pq

        rows = pq.read_table(report.links).to_pylist()
        import duckdb

        con = duckdb.connect()
        met = set(
            con.sql(f"""SELECT p.work, r.corpus_id FROM read_parquet('{folder}/out/.stages/*-pairs/*.parquet') p
            JOIN read_parquet('{folder}/out/index/parts/*/records/*.parquet') r USING (rid)""").fetchall()
        )
        has = {work for work, _ in truth}
        good = Counter(r["verdict"] for r in rows if (r["work"], r["corpus_id"]) in truth)
        made = sum(1 for r in rows if r["verdict"] == "same" and r["work"] in has)
        n = len(has)
        print(
            f"| {name} | {len(left)} | {len({w for w, c in truth & met}) / n:.4f} | {good['same'] / max(1, made):.4f} | {good['same'] / n:.4f} | {(good['same'] + good['version']) / n:.4f} | {good['unsure'] / n:.4f} |",
            flush=True,
        )


def main() -> None:
    """Runs what was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, nargs="?", default=Path("out/scale"))
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--works", type=int, default=10_000)
    parser.add_argument("--engine", default="duckdb")
    parser.add_argument("--same-as", metavar="ENGINE", help="compare the table with that of another engine")
    parser.add_argument("--memory", default="300MB")
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--density", type=int, help="records of the corpus whose density of keys is emulated")
    parser.add_argument("--key-cap", type=int, default=sql.CAP, help="with --density: the cap of that corpus")
    parser.add_argument("--sql", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--again", action="store_true", help="build the index again")
    parser.add_argument("--labelled", action="store_true")
    parser.add_argument("--step", choices=list(STEPS), help=argparse.SUPPRESS)
    parser.add_argument("--place", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.step:
        STEPS[given.step](json.loads(given.place))
    elif given.labelled:
        labelled(given)
    else:
        run(given)


if __name__ == "__main__":
    main()
