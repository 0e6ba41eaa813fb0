"""The man page, written from the command line itself."""

from __future__ import annotations

import inspect
import re

import click
from docs_reference import all_commands

_EXIT_CODES = (
    ("0", "done"),
    ("1", "done in part, or there are findings"),
    ("2", "you must act: a wrong argument, file or setting; nothing was changed"),
    ("3", "a fault in pubtrack; your library is as it was"),
)
_FILES = (
    ("bib/pubtrack.toml", "settings"),
    ("bib/works.bib", "the works; edit it as you like, your edits stay"),
    ("bib/awards.toml", "awards, appointments, events, software, funding"),
    ("bib/records.jsonl", "what every source said"),
    ("bib/history/", "what was changed, when and why"),
)


def man_page() -> str:
    """Gives pubtrack.1 in the man macros."""
    from pubtrack import __version__
    from pubtrack.cli import program

    lines = [
        '.\\" Written by tools/generate_docs.py from the program itself; do not edit.',
        f'.TH PUBTRACK 1 "" "pubtrack {__version__}" "User Commands"',
        ".SH NAME",
        "pubtrack \\- publications and awards as typed records",
        ".SH SYNOPSIS",
        ".B pubtrack",
        ".I COMMAND",
        "[\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]",
        ".SH DESCRIPTION",
        *_paragraphs(inspect.cleandoc(program.help or "").partition("\n\n")[0]),
        ".SH COMMANDS",
    ]
    for name, command in all_commands():
        lines += _command(name, command)
    lines += [".SH EXIT STATUS", *(line for code, text in _EXIT_CODES for line in (".TP", f".B {code}", _text(text)))]
    lines += [".SH FILES", *(line for name, text in _FILES for line in (".TP", f".I {_text(name)}", _text(text)))]
    return "\n".join(lines) + "\n"


def _command(name: str, command: click.Command) -> list[str]:
    usage = " ".join(command.collect_usage_pieces(click.Context(command)))
    lines = [f'.SS "pubtrack {name} {_text(usage)}"', *_paragraphs(inspect.cleandoc(command.help or ""))]
    for option in command.params:
        if isinstance(option, click.Option) and not option.hidden:
            names = ", ".join(f"\\fB{_text(word)}\\fR" for word in (*option.opts, *option.secondary_opts))
            value = "" if option.is_flag else f" \\fI{_text(option.make_metavar(click.Context(command)))}\\fR"
            lines += [".TP", f"{names}{value}", _text(option.help or "")]
    return lines


def _paragraphs(text: str) -> list[str]:
    lines: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text.replace("\b\n", "")):
        lines += [".PP", _text(" ".join(paragraph.split()))]
    return lines


def _text(words: str) -> str:
    """Text in which nothing is a macro: backslashes, hyphens of options, and dots that begin a line."""
    plain = words.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga").replace('"', "\\(dq")
    return f"\\&{plain}" if plain[:1] in (".", "'") else plain
