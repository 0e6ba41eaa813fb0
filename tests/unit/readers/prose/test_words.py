"""Folding and finding words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pubtrack.readers.prose.words import Lexicon, all_languages, fold, wording, year_in


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
