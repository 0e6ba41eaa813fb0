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
        "bibtex": Writer(
            "BibTeX, for LaTeX with bibtex or natbib", ".bib", _lazy("award_fields", "bibtex_with_awards")
        ),
        "biblatex": Writer("BibLaTeX, for LaTeX with biber", ".bib", _lazy("award_fields", "biblatex_with_awards")),
        "csl-json": Writer(
            "CSL-JSON, for Zotero, Pandoc and citeproc", ".json", _lazy("award_fields", "csl_json_with_awards")
        ),
        "ris": Writer("RIS, for EndNote, Mendeley and others", ".ris", _lazy("ris", "write_ris")),
        "cv-markdown": Writer("CV as Markdown", ".md", _lazy("cv_markdown", "write_cv_markdown")),
        "cv-html": Writer("CV as one HTML page", ".html", _lazy("cv_html", "write_cv_html")),
        "cv-text": Writer("CV as plain text", ".txt", _lazy("cv_text", "write_cv_text")),
        "cv-latex": Writer("CV as a LaTeX article", ".tex", _lazy("cv_latex", "write_cv_latex")),
        "cv-latex-moderncv": Writer(
            "CV for the LaTeX class moderncv", ".moderncv.tex", _lazy("cv_latex", "write_cv_moderncv")
        ),
        "cv-latex-awesome": Writer(
            "CV for the LaTeX class awesome-cv", ".awesome.tex", _lazy("cv_latex", "write_cv_awesome")
        ),
        "cv-typst": Writer("CV as a Typst document", ".typ", _lazy("cv_typst", "write_cv_typst")),
        "cv-pdf": Writer("CV as PDF, without LaTeX (extra: pdf)", ".pdf", _lazy("cv_pdf", "write_cv_pdf")),
        "cv-docx": Writer("CV as a Word document (extra: docx)", ".docx", _lazy("cv_docx", "write_cv_docx")),
        "cv-json-resume": Writer("CV as JSON Resume", ".json", _lazy("json_resume", "write_json_resume")),
        "cv-rendercv": Writer("CV as input for rendercv", ".yaml", _lazy("rendercv", "write_rendercv")),
        "json-ld": Writer("Works and owner as schema.org JSON-LD", ".jsonld", _lazy("json_ld", "write_json_ld")),
        "al-folio": Writer("Data files for the Jekyll theme al-folio", "", _lazy("al_folio", "write_al_folio")),
        "hugo": Writer("Pages and data files for Hugo", "", _lazy("hugo", "write_hugo")),
        "jekyll": Writer("Data files for Jekyll", "", _lazy("jekyll", "write_jekyll")),
        "bibliography": Writer(
            "References in a CSL style, as HTML", ".html", _lazy("bibliography", "write_bibliography")
        ),
        "site": Writer("Web page: a static folder with search, filters and feed", "", _lazy("site", "write_site")),
        "feed": Writer("Atom feed of works, awards and changes of standing", ".atom", _lazy("site_feed", "write_feed")),
        "grants": Writer("Works by grant, as Markdown", ".md", _lazy("grant_lists", "write_grants")),
        "nsf-coa": Writer("NSF collaborators (COA, table 4) as CSV", ".csv", _lazy("nsf_coa", "write_nsf_coa")),
        "nsf-biosketch": Writer(
            "NSF biographical sketch: products, as Markdown", ".md", _lazy("biosketch", "write_nsf_biosketch")
        ),
        "nih-biosketch": Writer(
            "NIH biographical sketch: products, as Markdown",
            ".md",
            _lazy("biosketch", "write_nih_biosketch"),
        ),
        "tri-agency": Writer(
            "Publications for a CV of CIHR, NSERC or SSHRC, as text", ".txt", _lazy("tri_agency", "write_tri_agency")
        ),
        "erc": Writer("Publications for an ERC track record, as text", ".txt", _lazy("erc", "write_erc")),
        "orcid-bibtex": Writer(
            "BibTeX as ORCID's importer understands it", ".bib", _lazy("orcid_bibtex", "write_orcid_bibtex")
        ),
        "wikidata": Writer(
            "Wikidata draft: QuickStatements and what to check first", "", _lazy("wikidata", "write_wikidata")
        ),
        "plots": Writer("Plots of works, citations and co-authors (extra: plots)", "", _lazy("plots", "write_plots")),
    }
)
"""Format -> writer."""
