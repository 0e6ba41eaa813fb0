"""The words of the terminal: parse them, call one verb of `app`, print what it gives, return an exit code.

Exit codes: 0 done, 1 done in part or findings, 2 the user must act, 3 internal fault. Data goes to stdout, talk to
stderr. Commands are loaded one by one, so that `pubtrack --help` costs nothing but itself.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from pubtrack.errors import PubtrackError, SourceError

__all__ = ["COMMANDS", "main", "program"]

COMMANDS: dict[str, tuple[str, str]] = {
    "init": ("libraries", "Make a new library."),
    "read": ("reading", "Show what a text, file, identifier or URL contains; write nothing."),
    "track": ("reading", "Read, compare with the library, and on consent add what is new."),
    "refresh": ("refreshing", "Ask the sources about every work; report what changed."),
    "update": ("refreshing", "Refresh, then build."),
    "schedule": ("refreshing", "Print a ready scheduled refresh: github, cron or systemd."),
    "check": ("checks", "Look for problems in the library or in .bib files."),
    "verify": ("checks", "Ask whether each reference of a .bib file exists as stated."),
    "doctor": ("doctor", "Look at the program, keys, cache, library and hosts."),
    "review": ("review", "Answer what waits for you, one by one."),
    "build": ("outputs", "Write all outputs of the settings; never touches the network."),
    "export": ("outputs", "Write one output."),
    "report": ("outputs", "Report counts, citations by source, awards, and what changed."),
    "fill": ("filling", "Put references into pages of Markdown or HTML."),
    "cite": ("outputs", "Print formatted references."),
    "styles": ("outputs", "Search the citation styles."),
    "templates": ("outputs", "List and copy the templates of CVs."),
    "formats": ("outputs", "List what can be read and written."),
    "list": ("looking", "List works."),
    "show": ("looking", "Show one work."),
    "why": ("looking", "Say who stated a value, and who states another."),
    "history": ("looking", "List applied changes."),
    "set": ("hand", "State a value by hand; it wins over every source."),
    "lock": ("hand", "Keep present values whatever sources say."),
    "unlock": ("hand", "Let sources speak again."),
    "remove": ("hand", "Take a work out for good."),
    "merge": ("hand", "Make two works one."),
    "split": ("hand", "Make one source's statements a work of their own."),
    "award": ("hand", "Add awards."),
    "link": ("bulk", "Link listed works to a whole corpus: a snapshot of OpenAlex or Crossref."),
    "stats": ("bulk", "Count over a library, a corpus or a table, however large."),
    "undo": ("hand", "Take back the last changes."),
    "completion": ("libraries", "Print the completion script of a shell."),
}
"""Command -> module here that holds it, and its line in the help."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The order of the table is the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports the module of the command, and only that."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"pubtrack.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the help from the table, without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggests the nearest command for a mistyped one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=2)
            hint = f" Did you mean {' or '.join(near)}?" if near else " See pubtrack --help."
            raise click.UsageError(f"there is no command {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from pubtrack import __version__

        click.echo(f"pubtrack {__version__}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Print the version."
)
def program() -> None:
    """Publications and awards: read them from anything, keep them right, format them for everything.

    Exit codes: 0 done, 1 done in part or findings, 2 you must act, 3 a fault in pubtrack.
    """


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command line and gives its exit code; never raises."""
    _speak_utf8()
    try:
        result = program.main(args=None if argv is None else list(argv), prog_name="pubtrack", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("pubtrack: stopped; nothing half done was kept.", err=True)
        return 130
    except SourceError as error:
        click.echo(f"pubtrack: {error}", err=True)
        return 1
    except PubtrackError as error:
        click.echo(f"pubtrack: {error}", err=True)
        return 2
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us went away; that is no fault
        return 0
    except Exception as error:  # noqa: BLE001 - the one place where our own faults are told apart from the user's
        return _fault(error)


def _fault(error: Exception) -> int:
    import os
    import traceback

    if os.environ.get("PUBTRACK_TRACEBACK"):
        traceback.print_exception(error)
    click.echo(
        f"pubtrack: internal fault ({type(error).__name__}: {error}). Your library is as it was. Please report it with "
        "what you typed; PUBTRACK_TRACEBACK=1 shows where it happened.",
        err=True,
    )
    return 3


def _speak_utf8() -> None:
    """Names need Unicode also on terminals that claim less."""
    for stream in (sys.stdout, sys.stderr):
        if (getattr(stream, "encoding", "") or "").lower().replace("-", "") != "utf8" and hasattr(
            stream, "reconfigure"
        ):
            stream.reconfigure(encoding="utf-8", errors="replace")
