"""Citation keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.model import Contributor, Fields
from pubtrack.writers.keys import citation_key, keyed, readable_keys
from pubtrack.writers.view import Entry


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        (Fields(title="The Moral Machine", author=(Contributor(family="Jin"),), issued="2025"), "jin2025moral"),
        (
            Fields(title="On the of", author=(Contributor(family="Berg", non_dropping_particle="van der"),)),
            "vanderbergon",
        ),
        (Fields(title="T", author=(Contributor(literal="The ATLAS Group"),), issued="2020"), "atlas2020t"),
        (Fields(title="Book", editor=(Contributor(given="Madonna"),)), "madonnabook"),
        (Fields(title='<span class="nocase">GPT</span>-4', issued="2023"), "2023gpt"),
        (Fields(title="中文"), "work"),
        (Fields(container_title="Nature"), "nature"),
        (Fields(), "work"),
    ],
)
def test_a_key_is_family_year_word(fields: Fields, key: str) -> None:
    assert citation_key(fields) == key


def test_existing_keys_stay_and_new_ones_avoid_them() -> None:
    work = Fields(title="T", issued="2020")
    keys = [key for key, _ in keyed([Entry(None, work), Entry("2020T", work), Entry(None, work)], taken=["2020ta"])]
    assert keys == ["2020tb", "2020T", "2020tc"]


@given(st.lists(st.sampled_from([None, "2020t", "x", "2020ta"]), max_size=8))
def test_new_keys_are_unique_whatever_is_taken(given_keys: list[str | None]) -> None:
    entries = [Entry(key, Fields(title="T", issued="2020")) for key in given_keys]
    keys = [key for key, _ in keyed(entries)]
    new = [key for key, old in zip(keys, given_keys, strict=True) if old is None]
    assert len(set(new)) == len(new)
    assert not set(new) & {key for key in given_keys if key}
    assert [key for key, old in zip(keys, given_keys, strict=True) if old] == [key for key in given_keys if key]


@given(st.lists(st.sampled_from([None, "a b", "a,b", "A-B", "a-ba", "{}", "x"]), unique=True, max_size=7))
def test_keys_that_bibtex_cannot_read_become_keys_of_their_own(given_keys: list[str | None]) -> None:
    """Seen: "a b" and "a,b" were both written as "a-b", and BibTeX stops at the second."""
    made = [entry.key for entry in readable_keys(Entry(key, Fields()) for key in given_keys)]
    assert len({key.lower() for key in made if key}) == sum(key is not None for key in made)
    for old, new in zip(given_keys, made, strict=True):
        assert new == old or old in ("a b", "a,b") or (old == "{}" and new is None)
