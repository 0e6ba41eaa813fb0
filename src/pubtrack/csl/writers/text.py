"""Runs as plain text."""

from __future__ import annotations

from collections.abc import Iterable

from pubtrack.csl.runs import Run
from pubtrack.csl.writers.base import lay_out
from pubtrack.markup.escape import escape_text

__all__ = ["write_text"]


def write_text(runs: Iterable[Run]) -> str:
    """The runs as text without formatting.

    >>> write_text([Run("On "), Run("E. coli")])
    'On E. coli'
    """
    return "\n".join(escape_text(line) for line in "".join(run.text for run in lay_out(runs)).split("\n"))
