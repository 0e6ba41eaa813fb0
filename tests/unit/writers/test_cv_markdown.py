from __future__ import annotations

import pytest

from cv_library import VIEW, assert_calm, assert_golden, hostile_view, with_settings
from pubtrack.writers.cv_markdown import write_cv_markdown
from pubtrack.writers.view import LibraryView


def test_the_cv_is_as_reviewed() -> None:
    assert_golden("cv-markdown", write_cv_markdown(VIEW))


def test_numbers_counts_and_own_templates() -> None:
    text = write_cv_markdown(with_settings(numbered="descending", counts=False, group=()))
    assert "\n5. " in text
    assert "## Publications\n" in text
    assert write_cv_markdown(with_settings(templates={"cv.md.j2": "{{ cv.title | e }}"})) == "Ada Marlowe\n"


def test_an_empty_library_is_a_title() -> None:
    assert write_cv_markdown(LibraryView()) == "# Publications\n"


def test_nothing_hostile_becomes_markup() -> None:
    markdown = pytest.importorskip("markdown_it", reason="needs markdown-it-py to see what a reader would see")
    text = write_cv_markdown(hostile_view())
    assert_calm(text)
    html = markdown.MarkdownIt("commonmark", {"html": True}).render(text)
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert html.count("<h1>") == 1
    assert {h for h in ("Appointments", "Publications") if f"<h2>{h}" in html} == {"Appointments", "Publications"}
