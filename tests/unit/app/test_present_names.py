"""A name that was given up is matched and never shown, in no output."""

from __future__ import annotations

from pubtrack.app.library import Library
from pubtrack.model import Owner

from .conftest import NOW

WORKS = "@article{a, author={Older, Ana and Ek, Bo}, title={Sounds of Cities at Night}, journal={J}, year=2019}\n"


def test_every_output_shows_the_present_name(folder, monkeypatch):
    (folder / "works.bib").write_text(WORKS)
    library = Library.create(folder, Owner(name="Ana Li"), now=lambda: NOW)
    monkeypatch.setenv("PUBTRACK_PAST_NAMES", "Ana Older")
    for name in ("bibtex", "biblatex", "csl-json", "ris", "cv-markdown", "cv-html", "bibliography"):
        text = library.export(name)
        assert "Older" not in text, name
        assert "Li" in text, name
    assert "Older" not in library.bibliography("apa", "text")[0].text
    assert "**Li, A.**" in library.export("cv-markdown")
    assert (folder / "works.bib").read_text() == WORKS


def test_without_past_names_nothing_changes(library):
    assert library.view().works == tuple(library.works.values())
