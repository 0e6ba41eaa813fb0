"""The CV as PDF, without LaTeX: Typst sets it in its bundled fonts."""

from __future__ import annotations

import tempfile
from pathlib import Path

from pubtrack.errors import ConfigError, MissingExtra
from pubtrack.writers.cv_typst import write_cv_typst
from pubtrack.writers.view import LibraryView

__all__ = ["typeset", "write_cv_pdf"]


def write_cv_pdf(view: LibraryView) -> bytes:
    """Gives the CV as PDF: the same bytes for the same view, on every machine with the same version of Typst.

    Raises:
        MissingExtra: Typst is not installed.
        ConfigError: A template of the user does not compile.
    """
    return typeset(write_cv_typst(view))


def typeset(source: str) -> bytes:
    """Gives a Typst document as PDF. It sees an empty folder and the bundled fonts, nothing of the machine.

    Raises:
        MissingExtra: Typst is not installed.
        ConfigError: The document does not compile.
    """
    try:
        import typst
    except ImportError as error:
        raise MissingExtra("pdf", "Writing a PDF") from error
    with tempfile.TemporaryDirectory() as folder:
        main = Path(folder) / "cv.typ"
        main.write_text(source, encoding="utf-8", newline="\n")
        try:
            # A fixed moment: `datetime.today()` in a template of the user shall not change the bytes from day to day.
            made = typst.compile(str(main), root=folder, font_paths=[], ignore_system_fonts=True, timestamp=0)
        except typst.TypstError as error:
            raise ConfigError(f"template cv.typ.j2 does not compile: {error}.", "cv.templates") from error
    return bytes(made)
