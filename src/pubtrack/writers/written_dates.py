"""Dates as a CV writes them."""

from __future__ import annotations

from calendar import month_name

from pubtrack.model import PartialDate

__all__ = ["written_date"]


def written_date(date: PartialDate) -> str:
    """Gives a date in words; of a range what both ends share is said once.

    >>> [written_date(PartialDate.parse(range)) for range in ("2024-06-30/2024-07-05", "2025-10-07/2025-10-10")]
    ['30 June–5 July 2024', '7–10 October 2025']
    >>> written_date(PartialDate(year=2024, month=12))
    'December 2024'
    """
    end = date.end
    if end is None or end.year is None or date.year is None:
        return _words(date, 3)
    if end.year != date.year:
        return f"{_words(date, 3)}–{_words(end, 3)}"
    if end.month != date.month:
        return f"{_words(date, 2)}–{_words(end, 3)}"
    return f"{_words(date, 1)}–{_words(end, 3)}" if date.day and end.day else _words(date, 3)


def _words(date: PartialDate, parts: int) -> str:
    """The day, then the month, then the year, as far as they are known and wanted."""
    if date.year is None:
        return str(date)
    day = str(date.day) if date.day else ""
    month = month_name[date.month] if date.month and parts > 1 else ""
    year = str(date) if not date.month else str(date.year)
    return " ".join(part for part in (day, month, year if parts > 2 else "") if part)
