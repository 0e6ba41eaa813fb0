"""Entries made of several blocks."""

from __future__ import annotations

from pubtrack.readers import read_text


def test_title_authors_and_journal_on_lines_of_their_own_are_one_work() -> None:
    page = (
        "<h1>Publications</h1><div><h3>The life of ropes in old harbours</h3><p>Bee A., Dee C.</p><p><em>Journal of Ropes</em>, 3:1-9, 2020</p></div>"
        * 2
    )
    works = read_text(page, format="html").works
    assert [(w.title, w.year, w.authors) for w in works] == [
        ("The life of ropes in old harbours", 2020, ("Bee A.", "Dee C."))
    ] * 2
