"""Keys by which names compare."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.markup.name_keys import family_part, given_part, name_key, name_key_of, name_keys_agree
from pubtrack.markup.names import parse_name


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Bernhard Schölkopf", "Schoelkopf, B."),
        ("David Guzman Piedrahita", "Guzmán Piedrahita, D."),
        ("Sagnik Ray Choudhury", "Ray Choudhury, Sagnik"),
        ("Anna Steinberg Schulten", "Schulten, Anna Steinberg"),
        ("Jin Zhijing", "Zhijing Jin"),
        ("Чехов, Антон", "Chekhov, A."),
        ("Jan van der Berg", "Berg, J."),
        ("Plato", "Plato"),
    ],
)
def test_spellings_of_one_name_agree_either_way(one: str, two: str) -> None:
    a, b = name_key(parse_name(one)), name_key(parse_name(two))
    assert name_keys_agree(a, b)
    assert name_keys_agree(b, a)


@pytest.mark.parametrize(
    ("one", "two"),
    [("Li, Changling", "Li, Chunyuan"), ("Jin, Z.", "Jin, R."), ("Li, Wei", "Wang, Wei"), ("Berg, A.", "Bergman, B.")],
)
def test_other_names_do_not_agree(one: str, two: str) -> None:
    assert not name_keys_agree(name_key(parse_name(one)), name_key(parse_name(two)))


def test_nothing_agrees_with_no_name() -> None:
    assert not name_keys_agree(name_key_of("", ""), name_key_of("Jin", "Zhijing"))


@given(st.text(max_size=40), st.text(max_size=40))
def test_agreement_has_no_direction(one: str, two: str) -> None:
    a, b = name_key_of(one, two), name_key_of(two, one)
    assert name_keys_agree(a, b) == name_keys_agree(b, a)


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_key_is_made_of_what_each_part_adds(family: str, first: str) -> None:
    last, before = family_part(family), given_part(first)
    assert name_key_of(family, first) == (last[0], before[0], last[1] | before[1])
