from __future__ import annotations

from itertools import islice

import pytest

from pubtrack.bibtex import make_key
from pubtrack.bibtex.keys import ascii_letters, clean_key, free_key, is_key, suffixes


@pytest.mark.parametrize(
    ("family", "year", "title", "key"),
    [
        ("Jin", 2024, "Language models", "jin2024language"),
        ("van der Berg", 1999, "On the Origin", "vanderberg1999origin"),
        ("Łukasiewicz", "2000", "Die Größe", "lukasiewicz2000grosse"),
        ("", None, "", "work"),
        ("李", 2020, "深度学习", "2020"),
        ("O'Neil", None, "$x^2$ <i>Foo</i>-Bar", "oneilfoo"),
        ("Meta", 2024, "The of and", "meta2024the"),
    ],
)
def test_the_formula(family, year, title, key):
    assert make_key(family, year, title) == key


def test_taken_keys_get_letters():
    taken: set[str] = set()
    keys = []
    for _ in range(60):
        keys.append(make_key("A", 1, "B", taken))
        taken.add(keys[-1])
    assert keys[:3] == ["a1b", "a1ba", "a1bb"]
    assert keys[26:29] == ["a1bz", "a1baa", "a1bab"]
    assert len(set(keys)) == 60


def test_letters_lose_their_marks():
    assert ascii_letters("Łódź Æsir Straße İ ħ") == "lodzaesirstrasseih"


def test_suffixes_go_on_after_z():
    assert list(islice(suffixes(), 24, 29)) == ["y", "z", "aa", "ab", "ac"]


@pytest.mark.parametrize("text", ["a b", "Li, 2020", "x{y}z", "a\n}@misc{b", "~", "", "  "])
def test_a_cleaned_key_is_one_that_can_be_read_or_none(text):
    assert not is_key(text)
    assert is_key(clean_key(text)) or clean_key(text) == ""


def test_letters_go_on_behind_z():
    taken = {"k", *(f"k{chr(ord('a') + n)}" for n in range(26))}
    assert free_key("k", taken) == "kaa"
