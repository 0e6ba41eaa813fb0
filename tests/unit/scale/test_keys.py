"""Keys are those of matching, as numbers that every engine and machine agrees on."""

from __future__ import annotations

import pytest

from pubtrack.match import prepare
from pubtrack.match.numbers import title_numbers
from pubtrack.scale.keys import record_keys

CASES = (
    ("Attention Is All You Need", "Vaswani|Ashish"),
    ("Über die Deformation", "Jürgen Müller"),
    ("İstanbul İzmir", "Zoë Ångström"),
    ("the the the", ""),
    ("A very very long history of time and time again, beginning in the beginning", "L. Li"),
    ("", "Nobody|N."),
)


@pytest.mark.parametrize(("title", "author"), CASES)
def test_keys_are_made_of_what_matching_makes_its_own_of(title, author):
    family, _, given = author.partition("|")
    person = {"family": family, "given": given} if given else {"literal": author}
    item = prepare({"title": title, "author": [person] if author else []})
    assert record_keys(title, author) == title_numbers(item.title, item.authors[0].family if item.authors else None)


def test_without_title_and_author_there_is_no_key():
    assert record_keys(None, None) == record_keys("", "") == []
