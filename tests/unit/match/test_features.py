"""Measures of a pair."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.match import features
from pubtrack.match.features import NAMES, card_of, measure, shared_authors
from pubtrack.match.prepare import prepare

TITLE_WORDS = ("editorial", "the", "optics", "zebrafish", "2", "II", "1999", "Part", "&", "C++", "Größe", "x")


def work(title: str = "Zebrafish optics", *names: str, **more: Any) -> Any:
    return prepare({"title": title, "author": [{"literal": n} for n in names], **more})


def test_every_measure_has_its_name_and_no_direction() -> None:
    one = work("Zebrafish optics: a study", "Anna Smith", "Li Wang", issued=2001, volume="3")
    two = work("Optics of zebrafish", "Smith, A.", issued=2003, **{"container-title": "Nature"})
    row = measure(one, two)
    assert len(row) == len(NAMES) == len(set(NAMES))
    assert row == measure(two, one)
    said = dict(zip(NAMES, row, strict=True))
    assert (said["year gap"], said["first author"], said["volume"], said["venue kind"]) == (2, 1.0, None, None)


def test_a_record_agrees_with_itself() -> None:
    one = work("Zebrafish optics", "Anna Smith", issued=2001)
    said = dict(zip(NAMES, measure(one, one), strict=True))
    assert (said["title spelling"], said["words unexplained"], said["authors shared of the longer list"]) == (100, 0, 1)


@given(st.lists(st.sampled_from(TITLE_WORDS), min_size=1, max_size=15).map(" ".join), st.sampled_from(("", "Chair's")))
def test_one_title_measures_as_two_that_are_equal(title: str, venue: str) -> None:
    one, two = work(title, "Anna Smith"), work(title, **{"container-title": f"{venue} {title}"})
    assert features._title(one, two) == features._two_titles(one, two)


def test_authors_are_asked_of_one_pair_and_not_taken_for_another() -> None:
    one, two, three = work("T", "Anna Smith", "Li Wang"), work("T", "Smith, A."), work("T", "Wang, L.", "Smith, A.")
    assert [shared_authors(one, other) for other in (two, three, two, one)] == [1, 2, 1, 2]


def test_authors_are_counted_once_each() -> None:
    assert shared_authors(work("T", "Anna Smith", "Al Smith"), work("T", "A. Smith")) == 1
    assert shared_authors(work("T", "Anna Smith"), work("T", "Li Wang")) == 0
    assert shared_authors(work("T", "Anna Smith", "Li Wang"), work("T", "Wang, Li", "Smith, Anna")) == 2


@pytest.mark.parametrize(
    ("one", "two", "card"),
    [
        (work("T", "Anna Smith"), work("T", "Li Wang"), "names"),
        (work("T", "Anna Smith"), work("T", "L. Wang"), "brief"),
        (work("T", "Anna Smith", volume="1"), work("T", "L. Wang", volume="2"), "numbered"),
        (work("T"), work("T", "Li Wang"), "loose"),
        (work("Zebrafish optics 1999", "A. B"), work("Zebrafish optics", "A. B", issued=1999), "loose"),
    ],
)
def test_the_card_fits_what_the_records_have(one: Any, two: Any, card: str) -> None:
    assert card_of(one, two) == card_of(two, one) == card
