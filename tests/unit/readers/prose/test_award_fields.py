"""Awards whose parts stand in fields of a data file."""

from __future__ import annotations

from pubtrack.readers import read_text

FIELDS = """- title: Quality of Communication Award
  granter: Guild of Weavers (GW)
  paper: Large ropes are needed to avoid declines of harbours
  year: 2026

- title: Teaching Excellence — Graduate Program
  granter: School of Ropes, University of Lund
  year: 2025

- name: Moray Prize
  date: 2019-05-01
  awarder: Salt Society
  recipient: Ada Holm
"""

LISTED = """- author: holm
  title: <b>Best Paper Award</b> at Workshop on Harbours (WOH'20)
  date: 2020

- author: holm
  title: <b>Moray Medal</b> in silver
  date: 2018
"""


def test_fields_say_who_gave_an_award_for_what_and_to_whom() -> None:
    reading = read_text(FIELDS, name="awards.yml")
    assert [(a.name, a.awarder, a.work_title, a.person, a.year) for a in reading.awards] == [
        (
            "Quality of Communication Award",
            "Guild of Weavers (GW)",
            "Large ropes are needed to avoid declines of harbours",
            None,
            2026,
        ),
        ("Teaching Excellence — Graduate Program", "School of Ropes, University of Lund", None, None, 2025),
        ("Moray Prize", "Salt Society", None, "Ada Holm", 2019),
    ]
    assert [w.title for w in reading.works] == ["Large ropes are needed to avoid declines of harbours"]


def test_an_entry_whose_title_begins_with_an_award_is_one() -> None:
    reading = read_text(LISTED, name="awards.yml")
    assert [(a.name, a.year) for a in reading.awards] == [("Best Paper Award", 2020), ("Moray Medal", 2018)]
    assert not reading.works


def test_a_paper_about_an_award_with_its_journal_is_a_work() -> None:
    text = "- title: The Nobel Prize and its harbours\n  journal: Journal of Ropes\n  authors: A. Holm\n  year: 2020\n- title: Salt and wind in Fife\n  journal: Journal of Ropes\n  authors: A. Holm\n  year: 2021\n"
    reading = read_text(text, name="papers.yml")
    assert [w.title for w in reading.works] == ["The Nobel Prize and its harbours", "Salt and wind in Fife"]
    assert not reading.awards
