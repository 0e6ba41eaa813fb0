"""Keys under which equal works meet."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pubtrack.match import blocking_keys, candidate_pairs, prepare


def work(title: str, family: str = "", **more: Any) -> dict[str, Any]:
    return {"title": title, "author": [{"family": family, "given": "A."}] if family else [], **more}


def test_a_work_has_at_most_ten_keys_and_one_for_each_identifier() -> None:
    item = work("Emergence of sustainable cooperation in societies of language agents", "Piatti", DOI="10.1000/x")
    keys = blocking_keys(item)
    assert len([k for k in keys if k[0] != "i"]) == 10
    assert "idoi:10.1000/x" in keys
    assert keys == tuple(sorted(keys))


def test_spelling_does_not_part_equal_works() -> None:
    one, two = work("Über die Pre-Training–Frage", "Schölkopf"), work("Uber die Pretraining Frage", "Schoelkopf")
    assert list(candidate_pairs([prepare(one), prepare(two)])) == [(0, 1)]


def test_works_with_little_in_common_do_not_meet() -> None:
    one, two = work("Zebrafish optics of the eye", "Smith"), work("Quantum lattices", "Smith")
    assert list(candidate_pairs([prepare(one), prepare(two)])) == []


def test_keys_that_everybody_has_are_dropped() -> None:
    same = [prepare(work("Editorial", "")) for _ in range(5)]
    assert list(candidate_pairs(same, cap=3)) == []
    assert len(list(candidate_pairs(same, cap=5))) == 10


def test_two_word_pairs_are_needed_where_nothing_else_meets() -> None:
    one = prepare(work("alphabetical betatronic gammaglobulin deltaplane", "Smith"))
    two = prepare(work("the alphabetical betatronic gammaglobulin", "Jones"))
    three = prepare(work("an alphabetical betatronic epsilonic zetafunction", "Brown"))
    assert (0, 1) in list(candidate_pairs([one, two, three]))
    assert (0, 2) not in list(candidate_pairs([one, two, three]))


@given(st.lists(st.text(alphabet="abc ", max_size=12), max_size=8))
def test_pairs_are_in_order_and_each_comes_once(titles: list[str]) -> None:
    pairs = list(candidate_pairs([prepare(work(t, "x")) for t in titles]))
    assert pairs == sorted(set(pairs))
    assert all(i < j for i, j in pairs)
