"""Keys as numbers that every engine and machine agrees on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pubtrack.match.blocking import telling_words, title_keys
from pubtrack.match.numbers import PAIR, STRONG, number_of, title_numbers

WORDS = st.lists(
    st.sampled_from(
        ["on", "the", "history", "of", "time", "and", "deformation", "theory", "bei", "wort", "i", "ii", "x"]
    ),
    max_size=9,
)


def test_numbers_fit_into_64_bits_and_survive_odd_text():
    for text in ("", "\ud800", "é", "x" * 10_000):
        assert -(2**63) <= number_of(text) < 2**63
        assert all(-(2**63) <= n < 2**63 for n in title_numbers(f"title {text}", text))


@given(WORDS, st.sampled_from((None, "li", "time", "")))
def test_a_title_has_one_number_for_each_of_its_keys_and_of_its_longer_ends(words, family):
    title = " ".join(words)
    keys, made = title_keys(title, family), title_numbers(title, family)
    assert made == sorted(set(made))
    assert len(made) == len(keys) + len(ends_of(words))
    assert sum(n & 3 == PAIR for n in made) == sum(key[0] == "p" for key in keys)


@given(WORDS, WORDS, st.sampled_from((None, "li", "time")), st.sampled_from((None, "li", "time")))
def test_two_titles_share_numbers_as_they_share_keys(one, two, family, other_family):
    keys = title_keys(" ".join(one), family) & title_keys(" ".join(two), other_family)
    numbers = set(title_numbers(" ".join(one), family)) & set(title_numbers(" ".join(two), other_family))
    assert len(numbers) == len(keys) + len(ends_of(one) & ends_of(two))


def ends_of(words):
    """The keys that an index has and blocking in memory has not: an end, and longer ends on both sides."""
    squashed = "".join(words)
    ends = {squashed[-14:], f"beginning {squashed[:24]}"} if len(squashed) > 14 else set()
    return ends | ({squashed[-24:]} if len(squashed) > 24 else set())


def test_the_lowest_bits_tell_pairs_of_words_from_the_rest():
    assert {n & 3 for n in title_numbers("history deformation", None)} == {PAIR, STRONG}
    assert [n & 3 for n in title_numbers("short", None)] == [STRONG]


def test_numbers_stay_as_indexes_on_disk_have_them():
    assert title_numbers("short", "li") == EXPECTED
    assert title_numbers("short history", "li") == EXPECTED_OF_TWO


def test_telling_words_are_the_longest_and_none_that_every_title_has():
    assert telling_words(["on", "the", "history", "of", "time", "and", "of", "other", "things"]) == [
        "history",
        "things",
        "other",
        "time",
    ]
    assert telling_words(["the", "of"]) == ["the"]


EXPECTED = [-7330232273275035771, 1656667971490068741, 4061056976351506481]
EXPECTED_OF_TWO = [
    1656667971490068741, 4061056976351506481, 6240503037273954089, 6503996930683304448, 7068702470642747953,
]  # fmt: skip
