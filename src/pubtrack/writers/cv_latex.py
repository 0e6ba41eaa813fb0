"""The CV as LaTeX: a plain article that every engine compiles, or for the classes moderncv and awesome-cv."""

from __future__ import annotations

from pubtrack.markup.names import parse_name
from pubtrack.writers.cv import Cv, compose_cv
from pubtrack.writers.templating import render
from pubtrack.writers.view import LibraryView

__all__ = ["write_cv_awesome", "write_cv_latex", "write_cv_moderncv"]


def write_cv_latex(view: LibraryView) -> str:
    """Gives the CV as an article; needs no package outside texlive-latex-extra."""
    return _written("cv.tex.j2", view)


def write_cv_moderncv(view: LibraryView) -> str:
    """Gives the CV for the class moderncv (in texlive-latex-extra)."""
    return _written("cv.moderncv.tex.j2", view)


def write_cv_awesome(view: LibraryView) -> str:
    """Gives the CV for the class awesome-cv, which is no part of TeX Live: https://github.com/posquit0/Awesome-CV."""
    return _written("cv.awesome.tex.j2", view)


def _written(template: str, view: LibraryView) -> str:
    cv = compose_cv(view)
    given, family = _parts(cv)
    return render(template, view.settings.get("templates"), cv=cv, given=given, family=family)


def _parts(cv: Cv) -> tuple[str, str]:
    """Given and family name, which the classes set apart."""
    if cv.owner is None or cv.title != cv.owner.name:
        return "", cv.title
    try:
        name = parse_name(cv.owner.name)
    except ValueError:  # signs alone
        return "", cv.title
    family = " ".join(part for part in (name.dropping_particle, name.non_dropping_particle, name.family) if part)
    return (name.given or "", family) if family else ("", cv.title)
