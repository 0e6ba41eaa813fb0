"""Years, volumes, pages and identifiers among the pieces of a reference."""

from __future__ import annotations

import pytest

from guarding import never_rules_out
from pubtrack.readers.prose import piece_numbers
from pubtrack.readers.prose.piece_numbers import number_like
from pubtrack.readers.prose.words import wording
from pubtrack.vocab.title_words import TITLE_WORDS


@pytest.mark.parametrize(
    ("words", "worth", "year"),
    [
        ("12(3)", 2.5, None),
        ("pp. 17–40", 2.5, None),
        ("März", 2.0, None),
        ("12. Oktober 2019", 2.5, 2019),
        ("2nd edition", 2.2, None),
        ("https://doi.org/10.1000/x", 2.5, None),
        ("doi", 2.5, None),
        ("A History of 1848", 0.0, None),
        ("May Ropes Hold", 0.0, None),
        ("²³²", 2.5, None),
    ],
)
def test_numbers_are_told_from_words(words: str, worth: float, year: int | None) -> None:
    assert number_like(wording(words)) == (worth, year)


def test_the_words_of_titles_are_of_ascii_letters() -> None:
    """What looks for them counts on it."""
    assert all(word.isascii() for word in TITLE_WORDS)


def test_a_pattern_is_tried_wherever_it_would_find_something() -> None:
    never_rules_out(
        lambda text: not piece_numbers._EDITION_WORDS.isdisjoint(wording(text).tokens),
        piece_numbers._EDITION,
        first=True,
    )
