"""The hand's own verbs; each is one undoable change."""

from __future__ import annotations

import click

from pubtrack.cli.common import json_option, library_option, open_library, put_json, say


@click.command("set")
@click.argument("key")
@click.argument("assignments", nargs=-1, required=True, metavar="FIELD=VALUE...")
@library_option
def set_command(key: str, assignments: tuple[str, ...], library: str | None) -> int:
    """State values by hand: `pubtrack set KEY year=2025 doi=10.1000/x`. An empty value takes the field out."""
    values = {}
    for assignment in assignments:
        field, equals, value = assignment.partition("=")
        if not equals or not field.strip():
            raise click.UsageError(f"{assignment!r} is no FIELD=VALUE.")
        values[field.strip()] = value
    open_library(library).set_all(key, values)
    say(f"Set {', '.join(values)} of {key}.")
    return 0


@click.command("lock")
@click.argument("key")
@click.argument("field", required=False)
@library_option
def lock_command(key: str, field: str | None, library: str | None) -> int:
    """Keep the present value of FIELD (or of all fields) whatever sources say later."""
    open_library(library).lock(key, field)
    say(f"Locked {field or 'all fields'} of {key}.")
    return 0


@click.command("unlock")
@click.argument("key")
@click.argument("field", required=False)
@library_option
def unlock_command(key: str, field: str | None, library: str | None) -> int:
    """Let sources speak again where a person's value stands."""
    open_library(library).unlock(key, field)
    say(f"Unlocked {field or 'all fields'} of {key}.")
    return 0


@click.command("remove")
@click.argument("keys", nargs=-1, required=True, metavar="KEY...")
@library_option
def remove_command(keys: tuple[str, ...], library: str | None) -> int:
    """Take works out; no later run brings them back."""
    opened = open_library(library)
    for key in keys:
        opened.remove(key)
        say(f"Removed {key}. `pubtrack undo` brings it back.")
    return 0


@click.command("merge")
@click.argument("key")
@click.argument("other")
@library_option
def merge_command(key: str, other: str, library: str | None) -> int:
    """Make OTHER part of KEY: one work, all statements and awards kept."""
    open_library(library).merge(key, other)
    say(f"{other} is {key} now. `pubtrack undo` takes it back.")
    return 0


@click.command("split")
@click.argument("key")
@click.option("--source", required=True, help="Whose statements speak of another work.")
@click.option("--id", "source_id", help="Only the statement with that id there.")
@library_option
def split_command(key: str, source: str, source_id: str | None, library: str | None) -> int:
    """Make one source's statements about KEY a work of their own."""
    say(f"Made {open_library(library).split(key, source, source_id)}. `pubtrack undo` takes it back.")
    return 0


@click.group("award")
def award_command() -> None:
    """Add awards."""


@award_command.command("add")
@click.argument("name")
@click.option(
    "--kind", type=click.Choice(["prize", "fellowship", "chair", "honour"]), default="prize", help="What it is."
)
@click.option("--awarder", help="Who gave it.")
@click.option("--event", help="Where it was given: an event's id or name.")
@click.option("--date", help="When: 2024, 2024-12 or 2024-12-14.")
@click.option("--work", "works", multiple=True, help="Key of a work it was given for; may be repeated.")
@click.option("--recipient", "recipients", multiple=True, help="Who received it, where not the works' authors.")
@click.option("--url", help="Where it can be seen.")
@click.option("--id", "award_id", help="Short stable name; by default made from name, giver and year.")
@library_option
@json_option
def award_add(name: str, library: str | None, as_json: bool, **words: object) -> int:
    """Add an award with its work, event and giver."""
    from pubtrack.app.awards import award_from_words

    opened = open_library(library)
    award = award_from_words(name, taken={entry.id for entry in opened.awards}, **words)
    opened.add(award)
    if as_json:
        put_json(award.to_json())
    else:
        say(f"Added {award.id}.")
    return 0


@click.command("undo")
@click.argument("n", type=click.IntRange(min=1), default=1)
@library_option
@json_option
def undo_command(n: int, library: str | None, as_json: bool) -> int:
    """Take back the last N changes."""
    done = open_library(library).undo(n)
    if as_json:
        put_json([{"change": d.change, "verb": d.verb, "because": d.because} for d in done])
    for change in done:
        say(f"Took back: {change.verb} ({change.because}).")
    return 0
