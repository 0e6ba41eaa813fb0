"""Dates of any shape as `Date`: CSL date-parts, EDTF, raw text, plain years, dirty data.

Source: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#date-fields
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

__all__ = ["Date", "Day", "clean_date", "parse_raw"]


class Day(NamedTuple):
    """A year with what is known beyond it.

    Attributes:
        year: Astronomical in sign only: -100 is written 100BC.
        month: 1 to 12, or None.
        day: 1 to 31, or None.
        season: 1 (spring) to 4 (winter), or None.
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None


class Date(NamedTuple):
    """A date, a range, or a text that stands for one.

    Attributes:
        start: The day or the first day; None for a text.
        end: The last day of a range; a range without end has `open_end`.
        circa: Whether the date is uncertain.
        literal: Text to print instead, or an empty string.
        open_end: Whether the range goes on.
    """

    start: Day | None
    end: Day | None = None
    circa: bool = False
    literal: str = ""
    open_end: bool = False


def _number(value: Any) -> int | None:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, float):
        return int(value) if value == value and abs(value) < 1e9 else None
    if isinstance(value, int):
        return value if abs(value) < 10**9 else None
    text = str(value).strip()
    return int(text) if re.fullmatch(r"[+-]?[0-9]{1,9}", text) else None


def _day(parts: Any) -> Day | None:
    """One list of date-parts; impossible months and days are left out, and so is what follows them."""
    if not isinstance(parts, list | tuple) or not parts:
        return None
    numbers = [_number(part) for part in parts[:3]] + [None, None]
    year, month, day = numbers[:3]
    if year is None:
        return None
    if month is not None and 13 <= month <= 24:  # CSL 1.0 wrote seasons as 13 to 16, EDTF writes 21 to 24
        return Day(year, season=(month - 13) % 4 + 1)
    if month is None or not 1 <= month <= 12:
        return Day(year)
    return Day(year, month, day if day is not None and 1 <= day <= 31 else None)


def _season(value: Any) -> int | None:
    number = _number(value)
    if number is not None:
        number = number - 20 if number > 20 else number
        return number if 1 <= number <= 4 else None
    text = str(value).strip().lower()
    return _SEASONS.get(text)


def _circa(value: Any) -> bool:
    return value not in (None, False, 0, "", "0", "false")


