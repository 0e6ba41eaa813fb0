from __future__ import annotations

from cv_library import VIEW, assert_calm, assert_golden, hostile_view, with_settings
from pubtrack.writers.cv_text import write_cv_text
from pubtrack.writers.view import LibraryView


def test_the_cv_is_as_reviewed() -> None:
    assert_golden("cv-text", write_cv_text(VIEW))


def test_lines_are_short() -> None:
    text = write_cv_text(with_settings(numbered=True))
    assert max(len(line) for line in text.splitlines()) <= 80


def test_an_empty_library_is_a_title() -> None:
    assert write_cv_text(LibraryView()) == "Publications\n"


def test_hostile_texts_keep_to_their_lines() -> None:
    text = write_cv_text(hostile_view())
    assert_calm(text)
    assert "javascript:alert(1)>" not in text.replace("(javascript:alert(1))", "")
    assert "\n# three" not in text
