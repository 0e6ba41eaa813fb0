"""Awards named by praise alone, and orders of merit."""

from __future__ import annotations

import pytest

from pubtrack.readers.prose.award_names import award_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2019: Meilleure affiche scientifique, Colloque de Lyon", "Meilleure affiche scientifique"),
        ("Melhor trabalho na categoria Painéis", "Melhor trabalho na categoria Painéis"),
        ("- Excellent Graduate of Lund University (2011)", "Excellent Graduate of Lund University"),
        ("Awardee • Outstanding Young Researcher • Lund", "Outstanding Young Researcher"),
        ("Ada Holm (best student presentation)", "best student presentation"),
    ],
)
def test_praise_that_begins_an_entry_of_a_list_of_awards_is_one(text: str, name: str) -> None:
    assert [text[n.start : n.end] for n in award_names(text, listed=True)] == [name]
    assert not award_names(text)


@pytest.mark.parametrize("text", ["Outstanding work by students", "She teaches excellent students at Lund"])
def test_praise_in_a_sentence_is_none(text: str) -> None:
    assert not award_names(text, listed=True)


def test_orders_of_merit_are_awards_in_any_text() -> None:
    text = "Elle est officier dans l’ordre national du mérite, et Chevalier de la Légion d'honneur."
    assert [text[n.start : n.end] for n in award_names(text)] == [
        "officier dans l’ordre national du mérite",
        "Chevalier de la Légion d'honneur",
    ]