def clean_date(value: Any) -> Date | None:
    """The date that a CSL-JSON value stands for, or None where it says nothing.

    Args:
        value: A mapping with `date-parts`, `raw`, `literal`, `season`, `circa`; or a year, a text, a list of parts.

    >>> clean_date({"date-parts": [[2020, "5"]]}).start
    Day(year=2020, month=5, day=None, season=None)
    >>> clean_date("2020-05-03/2021").end.year
    2021
    >>> clean_date({"date-parts": [[None]]}) is None
    True
    """
    if isinstance(value, str):
        return parse_raw(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        number = _number(value)
        return Date(Day(number)) if number is not None else None
    if isinstance(value, list | tuple):
        value = {"date-parts": value}
    return _from_mapping(value) if isinstance(value, dict) else None


def _from_mapping(value: dict[str, Any]) -> Date | None:
    circa = _circa(value.get("circa"))
    parts = value.get("date-parts")
    days = _days(parts)
    if not days and isinstance(value.get("raw"), str):
        raw = parse_raw(value["raw"])
        return raw._replace(circa=raw.circa or circa) if raw else None
    if not days and value.get("year") is not None:
        days = [day for day in [_day([value.get("year"), value.get("month"), value.get("day")])] if day]
    literal = value.get("literal")
    if not days:
        if isinstance(literal, str) and literal.strip():
            return Date(None, None, circa, literal)
        season = value.get("season")
        return Date(None, None, circa, str(season)) if isinstance(season, str) and season.strip() else None
    season = _season(value["season"]) if value.get("season") not in (None, "") else None
    start = days[0]._replace(season=season) if season and days[0].month is None else days[0]
    end = days[1] if len(days) > 1 else None
    open_end = end is None and isinstance(parts, list) and len(parts) > 1 and _is_open(parts[1])
    return Date(start, end if end != start else None, circa, "", open_end)


def _days(parts: Any) -> list[Day]:
    if not isinstance(parts, list | tuple):
        return []
    if parts and not isinstance(parts[0], list | tuple):
        parts = [parts]
    return [day for day in map(_day, parts[:1] if len(parts) > 1 and _is_open(parts[1]) else parts[:2]) if day]


def _is_open(parts: Any) -> bool:
    return isinstance(parts, list) and bool(parts) and parts[0] in (0, "0")


_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ],
        1,
    )
    for name in names.split()
}
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_ISO = re.compile(r"([+-]?\d{1,9})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T[\d:.,+Z-]*)?([?~%]?)")
_SLASHED = re.compile(r"(\d{1,4})[/.](\d{1,2})[/.](\d{1,4})|(\d{1,2})[/.](\d{4})")
_WORD = re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=4096)
def parse_raw(text: str) -> Date | None:
    """The date that a text writes, as a range, a day, or the text itself as `literal`.

    Understood: ISO 8601 and EDTF, `5/2/2004` (month first), `21 May 2004`, `May 2004 - June 2004`, `Summer 2004`,
    `c. 1880`, `1880?`, `100 BC`.

    >>> parse_raw("21 May 2004").start, parse_raw("in press").literal
    (Day(year=2004, month=5, day=21, season=None), 'in press')
    """
    clean = text.strip()
    if not clean:
        return None
    circa = bool(re.match(r"(?i)(?:ca?\.?|circa|about)\s*(?=\d)|.*\d\s*[?~%]$|\[.*\?\]$", clean))
    bare = re.sub(r"(?i)^(?:ca?\.?|circa|about)\s*(?=\d)|[\[\]]|[?~%]+$", "", clean).strip()
    ends = _split_range(bare)
    days = [_raw_day(part) for part in ends]
    if any(day is None for day in days[:1]) or (len(days) > 1 and days[1] is None and ends[1] not in ("", "..")):
        return Date(None, None, False, text)
    start, end = days[0], days[1] if len(days) > 1 else None
    if start and end and len(ends) > 1 and start.year == _NO_YEAR:
        start = start._replace(year=end.year)
    if start is None or start.year == _NO_YEAR:
        return Date(None, None, False, text)
    return Date(start, end if end != start else None, circa, "", len(ends) > 1 and end is None)


_NO_YEAR = -(10**9)


def _split_range(text: str) -> list[str]:
    if text.count("/") == 1 and not re.fullmatch(r"\d{1,2}/\d{4}", text):
        return [part.strip() for part in text.split("/")]
    for pattern in (
        r"\s+[-–—]+\s+",
        r"\s*(?:–|—|--)\s*",
        r"(?<=[A-Za-z])-(?=[A-Za-z])",
        r"(?<=\d{4})-(?=\d{4}|[A-Za-z])",
    ):
        parts = re.split(pattern, text)
        if len(parts) == 2:
            return parts
    return [text]


def _raw_day(text: str) -> Day | None:
    match = _ISO.fullmatch(text)
    if match:
        return _day([match[1], match[2], match[3]])
    match = _SLASHED.fullmatch(text)
    if match:
        return _slashed_day(match)
    return _worded_day(text)


def _slashed_day(match: re.Match[str]) -> Day | None:
    if match[5]:
        return _day([match[5], match[4]])
    if len(match[1]) > 2:
        return _day([match[1], match[2], match[3]])
    month, day = int(match[1]), int(match[2])
    if month > 12 >= day:
        month, day = day, month
    return _day([match[3], month, day])


def _worded_day(text: str) -> Day | None:
    year = month = day = season = None
    sign = 1
    for word in _WORD.findall(text):
        low = word.lower()
        if low.isdecimal() and (len(low) > 2 or int(low) > 31) and year is None:
            year = int(low[:9])
        elif low.isdecimal() and len(low) <= 2 and day is None:
            day = int(low)
        elif low in _MONTHS and month is None:
            month = _MONTHS[low]
        elif low in _SEASONS and season is None:
            season = _SEASONS[low]
        elif low in ("bc", "bce"):
            sign = -1
        elif low not in ("ad", "ce", "st", "nd", "rd", "th", "of"):
            return None
    if year is None and sign == -1 and day:
        year, day = day, None
    if year is None and month is None and season is None:
        return None
    return Day(sign * year if year is not None else _NO_YEAR, month, day if month else None, season)
