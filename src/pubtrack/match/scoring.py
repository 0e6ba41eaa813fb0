"""From measures to log-odds: what each measure adds on its card."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pubtrack.match.features import NAMES, Row
from pubtrack.match.textual import TEXT_NAMES
from pubtrack.match.weights import CARDS, Fork, Half, Steps


class Card(NamedTuple):
    """A card ready to add up: its steps and forks by the places of their measures in the row."""

    start: float
    measures: tuple[tuple[int, tuple[float, ...], tuple[float, ...]], ...]
    forks: tuple[tuple[int, float, int, float, float, float, int, float, float, float], ...]
    """Place and edge, then of either half its place, its edge, and the points up to it and above."""


Table = tuple[float, Mapping[str, Steps], Sequence[Fork]]


def _card(name: str, start: float, table: Mapping[str, Steps], forks: Sequence[Fork]) -> Card:
    places = TEXT_NAMES if name == "text" else NAMES

    def half(said: Half) -> tuple[int, float, float, float]:
        return (places.index(said[0]), *said[1:])

    placed = tuple((places.index(m), edge, *half(low), *half(high)) for m, edge, low, high in forks)
    return Card(start, tuple((places.index(m), *table[m]) for m in places if m in table), placed)


def cards_of(tables: Mapping[str, Table]) -> dict[str, Card]:
    """Gives the cards of a table as `weights` holds it; training measures other tables with it."""
    return {name: _card(name, *table) for name, table in tables.items()}


_CARDS = cards_of(CARDS)


CLEAR = 9.0
"""Log-odds beyond which forks are not read: on the validation parts they changed no F1 there.
Source: chosen for speed."""


def add_up(card: str, row: Row) -> float:
    """Gives the log-odds that a pair with these measures is one work."""
    total, measures, forks = _CARDS[card]
    values = [-1.0 if v is None else v for v in row]
    for place, edges, points in measures:
        total += points[bisect_left(edges, values[place])]
    if abs(total) > CLEAR:
        return total
    for place, edge, low, low_at, low_below, low_above, high, high_at, high_below, high_above in forks:
        if values[place] <= edge:
            total += low_below if values[low] <= low_at else low_above
        else:
            total += high_below if values[high] <= high_at else high_above
    return total


def itemise(card: str, row: Row) -> dict[str, float]:
    """Gives the points of each measure, in log-odds; positive speaks for one work, negative against it.

    What a fork adds counts for the measure that it reads first.
    """
    names = TEXT_NAMES if card == "text" else NAMES
    start, measures, forks = _CARDS[card]
    values = [-1.0 if v is None else v for v in row]
    points_of = {place: points[bisect_left(edges, values[place])] for place, edges, points in measures}
    if abs(start + sum(points_of.values())) <= CLEAR:
        for place, edge, low, low_at, low_below, low_above, high, high_at, high_below, high_above in forks:
            if values[place] <= edge:
                points = low_below if values[low] <= low_at else low_above
            else:
                points = high_below if values[high] <= high_at else high_above
            points_of[place] = points_of.get(place, 0.0) + points
    return {names[place]: points for place, points in points_of.items()}
