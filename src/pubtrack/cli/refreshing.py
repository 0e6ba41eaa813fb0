"""`refresh`, `update`, `schedule`."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pubtrack.cli.common import (
    json_option,
    library_option,
    listed,
    open_library,
    put,
    put_json,
    record_option,
    replay_option,
    say,
)  # fmt: skip
from pubtrack.cli.outputs import tell_build

if TYPE_CHECKING:
    from pubtrack.app.library import Library
    from pubtrack.app.refresh_report import RefreshReport


class Age(click.ParamType[timedelta]):
    """A span of time: `7d`, `12h`, `0`."""

    name = "age"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> timedelta:
        """Gives the span."""
        if isinstance(value, timedelta):
            return value
        units = {"d": "days", "h": "hours", "w": "weeks", "m": "minutes"}
        number, unit = (value[:-1], value[-1]) if value[-1:] in units else (value, "d")
        try:
            return timedelta(**{units[unit]: float(number)})
        except (ValueError, OverflowError):
            self.fail(f"{value!r} is no span of time; write 7d, 12h or 0.", param, ctx)


@click.command("refresh")
@click.option("--dry-run", is_flag=True, help="Ask, and show what would change; write nothing.")
@click.option("--offline", is_flag=True, help="Ask nobody.")
@click.option("--sources", help="Comma-separated: only these.")
@click.option(
    "--max-age", type=Age(), help="Ask again for what is older, for example 7d; by default by the age of the work."
)
@record_option
@replay_option
@click.option("--summary", type=click.Path(), help="Also write what changed as Markdown, for a pull request.")
@library_option
@json_option
def refresh_command(
    sources: str | None, summary: str | None, library: str | None, as_json: bool, **options: Any
) -> int:  # fmt: skip
    """Ask the sources about every work; believe what fits, report the rest. Exit 1: some could not be asked."""
    report = _refreshed(open_library(library), sources=listed(sources), **options)
    return _tell(report, summary, as_json)


def _refreshed(library: Library, **options: Any) -> RefreshReport:
    """Refreshes with a progress bar for each source where a person looks on."""
    from pubtrack.cli.progress import bars

    with bars() as progress:
        return library.refresh(progress=progress, **options)


def _tell(report: RefreshReport, summary: str | None, as_json: bool) -> int:
    if summary:
        from pubtrack.app.building import write_export

        write_export(report.to_markdown(), summary)
        say(f"Wrote {summary}.")
    if as_json:
        put_json(report.to_json())
    else:
        for line in report.lines():
            put(line)
        for change in report.changes:
            put(f"{change.key}\t{change.field}\t{change.old or ''}\t{change.new or ''}\t{change.because}")
        for proposal in report.proposals:
            put(f"{proposal.key or ''}\t{proposal.kind}\t{proposal.summary}")
    return report.exit_code


@click.command("update")
@click.option("--out", default="out", type=click.Path(), show_default=True, help="The folder to write to.")
@click.option("--summary", type=click.Path(), help="Also write what changed as Markdown.")
@library_option
@json_option
def update_command(out: str, summary: str | None, library: str | None, as_json: bool) -> int:
    """Refresh, then build. Safe to run twice at once: the second says that it did nothing."""
    opened = open_library(library)
    exit_code = _tell(_refreshed(opened), summary, as_json)
    from pubtrack.app.building import build

    tell_build(build(opened, Path(out)))
    return exit_code


@click.command("schedule")
@click.argument("kind", type=click.Choice(["github", "cron", "systemd"]))
@click.option("--write", is_flag=True, help="Write the files instead of printing them (cron: use crontab -e).")
@library_option
def schedule_command(kind: str, write: bool, library: str | None) -> int:
    """Print a ready weekly refresh for GitHub Actions, cron or systemd."""
    from pubtrack.app.scheduling import schedule, write_schedule

    opened = open_library(library)
    files = schedule(kind, opened.path, opened.owner.name if opened.owner else str(opened.path.resolve()))
    if write and kind != "cron":
        for path in write_schedule(files, kind, Path.cwd()):
            say(f"Wrote {path}.")
        if kind == "systemd":
            say("Start it: systemctl --user daemon-reload && systemctl --user enable --now pubtrack.timer")
        return 0
    for path, text in files.items():
        if len(files) > 1:
            put(f"# {path}")
        click.echo(text, nl=False)
    if write:
        say("Add this line with `crontab -e`.")
    return 0
