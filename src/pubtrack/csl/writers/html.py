"""Runs as HTML, in the tags that other CSL processors use."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pubtrack.csl.runs import Mark, Run
from pubtrack.csl.writers.base import nest
from pubtrack.markup.escape import escape_html

__all__ = ["write_html"]

_TAGS = {
    ("font-style", "italic"): ("<i>", "</i>"),
    ("font-weight", "bold"): ("<b>", "</b>"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
    ("vertical-align", "baseline"): ('<span style="baseline">', "</span>"),
    ("display", "block"): ('<div class="csl-block">', "</div>"),
    ("display", "left-margin"): ('<div class="csl-left-margin">', "</div>"),
    ("display", "right-inline"): ('<div class="csl-right-inline">', "</div>"),
    ("display", "indent"): ('<div class="csl-indent">', "</div>"),
}
_STYLED = frozenset({"font-style", "font-weight", "font-variant", "text-decoration"})


def _tags(mark: Mark) -> tuple[str, str] | None:
    known = _TAGS.get(mark[:2])
    if known:
        return known
    if mark.kind in _STYLED:
        return f'<span style="{mark.kind}:{escape_html(mark.value)};">', "</span>"
    if mark.kind == "link":
        return f'<a href="{escape_html(mark.value)}">', "</a>"
    if mark.kind == "class":
        return f'<span class="{escape_html(mark.value)}">', "</span>"
    return None


# Letters of superscript shape that Unicode does not call superscripts.
# Source: https://www.unicode.org/charts/PDF/U02B0.pdf (spacing modifier letters), U0600.pdf (small Arabic letters)
_RAISED = {"ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي"}
_RAISED_PATTERN = re.compile("[ˀˁۥۦ]")


def _escape(text: str) -> str:
    safe = escape_html(text).replace("  ", "&#160; ")  # browsers show one of several blanks
    return safe if safe.isascii() else _RAISED_PATTERN.sub(lambda match: f"<sup>{_RAISED[match[0]]}</sup>", safe)


def write_html(runs: Iterable[Run]) -> str:
    """The runs as an HTML fragment without surrounding element.

    >>> write_html([Run("a < b", (Mark("font-style", "italic"),))])
    '<i>a &#60; b</i>'
    """
    return nest(runs, _escape, _tags)
