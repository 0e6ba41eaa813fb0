from __future__ import annotations

import pytest

from form_library import FORM_VIEW
from pubtrack.model import Appointment, Contributor, Fields, OpenAccess
from pubtrack.writers.form_facts import (
    citations,
    doctoral_advisors,
    open_access,
    own_part,
    standing,
    trainees,
    without_advisor,
)
from pubtrack.writers.versions import Versions
from pubtrack.writers.view import Entry, LibraryView

BY_KEY = {entry.key: entry.fields for entry in FORM_VIEW.entries}


def _work(**fields: object) -> Versions:
    return Versions(Entry("k", Fields.model_validate(fields)))


def test_the_standing_is_as_stated() -> None:
    assert standing(BY_KEY["soon"]) == "in press"
    assert standing(Fields(issued="2020", status="to\nappear")) == "to appear"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"open_access": OpenAccess(status="gold", license="cc-by", url="https://a.org/x")},
            "gold, cc-by https://a.org/x",
        ),
        ({"open_access": OpenAccess(status="closed")}, "closed"),
        ({"open_access": OpenAccess(url="https://a.org/x")}, "yes https://a.org/x"),
        ({"open_access": OpenAccess(url="javascript:x")}, "[fill in: yes or no, and where]"),
        ({"identifiers": ("arxiv:2401.00001v2",)}, "preprint at https://arxiv.org/abs/2401.00001"),
        ({}, "[fill in: yes or no, and where]"),
    ],
)
def test_open_access_is_said_as_far_as_it_is_known(fields: dict[str, object], said: str) -> None:
    assert open_access(_work(**fields)) == said


def test_the_own_part_is_the_place_and_the_marks() -> None:
    assert own_part(BY_KEY["marlowe2025fog"], FORM_VIEW) == "author 3 of 3"
    assert own_part(BY_KEY["quill2018thesis"], FORM_VIEW) == "only author"
    part = own_part(BY_KEY["marlowe2024tides"], FORM_VIEW)
    assert (
        part == "author 1 of 3, equal contribution, corresponding author, [fill in: is this you? Only initials agree]"
    )
    assert own_part(Fields(author=(Contributor(literal="A body"),)), FORM_VIEW) == "[fill in: your part in it]"
    assert own_part(BY_KEY["marlowe2025fog"], LibraryView()) == "[fill in: your part in it]"


def test_students_are_named() -> None:
    assert trainees(BY_KEY["marlowe2024tides"]) == "Ümit Öz"
    assert trainees(BY_KEY["marlowe2025fog"]) == ""


def test_each_source_says_its_count_and_its_day() -> None:
    work = Versions(Entry("marlowe2025fog", Fields()))
    assert citations(work, FORM_VIEW) == "5 (Crossref, 2026-06-01), 8 (OpenAlex, 2026-06-01)"
    assert citations(_work(), FORM_VIEW) == "[fill in: citations, with source and day]"


def test_advisors_of_a_doctorate_are_told_from_those_of_a_postdoc() -> None:
    posts = (
        Appointment(id="a", role="Doctoral student", organization="U", advisors=("R. Vale",)),
        Appointment(id="b", role="Postdoctoral fellow", organization="U", advisors=("P. Other",)),
    )
    assert doctoral_advisors(LibraryView(appointments=posts)) == ("R. Vale",)


def test_a_name_that_may_be_the_advisors_counts() -> None:
    assert without_advisor(BY_KEY["okoro2022buoys"], ("R. Vale",)) == "no: Rosa Vale is an author"
    assert without_advisor(BY_KEY["marlowe2025fog"], ("R. Vale",)) == "yes: R. Vale is no author"
    assert without_advisor(BY_KEY["marlowe2025fog"], ("R. Vale", "S. Mont")) == "yes"
