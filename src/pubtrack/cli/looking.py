"""`list`, `show`, `why`, `history`."""

from __future__ import annotations

from datetime import datetime

import click

from pubtrack.cli.common import json_option, library_option, open_library, put_json, put_table, say


@click.command("list")
@click.option("--where", help="Filter, for example 'year>=2023 and type==paper-conference'.")
@library_option
@json_option
def list_command(where: str | None, library: str | None, as_json: bool) -> int:
    """List works: key, year, type, title."""
    from pubtrack.app.display import plain

    works = open_library(library).select(where)
    if as_json:
        put_json([{"key": w.key, **w.fields.to_json()} for w in works])
        return 0
    put_table(
        ("key", "year", "type", "title"), [(w.key, str(w.year or ""), w.type or "", plain(w.title)) for w in works]
    )
    say(f"{len(works)} works.")
    return 0


@click.command("show")
@click.argument("key")
@library_option
@json_option
def show_command(key: str, library: str | None, as_json: bool) -> int:
    """Show one work: its values, awards, and what sources say."""
    from pubtrack.app.showing import work_json, work_rows

    opened = open_library(library)
    if as_json:
        put_json(work_json(opened, key))
    else:
        put_table(("field", "value", "said by"), work_rows(opened, key))
    return 0


@click.command("why")
@click.argument("key")
@click.argument("field", required=False)
@library_option
@json_option
def why_command(key: str, field: str | None, library: str | None, as_json: bool) -> int:
    """Say who stated each value of a work (or of one FIELD), where and when, and who states another."""
    from pubtrack.app.showing import statement_json, statement_row

    found = open_library(library).why(key, field)
    if as_json:
        put_json([statement_json(statement) for statement in found])
    else:
        put_table(("field", "holds", "value", "said by"), [statement_row(statement) for statement in found])
    return 0


@click.command("history")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Leave out what happened before that day.")
@library_option
@json_option
def history_command(since: datetime | None, library: str | None, as_json: bool) -> int:
    """List applied changes, oldest first."""
    from pubtrack.app.showing import history_json, history_rows

    rows = open_library(library).history(since)
    if as_json:
        put_json(history_json(rows))
    else:
        put_table(("when", "verb", "key", "field", "old", "new", "because"), history_rows(rows))
    return 0
