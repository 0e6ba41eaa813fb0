"""Tables on the terminal, by rich; plain lines where stdout is no terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

_SHORT = 34
"""A first column up to so many characters is never broken: keys are for copying."""


def draw(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints a table: drawn for a person on a terminal, tab-separated for a program."""
    if not sys.stdout.isatty() and "PUBTRACK_TABLES" not in os.environ:
        for row in rows:
            click.echo("\t".join(" ".join(cell.split()) for cell in row))
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for number, column in enumerate(columns):
        short = all(len(row[number]) <= _SHORT for row in rows)
        table.add_column(column, no_wrap=number == 0 and short, overflow="fold")
    for row in rows:
        table.add_row(*map(escape, row))
    Console(highlight=False, soft_wrap=False).print(table)
