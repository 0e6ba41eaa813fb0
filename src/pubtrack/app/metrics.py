"""Figures over citation counts, source by source: they are never added up over sources (ADR-0001)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from pubtrack.model import SourceRecord
from pubtrack.store.citations import CitationRow

if TYPE_CHECKING:
    from pubtrack.app.shelf import Shelf

__all__ = ["SourceMetrics", "YearCounts", "counts_on", "h_index", "i10_index", "metrics_of"]


def h_index(counts: Iterable[int]) -> int:
    """Gives the largest h such that h works have at least h citations each.

    Source: J. E. Hirsch, PNAS 102 (2005), 16569, doi:10.1073/pnas.0507655102.

    >>> h_index([10, 8, 5, 4, 3]), h_index([])
    (4, 0)
    """
    ranked = sorted(counts, reverse=True)
    return sum(1 for rank, count in enumerate(ranked, 1) if count >= rank)


def i10_index(counts: Iterable[int]) -> int:
    """Gives the number of works with at least ten citations.

    >>> i10_index([10, 9, 30])
    2
    """
    return sum(1 for count in counts if count >= 10)


def counts_on(rows: Iterable[CitationRow], day: date | None = None) -> dict[str, dict[str, int]]:
    """Gives source -> key -> count as it stood on a day (by default: the last one known).

    >>> rows = [CitationRow(date(2026, 1, 1), "k", "openalex", 3), CitationRow(date(2026, 6, 1), "k", "openalex", 5)]
    >>> counts_on(rows, date(2026, 3, 1))
    {'openalex': {'k': 3}}
    """
    found: dict[str, dict[str, int]] = {}
    for row in sorted(rows, key=lambda r: r.date):
        if day is None or row.date <= day:
            found.setdefault(row.source, {})[row.key] = row.count
    return dict(sorted(found.items()))


@dataclass(frozen=True)
class SourceMetrics:
    """What one source's counts come to."""

    source: str
    works: int
    """How many works it counts for."""
    citations: int
    h_index: int
    i10_index: int
    by_year: Mapping[int, int]
    """Year -> citations in it, as far as the source tells by year."""


def metrics_of(
    rows: Iterable[CitationRow], records: Iterable[SourceRecord], keys: Iterable[str]
) -> list[SourceMetrics]:
    """Gives the figures of each source over some works, by source.

    Args:
        rows: The history of counts.
        records: Records, for citations by year.
        keys: The works that count.
    """
    chosen = set(keys)
    years: dict[str, dict[int, int]] = {}
    for record in records:
        if record.work in chosen and record.fields.citations:
            per_year = years.setdefault(record.provenance.source, {})
            for year, count in record.fields.citations.by_year:
                per_year[year] = per_year.get(year, 0) + count
    found = []
    for source, counts in counts_on(rows).items():
        mine = [count for key, count in counts.items() if key in chosen]
        by_year = dict(sorted(years.get(source, {}).items()))
        found.append(SourceMetrics(source, len(mine), sum(mine), h_index(mine), i10_index(mine), by_year))
    return found


class YearCounts(Mapping[str, Mapping[str, Mapping[int, int]]]):
    """Source -> key -> year -> citations in it, read from the records when somebody first looks."""

    def __init__(self, library: Shelf) -> None:
        self._library = library

    @cached_property
    def _told(self) -> dict[str, dict[str, dict[int, int]]]:
        found: dict[str, dict[str, dict[int, int]]] = {}
        for key in self._library.works:
            for record in self._library.records(key):
                if record.fields.citations and record.fields.citations.by_year:
                    years = found.setdefault(record.provenance.source, {}).setdefault(key, {})
                    for year, count in record.fields.citations.by_year:
                        years[year] = max(count, years.get(year, 0))
        return dict(sorted(found.items()))

    def __getitem__(self, source: str) -> Mapping[str, Mapping[int, int]]:
        return self._told[source]

    def __iter__(self) -> Iterator[str]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)
