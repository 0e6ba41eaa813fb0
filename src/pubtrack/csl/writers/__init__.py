"""Output formats for runs, one module each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pubtrack.csl.runs import Run
from pubtrack.csl.writers.html import write_html

__all__ = ["WRITERS", "write_runs"]


def write_text(runs: Iterable[Run]) -> str:
    """The runs as plain text."""
    return "".join(run.text for run in runs)


WRITERS: dict[str, Callable[[Iterable[Run]], str]] = {"html": write_html, "text": write_text, "runs": write_text}


def write_runs(runs: Iterable[Run], format: str = "html", links: bool = True) -> str:
    """The runs in a format."""
    return WRITERS[format](runs)
