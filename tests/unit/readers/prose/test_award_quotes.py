"""Quotes beside the noun of an award."""

from __future__ import annotations

import pytest

from pubtrack.readers.prose.award_names import award_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the “Salt and Sail” Award", "“Salt and Sail” Award"),
        ('Premio "Dr. José Olmo", 1990', 'Premio "Dr. José Olmo"'),
        ('Premio Nacional de Investigación "Ramón Olmo", Ministerio', 'Premio Nacional de Investigación "Ramón Olmo"'),
        ('Premio al mejor artículo "Velas Mojadas", 2019', "Premio al mejor artículo"),
        ('Premio Nacional de Ensayo "la sal y otras cosas del mar del norte"', "Premio Nacional de Ensayo"),
    ],
)
def test_a_person_in_quotes_ends_the_name_of_a_prize_and_a_text_does_not(text: str, name: str) -> None:
    assert [text[n.start : n.end] for n in award_names(text)] == [name]
