"""Folding and finding words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.readers.prose.words import Lexicon, all_languages, fold, whole_words, wording, year_in


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_the_longest_phrase_wins_and_chinese_is_found_anywhere() -> None:
    lexicon = Lexicon({"paper": "p", "white paper": "w", "论文": "z"})
    text = "a white paper, a newspaper, 的论文"
    assert [(text[a:b], kind) for a, b, _, kind in lexicon.find(wording(text))] == [("white paper", "w"), ("论文", "z")]
    assert lexicon.last(wording("nothing")) is lexicon.first(wording("nothing")) is None
    assert lexicon.last(wording("paper one, paper two"))[0] == 11
    assert all_languages({"en": {"a": "1"}, "de": {"a": "2"}}) == {"a": "1"}


def test_years_are_found_in_dates_and_not_in_numbers() -> None:
    assert [year_in(t) for t in ("2024.09", "12.03.2014", "page 1999-2004", "10.1/2020.33333", "32019")] == [
        2024,
        2014,
        1999,
        None,
        None,
    ]
    assert year_in("2001 to 2003", last=True) == 2003


PHRASES = ("best paper", "best", "paper", "papers", "fellow of", "a", "élu")


@given(st.lists(st.sampled_from([*PHRASES, "bests", " ", " ", "-", "_", "é", "x", "of"]), max_size=12))
def test_whole_words_are_those_between_other_characters_and_the_longest_wins(parts: list[str]) -> None:
    text = "".join(parts)
    plain = "|".join(re.escape(phrase) for phrase in sorted(PHRASES, key=len, reverse=True))
    expected = [m.span() for m in re.finditer(rf"(?<![^\W_])(?:{plain})(?![^\W_])", text)]
    assert [m.span() for m in re.finditer(whole_words(PHRASES), text)] == expected


@given(st.text(), st.integers(0, 9), st.integers(0, 9))
def test_a_part_of_a_folded_text_is_the_folded_part(text: str, start: int, size: int) -> None:
    assert fold(text)[start : start + size] == fold(text[start : start + size])


@pytest.mark.parametrize("text", ["ΑΣ ΑΣΑ", "İstanbul", "Café’s"])
def test_folding_asks_no_neighbours(text: str) -> None:
    assert fold(text) == "".join(fold(character) for character in text)
