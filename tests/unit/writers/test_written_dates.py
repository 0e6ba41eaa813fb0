from __future__ import annotations

import pytest

from pubtrack.model import PartialDate
from pubtrack.writers.written_dates import written_date


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
    ],
)
def test_dates_are_said_as_people_say_them(date: str, words: str) -> None:
    assert written_date(PartialDate.parse(date)) == words
