"""`fill`."""

from __future__ import annotations

from pathlib import Path

import click

from pubtrack.cli.common import library_option, open_library, say


@click.command("fill")
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE...")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where a page is not as the library is.")
@library_option
def fill_command(files: tuple[str, ...], check: bool, library: str | None) -> int:
    """Put references after the marks in pages of Markdown or HTML, in place; filling again replaces them.

    A mark is a comment: <!-- pubtrack style=ieee where="year>=2024" -->. Its words are style, where, keys and locale.
    """
    from pubtrack.app.embedding import fill_file

    opened = open_library(library)
    changed = [name for name in files if fill_file(opened, Path(name), write=not check)]
    for name in changed:
        say(f"{name}: is not as the library is." if check else f"Filled {name}.")
    return 1 if check and changed else 0
