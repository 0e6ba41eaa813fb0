"""`check` and `verify`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pubtrack.cli.common import (
    interactive,
    json_option,
    library_option,
    listed,
    open_library,
    put,
    put_json,
    put_table,
    record_option,
    replay_option,
    say,
)  # fmt: skip

if TYPE_CHECKING:
    from pubtrack.model import Issue


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(), metavar="[FILE.bib...]")
@click.option("--fix", is_flag=True, help="Show the safe fixes as a diff and, on consent, apply them.")
@click.option("--yes", is_flag=True, help="With --fix: apply without asking.")
@click.option("--format", "output", type=click.Choice(["text", "github"]), default="text", help="github: annotations.")
@library_option
@json_option
def check_command(files: tuple[str, ...], fix: bool, yes: bool, output: str, library: str | None, as_json: bool) -> int:
    """Look for problems in the library, or in .bib files: duplicates, missing fields, retractions, bad LaTeX ...

    Exit 0: nothing found; 1: findings.
    """
    from pubtrack.app import checking

    opened = None if files else open_library(library)
    if fix:
        _fix([Path(f) for f in files], opened, yes)
    found = checking.check_library(opened) if opened else [i for f in files for i in checking.check_file(Path(f))]
    _print(found, output, as_json)
    return 1 if any(issue.severity != "info" for issue in found) else 0


def _fix(files: list[Path], library: object, yes: bool) -> None:
    from pubtrack.app import checking

    def mend(path: Path | None, write: bool) -> tuple[list[Issue], str]:
        if path is not None:
            return checking.fix_file(path, write=write)
        return checking.fix_library(library, write=write)  # type: ignore[arg-type]

    targets: list[Path | None] = [*files] or [None]
    for path in targets:
        mended, diff = mend(path, False)
        if not mended:
            say("Nothing can be mended safely.")
            continue
        click.echo(diff, err=True, nl=False)
        if yes or (interactive() and click.confirm(f"Apply these {len(mended)} fixes?", err=True)):
            mend(path, True)
            say(f"Mended {len(mended)}.")
        else:
            say("Nothing was changed; --fix --yes applies them.")


def _print(found: list[Issue], output: str, as_json: bool) -> None:
    if as_json:
        put_json([issue.to_json() for issue in found])
    elif output == "github":
        from pubtrack.app.checking import github_line

        for issue in found:
            put(github_line(issue))
    else:
        rows = [(f"{i.path}:{i.line or 1}", i.severity, i.check, i.key or "", i.message) for i in found]
        put_table(("where", "", "check", "key", "what"), rows)
    errors = sum(issue.severity == "error" for issue in found)
    say(f"{len(found)} findings, {errors} of them errors." if found else "Nothing found.")


@click.command("verify")
@click.argument("file", type=click.Path(), metavar="FILE.bib")
@click.option("--sources", help="Comma-separated: only these.")
@record_option
@replay_option
@click.option("--format", "output", type=click.Choice(["text", "github"]), default="text", help="github: annotations.")
@library_option
@json_option
def verify_command(
    file: str, sources: str | None, record: Path | None, replay: Path | None, output: str, library: str | None,
    as_json: bool,
) -> int:  # fmt: skip
    """Ask the sources whether each reference of FILE exists as stated.

    Per entry: confirmed, differs (in which fields), not found in the sources asked, or could not ask. Exit 0: all
    confirmed; 1: anything else.
    """
    from pubtrack.app.checking import verify_file

    found, lines = verify_file(Path(file), library, listed(sources), record, replay)
    if output == "github":
        _print([issue for v in found if (issue := v.to_issue(file, lines.get(v.key)))], output, as_json)
    elif as_json:
        put_json([v.to_json() for v in found])
    else:
        put_table(
            ("key", "answer", "what"),
            [(v.key, v.answer, v.words if v.answer != "confirmed" else v.source or "") for v in found],
        )
    counts = {
        answer: sum(v.answer == answer for v in found)
        for answer in ("confirmed", "differs", "not found", "could not ask")
    }
    say(", ".join(f"{n} {answer}" for answer, n in counts.items() if n) or "No references.")
    return 0 if counts["confirmed"] == len(found) else 1
