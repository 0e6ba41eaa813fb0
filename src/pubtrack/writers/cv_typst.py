"""The CV as a Typst document."""

from __future__ import annotations

from pubtrack.writers.cv import compose_cv
from pubtrack.writers.templating import render
from pubtrack.writers.view import LibraryView

__all__ = ["write_cv_typst"]


def write_cv_typst(view: LibraryView) -> str:
    """Gives the CV for Typst 0.12 or newer; it reads no file and loads no package."""
    language = str(view.settings.get("locale") or "en")[:2]
    return render("cv.typ.j2", view.settings.get("templates"), cv=compose_cv(view), language=language)
