"""`build`, `export`, `report`, `cite`, `styles`, `templates`, `formats`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pubtrack.cli.common import (
    json_option,
    json_text,
    library_option,
    listed,
    open_library,
    put,
    put_json,
    put_table,
    say,
)  # fmt: skip

if TYPE_CHECKING:
    from pubtrack.app.building import Made
    from pubtrack.app.library import Library


@click.command("build")
@click.option("--out", default="out", type=click.Path(), show_default=True, help="The folder to write to.")
@click.option("--only", help="Comma-separated formats, or beginnings of them: cv, bibtex.")
@click.option("--fresh", is_flag=True, help="Format everything anew, whatever the cache holds.")
@library_option
@json_option
def build_command(out: str, only: str | None, fresh: bool, library: str | None, as_json: bool) -> int:
    """Write all outputs that pubtrack.toml names, from what is on disk. Never touches the network."""
    from pubtrack.app.building import build
    from pubtrack.app.display import counted

    opened = open_library(library)
    made = build(opened, Path(out), listed(only), fresh=fresh)
    if as_json:
        files = [str(file) for output in made for file in output.files]
        put_json({"files": files, "works": len(opened.works), "awards": len(opened.awards),
                  "outputs": [output.to_json() for output in made]})  # fmt: skip
        return 0
    put_table(("output", "bytes"), [(output.shown, str(output.size)) for output in made])
    parts = (("work", opened.works), ("award", opened.awards), ("appointment", opened.appointments))
    say(f"{', '.join(counted(len(found), noun) for noun, found in parts)}.")
    tell_build(made)
    return 0


def tell_build(made: Sequence[Made]) -> None:
    """Says in a line or two what a build did."""
    from pubtrack.app.display import counted

    written = sum(output.changed for output in made)
    same = len(made) - written
    whole = counted(len(made), "output")
    say(f"Wrote {written} of {whole}; {same} stood there already." if same else f"Wrote {whole}.")
    for output in made:
        if output.removed:
            say(f"{output.path}: took away {_few(output.removed)}, of works that are gone.")
        if output.kept:
            say(f"{output.path}: left {_few(output.kept)}, which pubtrack wrote and somebody edited since.")


def _few(names: Sequence[str]) -> str:
    shown = ", ".join(names[:3])
    return shown if len(names) <= 3 else f"{shown} and {len(names) - 3} more"


@click.command("export")
@click.argument("format")
@click.option("--style", help="CSL style of formatted references.")
@click.option("--where", help="Filter, for example 'year>=2023 and type==paper-conference'.")
@click.option("--grant", "grants", multiple=True, help="Only works that this grant paid for; may be repeated.")
@click.option("--option", "options", multiple=True, metavar="NAME=VALUE", help="An option of the format; repeatable.")
@click.option("--output", "-o", type=click.Path(), help="File to write; stdout without it.")
@library_option
def export_command(
    format: str,
    style: str | None,
    where: str | None,
    grants: tuple[str, ...],
    options: tuple[str, ...],
    output: str | None,
    library: str | None,
) -> int:
    """Write one output: `pubtrack formats` lists them."""
    from pubtrack.app.building import write_export
    from pubtrack.app.display import counted
    from pubtrack.app.exporting import export_of, options_of

    chosen = {**options_of(options), **({"style": style} if style else {})}
    made = export_of(open_library(library), format, where=where, grants=grants, options=chosen)
    if output:
        paths = write_export(made, output)
        say(
            f"Wrote {output}."
            if isinstance(made, (str, bytes))
            else f"Wrote {counted(len(paths), 'file')} in {output}."
        )
    elif isinstance(made, bytes):
        sys.stdout.buffer.write(made)
    elif isinstance(made, str):
        click.echo(made, nl=False)
    else:
        raise click.UsageError(f"{format} is a folder of files; name where to write it with --output.")
    return 0


@click.command("cite")
@click.argument("keys", nargs=-1, required=True, metavar="KEY...")
@click.option("--style", default="apa", show_default=True, help="CSL style.")
@click.option("--format", default="text", show_default=True, help="text, html, markdown, latex, typst or rtf.")
@click.option("--locale", help="Language tag such as de-DE.")
@library_option
@json_option
def cite_command(
    keys: tuple[str, ...], style: str, format: str, locale: str | None, library: str | None, as_json: bool
) -> int:
    """Print formatted references."""
    entries = open_library(library).bibliography(style, format, keys, locale)
    if as_json:
        put_json([{"key": entry.id, "text": entry.text} for entry in entries])
    else:
        for entry in entries:
            put(entry.text)
    return 0


@click.command("styles")
@click.argument("search", required=False)
@json_option
def styles_command(search: str | None, as_json: bool) -> int:
    """List citation styles, or those that fit SEARCH."""
    from pubtrack.app.citing import styles_matching

    found = styles_matching(search)
    if as_json:
        put_json([{"id": name, "title": title} for name, title in found])
    else:
        put_table(("id", "title"), found)
    return 0 if found else 1


@click.command("formats")
@json_option
def formats_command(as_json: bool) -> int:
    """List what can be read and written."""
    from pubtrack.app.formats import formats

    found = formats()
    if as_json:
        put_json([vars(f) for f in found])
    else:
        sign = {True: "yes", False: "-"}
        put_table(
            ("format", "reads", "writes", "what it is"),
            [(f.name, sign[f.reads], sign[f.writes], f.description) for f in found],
        )
    return 0


@click.command("report")
@click.option(
    "--by",
    default="year",
    type=click.Choice(["year", "type", "source", "person", "venue", "grant"]),
    help="Count by this.",
)
@click.option("--since", metavar="DAY", help="Leave out what was before: 2025, 2025-03 or 2025-03-09.")
@click.option("--until", metavar="DAY", help="Leave out what was after; a year or month ends with its last day.")
@click.option("--where", help="Filter, for example 'type==paper-conference'.")
@click.option("--grant", "grants", multiple=True, help="Only works that this grant paid for; may be repeated.")
@click.option(
    "--format",
    "form",
    default="md",
    type=click.Choice(["md", "html", "csv", "json"]),
    show_default=True,
    help="Of the report.",
)
@click.option("--output", "-o", type=click.Path(), help="File to write; stdout without it.")
@click.option(
    "--library",
    "-L",
    "libraries",
    multiple=True,
    type=click.Path(),
    help="The library's folder (default: the nearest bib/ upwards). Several make a roll-up: each work once.",
)
@json_option
def report_command(
    by: str,
    since: str | None,
    until: str | None,
    where: str | None,
    grants: tuple[str, ...],
    form: str,
    output: str | None,
    libraries: tuple[str, ...],
    as_json: bool,
) -> int:
    """Report works, citations by source, awards, and what changed in a period, of one library or of a group."""
    from pubtrack.app.building import write_export
    from pubtrack.app.report_period import period

    asked = period(since, until)
    opened = [open_library(path) for path in libraries or (None,)]
    chosen = {"by": by, "where": where, "since": asked.since, "until": asked.until, "grants": grants}
    text = _report_text(opened, "json" if as_json else form, chosen)
    if output:
        for path in write_export(text, output):
            say(f"Wrote {path}.")
    else:
        click.echo(text, nl=False)
    return 0


def _report_text(opened: list[Library], form: str, chosen: dict[str, Any]) -> str:
    if len(opened) == 1:
        from pubtrack.app import reporting

        made = reporting.report(opened[0], **chosen)
        return json_text(reporting.to_json(made)) if form == "json" else reporting.render(made, form)
    from pubtrack.app import rollup

    joint = rollup.roll_up(opened, **chosen)
    return json_text(rollup.to_json(joint)) if form == "json" else rollup.render(joint, form)


@click.group("templates")
def templates_command() -> None:
    """List and copy the templates of CVs."""


@templates_command.command("list")
@json_option
def templates_list(as_json: bool) -> int:
    """List the templates."""
    from pubtrack.app.template_files import template_rows

    rows = template_rows()
    if as_json:
        put_json([{"name": name, "description": text} for name, text in rows])
    else:
        put_table(("name", "what it is"), rows)
    return 0


@templates_command.command("copy")
@click.argument("name")
@click.option("--to", default="templates", type=click.Path(), show_default=True, help="The folder to copy into.")
def templates_copy(name: str, to: str) -> int:
    """Copy a template, to change it; `[cv] templates = "FOLDER"` in pubtrack.toml then uses it."""
    from pubtrack.app.template_files import copy_template

    say(f"Wrote {copy_template(name, Path(to))}.")
    return 0
