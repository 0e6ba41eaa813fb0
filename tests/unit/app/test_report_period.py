"""The stretch of time that a report speaks of."""

from __future__ import annotations

from datetime import date

import pytest

from pubtrack.app.report_period import Period, period
from pubtrack.errors import InputError
from pubtrack.model import PartialDate


@pytest.mark.parametrize(
    ("since", "until", "made"),
    [
        ("2025", "2025", Period(date(2025, 1, 1), date(2025, 12, 31))),
        ("2024-02", "2024-02", Period(date(2024, 2, 1), date(2024, 2, 29))),
        (" 2024-02-03 ", None, Period(date(2024, 2, 3))),
        (None, None, Period()),
    ],
)
def test_days_are_read_as_a_person_types_them(since, until, made):
    assert period(since, until) == made


@pytest.mark.parametrize("text", ["soon", "2024-13", "2024-02-30", "24", "2024-2", ""])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(InputError, match="is no day"):
        period(text)


def test_a_period_does_not_end_before_it_starts():
    with pytest.raises(InputError, match="ends"):
        period("2025", "2024")


@pytest.mark.parametrize(
    ("stated", "within"),
    [("2024", True), ("2024-06", True), ("2024-05", False), ("2024-06-14", False), ("2025-03", True), ("2025-04", False), ("2026", False), ("soon", False)],
)  # fmt: skip
def test_a_date_lies_within_as_long_as_part_of_it_may(stated, within):
    assert Period(date(2024, 6, 15), date(2025, 3, 9)).holds(PartialDate.parse(stated)) is within


def test_an_open_period_holds_everything_and_a_closed_one_nothing_undated():
    assert Period().holds(None)
    assert not Period(date(2024, 1, 1)).holds(None)
    assert (str(Period()), str(Period(until=date(2024, 1, 1)))) == ("", "until 2024-01-01")
