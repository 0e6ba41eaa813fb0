"""`init` and `completion`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pubtrack.cli.common import json_option, put, put_json, say

if TYPE_CHECKING:
    from pubtrack.app.library import Library


@click.command("init")
@click.argument("folder", default="bib", type=click.Path())
@click.option("--name", help="The owner's name.")
@click.option("--orcid", help="The owner's ORCID iD.")
@click.option("--alias", "aliases", multiple=True, help="Another spelling of the name; may be repeated.")
@click.option("--online", is_flag=True, help="With --orcid: take what the ORCID record holds as proposals.")
@json_option
def init_command(
    folder: str, name: str | None, orcid: str | None, aliases: tuple[str, ...], online: bool, as_json: bool
) -> int:
    """Make a new library in FOLDER (default: bib), with commented settings. An existing works.bib is taken over."""
    from pubtrack.app.library import Library
    from pubtrack.app.owners import owner_from_words

    if online and not orcid:
        raise click.UsageError("--online takes an ORCID record; name it with --orcid.")
    library = Library.create(folder, owner_from_words(name, orcid, aliases))
    proposed = _from_orcid(library, orcid) if online and orcid else 0
    if as_json:
        put_json({"library": str(library.path), "works": len(library.works), "proposals": proposed})
        return 0
    if proposed:
        say(f"{proposed} works, awards and posts of the ORCID record wait: `pubtrack review`, or `--yes-to new`.")
    say(f"Made a library in {library.path} with {len(library.works)} works.")
    say(f"Next: say who you are in {library.path / 'pubtrack.toml'}, then `pubtrack track FILE`.")
    return 0


def _from_orcid(library: Library, orcid: str) -> int:
    from pubtrack.app.orcid_record import propose_record

    return len(propose_record(library, orcid))


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion_command(shell: str) -> int:
    """Print the completion script: for bash, add `eval "$(pubtrack completion bash)"` to ~/.bashrc."""
    from click.shell_completion import get_completion_class

    from pubtrack.cli import program

    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"no completion for {shell}.")
    put(made(program, {}, "pubtrack", "_PUBTRACK_COMPLETE").source())
    return 0
