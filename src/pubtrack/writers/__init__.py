"""Writers turn what a library holds into text: pure functions of a `LibraryView`, the same bytes every time.

`WRITERS` names them; each loads on first use. To add one: its module and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Any

from pubtrack.writers.view import Entry, LibraryView

__all__ = ["WRITERS", "Entry", "LibraryView", "Writer"]


@dataclass(frozen=True)
class Writer:
    """An output format."""

    description: str
    """One line for `pubtrack formats`."""
    extension: str
    """Of its file, with the dot; empty where it is a folder of files."""
    write: Callable[[LibraryView], Any]
    """A pure function of the view: gives text with LF, bytes, or a mapping of file name to either."""


def _lazy(module: str, function: str) -> Callable[[LibraryView], Any]:
    """Gives a writing function whose module is imported when it is first called."""

    def write(view: LibraryView) -> Any:
        return getattr(import_module(f"pubtrack.writers.{module}"), function)(view)

    return write


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "bibtex": Writer("BibTeX, for LaTeX with bibtex or natbib", ".bib", _lazy("bibtex", "write_bibtex")),
        "biblatex": Writer("BibLaTeX, for LaTeX with biber", ".bib", _lazy("biblatex", "write_biblatex")),
        "csl-json": Writer("CSL-JSON, for Zotero, Pandoc and citeproc", ".json", _lazy("csl_json", "write_csl_json")),
        "ris": Writer("RIS, for EndNote, Mendeley and others", ".ris", _lazy("ris", "write_ris")),
        "cv-markdown": Writer("CV as Markdown", ".md", _lazy("cv_markdown", "write_cv_markdown")),
        "cv-html": Writer("CV as one HTML page", ".html", _lazy("cv_html", "write_cv_html")),
        "bibliography": Writer(
            "References in a CSL style, as HTML", ".html", _lazy("bibliography", "write_bibliography")
        ),
    }
)
"""Format -> writer."""
