# ruff: noqa: E501
"""What `pubtrack link` is measured against: DuckDB SQL by hand, with the same blocking and Jaro-Winkler instead of matching.

Twice: on the tables of the index itself, and on tables of its own that hold what it needs ready (plain titles, family
names, lists of record numbers under each key), which nobody else could use.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

CAP = 300

PLAIN = "trim(regexp_replace(regexp_replace(strip_accents(lower(coalesce(title, ''))), '[^a-z0-9 ]', ' ', 'g'), ' +', ' ', 'g'))"
_FIRST = "strip_accents(lower(authors[1]))"
FAMILY = (f"nullif(regexp_replace(CASE WHEN contains({_FIRST}, ',') THEN split_part({_FIRST}, ',', 1) "
          f"ELSE list_last(string_split({_FIRST}, ' ')) END, '[^a-z]', '', 'g'), '')")  # fmt: skip
WORDS = """
    SELECT id, family, replace(plain, ' ', '') AS t,
        list_transform(list_sort(list_transform(list_distinct(list_filter(string_split(plain, ' '),
            lambda x: len(x) > 2 AND x NOT IN ('the','and','for','with','from','its','are','into','about','between'))),
            lambda x: {{'l': -len(x), 'w': x}})), lambda x: x.w)[:4] AS w
    FROM ({rows})"""
_PAIRS = "list_filter([[1,2],[1,3],[1,4],[2,3],[2,4],[3,4]], lambda p: p[2] <= len(w))"

KEYS = f"""
    SELECT id, unnest(list_distinct(
        ['t' || t[:14], 'e' || t[-14:]] ||
        CASE WHEN family IS NULL THEN [] ELSE list_transform(w[:2], lambda x: 's' || family || '|' || x) || ['n' || family || '|' || t[:5]] END ||
        list_transform({_PAIRS}, lambda p: 'p' || least(w[p[1]], w[p[2]]) || '|' || greatest(w[p[1]], w[p[2]])))) AS key
    FROM ({WORDS})"""
"""Keys as text, for tables of its own."""

MACROS = """
    CREATE TEMP MACRO part(t, kind) AS (('0x' || substr(md5(t), 1, 16))::UBIGINT & 18446744073709551612) | kind;
    CREATE TEMP MACRO signed(n) AS
        CASE WHEN n >= 9223372036854775808 THEN (n::HUGEINT - 18446744073709551616)::BIGINT ELSE n::BIGINT END"""
NUMBERS = f"""
    SELECT DISTINCT id, signed(unnest(
        CASE WHEN t = '' THEN [] ELSE [part('t' || t[:14], 1)] END ||
        CASE WHEN len(t) <= 14 THEN [] ELSE [part('e' || t[-14:], 1), part('t' || t[:24], 1)] END ||
        CASE WHEN len(t) <= 24 THEN [] ELSE [part('e' || t[-24:], 1)] END ||
        CASE WHEN family IS NULL THEN [] ELSE list_transform(w[:2], lambda x: xor(part('s' || family, 1), part('w' || x, 0)))
            || [xor(part('s' || family, 1), part('n' || t[:5], 0))] END ||
        list_transform({_PAIRS}, lambda p: xor(part('w' || w[p[1]], 0), part('w' || w[p[2]], 0))))) AS key
    FROM ({WORDS})"""
"""Keys as the index numbers them (see `pubtrack.match.numbers`)."""

MET = """
    SELECT id, rid FROM ({hits}) GROUP BY id, rid HAVING count(*) >= 2 OR bool_or(strong)
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY count(*) DESC, rid) <= 6
        AND count(*) * 3 >= least(10, max(count(*)) OVER (PARTITION BY id))"""

NEAREST = """
    WITH scored AS (
        SELECT p.id AS work, r.corpus_id, 0.75 * jaro_winkler_similarity(w.plain, r.plain)
               + 0.25 * coalesce(jaro_winkler_similarity(w.family, r.family), 0.8) AS score
        FROM pairs p JOIN works w ON w.id = p.id JOIN ({records}) r ON r.rid = p.rid),
    best AS (SELECT * FROM scored WHERE score > 0.9 QUALIFY row_number() OVER (PARTITION BY work ORDER BY score DESC) = 1)
    SELECT * FROM best QUALIFY row_number() OVER (PARTITION BY corpus_id ORDER BY score DESC) = 1"""


def open_duckdb(place: dict[str, Any]) -> Any:
    """A connection that takes what a link takes of the machine, memory apart."""
    import duckdb

    Path(place["sql"]).mkdir(parents=True, exist_ok=True)
    con = duckdb.connect()
    con.sql(f"SET threads = {place['cores']}").fetchall()
    con.sql("SET preserve_insertion_order = false").fetchall()
    con.sql(f"SET temp_directory = '{place['sql']}/spill'").fetchall()
    return con


def _listed(place: dict[str, Any]) -> Any:
    con = open_duckdb(place)
    con.sql(
        f"CREATE TEMP TABLE works AS SELECT id, {PLAIN} AS plain, {FAMILY} AS family FROM read_parquet('{place['works']}')"
    ).fetchall()
    return con


def step_on_index(place: dict[str, Any]) -> None:
    """Keys, joins, Jaro-Winkler on title and family name, one to one: on the tables of the index."""
    con = _listed(place)
    for macro in MACROS.split(";"):
        con.sql(macro).fetchall()
    con.sql(f"CREATE TEMP TABLE wanted AS {NUMBERS.format(rows='SELECT * FROM works')}").fetchall()
    hits = f"SELECT id, rid, key & 3 = 1 AS strong FROM wanted JOIN read_parquet('{place['index']}/keys/*/*.parquet') USING (key)"
    con.sql(f"CREATE TEMP TABLE pairs AS {MET.format(hits=hits)}").fetchall()
    records = f"""SELECT rid, corpus_id, {PLAIN} AS plain, {FAMILY} AS family
        FROM read_parquet('{place["index"]}/parts/*/records/*.parquet') SEMI JOIN pairs USING (rid)"""
    con.sql(f"COPY ({NEAREST.format(records=records)}) TO '{place['sql']}/links.parquet'").fetchall()


def step_own_tables(place: dict[str, Any]) -> None:
    """What the SQL looks up in tables of its own: keys as text with the numbers under each, and plain records."""
    con = open_duckdb(place)
    records = f"read_parquet('{place['index']}/parts/*/records/*.parquet')"
    con.sql(f"COPY (SELECT rid, corpus_id, {PLAIN} AS plain, {FAMILY} AS family FROM {records}) "
            f"TO '{place['sql']}/records.parquet'").fetchall()  # fmt: skip
    rows = f"SELECT rid AS id, plain, family FROM read_parquet('{place['sql']}/records.parquet')"
    con.sql(f"COPY (SELECT key, list(id) AS ids FROM ({KEYS.format(rows=rows)}) GROUP BY key HAVING count(*) <= {CAP}) "
            f"TO '{place['sql']}/keys.parquet'").fetchall()  # fmt: skip


def step_on_own_tables(place: dict[str, Any]) -> None:
    """The same on tables of its own."""
    con = _listed(place)
    con.sql(f"CREATE TEMP TABLE wanted AS {KEYS.format(rows='SELECT * FROM works')}").fetchall()
    hits = f"""SELECT w.id, unnest(k.ids) AS rid, w.key[1] <> 'p' AS strong
        FROM wanted w JOIN read_parquet('{place["sql"]}/keys.parquet') k USING (key)"""
    con.sql(f"CREATE TEMP TABLE pairs AS {MET.format(hits=hits)}").fetchall()
    records = f"SELECT * FROM read_parquet('{place['sql']}/records.parquet')"
    con.sql(f"COPY ({NEAREST.format(records=records)}) TO '{place['sql']}/links.parquet'").fetchall()


STEPS = {"sql": step_on_index, "sql_own_tables": step_own_tables, "sql_on_own_tables": step_on_own_tables}


def quality(place: dict[str, Any], drawn: list[tuple[dict[str, Any], int | None]]) -> tuple[float, float]:
    """Precision and recall of the SQL that ran last."""
    import pyarrow as pa

    con = open_duckdb(place)
    told = [{"work": i["id"], "w": f"openalex:W{n + 10**9}"} for i, n in drawn if n is not None]
    con.register("told", pa.Table.from_pylist(told))
    right, made, total = con.sql(f"""
        WITH r AS (SELECT corpus_id, unnest(identifiers) AS w FROM read_parquet('{place["index"]}/parts/*/records/*.parquet')),
        links AS (SELECT * FROM read_parquet('{place["sql"]}/links.parquet'))
        SELECT (SELECT count(*) FROM links l JOIN told USING (work) JOIN r ON r.w = told.w AND r.corpus_id = l.corpus_id),
               (SELECT count(*) FROM links), (SELECT count(*) FROM told)""").fetchall()[0]  # fmt: skip
    return right / max(1, made), right / total
