"""Dates as records write them."""

from __future__ import annotations

import pytest

from pubtrack.model import PartialDate
from pubtrack.readers.written_dates import month_number, written_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020", "2020"),
        ("2020///", "2020"),
        ("2020/05//", "2020-05"),
        ("2020/05/12/", "2020-05-12"),
        ("2020-5-1T10:00:00Z", "2020-05-01"),
        ("2020.05.12", "2020-05-12"),
        ("2020 May", "2020-05"),
        ("2020 May 3", "2020-05-03"),
        ("2020 May-Jun", "2020-05"),
        ("12 May 2020", "2020-05-12"),
        ("May 3rd, 2020", "2020-05-03"),
        ("Sept. 2020", "2020-09"),
        ("2019 Spring", "2019-21"),
        ("Fall 2019", "2019-23"),
        ("ca. 1850", "1850~"),
        ("13/05/2020", "2020-05-13"),
        ("05/06/2020", "2020"),
        ("05.06.2020", "2020-06-05"),
        ("in press", "in press"),
        ("2020/13/45", "2020"),
        ("31 February 2020", "2020-02"),
        ("0000", "0000"),
    ],
)
def test_a_date_is_as_partial_as_it_was_written(text: str, date: str) -> None:
    assert str(written_date(text)) == date


def test_nothing_is_no_date() -> None:
    assert written_date("  ") is None


def test_a_long_text_is_kept_as_it_is() -> None:
    assert written_date("2020 " * 100) == PartialDate(literal=("2020 " * 100).strip())


@pytest.mark.parametrize(
    ("word", "number"), [("jan", 1), ("Sept.", 9), ("DECEMBER", 12), ("ma", None), ("marble", None)]
)
def test_months_are_known_by_name_and_short_name(word: str, number: int | None) -> None:
    assert month_number(word) == number
