"""Points add up as the table says."""

from __future__ import annotations

import pytest

from pubtrack.match import scoring
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


@pytest.mark.parametrize("card", sorted(CARDS))
def test_forks_name_known_measures_and_none_outweighs_the_steps(card: str) -> None:
    names = TEXT_NAMES if card == "text" else NAMES
    for first, _, *halves in CARDS[card][2]:
        assert first in names
        assert all(half[0] in names and abs(half[2]) < 4 and abs(half[3]) < 4 for half in halves)


def test_a_fork_adds_the_half_on_its_side_of_the_edge(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = NAMES[0], NAMES[1]
    table = {"toy": (1.0, {}, ((first, 50.0, (second, 10.0, 2.0, 3.0), (second, 20.0, 4.0, 5.0)),))}
    monkeypatch.setattr(scoring, "_CARDS", scoring.cards_of(table))
    rest = [None] * (len(NAMES) - 2)
    rows = [[50.0, 10.0], [50.0, 11.0], [51.0, 20.0], [51.0, 21.0], [None, None]]
    assert [add_up("toy", [*row, *rest]) for row in rows] == [3.0, 4.0, 5.0, 6.0, 3.0]
    assert itemise("toy", [51.0, 21.0, *rest]) == {first: 5.0}
