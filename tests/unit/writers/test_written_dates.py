from __future__ import annotations

import pytest

from pubtrack.model import PartialDate
from pubtrack.writers.written_dates import iso_date, written_date


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2024", "2024"),
        ("2024-12", "December 2024"),
        ("2024-12-31/2025-01-02", "31 December 2024–2 January 2025"),
        ("2024-06-30/2024-07-05", "30 June–5 July 2024"),
        ("2025-10-07/2025-10-10", "7–10 October 2025"),
        ("2024-05/2024-05-03", "May 2024"),
        ("soon", "soon"),
        ("2024-21", "Spring 2024"),
        ("2024~", "c. 2024"),
        ("2024-05~", "c. May 2024"),
        ("-0044-03-15", "15 March 44 BC"),
        ("2024-06-30/2024-06-30", "30 June 2024"),
        ("2024/2024", "2024"),
        ("2024/2024-07", "2024–July 2024"),
        ("2024-07/2024", "July 2024–2024"),
        ("2019/2021", "2019–2021"),
        ("2024-21/2024-22", "Spring 2024–Summer 2024"),
    ],
)
def test_dates_are_said_as_people_say_them(date: str, words: str) -> None:
    assert written_date(PartialDate.parse(date)) == words


@pytest.mark.parametrize(
    ("date", "said"),
    [("2024", "2024"), ("2024-02-29", "2024-02-29"), ("2023-02-29", "2023-02"), ("0999", None), ("soon", None)],
)
def test_only_dates_of_the_calendar_are_said(date: str, said: str | None) -> None:
    assert iso_date(PartialDate.parse(date)) == said


def test_no_date_is_no_date() -> None:
    assert iso_date(None) is None
