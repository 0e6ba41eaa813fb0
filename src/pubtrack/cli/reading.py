"""`read` and `track`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pubtrack.cli.common import interactive, json_option, library_option, open_library, put_json, put_table, say

if TYPE_CHECKING:
    from pubtrack.app.library import Proposals
    from pubtrack.model import Reading


@click.command("read")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|URL|ID|-...")
@click.option("--format", help="Name of a reader; by default told from name and content.")
@click.option("--online", is_flag=True, help="Allow URLs to be fetched.")
@click.option("--html", type=click.Path(), help="Also write the text with its mentions highlighted.")
@json_option
def read_command(sources: tuple[str, ...], format: str | None, online: bool, html: str | None, as_json: bool) -> int:
    """Show what texts, .bib, RIS, CSL-JSON, PDF, DOCX, HTML files or identifiers contain. Writes nothing."""
    from pubtrack.app.reading import highlighted, read

    if html and len(sources) > 1:
        raise click.UsageError("--html shows one text; name one source.")
    readings = [read(source, format=format, online=online) for source in sources]
    if html:
        highlighted(readings[0], html)
        say(f"Wrote {html}.")
    if as_json:
        put_json(readings[0].to_json() if len(readings) == 1 else [reading.to_json() for reading in readings])
    else:
        for reading in readings:
            _print_reading(reading)
    return 0


def _print_reading(reading: Reading) -> None:
    from pubtrack.app.display import counted

    for issue in reading.issues:
        say(f"{issue.path or reading.source}:{issue.line or 1}: {issue.message}")
    rows = [
        ("work", w.title_plain or _detail(*w.identifiers) or w.key or "", _detail(w.year, w.venue))
        for w in reading.works
    ]
    rows += [("award", a.name, _detail(a.year, a.event or a.awarder, a.work_title)) for a in reading.awards]
    rows += [("appointment", p.role, _detail(p.organization)) for p in reading.appointments]
    rows += [("event", e.name, _detail(e.year)) for e in reading.events]
    rows += [(other.kind, other.text, "not counted as a work") for other in reading.others]
    put_table(("what", "name", "detail"), rows)
    say(f"{reading.source}: {counted(len(reading.works), 'work')}, {counted(len(reading.awards), 'award')}.")


def _detail(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)


@click.command("track")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|URL|ID|-...")
@click.option("--yes", is_flag=True, help="Add everything that is sure without asking.")
@click.option("--format", help="Name of a reader; by default told from name and content.")
@click.option("--online", is_flag=True, help="Look new works up in the sources, and allow URLs to be fetched.")
@library_option
@json_option
def track_command(
    sources: tuple[str, ...], yes: bool, format: str | None, online: bool, library: str | None, as_json: bool
) -> int:
    """Read texts or files, compare with the library, and on consent add what is new.

    Without consent the proposals wait in the library (exit code 1). What is unsure always waits for a person.
    """
    from pubtrack.app.reading import read

    opened = open_library(library)
    exit_code, shown = 0, []
    for source in sources:
        reading = read(source, format=format, owner=opened.owner, online=online)
        proposals = opened.track(reading, online=online)
        for name, why in proposals.failed.items():
            say(f"{name} could not be asked: {why}")
            exit_code = 1
        shown += [proposal.to_json() for proposal in proposals]
        if proposals and not as_json:
            put_table(("what", "key", "question"), [(p.kind, p.key or "", p.summary) for p in proposals])
        exit_code = max(exit_code, _decide(proposals, yes, source))
    if as_json:
        put_json(shown)
    return exit_code


def _decide(proposals: Proposals, yes: bool, source: str) -> int:
    """Applies on consent, else lets them wait; gives the exit code."""
    if not proposals:
        say(f"{source}: nothing new.")
        return 0
    if not yes and interactive():
        yes = click.confirm(f"Add these {len(proposals)} to the library?", err=True)
    if not yes:
        proposals.keep()
        say(f"{source}: {len(proposals)} proposals wait; add them with --yes, or answer them with `pubtrack review`.")
        return 1
    proposals.apply()
    unsure = sum(p.kind == "unsure" for p in proposals)
    say(f"{source}: added {len(proposals) - unsure}" + (f"; {unsure} unsure ones wait for you." if unsure else "."))
    return 1 if unsure else 0
