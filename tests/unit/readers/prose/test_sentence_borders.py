"""Where sentences begin and end."""

from __future__ import annotations

from pubtrack.readers.prose.sentence_borders import sentences


def test_a_title_is_never_split() -> None:
    text = "See “Why? Because.” Then go. End"
    assert [text[a:b] for a, b in sentences(text, [(4, 19)])] == ["See “Why? Because.” Then go. ", "End"]


def test_a_sentence_does_not_end_behind_a_title_of_persons() -> None:
    text = "Thanks to Dr. Roe, Prof. Doe and J. Poe. All won! Next year"
    assert [text[a:b] for a, b in sentences(text, [])] == [
        "Thanks to Dr. Roe, Prof. Doe and J. Poe. ",
        "All won! ",
        "Next year",
    ]


def test_the_number_of_a_prize_ends_no_sentence() -> None:
    text = "Der 1. Preis ging an Ute Kamm. Der 2. Preis blieb."
    assert [text[a:b] for a, b in sentences(text, [])] == ["Der 1. Preis ging an Ute Kamm. ", "Der 2. Preis blieb."]


def test_spanish_forms_of_address_end_no_sentence() -> None:
    text = "El premio fue a Dª. Ada Ruiz y al Sr. Cano. Luego"
    assert [text[a:b] for a, b in sentences(text, [])] == ["El premio fue a Dª. Ada Ruiz y al Sr. Cano. ", "Luego"]
