"""The stretch of time that a report speaks of. No clock is read: both ends are stated, or open."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from pubtrack.errors import InputError
from pubtrack.model import PartialDate

__all__ = ["Period", "period"]

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True)
class Period:
    """From the first day to the last, both within; None = open."""

    since: date | None = None
    until: date | None = None

    @property
    def is_open(self) -> bool:
        """True where neither end is stated: everything counts."""
        return self.since is None and self.until is None

    def holds(self, stated: PartialDate | None) -> bool:
        """True where a date may lie within: a year, or a month, alone counts as long as part of it does.

        >>> Period(date(2024, 6, 1)).holds(PartialDate(year=2024)), Period(date(2024, 6, 1)).holds(None)
        (True, False)
        """
        if self.is_open:
            return True
        parts = stated.parts if stated else ()
        if not parts:
            return False
        first, last = (((d.year, d.month, d.day)[: len(parts)] if d else None) for d in (self.since, self.until))
        return (first is None or parts >= first) and (last is None or parts <= last)

    def holds_day(self, day: date) -> bool:
        """True where the day lies within."""
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)

    def __str__(self) -> str:
        if self.since and self.until:
            return f"{self.since} to {self.until}"
        return f"since {self.since}" if self.since else f"until {self.until}" if self.until else ""


def period(since: str | None = None, until: str | None = None) -> Period:
    """Gives the period from days as a person types them: `2025`, `2025-03` or `2025-03-09`.

    A year or month alone starts, or ends, with its first, or last, day.

    Raises:
        InputError: A day does not exist, or the last one is before the first.

    >>> str(period("2025", "2025-02"))
    '2025-01-01 to 2025-02-28'
    """
    made = Period(_day(since, last=False), _day(until, last=True))
    if made.since and made.until and made.until < made.since:
        raise InputError(f"the period ends ({made.until}) before it starts ({made.since}).")
    return made


def _day(text: str | None, *, last: bool) -> date | None:
    if text is None:
        return None
    match = _DAY.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError(text)
        year, month = int(match[1]), int(match[2] or (12 if last else 1))
        return date(year, month, int(match[3] or (monthrange(year, month)[1] if last else 1)))
    except ValueError as error:  # IllegalMonthError is one too
        raise InputError(f"{text!r} is no day; write it as 2025, 2025-03 or 2025-03-09.") from error
