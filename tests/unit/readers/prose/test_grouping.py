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


def test_the_journal_in_the_line_below_authors_and_title_belongs_to_them() -> None:
    text = (
        "Norman A Lapin*, Mara Quint*, Olga Reed: Radio waves and the warmth of small animals in winter.\n"
        "Scientific Reports 2017, 7, 43961\n\n"
        "M. Quint, R. Miller, O. Reed, The role of cold in the life of animals after radio waves.\n"
        "In: Shukla A. (eds) Methods of Warmth. Springer, Tarn, 2019, 1-42.\n"
    )
    reading = read_text("Publications\n\n" + text, name="list.txt")
    assert [(w.title, w.year) for w in reading.works] == [
        ("Radio waves and the warmth of small animals in winter", 2017),
        ("The role of cold in the life of animals after radio waves", 2019),
    ]
