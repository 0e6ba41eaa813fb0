"""Runs as CommonMark; what it has no sign for is inline HTML.

Asterisks only make emphasis in some places (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run); in all
others the HTML element is written instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pubtrack.csl.runs import Mark, Run
from pubtrack.csl.writers.base import lay_out, lines
from pubtrack.markup.escape import escape_html, escape_markdown, escape_markdown_inline

__all__ = ["write_markdown"]

_SIGNS = {("font-style", "italic"): ("*", "em"), ("font-weight", "bold"): ("**", "strong")}
_ELEMENTS = {("vertical-align", "sup"): "sup", ("vertical-align", "sub"): "sub", ("text-decoration", "underline"): "u"}
_STYLED = frozenset({"font-style", "font-weight", "font-variant", "text-decoration"})
_first = lines(escape_markdown, "\\\n")
_later = lines(escape_markdown_inline, "\\\n")


def _tags(mark: Mark, edges: tuple[str, str, str, str]) -> tuple[str, str]:
    """Start and end of a stretch, for the characters at its edges: before, first, last, after."""
    key = mark[:2]
    if key in _SIGNS:
        sign, element = _SIGNS[key]
        before, first, last, after = edges
        alone = not (before.isalnum() or after.isalnum() or "*" in (before, after))
        if alone and not (first.isspace() or last.isspace()):
            return sign, sign
        return f"<{element}>", f"</{element}>"
    if key in _ELEMENTS:
        return f"<{_ELEMENTS[key]}>", f"</{_ELEMENTS[key]}>"
    if mark.kind == "link":
        return "[", f"](<{mark.value}>)"
    if mark.kind in _STYLED:
        return f'<span style="{mark.kind}:{escape_html(mark.value)};">', "</span>"
    return "", ""


def _write(runs: Sequence[Run], depth: int, before: str, after: str) -> str:
    """Writes runs whose first `depth` marks are open already."""
    out: list[str] = []
    index = 0
    while index < len(runs):
        run = runs[index]
        if len(run.marks) <= depth:
            out.append((_later if out or before else _first)(run.text))
            index += 1
            continue
        end = index + 1
        while end < len(runs) and runs[end].marks[depth : depth + 1] == run.marks[depth : depth + 1]:
            end += 1
        left = runs[index - 1].text[-1:] if index else before
        right = runs[end].text[:1] if end < len(runs) else after
        start, close = _tags(run.marks[depth], (left, run.text[:1], runs[end - 1].text[-1:], right))
        out.append(start + _write(runs[index:end], depth + 1, "*" if start[:1] == "*" else left, close[:1]) + close)
        index = end
    return "".join(out)


def write_markdown(runs: Iterable[Run]) -> str:
    r"""The runs as CommonMark.

    >>> write_markdown([Run("On "), Run("E. coli", (Mark("font-style", "italic"),)), Run(" [1]")])
    'On *E. coli* \\[1\\]'
    """
    return _write(lay_out(runs), 0, "", "")
