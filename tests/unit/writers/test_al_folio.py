from __future__ import annotations

from cv_library import VIEW, assert_golden, hostile_view
from pubtrack.readers import READERS
from pubtrack.writers.al_folio import write_al_folio
from pubtrack.writers.rendercv import write_rendercv


def test_the_files_are_as_reviewed() -> None:
    files = write_al_folio(VIEW)
    assert_golden("al-folio", files["_bibliography/papers.bib"])
    assert files["_data/cv.yml"] == write_rendercv(VIEW)


def test_the_theme_prints_fields_unescaped_so_no_tag_is_in_them() -> None:
    text = write_al_folio(hostile_view())["_bibliography/papers.bib"]
    assert "<script" not in text
    assert "<img" not in text
    reading = READERS["bibtex"](text)
    assert all("<script" not in str(work.fields.title) for work in reading.works if work.fields)
    assert all("javascript" not in work.fields.custom.get("html", "") for work in reading.works if work.fields)
