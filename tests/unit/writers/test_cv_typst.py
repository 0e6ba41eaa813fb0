from __future__ import annotations

from cv_library import VIEW, assert_calm, assert_golden, hostile_view
from pubtrack.writers.cv_typst import write_cv_typst
from pubtrack.writers.view import LibraryView


def test_the_cv_is_as_reviewed() -> None:
    assert_golden("cv-typst", write_cv_typst(VIEW))


def test_an_empty_library_is_a_document() -> None:
    assert '#text(23pt, weight: "semibold", "Publications")' in write_cv_typst(LibraryView())


def test_nothing_hostile_becomes_code() -> None:
    text = write_cv_typst(hostile_view())
    assert_calm(text)
    assert "[#read" not in text
    assert "\\#read(" in text
    assert "#eval" not in text.replace("\\#eval", "")
