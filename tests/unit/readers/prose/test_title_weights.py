"""The table of title weights."""

from __future__ import annotations

from pubtrack.readers.prose.title_weights import CHOICE, KINDS, MARKS, WORTH


def test_both_tables_weigh_the_same_reasons() -> None:
    assert CHOICE.keys() == WORTH.keys()
    for weights in (CHOICE, WORTH):
        assert weights.before == {mark: weights[f"before {mark}"] for mark in MARKS}
        assert weights.cost == {kind: weights[f"cost {kind}"] for kind in KINDS}


def test_a_piece_that_is_explained_otherwise_speaks_against_a_title() -> None:
    assert CHOICE["cost venue"] + CHOICE["explained"] < 0
    assert CHOICE["unexplained before"] < 0
    assert CHOICE["marks"] > 0
