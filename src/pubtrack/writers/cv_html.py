"""The CV as one HTML page that needs nothing else: no script, no request, readable everywhere."""

from __future__ import annotations

from pubtrack.writers.cv import compose_cv
from pubtrack.writers.templating import render
from pubtrack.writers.view import LibraryView

__all__ = ["write_cv_html"]


def write_cv_html(view: LibraryView) -> str:
    """Gives the CV as a web page: own name bold, awards as badges at their papers and in a section of their own."""
    language = str(view.settings.get("locale") or "en")
    return render("cv.html.j2", view.settings.get("templates"), cv=compose_cv(view), language=language)
