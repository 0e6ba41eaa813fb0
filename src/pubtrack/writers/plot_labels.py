"""Where names stand in a plot of dots: beside their dot, on each other as little as can be. Pure geometry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

__all__ = ["Box", "Label", "placed"]

GAP = 3.0
"""Points between a dot and its label."""
WIDTH_OF_LETTER = 0.58
"""Mean width of a letter of DejaVu Sans, in its size. Source: measured over the names of a made-up career."""


class Box(NamedTuple):
    """A rectangle: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    def overlap(self, other: Box) -> float:
        """The area that both cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.top, other.top) - max(self.bottom, other.bottom)
        return width * height if width > 0 and height > 0 else 0.0


class Label(NamedTuple):
    """Where a label stands: its middle as an offset from the dot's."""

    x: float
    y: float


def placed(dots: Sequence[tuple[float, float, float]], texts: Sequence[str], size: float, frame: Box) -> list[Label]:
    """Gives a place for each label: above its dot, or below, right or left where that covers less of the others.

    Args:
        dots: (x, y, radius) in points, the most important first: they choose first.
        texts: The labels.
        size: Of the letters, in points.
        frame: What should not be left, in points.

    >>> placed([(50, 50, 5), (55, 50, 5)], ["One", "Two"], 8, Box(0, 0, 100, 100))
    [Label(x=0.0, y=12.0), Label(x=0.0, y=-12.0)]
    """
    taken = [Box(x - r, y - r, x + r, y + r) for x, y, r in dots]
    found: list[Label] = []
    for (x, y, radius), text in zip(dots, texts, strict=True):
        width, height = len(text) * size * WIDTH_OF_LETTER, size
        away = radius + (GAP + height / 2)  # in this order whole radii give whole places
        aside = radius + (GAP + width / 2)
        ways = [Label(0.0, away), Label(0.0, -away), Label(aside, 0.0), Label(-aside, 0.0)]
        ways += [Label(sign * aside, other * away) for sign in (1, -1) for other in (1, -1)]
        boxes = [_around(x + way.x, y + way.y, width, height) for way in ways]
        costs = [_cost(box, taken, frame) for box in boxes]
        best = min(range(len(ways)), key=costs.__getitem__)
        found.append(ways[best])
        taken.append(boxes[best])
    return found


def _around(x: float, y: float, width: float, height: float) -> Box:
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _cost(box: Box, taken: Iterable[Box], frame: Box) -> float:
    area = (box.right - box.left) * (box.top - box.bottom)
    outside = area - box.overlap(frame)
    return round(sum(box.overlap(other) for other in taken) + outside, 6)
