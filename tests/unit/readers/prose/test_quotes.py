"""Quoted stretches."""

from __future__ import annotations

import pytest

from pubtrack.readers.prose.quotes import LONGEST, find_quotes


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("„Ein Titel“ und «un titre» und 《书》", ["Ein Titel", "un titre", "书"]), ("``A B'' and “C D“ here", ["A B", "C D"]), ("the writers' 'Own Title', yes", ["Own Title"]), ("5\" and it's o'clock", []),
        ("“outer “inner” rest”", ["outer “inner” rest"]), ("“Title,” next", ["Title"]), ("“never closed", []), ("‘What’s It?’", ["What’s It?"]),
    ],
)  # fmt: skip
def test_pairs_of_many_languages(text: str, inside: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotes(text)] == inside


def test_nothing_longer_than_a_title_is_a_quote() -> None:
    assert find_quotes("“" + "x" * (LONGEST + 5) + "”") == []


def test_quotes_inside_quotes_are_followed_only_so_deep() -> None:
    """A text of opening marks costs the same for each mark, however many follow."""
    assert len(find_quotes("“a " * 400)) >= 100
    deep = "“" * 5 + "a" + "”" * 5
    assert [deep[q.start : q.end] for q in find_quotes(deep)] == [deep[1:-1]]


def test_a_straight_mark_with_a_space_behind_it_may_open_a_title() -> None:
    text = 'Lahellec " Quel rebond pour les cordes ?", La note'
    assert [text[q.start : q.end] for q in find_quotes(text)] == ["Quel rebond pour les cordes ?"]
    assert find_quotes('5 " and 6 " of rope') == []
