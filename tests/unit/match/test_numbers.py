"""Keys as numbers that every engine and machine agrees on."""

from __future__ import annotations

from pubtrack.markup.titles import normalise_title
from pubtrack.match import title_keys
from pubtrack.match.numbers import PAIR, STRONG, hashed_key, number_of, title_numbers


def test_the_lowest_bits_tell_pairs_of_words_from_the_rest():
    kinds = {key[0]: hashed_key(key) & 3 for key in ("pa|b", "tabc", "sli|deformation", "nli|uberd", "eend")}
    assert kinds == {"p": PAIR, "t": STRONG, "s": STRONG, "n": STRONG, "e": STRONG}


def test_numbers_fit_into_64_bits_and_survive_odd_text():
    for text in ("", "\ud800", "é", "x" * 10_000):
        assert -(2**63) <= number_of(text) < 2**63


def test_a_title_has_the_numbers_of_its_keys_and_of_its_end():
    title = normalise_title("On the history of time and of other things")
    expected = {hashed_key(key) for key in title_keys(title, "li")}
    made = title_numbers(title, "li")
    assert made == sorted(made)
    assert expected < set(made)
    assert set(made) - expected == {hashed_key("e" + title.replace(" ", "")[-14:])}
    assert title_numbers("short", None) == [hashed_key("tshort")]
