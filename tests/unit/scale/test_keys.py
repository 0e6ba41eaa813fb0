"""Keys are those of matching, as numbers that every engine and machine agrees on."""

from __future__ import annotations

import pytest

from pubtrack.match import blocking_keys
from pubtrack.match.numbers import hashed_key
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
def test_keys_are_those_of_matching_and_the_end_of_the_title(title, author):
    family, _, given = author.partition("|")
    person = {"family": family, "given": given} if given else {"literal": author}
    expected = {hashed_key(k) for k in blocking_keys({"title": title, "author": [person] if author else []})}
    made = set(record_keys(title, author))
    assert expected <= made
    assert len(made - expected) <= 1


def test_without_title_and_author_there_is_no_key():
    assert record_keys(None, None) == record_keys("", "") == []
