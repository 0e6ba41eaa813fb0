"""Names among the pieces of a reference."""

from __future__ import annotations

import pytest

from pubtrack.readers.prose.piece_names import has_title_word, name_like
from pubtrack.readers.prose.words import wording


@pytest.mark.parametrize("words", ["Achterberg RT", "M. Kleiber", "Bagheri/El Sawi/Zdero", "et al"])
def test_names_look_like_names(words: str) -> None:
    assert name_like(wording(words)) >= 1.5


@pytest.mark.parametrize(
    "words", ["The Baltic Herring Wars", "Der zögernde Leser", "Los Siete Libros", "A study of tides"]
)
def test_no_name_begins_with_an_article_or_holds_a_word_of_titles(words: str) -> None:
    assert name_like(wording(words)) < 0.5


def test_a_word_of_titles_is_told_from_a_name() -> None:
    assert has_title_word(wording("Effects of Noise"))
    assert not has_title_word(wording("Jane Torres"))


def test_dutch_families_are_names_and_german_articles_are_not() -> None:
    names = ("Han van der Aa", "van der Aa", "von Luxburg", "R. Castell and W. van der Meer", "U. von der Burg")
    assert all(name_like(wording(name)) >= 1.6 for name in names)
    assert name_like(wording("Abschied von der Moderne")) == 0.0
