"""What commands share: the --library and --json options, printing data and talk."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from pubtrack.app.library import Library

F = TypeVar("F", bound=Callable[..., Any])

library_option: Callable[[F], F] = click.option(
    "--library", "-L", type=click.Path(), help="The library's folder (default: the nearest bib/ upwards)."
)
record_option: Callable[[F], F] = click.option(
    "--record", type=click.Path(path_type=Path), help="Keep every answer in a folder."
)
replay_option: Callable[[F], F] = click.option(
    "--replay",
    type=click.Path(exists=True, path_type=Path),
    help="Use the answers of a folder instead of the network.",
)
json_option: Callable[[F], F] = click.option("--json", "as_json", is_flag=True, help="Print data as JSON.")


def open_library(path: str | None) -> Library:
    """Opens the named or nearest library, and tells what could not be read of it."""
    from pubtrack.app.library import Library

    library = Library.open(path)
    for issue in library.issues:
        say(f"{issue.path}:{issue.line}: {issue.message}")
    return library


def say(text: str) -> None:
    """Talk: to stderr."""
    click.echo(text, err=True)


def put(text: str) -> None:
    """Data: to stdout."""
    click.echo(text)


def put_json(data: Any) -> None:
    """Data as JSON: to stdout."""
    click.echo(json_text(data), nl=False)


def json_text(data: Any) -> str:
    """Data as JSON, with the end of its last line."""
    return json.dumps(data, ensure_ascii=False, indent=2, default=str) + "\n"


def listed(text: str | None) -> tuple[str, ...]:
    """What an option names, apart by commas; nothing where it was not given.

    >>> listed("cv, bibtex,"), listed(None)
    (('cv', 'bibtex'), ())
    """
    return tuple(name.strip() for name in (text or "").split(",") if name.strip())


def put_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table: drawn for a person on a terminal, tab-separated for a program."""
    from pubtrack.cli.tables import draw

    draw(columns, list(rows))


def interactive() -> bool:
    """True where a person can be asked."""
    import sys

    return sys.stdin.isatty() and sys.stderr.isatty() and not os.environ.get("CI")
