from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cv_library import HOSTILE, VIEW, assert_calm, assert_golden, hostile_view, with_settings
from pubtrack.model import Owner
from pubtrack.writers.cv_latex import write_cv_awesome, write_cv_latex, write_cv_moderncv
from pubtrack.writers.view import LibraryView

WRITERS = {"cv-latex": write_cv_latex, "cv-latex-moderncv": write_cv_moderncv, "cv-latex-awesome": write_cv_awesome}
# A stand-in with the commands of the real class, which is no part of TeX Live: what we write must compile with them.
AWESOME = r"""
\NeedsTeXFormat{LaTeX2e}\ProvidesClass{awesome-cv}\LoadClass{article}
\RequirePackage{fontspec,xcolor,etoolbox,geometry}\RequirePackage[hidelinks]{hyperref}
\definecolor{awesome-skyblue}{HTML}{0395DE}\colorlet{awesome}{awesome-skyblue}\newbool{acvSectionColorHighlight}
\newcommand*{\entrydatestyle}[1]{{\small #1}}\newcommand*{\descriptionstyle}[1]{{\small #1}}
\newcommand*{\entrypositionstyle}[1]{{\scshape #1}}\newcommand*{\homepage}[1]{\def\@homepage{#1}}
\newcommand*{\orcid}[1]{\def\@orcid{#1}}\newcommand*{\name}[2]{\def\@first{#1}\def\@last{#2}}
\newcommand*{\makecvheader}{{\Huge\@first\ \textbf{\@last}}\par}\newcommand*{\makecvfooter}[3]{}
\newcommand{\cvsection}[1]{\section*{#1}}\newcommand{\cvsubsection}[1]{\subsection*{#1}}
"""


@pytest.fixture(params=sorted(WRITERS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_cv_is_as_reviewed(name: str) -> None:
    assert_golden(name, WRITERS[name](VIEW))


def test_nothing_hostile_becomes_a_command(name: str) -> None:
    text = WRITERS[name](hostile_view())
    assert_calm(text)
    for command in (r"\input", r"\write18", r"\immediate", r"\openout", "^^M", "javascript:alert(1)}{"):
        assert command not in text
    assert text.count(r"\begin{document}") == text.count(r"\end{document}") == 1


def test_names_that_cannot_be_split_are_family_names(name: str) -> None:
    assert "Publications" in WRITERS[name](LibraryView())
    assert "ACME" in WRITERS[name](LibraryView(owner=Owner(name="ACME")))


def _compile(source: str, engine: str, folder: Path) -> str:
    """The text of the pages."""
    if not (shutil.which(engine) and shutil.which("pdftotext")):
        pytest.skip(f"needs {engine} and pdftotext (Debian: texlive-latex-extra texlive-fonts-extra poppler-utils)")
    (folder / "awesome-cv.cls").write_text(AWESOME)
    (folder / "cv.tex").write_text(source, encoding="utf-8")
    done = subprocess.run(
        [engine, "-interaction=nonstopmode", "-halt-on-error", "cv.tex"], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout.decode(errors="replace")[-2000:]
    shown = subprocess.run(["pdftotext", "-layout", "cv.pdf", "-"], cwd=folder, capture_output=True, check=True)
    return shown.stdout.decode()


@pytest.mark.heavy
@pytest.mark.parametrize("engine", ["pdflatex", "lualatex", "xelatex"])
@pytest.mark.parametrize("view", [VIEW, with_settings(numbered=True, group=("year",)), hostile_view(), LibraryView()])
def test_every_engine_compiles_every_cv(name: str, engine: str, view: LibraryView, tmp_path: Path) -> None:
    if engine == "pdflatex" and name == "cv-latex-awesome":
        pytest.skip("awesome-cv itself needs LuaLaTeX or XeLaTeX")
    write: Callable[[LibraryView], str] = WRITERS[name]
    text = _compile(write(view), engine, tmp_path)
    assert "root:" not in text
    if view.owner and view.owner.name == HOSTILE[0]:
        assert r"\input{/etc/passwd}" in text
    elif view.owner:
        assert "Lanterns at dawn" in text
        assert "α-rays" in text or name == "cv-latex-awesome", "a letter is lost; awesome-cv brings fonts of its own"
