"""Titles that nothing marks."""

from __future__ import annotations

import pytest

from guarding import never_rules_out
from pubtrack.markup.spans import Block
from pubtrack.readers import read_text
from pubtrack.readers.prose import unmarked
from pubtrack.readers.prose.unmarked import plain_titles
from pubtrack.readers.prose.words import holds_one


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("her first book, The Privy Council of James VI (Cambridge, 1964)", "The Privy Council of James VI"),
        ("Dissertation: Whose Story? Reading Aloud in Grade 2", "Whose Story? Reading Aloud in Grade 2"),
    ],
)
def test_a_title_behind_its_noun_or_label_is_found(text: str, title: str) -> None:
    found = plain_titles(Block("para", text, [(0, 0, len(text))], []))
    assert [text[start:end] for start, end, _, _ in found] == [title]


def test_a_year_in_brackets_alone_announces_no_title() -> None:
    text = "The Privy Council of James VI (1964)"
    assert plain_titles(Block("para", text, [(0, 0, len(text))], [])) == []


def test_a_label_is_looked_for_wherever_one_stands() -> None:
    never_rules_out(lambda text: holds_one(text, unmarked._LABELS), unmarked._LABELLED, folded=False)


def test_a_book_of_somebody_needs_no_marks_in_front_of_which() -> None:
    text = "Casper received the award for her book The Making of Ropes: A Social Anatomy of Harbours, which explores hemp.\n"
    assert [w.title for w in read_text(text, format="text").works] == [
        "The Making of Ropes: A Social Anatomy of Harbours"
    ]
