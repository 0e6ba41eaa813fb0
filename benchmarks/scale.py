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

import synthetic_corpus as synthetic

HERE = Path(__file__).resolve()
CAP = 300

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


def step_sql_index(place: dict[str, Any]) -> None:
    """What hand-written SQL looks up: keys as text, and the records."""
    con = _duckdb(place)
    records = f"read_parquet('{place['index']}/parts/*/records/*.parquet')"
    con.sql(f"COPY (SELECT rid, corpus_id, title, authors, {PLAIN} AS plain, {FAMILY} AS family FROM {records}) "
            f"TO '{place['sql']}/records.parquet'").fetchall()  # fmt: skip
    rows = f"SELECT rid AS id, plain, family FROM read_parquet('{place['sql']}/records.parquet')"
    con.sql(f"COPY (SELECT key, list(id) AS ids FROM ({KEYS.format(rows=rows)}) GROUP BY key HAVING count(*) <= {CAP}) "
            f"TO '{place['sql']}/keys.parquet'").fetchall()  # fmt: skip


def step_sql(place: dict[str, Any]) -> None:
    """The same blocking by hand: keys, joins, Jaro-Winkler on title and family name, one to one."""
    con = _duckdb(place)
    con.sql(f"CREATE TEMP TABLE works AS SELECT id, {PLAIN} AS plain, {FAMILY} AS family, year "
            f"FROM read_parquet('{place['works']}')").fetchall()  # fmt: skip
    con.sql(f"CREATE TEMP TABLE wanted AS {KEYS.format(rows='SELECT id, plain, family FROM works')}").fetchall()
    con.sql(f"""CREATE TEMP TABLE pairs AS SELECT id, rid FROM (
        SELECT w.id, unnest(k.ids) AS rid, w.key FROM wanted w JOIN read_parquet('{place["sql"]}/keys.parquet') k USING (key))
        GROUP BY id, rid HAVING count(*) >= 2 OR bool_or(key[1] <> 'p')""").fetchall()
    con.sql(f"""COPY (
        WITH scored AS (
            SELECT p.id AS work, r.corpus_id, 0.75 * jaro_winkler_similarity(w.plain, r.plain)
                   + 0.25 * coalesce(jaro_winkler_similarity(w.family, r.family), 0.8) AS score
            FROM pairs p JOIN works w ON w.id = p.id JOIN read_parquet('{place["sql"]}/records.parquet') r ON r.rid = p.rid),
        best AS (SELECT * FROM scored WHERE score > 0.9 QUALIFY row_number() OVER (PARTITION BY work ORDER BY score DESC) = 1)
        SELECT * FROM best QUALIFY row_number() OVER (PARTITION BY corpus_id ORDER BY score DESC) = 1
        ) TO '{place["sql"]}/links.parquet'""").fetchall()


def _duckdb(place: dict[str, Any]) -> Any:
    import duckdb

    Path(place["sql"]).mkdir(parents=True, exist_ok=True)
    con = duckdb.connect()
    con.sql(f"SET threads = {place['cores']}").fetchall()
    con.sql("SET preserve_insertion_order = false").fetchall()
    con.sql(f"SET temp_directory = '{place['sql']}/spill'").fetchall()
    return con


PLAIN = "trim(regexp_replace(regexp_replace(strip_accents(lower(coalesce(title, ''))), '[^a-z0-9 ]', ' ', 'g'), ' +', ' ', 'g'))"
_FIRST = "strip_accents(lower(authors[1]))"
FAMILY = (f"regexp_replace(CASE WHEN contains({_FIRST}, ',') THEN split_part({_FIRST}, ',', 1) "
          f"ELSE list_last(string_split({_FIRST}, ' ')) END, '[^a-z]', '', 'g')")  # fmt: skip
KEYS = """
    SELECT id, unnest(list_distinct(
        ['t' || t[:14], 'e' || t[-14:]] ||
        CASE WHEN family IS NULL THEN [] ELSE list_transform(w[:2], lambda x: 's' || family || '|' || x) || ['n' || family || '|' || t[:5]] END ||
        CASE WHEN len(w) < 2 THEN [] ELSE list_transform(
            list_filter([[1,2],[1,3],[1,4],[2,3],[2,4],[3,4]], lambda p: p[2] <= len(w)),
            lambda p: 'p' || least(w[p[1]], w[p[2]]) || '|' || greatest(w[p[1]], w[p[2]])) END)) AS key
    FROM (SELECT id, family, replace(plain, ' ', '') AS t,
        list_transform(list_sort(list_transform(list_distinct(list_filter(string_split(plain, ' '),
            lambda x: len(x) > 2 AND x NOT IN ('the','and','for','with','from','its','are','into','about','between'))),
            lambda x: {{'l': -len(x), 'w': x}})), lambda x: x.w)[:4] AS w
        FROM ({rows}))"""

STEPS = {"index": step_index, "link": step_link, "sql_index": step_sql_index, "sql": step_sql}


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
    con = _duckdb(place)
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


def sql_quality(place: dict[str, Any], drawn: list[tuple[dict[str, Any], int | None]]) -> tuple[float, float]:
    """Precision and recall of the SQL."""
    con = _duckdb(place)
    import pyarrow as pa

    con.register(
        "told",
        pa.Table.from_pylist([{"work": i["id"], "w": f"openalex:W{n + 10**9}"} for i, n in drawn if n is not None]),
    )
    right, made, total = (
        con.sql(f"""WITH r AS (SELECT corpus_id, unnest(identifiers) AS w FROM read_parquet('{place["index"]}/parts/*/records/*.parquet'))
        SELECT (SELECT count(*) FROM read_parquet('{place["sql"]}/links.parquet') l JOIN told USING (work) JOIN r ON r.w = told.w AND r.corpus_id = l.corpus_id),
               (SELECT count(*) FROM read_parquet('{place["sql"]}/links.parquet')), (SELECT count(*) FROM told)""").fetchall()[
            0
        ]
    )
    return right / max(1, made), right / total


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
            print(f"| SQL: its index | {Measured('sql_index', place)} |", flush=True)
        by_hand = Measured("sql", place)
        print(
            f"| SQL: link | {by_hand} |\n| ratio | {linked.cpu_s / by_hand.cpu_s:.2f} | {linked.wall_s / by_hand.wall_s:.2f} | {linked.peak_mb / by_hand.peak_mb:.2f} |"
        )
        precision, recall = sql_quality(place, drawn)
        print(f"\nSQL: precision {precision:.4f}, recall {recall:.4f}")
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
    parser.add_argument("--key-cap", type=int, default=CAP, help="with --density: the cap of that corpus")
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
