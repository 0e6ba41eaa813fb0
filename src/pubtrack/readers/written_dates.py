"""Dates as people and programs write them in records: `2020/05/12/`, `2020 May-Jun`, `12 May 2020`, `Spring 2019`."""

from __future__ import annotations

import re

from pubtrack.bibtex.values import MONTHS
from pubtrack.model import PartialDate

__all__ = ["month_number", "written_date"]

_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_FULL = tuple(name.lower() for name in MONTHS.values())
_NUMERIC = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ].*)?)?)?/*", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", re.ASCII)
_YEAR = re.compile(r"(?<!\d)(1[0-9]{3}|20[0-9]{2})(?!\d)", re.ASCII)
_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)", re.ASCII)
_MAX = 200
"""Longer texts are no dates; without a limit a 50 MB value would be searched."""


def month_number(word: str) -> int | None:
    """The number of an English month, full or shortened to three letters or more.

    >>> month_number("Sept."), month_number("March"), month_number("Marble")
    (9, 3, None)
    """
    word = word.strip().rstrip(".").lower()
    if len(word) < 3:
        return None
    return next((n for n, full in enumerate(_FULL, 1) if full.startswith(word) or word == full[:3] + "t"), None)


def written_date(text: str) -> PartialDate | None:
    """The date a record states, as partial as it is; None where the text is empty.

    Text in which no year can be found is kept as literal. Of a range of months the first counts.

    >>> written_date("2020 May-Jun"), written_date("12 May 2020"), written_date("2019/Spring"), written_date("in press")
    (PartialDate(2020-05), PartialDate(2020-05-12), PartialDate(2019-21), PartialDate(in press))
    """
    text = text.strip()
    if not text:
        return None
    if len(text) > _MAX:
        return PartialDate(literal=text)
    if match := _NUMERIC.fullmatch(text):
        return PartialDate.from_parts([p for p in match.groups() if p]) or PartialDate(literal=text)
    if (match := _DAY_FIRST.fullmatch(text)) and int(match[2]) <= 12:
        # 13/05/2020 can only be day first; 05/06/2020 cannot be told, so only its year is taken.
        sure = int(match[1]) > 12 or match[1] == match[2] or "." in text
        return PartialDate.from_parts([match[3], match[2], match[1]] if sure else [match[3]])
    return _in_words(text)


def _in_words(text: str) -> PartialDate:
    year = _YEAR.search(text)
    if not year:
        return PartialDate(literal=text)
    rest = text[: year.start()] + " " + text[year.end() :]
    words = _WORD.findall(rest)
    month = next((m for w in words if (m := month_number(w))), None)
    if month:
        day = _DAY.search(rest)
        return PartialDate.from_parts([year[1], month, *([day[1]] if day else [])]) or PartialDate(year=int(year[1]))
    season = next((s for w in words if (s := _SEASONS.get(w.lower()))), None)
    circa = any(w.lower() in ("ca", "circa", "c") for w in words)
    parts = {"year": int(year[1]), "circa": circa}
    return PartialDate(**parts, season=season) if season else PartialDate.model_validate(parts)
