"""The CV as CommonMark."""

from __future__ import annotations

from pubtrack.csl import Run, write_runs
from pubtrack.markup.escape import escape_markdown
from pubtrack.writers.cv import compose_cv
from pubtrack.writers.templating import environment
from pubtrack.writers.view import LibraryView

__all__ = ["write_cv_markdown"]


def write_cv_markdown(view: LibraryView) -> str:
    """Gives the CV as Markdown: own name bold, awards at their papers and in a section of their own."""
    template = environment(escape_markdown, _runs).get_template("cv.md.j2")
    return template.render(cv=compose_cv(view)).strip() + "\n"


def _runs(runs: tuple[Run, ...]) -> str:
    return write_runs(runs, "markdown").strip()
