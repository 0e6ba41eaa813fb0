r"""Runs as LaTeX text; needs no package but `hyperref` for links."""

from __future__ import annotations

from collections.abc import Iterable

from pubtrack.csl.runs import Mark, Run
from pubtrack.csl.writers.base import lay_out, lines, nest
from pubtrack.markup.escape import escape_latex, escape_latex_url

__all__ = ["write_latex"]

_COMMANDS = {
    ("font-style", "italic"): "textit",
    ("font-style", "oblique"): "textsl",
    ("font-style", "normal"): "textup",
    ("font-weight", "bold"): "textbf",
    ("font-weight", "normal"): "textmd",
    ("font-weight", "light"): "textmd",
    ("font-variant", "small-caps"): "textsc",
    ("font-variant", "normal"): "textup",
    ("text-decoration", "underline"): "underline",
    ("vertical-align", "sup"): "textsuperscript",
    ("vertical-align", "sub"): "textsubscript",
}


def _tags(mark: Mark) -> tuple[str, str] | None:
    command = _COMMANDS.get(mark[:2])
    if command:
        return f"\\{command}{{", "}"
    return (f"\\href{{{escape_latex_url(mark.value)}}}{{", "}") if mark.kind == "link" else None


def write_latex(runs: Iterable[Run]) -> str:
    r"""The runs for a LaTeX document in UTF-8.

    >>> write_latex([Run("50% of "), Run("E. coli", (Mark("font-style", "italic"),))])
    '50\\% of \\textit{E. coli}'
    """
    return nest(lay_out(runs), lines(escape_latex, "\\newline "), _tags)
