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
