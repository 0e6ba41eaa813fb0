"""Output formats for runs, one module each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pubtrack.csl.runs import Run
from pubtrack.csl.writers.html import write_html
from pubtrack.csl.writers.latex import write_latex
from pubtrack.csl.writers.markdown import write_markdown
from pubtrack.csl.writers.rtf import write_rtf
from pubtrack.csl.writers.text import write_text
from pubtrack.csl.writers.typst import write_typst
from pubtrack.errors import NotFoundError

__all__ = ["WRITERS", "find_writer", "write_runs"]

Writer = Callable[[Iterable[Run]], str]

WRITERS: dict[str, Writer] = {
    "html": write_html,
    "latex": write_latex,
    "markdown": write_markdown,
    "plain": write_text,
    "rtf": write_rtf,
    "runs": write_text,
    "text": write_text,
    "typst": write_typst,
}
"""Format name -> writer; `runs` and `plain` are other names of `text`."""


def find_writer(format: str) -> Writer:
    """The writer of a format.

    Raises:
        NotFoundError: There is no such format.
    """
    if format not in WRITERS:
        raise NotFoundError(f"There is no output format '{format}'.", tuple(sorted(WRITERS)))
    return WRITERS[format]


def write_runs(runs: Iterable[Run], format: str = "html") -> str:
    """The runs in a format, for example after marking some of them.

    Args:
        runs: Of an entry, perhaps changed.
        format: html, latex, markdown, rtf, text, typst.

    Raises:
        NotFoundError: There is no such format.

    >>> write_runs([Run("Doe, J.").with_mark("font-weight", "bold"), Run(" (2020)")])
    '<b>Doe, J.</b> (2020)'
    """
    return find_writer(format)(runs)
