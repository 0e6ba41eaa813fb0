"""Runs as RTF, for word processors."""

from __future__ import annotations

from collections.abc import Iterable

from pubtrack.csl.runs import Mark, Run
from pubtrack.csl.writers.base import lay_out, nest
from pubtrack.markup.escape import escape_rtf

__all__ = ["write_rtf"]

_WORDS = {
    ("font-style", "italic"): "i",
    ("font-style", "oblique"): "i",
    ("font-style", "normal"): "i0",
    ("font-weight", "bold"): "b",
    ("font-weight", "normal"): "b0",
    ("font-variant", "small-caps"): "scaps",
    ("font-variant", "normal"): "scaps0",
    ("text-decoration", "underline"): "ul",
    ("text-decoration", "none"): "ul0",
    ("vertical-align", "sup"): "super",
    ("vertical-align", "sub"): "sub",
    ("vertical-align", "baseline"): "nosupersub",
}


def _tags(mark: Mark) -> tuple[str, str] | None:
    word = _WORDS.get(mark[:2])
    if word:
        return f"{{\\{word} ", "}"
    if mark.kind == "link":
        return f'{{\\field{{\\*\\fldinst HYPERLINK "{escape_rtf(mark.value)}"}}{{\\fldrslt ', "}}"
    return None


def write_rtf(runs: Iterable[Run]) -> str:
    r"""The runs as RTF text for inside a document.

    >>> write_rtf([Run("é", (Mark("font-weight", "bold"),))])
    '{\\b \\uc0\\u233 }'
    """
    return nest(lay_out(runs), escape_rtf, _tags)
