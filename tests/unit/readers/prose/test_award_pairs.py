"""Which of the awards and works of a sentence belong together."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("“A Study of Ropes: Part One” won the Turing Award and “A Study of Knots: Part Two” won the Abel Prize.", [("Turing Award", "A Study of Ropes: Part One"), ("Abel Prize", "A Study of Knots: Part Two")]),
        ("We received the Turing Award for our paper “A Study of Ropes: Part One” and the Abel Prize for our paper “A Study of Knots: Part Two”.", [("Turing Award", "A Study of Ropes: Part One"), ("Abel Prize", "A Study of Knots: Part Two")]),
        ("Our paper “A Study of Ropes: Part One” appeared in Mind. It received the Turing Award.", [("Turing Award", "A Study of Ropes: Part One")]),
        ("Our paper “A Study of Ropes: Part One” won the Turing Award and the Abel Prize.", [("Turing Award", "A Study of Ropes: Part One"), ("Abel Prize", "A Study of Ropes: Part One")]),
    ],
)  # fmt: skip
def test_awards_find_their_works(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(a.name, a.work_title) for a in read_text(text, format="text").awards] == pairs
