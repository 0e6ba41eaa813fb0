"""Dates of works and posts: as a CV writes them, as data files do, and in their order."""

from __future__ import annotations

from calendar import month_name, monthrange

from pubtrack.model import PartialDate

__all__ = ["iso_date", "recency", "written_date"]

_SEASONS = {1: "Spring", 2: "Summer", 3: "Autumn", 4: "Winter"}


def written_date(date: PartialDate) -> str:
    """Gives a date in words; of a range what both ends share is said once.

    >>> [written_date(PartialDate.parse(range)) for range in ("2024-06-30/2024-07-05", "2025-10-07/2025-10-10")]
    ['30 June–5 July 2024', '7–10 October 2025']
    >>> written_date(PartialDate(year=2024, month=12)), written_date(PartialDate(year=2024, season=1))
    ('December 2024', 'Spring 2024')
    """
    end = date.end
    if end is None or end.year is None or date.year is None:
        return _words(date)
    first, last = _words(date), _words(end)
    if first == last:
        return first
    if end.year != date.year or not (date.month and end.month):
        return f"{first}–{last}"
    if end.month != date.month:
        return f"{_day_and_month(date)}–{last}"
    return f"{date.day}–{last}" if date.day and end.day else first


def _words(date: PartialDate) -> str:
    if date.year is None:
        return str(date)
    year = f"{-date.year} BC" if date.year < 0 else str(date.year)
    said = f"{_day_and_month(date) or _SEASONS.get(date.season or 0, '')} {year}".lstrip()
    return f"c. {said}" if date.circa else said


def _day_and_month(date: PartialDate) -> str:
    """As far as they are known."""
    parts = (str(date.day or ""), month_name[date.month] if date.month else "")
    return " ".join(part for part in parts if part)


def iso_date(date: PartialDate | None) -> str | None:
    """Gives the stated parts of a date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None where that cannot be said.

    >>> iso_date(PartialDate(year=2024, month=7))
    '2024-07'
    """
    if date is None or date.year is None or not 1000 <= date.year <= 2999:
        return None
    parts = date.parts if len(date.parts) < 3 or date.parts[2] <= monthrange(*date.parts[:2])[1] else date.parts[:2]
    return "-".join([str(date.year), *(f"{part:02d}" for part in parts[1:])])


def recency(date: PartialDate | None) -> tuple[int, int, int]:
    """Sorts the newest first, the undated last; a year alone counts as its end."""
    if date is None or date.year is None:
        return (10000, 0, 0)
    return (-date.year, -(date.month or 13), -(date.day or 32))
