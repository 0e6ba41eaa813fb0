"""Keys are those of matching, as numbers that every engine and machine agrees on."""

from __future__ import annotations

import pytest

from pubtrack.match import blocking_keys
from pubtrack.scale.keys import PAIR, STRONG, hashed_key, number_of, record_keys

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
    made = set(record_keys("W1", title, author)[1:])
    assert expected <= made
    assert len(made - expected) <= 1


def test_the_first_number_is_the_records_own():
    assert record_keys("W1", "A title", None)[0] == number_of("W1") != number_of("W2")
    assert record_keys(None, None, None) == [number_of("")]


def test_the_lowest_bits_tell_pairs_of_words_from_the_rest():
    kinds = {key[0]: hashed_key(key) & 3 for key in ("pa|b", "tabc", "sli|deformation", "nli|uberd", "eend")}
    assert kinds == {"p": PAIR, "t": STRONG, "s": STRONG, "n": STRONG, "e": STRONG}


def test_numbers_fit_into_64_bits_and_survive_odd_text():
    for text in ("", "\ud800", "é", "x" * 10_000):
        assert -(2**63) <= number_of(text) < 2**63
