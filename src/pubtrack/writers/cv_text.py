"""The CV as plain text, for mails and forms."""

from __future__ import annotations

from pubtrack.writers.cv import compose_cv
from pubtrack.writers.templating import render
from pubtrack.writers.view import LibraryView

__all__ = ["write_cv_text"]


def write_cv_text(view: LibraryView) -> str:
    """Gives the CV as text in lines of at most 80 characters; only an address may be longer."""
    return render("cv.txt.j2", view.settings.get("templates"), cv=compose_cv(view))
