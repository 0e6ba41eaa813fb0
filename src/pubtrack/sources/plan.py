"""The fewest requests that ask for everything, and what is still fresh enough not to be asked. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import permutations
from typing import NamedTuple, Protocol

from pubtrack.model import Identifier

__all__ = ["DEFAULT_TTL", "Assignment", "Ttl", "assign", "due", "pack"]


class Ttl(NamedTuple):
    """After how many days a record is asked for again, by age of the work."""

    young: int = 7
    """The work is younger than a year, or nobody knows."""
    settled: int = 30
    """One to five years."""
    old: int = 90
    retraction: int = 30
    """At most this long where the source states retractions, whatever the age."""

    def days(self, issued_year: int | None, today: date, *, retractions: bool = False) -> int:
        """Gives the days for a work of that year.

        Args:
            issued_year: None where nobody knows.
            today: The day of asking.
            retractions: Whether the source states them.

        >>> Ttl().days(2019, date(2026, 11, 1)), Ttl().days(None, date(2026, 11, 1))
        (90, 7)
        >>> Ttl().days(2019, date(2026, 11, 1), retractions=True)
        30
        """
        if issued_year is None or today.year - issued_year < 1:
            usual = self.young
        else:
            usual = self.settled if today.year - issued_year <= 5 else self.old
        return min(usual, self.retraction) if retractions else usual


DEFAULT_TTL = Ttl()
"""Source: API reference 1.12 (weekly rather than hourly; the figures are advice of ours, no host publishes any)."""


def due(asked_at: datetime | None, days: int, now: datetime) -> bool:
    """True where something was never asked for, or longer ago than that many days; never twice on one day.

    >>> from datetime import UTC
    >>> due(datetime(2026, 11, 1, tzinfo=UTC), 7, datetime(2026, 11, 5, tzinfo=UTC))
    False
    """
    return asked_at is None or (now - asked_at >= timedelta(days=max(days, 0)) and now.date() > asked_at.date())


def pack(
    ids: Sequence[Identifier], most: int, fits: Callable[[tuple[Identifier, ...]], bool]
) -> Iterator[tuple[Identifier, ...]]:
    """Gives the identifiers in order, in batches of at most `most` that fit; one alone always goes."""
    position = 0
    while position < len(ids):
        batch = tuple(ids[position : position + most])
        while len(batch) > 1 and not fits(batch):
            batch = batch[: len(batch) - max(1, len(batch) // 25)]
        yield batch
        position += len(batch)


class _Asked(Protocol):
    """What planning needs to know of a source."""

    @property
    def schemes(self) -> tuple[str, ...]: ...
    @property
    def batch(self) -> int: ...
    @property
    def mixes_schemes(self) -> bool: ...
    def takes(self, identifier: Identifier) -> bool:
        """True where it can be asked for this identifier."""
        ...


class Assignment(NamedTuple):
    """Which identifier each work is asked by, and which works cannot be asked for."""

    works: Mapping[Identifier, tuple[str, ...]]
    """Identifier -> the works that hold it."""
    without: tuple[str, ...]
    """Works of which the source takes no identifier."""


def assign(works: Mapping[str, Iterable[Identifier]], source: _Asked) -> Assignment:
    """Chooses one identifier per work so that the batches, each of one scheme, are fewest.

    Every order of preference among the schemes is tried (there are at most a handful); the source's own order wins a
    tie.
    """
    usable = {key: [i.without_version for i in ids if source.takes(i)] for key, ids in works.items()}
    without = tuple(key for key, ids in usable.items() if not ids)
    present = [s for s in source.schemes if any(i.scheme == s for ids in usable.values() for i in ids)][:4]
    best: dict[Identifier, list[str]] = {}
    fewest = -1
    # Where schemes may stand together, the source's own order is as short as any other.
    for order in [tuple(present)] if source.mixes_schemes else permutations(present):
        chosen = _chosen(usable, {scheme: rank for rank, scheme in enumerate(order)})
        requests = _requests(chosen, source.batch)
        if fewest < 0 or requests < fewest:
            best, fewest = chosen, requests
    return Assignment({i: tuple(keys) for i, keys in best.items()}, without)


def _chosen(usable: Mapping[str, list[Identifier]], rank: Mapping[str, int]) -> dict[Identifier, list[str]]:
    chosen: dict[Identifier, list[str]] = {}
    for key, ids in usable.items():
        if ids:
            best = min(ids, key=lambda i: rank.get(i.scheme, len(rank)))
            chosen.setdefault(best, []).append(key)
    return chosen


def _requests(chosen: Iterable[Identifier], batch: int) -> int:
    counts: dict[str, int] = {}
    for identifier in chosen:
        counts[identifier.scheme] = counts.get(identifier.scheme, 0) + 1
    return sum(-(-count // batch) for count in counts.values())
