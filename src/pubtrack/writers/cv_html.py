"""The CV as one HTML page that needs nothing else: no script, no request, readable everywhere."""

from __future__ import annotations

from pubtrack.csl import Run, write_runs
from pubtrack.markup.escape import escape_html
from pubtrack.writers.cv import compose_cv
from pubtrack.writers.templating import environment
from pubtrack.writers.view import LibraryView

__all__ = ["write_cv_html"]


def write_cv_html(view: LibraryView) -> str:
    """Gives the CV as a web page: own name bold, awards as badges at their papers and in a section of their own."""
    template = environment(escape_html, _runs).get_template("cv.html.j2")
    return template.render(cv=compose_cv(view)).strip() + "\n"


def _runs(runs: tuple[Run, ...]) -> str:
    return write_runs(runs, "html").strip()
