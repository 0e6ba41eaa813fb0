"""From measures to log-odds: what each measure adds on its card."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from pubtrack.match.features import NAMES, Row
from pubtrack.match.textual import TEXT_NAMES
from pubtrack.match.weights import CARDS, Steps


class Card(NamedTuple):
    """A card ready to add up: per measure its place in the row, its edges and its points."""

    start: float
    measures: tuple[tuple[int, tuple[float, ...], tuple[float, ...]], ...]


def _card(name: str, start: float, table: Mapping[str, Steps]) -> Card:
    places = TEXT_NAMES if name == "text" else NAMES
    return Card(start, tuple((places.index(m), *table[m]) for m in places if m in table))


def cards_of(tables: Mapping[str, tuple[float, Mapping[str, Steps]]]) -> dict[str, Card]:
    """Gives the cards of a table as `weights` holds it; training measures other tables with it."""
    return {name: _card(name, *table) for name, table in tables.items()}


_CARDS = cards_of(CARDS)


def add_up(card: str, row: Row) -> float:
    """Gives the log-odds that a pair with these measures is one work."""
    start, measures = _CARDS[card]
    total = start
    for place, edges, points in measures:
        value = row[place]
        total += points[bisect_left(edges, -1.0 if value is None else value)]
    return total


def itemise(card: str, row: Row) -> dict[str, float]:
    """Gives the points of each measure, in log-odds; positive speaks for one work, negative against it."""
    names = TEXT_NAMES if card == "text" else NAMES
    points_of = {}
    for place, edges, points in _CARDS[card].measures:
        value = row[place]
        points_of[names[place]] = points[bisect_left(edges, -1.0 if value is None else value)]
    return points_of
