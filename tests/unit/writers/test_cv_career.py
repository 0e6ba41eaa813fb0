from __future__ import annotations

import json
from dataclasses import replace

import pytest

from cv_library import VIEW, person
from pubtrack.model import Appointment, Award, Event, Fields, PartialDate, Software
from pubtrack.writers import cv_career
from pubtrack.writers.cv_parts import Group
from pubtrack.writers.json_resume import write_json_resume
from pubtrack.writers.site import write_site
from pubtrack.writers.view import Entry, LibraryView


def lines(groups: tuple[Group, ...]) -> list[str]:
    return [f"{item.when}|{item.text}" for group in groups for item in group.items]


def test_posts_that_go_on_stand_first() -> None:
    assert lines(cv_career.appointments(VIEW)) == [
        "2022–present|Professor, Universität Überall",
        "2018–2022|Postdoc, Institute of Examples",
        "2014–2018|PhD student, Universität Überall, advisors: R. Vale",
    ]


@pytest.mark.parametrize(
    ("start", "end", "status", "said"),
    [
        ("2021", None, "past", "2021"),
        (None, "2021", None, "–2021"),
        (None, None, "incoming", "incoming"),
        ("2021", "2021", None, "2021"),
        ("some day", None, None, "some day–present"),
    ],
)
def test_spans_say_what_is_known(start: str | None, end: str | None, status: str | None, said: str) -> None:
    dates = [PartialDate.parse(date) if date else None for date in (start, end)]
    assert cv_career.years(*dates, status) == said


def test_awards_name_event_work_and_who_shares_them() -> None:
    assert lines(cv_career.awards(VIEW)) == [
        "2024|Team Medal, Society for Tides, for “Tides of E. coli: 50% more H2O & α-rays”, with Ren Nakamura",
        "2023|Best Paper Award, Fictional Conference 2023, for “Lanterns at dawn”, with Ümit Öz",
        "2022|Early Career Prize, Academy of Examples",
    ]


def test_an_event_that_the_giver_names_is_not_said_twice() -> None:
    award = Award(id="a", name="Prize", awarder="Workshop on Tides at FC 2023", event="FC 2023 Workshop on Tides")
    assert lines(cv_career.awards(LibraryView(awards=(award,)))) == ["None|Prize, Workshop on Tides at FC 2023"]


def test_many_co_recipients_are_counted() -> None:
    authors = tuple(person(f"Author{n}", "X.") for n in range(9))
    award = Award(id="a", name="Prize", works=("w",))
    view = LibraryView(works=(Entry("w", Fields(title="T", author=authors)),), owner=VIEW.owner, awards=(award,))
    assert lines(cv_career.awards(view)) == [
        "None|Prize, for “T”, with X. Author0, X. Author1, X. Author2 and 6 others"
    ]


def test_a_work_outside_the_view_is_named_as_it_was_honoured() -> None:
    award = Award(id="a", name="Prize", works=("gone",), work_titles=("The title",))
    assert lines(cv_career.awards(LibraryView(awards=(award,)))) == ["None|Prize, for “The title”"]


def test_events_without_a_part_are_not_shown() -> None:
    assert lines(cv_career.events(VIEW)) == [
        "2023|Fictional Conference 2023, area chair, Lisbon, 30 October–3 November 2023"
    ]
    assert cv_career.events(LibraryView(events=(Event(id="e", name="N"),))) == ()


def test_grants_programs_and_series_have_their_lines() -> None:
    assert lines(cv_career.funding(VIEW)) == ["2023–2026|Light and Tide, Example Fund, EF-7"]
    assert lines(cv_career.software(VIEW)) == ["None|tidelib"]
    assert lines(cv_career.series(VIEW)) == ["None|Tide School"]
    assert cv_career.software(LibraryView(software=(Software(id="s", name="N"),)))[0].items[0].links == ()


def test_students_are_gathered_under_every_spelling() -> None:
    again = Entry("x", Fields(title="T", author=(person("Öz", "Ü.", "student"), person("Lo", "B.", "student"))))
    assert lines(cv_career.supervision(replace(VIEW, works=(*VIEW.works, again)))) == [
        "2023–2024|Ümit Öz, 3 joint works",
        "None|B. Lo, 1 joint work",
    ]


def test_the_owner_is_nobodys_student_here() -> None:
    view = LibraryView(works=(Entry("x", Fields(author=(person("Quill", "Ada", "student"),))),), owner=VIEW.owner)
    assert cv_career.supervision(view) == ()


def test_recency_puts_the_undated_last() -> None:
    posts = (
        Appointment(id="a", role="undated, past", organization="O", status="past"),
        Appointment(id="b", role="to come", organization="O", status="incoming"),
    )
    assert [line.split("|")[1] for line in lines(cv_career.appointments(LibraryView(appointments=posts)))] == [
        "to come, O",
        "undated, past, O",
    ]


def test_an_award_without_a_date_stands_where_its_event_does() -> None:
    """Seen: on the page such an award stood below all others, and in JSON Resume it had no date."""
    event = Event(id="e", name="Gala", date=PartialDate(year=2025, month=5))
    old, new, undated = (
        Award(id="o", name="Old", date="2020"),
        Award(id="n", name="New", event="e"),
        Award(id="u", name="U"),
    )
    view = LibraryView(awards=(undated, old, new), events=(event,))
    assert [award.id for award in cv_career.newest_awards(view)] == ["n", "o", "u"]
    assert json.loads(write_json_resume(view))["awards"][2]["date"] == "2025-05"
    page = str(write_site(view)["index.html"])
    assert page.index("New") < page.index("Old")


@pytest.mark.parametrize(
    ("role", "study"),
    [("PhD student", True), ("Doctoral researcher", True), ("PhD advisor", False), ("Professor", False)],
)
def test_studies_are_education(role: str, study: bool) -> None:
    assert cv_career.is_study(Appointment(id="a", role=role, organization="O")) is study
