"""`link` and `stats`: whole corpora."""

from __future__ import annotations

from typing import Any

import click

from pubtrack.cli.common import json_option, put_json, put_table, say
from pubtrack.cli.progress import bars

_engine = click.option(
    "--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb", show_default=True, help="What runs it."
)
_memory = click.option("--memory", help="Of the engine, such as 2GB; the rest is spilled to disk.")
_cores = click.option("--cores", type=click.IntRange(min=1), help="Processor cores (default: all).")
_kind = click.option(
    "--corpus-kind", type=click.Choice(["openalex", "crossref", "mapped"]), help="Where it cannot be told from a file."
)


@click.command("link")
@click.argument("works")
@click.argument("corpus")
@_engine
@click.option("--out", default="link", type=click.Path(), show_default=True, help="The folder of the result.")
@click.option("--index", type=click.Path(), help="Folder of the corpus' index (default: OUT/index); reused if there.")
@click.option("--resume", is_flag=True, help="Go on where a run with the same input was stopped.")
@click.option(
    "--map", "works_map", multiple=True, metavar="OURS=THEIRS", help="A column of WORKS, such as title=Titel."
)
@click.option("--corpus-map", multiple=True, metavar="OURS=THEIRS", help="A column of CORPUS.")
@_kind
@click.option("--skip-bad", is_flag=True, help="Leave out broken lines and files of CORPUS, and list them.")
@click.option("--verify/--no-verify", default=True, show_default=True, help="Compare checksums of gzipped files.")
@click.option("--key-cap", type=click.IntRange(min=1), help="Drop keys that more records share (default: 300).")
@_memory
@_cores
@click.option("--spill", type=click.Path(), help="Folder for what does not fit into memory.")
@json_option
def link_command(works: str, corpus: str, engine: str, out: str, resume: bool, as_json: bool, **said: Any) -> int:
    """Link listed WORKS to the records of a CORPUS: a snapshot of OpenAlex or Crossref, or any table."""
    from pubtrack.app.linking import LinkOptions, link, parse_mapping

    mappings: dict[str, Any] = {
        f"{name}_mapping": parse_mapping(said.pop(f"{name}_map")) for name in ("works", "corpus")
    }
    with bars() as progress:
        options = LinkOptions(**mappings, **said, progress=progress)
        report = link(works, corpus, engine=engine, out=out, resume=resume, options=options)
    for fault in report.skipped:
        say(f"left out: {fault['path']}{':' + str(fault['line']) if fault['line'] else ''}: {fault['reason']}")
    if as_json:
        put_json(report.to_json())
    else:
        put_table(("verdict", "works"), [(name, str(count)) for name, count in report.verdicts.items()])
        say(f"{report.works} works, {report.records} records. Links: {report.links}. To look at: {report.unsure}.")
    return 1 if report.skipped else 0


@click.command("stats")
@click.argument("place", metavar="LIBRARY|CORPUS|INDEX|TABLE")
@click.option(
    "--by",
    default="year",
    show_default=True,
    type=click.Choice(["year", "type", "institution", "open_access", "citations"]),
    help="Count by this.",
)
@click.option("--top", default=20, show_default=True, type=click.IntRange(min=1), help="Groups at most.")
@_engine
@click.option("--map", "corpus_map", multiple=True, metavar="OURS=THEIRS", help="A column, such as title=Titel.")
@_kind
@_memory
@_cores
@json_option
def stats_command(place: str, by: str, top: int, engine: str, as_json: bool, **said: Any) -> int:
    """Count works, open access and citations by year, type, institution, open access or citations."""
    from pubtrack.app.linking import LinkOptions, parse_mapping, stats

    options = LinkOptions(corpus_mapping=parse_mapping(said.pop("corpus_map")), **said)
    rows = stats(place, by=by, top=top, engine=engine, options=options)
    if as_json:
        put_json(rows)
    else:
        put_table(
            (by.replace("_", " "), "works", "open access", "citations", "median"),
            [tuple("" if value is None else str(value) for value in row.values()) for row in rows],
        )
    return 0
