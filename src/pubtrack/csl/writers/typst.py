"""Runs as Typst markup."""

from __future__ import annotations

from collections.abc import Iterable

from pubtrack.csl.runs import Mark, Run
from pubtrack.csl.writers.base import lay_out, lines, nest
from pubtrack.markup.escape import escape_typst, escape_typst_string

__all__ = ["write_typst"]

_FUNCTIONS = {
    ("font-style", "italic"): "emph",
    ("font-style", "oblique"): 'text(style: "oblique")',
    ("font-style", "normal"): 'text(style: "normal")',
    ("font-weight", "bold"): "strong",
    ("font-weight", "normal"): 'text(weight: "regular")',
    ("font-weight", "light"): 'text(weight: "light")',
    ("font-variant", "small-caps"): "smallcaps",
    ("text-decoration", "underline"): "underline",
    ("vertical-align", "sup"): "super",
    ("vertical-align", "sub"): "sub",
}


def _tags(mark: Mark) -> tuple[str, str] | None:
    # The semicolon ends the call: a bracket or a period that follows would else belong to it.
    function = _FUNCTIONS.get(mark[:2])
    if function:
        return f"#{function}[", "];"
    return (f'#link("{escape_typst_string(mark.value)}")[', "];") if mark.kind == "link" else None


def write_typst(runs: Iterable[Run]) -> str:
    r"""The runs as Typst markup.

    >>> write_typst([Run("E. coli", (Mark("font-style", "italic"),)), Run(" (2020)")])
    '#emph[E. coli]; (2020)'
    """
    return nest(lay_out(runs), lines(escape_typst, " \\\n"), _tags)
