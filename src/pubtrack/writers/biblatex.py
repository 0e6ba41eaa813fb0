"""Works as a BibLaTeX file."""

from __future__ import annotations

from pubtrack.writers.bibtex import write_bib
from pubtrack.writers.view import LibraryView

__all__ = ["write_biblatex"]


def write_biblatex(view: LibraryView) -> str:
    """Gives the works as BibLaTeX (for biber), UTF-8 text with LF; settings as for `write_bibtex`.

    >>> from pubtrack.model import Fields
    >>> print(write_biblatex(LibraryView.of([Fields(type="report", title="T", issued={"year": 2020})])), end="")
    @report{2020t,
      title = {T},
      date = {2020},
    }
    """
    return write_bib(view, "biblatex")
