"""The history of a work's citation counts as a small line, drawn as inline SVG."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Protocol

from pubtrack.vocab.source_names import SOURCE_NAMES
from pubtrack.writers.view import LibraryView

__all__ = ["HEIGHT", "WIDTH", "Spark", "drawn", "sparks"]

WIDTH, HEIGHT = 72, 16
"""Size of the drawing in CSS pixels."""


class Count(Protocol):
    """One count of one source on one day."""

    @property
    def date(self) -> date:
        """The day."""
        ...

    @property
    def key(self) -> str:
        """The work."""
        ...

    @property
    def source(self) -> str:
        """Who counted."""
        ...

    @property
    def count(self) -> int:
        """How many."""
        ...


class Spark(NamedTuple):
    """One source's counts of one work: the last one in words, and all of them as a line."""

    total: int
    source: str
    since: str
    """ISO date of the first count."""
    until: str
    points: str
    """For `points` of an SVG polyline; empty where there is only one count."""


def sparks(view: LibraryView) -> dict[str, Spark]:
    """Gives citation key -> line, of the source that knows most of it; sources are never added up (ADR-0001)."""
    series: dict[str, dict[str, dict[date, int]]] = {}
    for row in sorted(view.citations, key=lambda r: r.date):
        series.setdefault(row.key, {}).setdefault(row.source, {})[row.date] = row.count
    found = {}
    for key, by_source in series.items():
        source = min(by_source, key=lambda name: (-len(by_source[name]), -max(by_source[name].values()), name))
        found[key] = drawn(by_source[source].items(), SOURCE_NAMES.get(source, source))
    return found


def drawn(counts: Iterable[tuple[date, int]], source: str) -> Spark:
    """Gives counts as a line over time, from 0 at the bottom; a count holds until the next.

    Args:
        counts: Pairs (day, count), oldest first, at least one.
        source: Its name for people.

    >>> drawn([(date(2025, 1, 1), 0), (date(2026, 1, 1), 4)], "OpenAlex").points
    '1,15 71,1'
    """
    known = list(counts)
    first, last = known[0][0].toordinal(), known[-1][0].toordinal()
    top = max(count for _, count in known) or 1
    points = ""
    if last > first:
        points = " ".join(
            f"{_short(1 + (WIDTH - 2) * (day.toordinal() - first) / (last - first))},"
            f"{_short(HEIGHT - 1 - (HEIGHT - 2) * count / top)}"
            for day, count in known
        )
    return Spark(known[-1][1], source, known[0][0].isoformat(), known[-1][0].isoformat(), points)


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
