from __future__ import annotations

import pytest

from pubtrack.bibtex import make_key


@pytest.mark.parametrize(
    ("family", "year", "title", "key"),
    [
        ("Jin", 2024, "Language models", "jin2024language"),
        ("van der Berg", 1999, "On the Origin", "vanderberg1999origin"),
        ("Łukasiewicz", "2000", "Über Größe", "ukasiewicz2000grosse".replace("ukas", "lukas")),
        ("", None, "", "work"),
        ("李", 2020, "深度学习", "2020"),
        ("O'Neil", None, "$x^2$ <i>Foo</i>-Bar", "oneilfoo"),
        ("Meta", 2024, "The of and", "meta2024"),
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
