"""Citation keys."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.model import Contributor, Fields
from pubtrack.writers.keys import ascii_letters, citation_key, keyed, suffixes
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


def test_letters_lose_their_marks() -> None:
    assert ascii_letters("Łódź Æsir Straße İ") == "lodzaesirstrassei"


def test_suffixes_go_on_after_z() -> None:
    assert list(islice(suffixes(), 24, 29)) == ["y", "z", "aa", "ab", "ac"]


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
