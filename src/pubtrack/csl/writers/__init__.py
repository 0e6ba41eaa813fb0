"""Output formats for runs, one module each, loaded when first used."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module

from pubtrack.csl.runs import Run
from pubtrack.errors import NotFoundError

__all__ = ["FORMATS", "find_writer", "write_runs"]

Writer = Callable[[Iterable[Run]], str]

# Format -> its module here, which has a function write_<module>.
_MODULES = {
    "html": "html",
    "latex": "latex",
    "markdown": "markdown",
    "plain": "text",
    "rtf": "rtf",
    "runs": "text",
    "text": "text",
    "typst": "typst",
}
FORMATS = tuple(_MODULES)
"""All output formats; `runs` and `plain` are other names of `text`."""


def find_writer(format: str) -> Writer:
    """The writer of a format.

    Raises:
        NotFoundError: There is no such format.
    """
    if format not in _MODULES:
        raise NotFoundError(f"There is no output format '{format}'.", FORMATS)
    name = _MODULES[format]
    writer: Writer = getattr(import_module(f"{__name__}.{name}"), f"write_{name}")
    return writer


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
