"""Writers turn a view of a library into text, purely: the same view gives the same bytes.

`WRITERS` names them; each loads on first use. To add one: its module and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pubtrack.writers.view import LibraryView

__all__ = ["WRITERS", "Writer"]


class Writer(NamedTuple):
    """An output format."""

    description: str
    """One phrase for `pubtrack formats`."""
    extension: str
    """Of its files, with the dot."""
    write: Callable[[LibraryView], str]
    """A pure function of the view; text with LF."""


def _lazy(module: str, function: str) -> Callable[[LibraryView], str]:
    """Gives a writer whose module is imported when it is first called."""

    def write(view: LibraryView) -> str:
        found: Callable[[LibraryView], str] = getattr(import_module(f"pubtrack.writers.{module}"), function)
        return found(view)

    write.__name__ = write.__qualname__ = function
    write.__doc__ = f"Writes with `pubtrack.writers.{module}.{function}`."
    return write


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "bibtex": Writer("BibTeX, for LaTeX with bibtex or natbib", ".bib", _lazy("bibtex", "write_bibtex")),
        "biblatex": Writer("BibLaTeX, for LaTeX with biber", ".bib", _lazy("biblatex", "write_biblatex")),
        "csl-json": Writer("CSL-JSON, for Zotero, Pandoc, Word", ".json", _lazy("csl_json", "write_csl_json")),
        "ris": Writer("RIS, for EndNote, Mendeley, RefWorks", ".ris", _lazy("ris", "write_ris")),
    }
)
"""Format -> writer."""
