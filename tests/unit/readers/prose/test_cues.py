"""Nouns beside a title."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text
from pubtrack.readers.prose.cues import cue_beside, cue_ends, cue_of_question


@pytest.mark.parametrize(
    ("left", "right", "cue"),
    [
        ('her article "', '"', "work:article-journal"),
        ('gave a talk "', '"', "other:talk"),
        ("", '", a 1971 article in the economic journal', "work:article-journal"),
        ("", "", ""),
    ],
)
def test_the_nearest_noun_says_what_a_title_is(left: str, right: str, cue: str) -> None:
    assert cue_beside(left, right)[0] == cue


@pytest.mark.parametrize(
    ("asked", "left", "cue"),
    [
        ("What is the paper about?", "it's called \"", "work:work"),
        ("And then came the dissertation.", 'a: right, "', "work:thesis"),
        ("What is the paper about?", 'my neighbour likes to say "', ""),
        ("", "it's called \"", ""),
    ],
)
def test_a_question_says_what_its_answer_names(asked: str, left: str, cue: str) -> None:
    assert cue_of_question(asked, left) == cue


def test_a_noun_at_the_end_of_a_sentence_announces_nothing() -> None:
    assert cue_ends("She wrote a book. The Privy Council") == []
    assert cue_ends("her first book, The Privy Council") == [14]


def test_the_journal_an_article_stands_in_does_not_hide_the_article() -> None:
    text = "My article in the Journal of Ropes, titled “A Knot Wrongly Attributed to Willem,” builds on earlier work.\n"
    assert [w.title for w in read_text(text, format="text").works] == ["A Knot Wrongly Attributed to Willem"]
