"""Changes that are told one by one: a sequence like any other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.store import Change
from pubtrack.store.changes import Changes

VALUES = st.none() | st.integers() | st.text() | st.lists(st.text(), max_size=2)
CHANGE = st.builds(Change, key=st.text(), field=st.text(), old=VALUES, new=VALUES, because=st.text())


def told(changes: list[Change]) -> Changes:
    made = Changes()
    for change in changes:
        made.append(change)
    return made


@given(st.lists(CHANGE))
def test_they_are_given_back_as_they_were_told(changes: list[Change]) -> None:
    made = told(changes)
    assert list(made) == changes
    assert made == changes
    assert made[1:] == changes[1:]
    assert bool(made) == bool(changes)


@given(st.lists(CHANGE), st.lists(CHANGE))
def test_the_hash_is_that_of_what_was_told(one: list[Change], other: list[Change]) -> None:
    assert (told(one).sha256 == told(other).sha256) == (one == other)


def test_places_count_from_both_ends_and_no_further() -> None:
    made = told([Change("a", "year"), Change("b", "year")])
    assert (made[0].key, made[-1].key) == ("a", "b")
    with pytest.raises(IndexError):
        made[2]
    assert made != 7
    assert repr(made) == "<2 changes>"
