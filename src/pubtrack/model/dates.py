"""Dates as sources state them: a year alone stays a year."""

from __future__ import annotations

import re
from functools import total_ordering
from typing import Any, Literal, Self

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from pubtrack.model.base import Frozen, Text

_ISO = re.compile(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*)?", re.ASCII)
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@total_ordering
class PartialDate(Frozen):
    """A date of which only the stated parts are known; `str()` gives ISO 8601, EDTF where ISO has no word.

    >>> str(PartialDate(year=2024, month=7))
    '2024-07'
    >>> PartialDate.parse("2024-06-30/2024-07-05").end
    PartialDate(2024-07-05)
    """

    year: int | None = Field(default=None, ge=-9999, le=9999)
    month: int | None = Field(default=None, ge=1, le=12)
    day: int | None = Field(default=None, ge=1, le=31)
    season: Literal[1, 2, 3, 4] | None = None
    """1 spring, 2 summer, 3 autumn, 4 winter (CSL 1.0.2, "date-variables")."""
    circa: bool = False
    literal: Text | None = None
    """What was said, where no date could be read from it ("forthcoming")."""
    end: PartialDate | None = None
    """The last day, where a range was stated."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: Any) -> Any:
        return dict(cls.parse(data)) if isinstance(data, str) else data

    @model_serializer(mode="wrap")
    def _as_text(self, as_mapping: SerializerFunctionWrapHandler) -> Any:
        """Files hold the short form wherever reading it back gives the same date."""
        text = str(self)
        return text if text.strip() and type(self).parse(text) == self else as_mapping(self)

    @model_validator(mode="after")
    def _parts_in_order(self) -> Self:
        if self.year is None and not (self.literal or "").strip():
            raise ValueError("a date needs a year or its literal text")
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        if self.day is not None and self.day > _DAYS_IN_MONTH[(self.month or 1) - 1]:
            raise ValueError("no month has that day")
        return self

    @classmethod
    def from_parts(cls, parts: Any) -> Self | None:
        """Reads CSL or Crossref date parts `[y, m?, d?]` (numbers or digits); None where there is no year.

        A month or day that no calendar has is left out: the year is still what was said.

        >>> PartialDate.from_parts([2020, "13", 1])
        PartialDate(2020)
        """
        numbers: list[int] = []
        for part in parts if isinstance(parts, (list, tuple)) else [parts]:
            try:
                numbers.append(int(part))
            except (TypeError, ValueError):
                break
        if not numbers or not -9999 <= numbers[0] <= 9999 or numbers[0] == 0:
            return None
        month = numbers[1] if len(numbers) > 1 and 1 <= numbers[1] <= 12 else None
        day = numbers[2] if month and len(numbers) > 2 and 1 <= numbers[2] <= _DAYS_IN_MONTH[month - 1] else None
        return cls(year=numbers[0], month=month, day=day)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads ISO 8601 or the EDTF forms `2024~`, `2024?`, `2024-21` (season) and `a/b`; keeps other text as literal.

        >>> PartialDate.parse("2024-12-14T09:00:00Z")
        PartialDate(2024-12-14)
        >>> PartialDate.parse("to appear").literal
        'to appear'
        """
        text = text.strip()
        first, slash, last = text.partition("/")
        if slash and (end := cls._parse_one(last)) and (start := cls._parse_one(first)):
            return start.replace(end=end)
        return cls._parse_one(text) or cls(literal=text)

    @classmethod
    def _parse_one(cls, text: str) -> Self | None:
        circa = text.endswith(("~", "?", "%"))
        match = _ISO.fullmatch(text.rstrip("~?%"))
        if not match or len(match[1].lstrip("-")) < 3:
            return None
        year, month, day = (int(g) if g else None for g in match.groups())
        if month and 21 <= month <= 24 and not day:
            return cls(year=year, season=month - 20, circa=circa)
        date = cls.from_parts([p for p in (year, month, day) if p is not None])
        return date.replace(circa=True) if date and circa else date

    @property
    def parts(self) -> tuple[int, ...]:
        """The stated parts, year first; empty for a literal date."""
        return tuple(p for p in (self.year, self.month, self.day) if p is not None)

    def to_csl(self) -> dict[str, Any]:
        """Gives the CSL-JSON date."""
        if self.year is None:
            return {"literal": self.literal}
        ranges = [list(self.parts)] + ([list(self.end.parts)] if self.end and self.end.year is not None else [])
        csl: dict[str, Any] = {"date-parts": ranges}
        if self.season:
            csl["season"] = self.season
        if self.circa:
            csl["circa"] = True
        return csl

    def __str__(self) -> str:
        if self.year is None:
            return str(self.literal)
        year = f"-{-self.year:04d}" if self.year < 0 else f"{self.year:04d}"
        text = "-".join([year, *(f"{p:02d}" for p in self.parts[1:])])
        if self.season:
            text += f"-{20 + self.season}"
        text += "~" if self.circa else ""
        return f"{text}/{self.end}" if self.end else text

    def __repr__(self) -> str:
        return f"PartialDate({self})"

    @property
    def sort_key(self) -> tuple[int, int, int, str]:
        """Orders dates: literal ones last, a year before its months."""
        return (self.year if self.year is not None else 10000, self.month or 0, self.day or 0, self.literal or "")

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self.sort_key < other.sort_key
