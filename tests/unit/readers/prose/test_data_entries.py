"""Data lines."""

from __future__ import annotations

from pubtrack.readers import read_text


def test_a_list_of_data_gives_works_and_leaves_talks() -> None:
    text = "- title: A Study of Ropes\n  authors: [A. Bee, C. Dee]\n  journal: Mind\n  year: 2020\n  doi: 10.1000/x1\n- title: On Knots\n  collection: talks\n- title: Hello\n"
    reading = read_text("---\n" + text + "---\n", format="markdown")
    (work,) = reading.works
    assert (work.title, work.year, work.venue, work.authors) == ("A Study of Ropes", 2020, "Mind", ("A. Bee", "C. Dee"))
    assert [str(i) for i in work.identifiers] == ["doi:10.1000/x1"]
    assert [(o.text, o.kind) for o in reading.others] == [("On Knots", "talk")]


def test_an_award_under_a_title_is_that_works() -> None:
    text = "- title: Shade as infrastructure\n  venue: Progress in Geography\n  year: 2021\n  award: AAG Paper Award\n"
    (award,) = read_text(text, name="publications.yml").awards
    assert (award.name, award.work_title) == ("AAG Paper Award", "Shade as infrastructure")
