"""The CV as CommonMark."""

from __future__ import annotations

from pubtrack.writers.cv import compose_cv
from pubtrack.writers.templating import render
from pubtrack.writers.view import LibraryView

__all__ = ["write_cv_markdown"]


def write_cv_markdown(view: LibraryView) -> str:
    """Gives the CV as Markdown: own name bold, awards at their papers and in a section of their own."""
    return render("cv.md.j2", view.settings.get("templates"), cv=compose_cv(view))
