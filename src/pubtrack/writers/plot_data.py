"""The figures behind the plots: what was counted, by year, source and person. Pure; nothing is drawn here."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from pubtrack.match import find_owner
from pubtrack.writers.calm_text import calm
from pubtrack.writers.cv_publications import heading_of, type_headings
from pubtrack.writers.site_spark import Count
from pubtrack.writers.versions import works_of
from pubtrack.writers.view import LibraryView

__all__ = [
    "Network", "citations_by_year", "coauthor_network", "h_index_over_time", "layout", "new_citations", "works_by_year",
]  # fmt: skip

SHOWN_PEOPLE = 40
"""So many co-authors a network shows, those with the most works together; more cannot be read."""
_STEPS = 120


def works_by_year(view: LibraryView) -> dict[str, dict[int, int]]:
    """Gives heading of the type -> year -> works, versions of one work counted once; undated works are left out.

    >>> from pubtrack.model import Fields
    >>> works_by_year(LibraryView.of([Fields(type="book", title="T", issued="2020")]))
    {'Books': {2020: 1}}
    """
    counted = Counter(
        (heading_of(work.entry.fields), work.entry.fields.year)
        for work in works_of(view)
        if work.entry.fields.year is not None
    )
    kinds = [kind for kind in type_headings() if any(kind == name for name, _ in counted)]
    return {
        kind: {year: number for (name, year), number in sorted(counted.items()) if name == kind and year is not None}
        for kind in kinds
    }


def _by_source(rows: Iterable[Count]) -> dict[str, list[Count]]:
    found: dict[str, list[Count]] = {}
    for row in sorted(rows, key=lambda r: (r.date, r.key)):
        found.setdefault(row.source, []).append(row)
    return dict(sorted(found.items()))


def new_citations(rows: Iterable[Count]) -> dict[str, dict[int, int]]:
    """Gives source -> year -> citations that were added in it.

    The first count of a work says how many there were already, so it adds nothing. A count that fell (a source took
    citations back) is taken off; sources are never added up (ADR-0001).
    """
    found: dict[str, dict[int, int]] = {}
    for source, several in _by_source(rows).items():
        last: dict[str, int] = {}
        years = found.setdefault(source, {})
        for row in several:
            years.setdefault(row.date.year, 0)
            if row.key in last:
                years[row.date.year] += row.count - last[row.key]
            last[row.key] = row.count
    return found


def citations_by_year(view: LibraryView) -> dict[str, dict[int, int]]:
    """Gives source -> year -> citations in it, as the sources tell them by year; years between are zero.

    Versions of one work share the works that cite them, so of these the larger number counts.
    """
    works = works_of(view)
    found: dict[str, dict[int, int]] = {}
    for source, counts in view.counts_by_year.items():
        years: Counter[int] = Counter()
        for work in works:
            told = [counts[key] for key in sorted(work.keys) if key in counts]
            for year in {year for by_year in told for year in by_year}:
                years[year] += max(by_year.get(year, 0) for by_year in told)
        if sum(years.values()):
            found[source] = {year: years[year] for year in range(min(years), max(years) + 1)}
    return found


def h_index_over_time(rows: Iterable[Count]) -> dict[str, list[tuple[date, int]]]:
    """Gives source -> (day, h-index), one pair for each day on which a count changed.

    The h-index is the largest h such that h works have h citations each (Hirsch 2005, doi:10.1073/pnas.0507655102).
    """
    found: dict[str, list[tuple[date, int]]] = {}
    for source, several in _by_source(rows).items():
        counts: dict[str, int] = {}
        days: dict[date, int] = {}
        for day, rows_of_day in groupby(several, key=lambda row: row.date):
            counts |= {row.key: row.count for row in rows_of_day}
            days[day] = _h_index(counts.values())
        found[source] = list(days.items())
    return found


def _h_index(counts: Iterable[int]) -> int:
    ranked = sorted(counts, reverse=True)
    return sum(1 for rank, count in enumerate(ranked, 1) if count >= rank)


class Network(NamedTuple):
    """Who wrote with whom."""

    people: tuple[str, ...]
    """Names, those with most works first."""
    works: Mapping[str, int]
    """Name -> works with the owner."""
    ties: Mapping[tuple[str, str], int]
    """Pair of names -> works they share, the first name before the second in `people`."""
    strength: Mapping[tuple[str, str], float]
    """How close two people are: of each shared work one share of a member of its team, so that a crowd of a hundred
    does not outweigh a pair. Source: Newman 2001, doi:10.1103/PhysRevE.64.016132."""
    left_out: int
    """How many people are not shown."""


def coauthor_network(view: LibraryView) -> Network:
    """Gives the co-authors of the owner and the works they share; the owner is left out, being tied to all."""
    teams = []
    for work in works_of(view):
        fields = work.entry.fields
        own = find_owner(fields, view.owner) if view.owner else None
        names = [calm(p.name) for n, p in enumerate(fields.author) if own is None or n != own[0]]
        teams.append(list(dict.fromkeys(names)))
    counted = Counter(name for team in teams for name in team)
    ranked = sorted(counted, key=lambda name: (-counted[name], name.casefold(), name))
    people = tuple(ranked[:SHOWN_PEOPLE])
    place = {name: n for n, name in enumerate(people)}
    ties: Counter[tuple[str, str]] = Counter()
    strength: dict[tuple[str, str], float] = {}
    for team in teams:
        shown = sorted((name for name in team if name in place), key=place.__getitem__)
        for pair in ((one, other) for n, one in enumerate(shown) for other in shown[n + 1 :]):
            ties[pair] += 1
            strength[pair] = strength.get(pair, 0.0) + 1 / (len(team) - 1)
    works = {name: counted[name] for name in people}
    return Network(people, works, dict(ties), strength, len(ranked) - len(people))


def layout(network: Network) -> dict[str, tuple[float, float]]:
    """Gives a place in the unit square for each person: who wrote together stands together.

    Springs and repulsion from a fixed start, so the same network always looks the same. Source: Fruchterman and
    Reingold 1991, doi:10.1002/spe.4380211102.
    """
    count = len(network.people)
    at = [_on_spiral(place, count) for place in range(count)]
    place = {name: n for n, name in enumerate(network.people)}
    ties = [(place[one], place[other], strength) for (one, other), strength in network.strength.items()]
    reach = 0.9 / math.sqrt(max(count, 1))
    for step in range(_STEPS):
        at = _moved(at, ties, reach, 0.1 * (1 - step / _STEPS))
    return dict(zip(network.people, _spread(at), strict=True))


_Point = tuple[float, float]


def _on_spiral(place: int, count: int) -> _Point:
    """Places that are all different and fill a disc. Source: Vogel 1979, doi:10.1016/0025-5564(79)90080-4."""
    radius, angle = 0.5 * math.sqrt((place + 0.5) / max(count, 1)), place * math.pi * (3 - math.sqrt(5))
    return radius * math.cos(angle), radius * math.sin(angle)


def _moved(at: Sequence[_Point], ties: Sequence[tuple[int, int, float]], reach: float, most: float) -> list[_Point]:
    """All points one step on: apart from each other, towards those they are tied to, a little to the middle."""
    pull = [[-1.5 * x, -1.5 * y] for x, y in at]
    for one, (x, y) in enumerate(at):
        for other in range(one + 1, len(at)):
            _push(pull, one, other, x - at[other][0], y - at[other][1], reach)
    for one, other, strength in ties:
        dx, dy = at[other][0] - at[one][0], at[other][1] - at[one][1]
        force = math.hypot(dx, dy) / reach * min(1.0, 1.5 * strength)
        for who, sign in ((one, 1), (other, -1)):
            pull[who][0] += sign * dx * force
            pull[who][1] += sign * dy * force
    return [_stepped(point, force, most) for point, force in zip(at, pull, strict=True)]


def _push(pull: list[list[float]], one: int, other: int, dx: float, dy: float, reach: float) -> None:
    force = reach * reach / max(dx * dx + dy * dy, 1e-6)
    for who, sign in ((one, 1), (other, -1)):
        pull[who][0] += sign * dx * force
        pull[who][1] += sign * dy * force


def _stepped(point: _Point, force: Sequence[float], most: float) -> _Point:
    size = math.hypot(*force)
    scale = min(1.0, most / size) if size else 0.0
    return round(point[0] + force[0] * scale, 9), round(point[1] + force[1] * scale, 9)


def _spread(at: Sequence[_Point]) -> list[_Point]:
    """The points stretched to the unit square."""

    def stretched(values: Sequence[float]) -> list[float]:
        low, high = min(values, default=0.0), max(values, default=0.0)
        return [round((v - low) / (high - low), 4) if high > low else 0.5 for v in values]

    return list(zip(stretched([x for x, _ in at]), stretched([y for _, y in at]), strict=True))
