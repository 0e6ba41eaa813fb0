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


def test_pages_one_after_the_other_in_a_file_are_read_each_for_itself() -> None:
    text = (
        "---\nlayout: post\ntitle: Ann wins the Tarn Medal\ndate: 2020-01-02\n---\nAnn Lee received the Tarn Medal.\n"
        "---\nlayout: post\ntitle: New paper in the Journal of Ports\ndate: 2021-01-02\n---\n"
        'Our paper titled *"Waves in narrow harbours"* is online.\n'
        "---\nlayout: post\ntitle: A day at sea\ndate: 2021-02-02\n---\nWe went to sea.\n"
    )
    reading = read_text(text, format="markdown")
    assert [w.title for w in reading.works] == ["Waves in narrow harbours"]
    assert [(a.name, a.work_title) for a in reading.awards] == [("Tarn Medal", None)]


def test_pages_of_publications_one_after_the_other_are_works() -> None:
    page = "---\ntitle: {}\ncollection: publications\ndate: 20{}-01-01\nvenue: Journal of Ropes\n---\nWe show it.\n\n"
    reading = read_text(page.format("Wet ropes", 19) + page.format("Dry ropes", 21), format="markdown")
    assert [(w.title, w.year) for w in reading.works] == [("Wet ropes", 2019), ("Dry ropes", 2021)]


def test_the_name_of_a_page_is_no_work_though_a_day_stands_beside_it() -> None:
    assert not read_text(
        "---\ntitle: Selected publications\ndate: 2020-01-01\n---\nSee below.\n", format="markdown"
    ).works
