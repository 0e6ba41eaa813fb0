"""Points add up as the table says."""

from __future__ import annotations

import pytest

from pubtrack.match.features import NAMES
from pubtrack.match.scoring import add_up, itemise
from pubtrack.match.textual import TEXT_NAMES
from pubtrack.match.weights import CARDS


@pytest.mark.parametrize("card", sorted(CARDS))
def test_the_sum_is_the_start_and_the_named_points(card: str) -> None:
    row = [1.0] * len(TEXT_NAMES if card == "text" else NAMES)
    assert add_up(card, row) == pytest.approx(CARDS[card][0] + sum(itemise(card, row).values()))


@pytest.mark.parametrize("card", sorted(CARDS))
def test_tables_are_well_formed_and_name_known_measures(card: str) -> None:
    names = TEXT_NAMES if card == "text" else NAMES
    for name, (edges, points) in CARDS[card][1].items():
        assert name in names
        assert len(points) == len(edges) + 1
        assert list(edges) == sorted(edges)
