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
