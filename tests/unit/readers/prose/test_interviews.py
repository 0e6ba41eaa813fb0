"""Questions and answers."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text


@pytest.mark.parametrize(
    ("question", "answer", "works"),
    [
        ("Q: What is the paper about?", 'A: Thanks. It\'s called "Ropes at Night: A Study of Knots".', 1),
        ("Q: And then came the dissertation.", 'A: Right, "Listening to Ropes and Knots". I finished late.', 1),
        ("Q: How was the trip?", 'A: It was called "Ropes at Night: A Study of Knots".', 0),
    ],
)
def test_what_a_question_asks_for_its_answer_names(question: str, answer: str, works: int) -> None:
    assert len(read_text(f"{question}\n\n{answer}\n", format="text").works) == works


def test_a_long_paragraph_in_front_is_no_question() -> None:
    long = "Q: " + "We talked about the paper for a while and about many other things. " * 5
    assert read_text(f'{long}\n\nA: It was called "Ropes at Night: A Study of Knots".\n', format="text").works == ()


def test_what_an_answer_named_before_its_next_sentence_speaks_of() -> None:
    text = (
        "Wofür genau?\nFür meine Doktorarbeit. Sie heißt „Fehlende Werte, falsche Schlüsse“ und handelt von Kohorten.\n"
    )
    assert [(w.title, w.kind) for w in read_text(text, format="text").works] == [
        ("Fehlende Werte, falsche Schlüsse", "thesis")
    ]
