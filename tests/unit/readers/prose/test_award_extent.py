"""How far the name of an award reaches."""

from __future__ import annotations

import pytest

from pubtrack.readers.prose.award_names import award_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mon dernier livre a obtenu le prix Carbet de l'essai.", "prix Carbet de l'essai"),
        ("Le prix Clio récompense cette année un ouvrage.", "prix Clio"),
        ("Our paper got the notable paper award.", "notable paper award"),
        ("She holds the Presidential Citation for Service.", "Presidential Citation for Service"),
        ("2023 Article of the Year, Nursing Research", "Article of the Year"),
    ],
)
def test_a_name_ends_with_its_words(text: str, name: str) -> None:
    assert [text[n.start : n.end] for n in award_names(text, listed=True)] == [name]


def test_what_papers_have_is_no_award() -> None:
    assert award_names("The Evolution of Data Citation: From Principles to Implementation", listed=True) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2013: A. Wade Holm Award for Teaching, Mentoring and Service, Guild of Weavers", "A. Wade Holm Award for Teaching, Mentoring and Service"),
        ("2016: R.R. Moray Award", "R.R. Moray Award"),
        ("She won the Milton van Dyke Award.", "Milton van Dyke Award"),
        ("Weston Foundation / BC Packers Ltd. Graduate Fellowship", "Weston Foundation / BC Packers Ltd. Graduate Fellowship"),
        ("GSA Recent Ph.D. Award", "GSA Recent Ph.D. Award"),
        ("Two Best Paper Awards", "Best Paper Awards"),
        ("Fellow of the David P. Carle Centennial Chair", "Fellow of the David P. Carle Centennial Chair"),
        ("Michael Selby Prize for Best Overall Oral paper in 2009", "Michael Selby Prize for Best Overall Oral paper"),
        ("Holm Scholar award to the University of Lund", "Holm Scholar award"),
        ("Research Council of Norway Postgraduate Scholarship (Doctoral)", "Research Council of Norway Postgraduate Scholarship"),
        ("Award for Excellence, University of Oslo and Bergen", "Award for Excellence"),
        ("2014 - Premio UMH 2014 a la Productividad Investigadora.", "Premio UMH 2014 a la Productividad Investigadora"),
        ("1er prix : Céline Conte", "1er prix"),
        ("She is a GI-Junior-Fellow.", "GI-Junior-Fellow"),
        ("PhD oral prize", "PhD oral prize"),
    ],
)  # fmt: skip
def test_initials_particles_rows_and_ordinals_belong_to_a_name(text: str, name: str) -> None:
    assert [text[n.start : n.end] for n in award_names(text, listed=True)] == [name]


def test_two_prizes_joined_by_a_small_word_are_two() -> None:
    text = "Elle a reçu le Prix Lambert et le second prix de l'Académie d'Architecture 2023."
    assert [text[n.start : n.end] for n in award_names(text)] == [
        "Prix Lambert",
        "second prix de l'Académie d'Architecture",
    ]


def test_words_that_point_at_an_award_name_none() -> None:
    assert award_names("Das Projekt wurde von der Jury für die Auszeichnung ausgewählt.") == []


def test_the_initials_of_a_family_name_in_front_are_not_those_of_the_prize() -> None:
    text = "Oaks, J.R. Kenneth B. Holm Award for Excellence in Teaching"
    assert [text[n.start : n.end] for n in award_names(text, listed=True)] == [
        "Kenneth B. Holm Award for Excellence in Teaching"
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "She won the “Salt and Sail” Award for Young Sailors of the Guild.",
            "“Salt and Sail” Award for Young Sailors of the Guild",
        ),
        ("Ganó el Premio “Sal y Vela” de la Gilda.", "Premio “Sal y Vela” de la Gilda"),
        ('Premio "Dr. José Olmo", 1990', 'Premio "Dr. José Olmo"'),
        ("Sie erhielt den Preis „Salz und Segel“ der Gilde.", "Preis „Salz und Segel“ der Gilde"),
        ("the paper “Wet Sails in the Night” Best Paper Award at X", "Best Paper Award"),
    ],
)
def test_a_quote_beside_the_noun_is_part_of_the_name(text: str, name: str) -> None:
    assert [text[n.start : n.end] for n in award_names(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der 1. Preis mit einem Preisgeld von 500 Euro ging an Ute Kamm.", "1. Preis"),
        ("Lea Moor received the 1st Poster Prize for her work.", "1st Poster Prize"),
        ("Er bekam den Preis für gute Lehre.", "Preis für gute Lehre"),
        (
            "Es gab einen Sonderpreis für besonderes studentisches Engagement.",
            "Sonderpreis für besonderes studentisches Engagement",
        ),
        ("Sie erhielt den Moray-Preis für ihre herausragende Arbeit.", "Moray-Preis"),
        ("Hier steht, wie der knotSource Award Gewinner arbeitet.", "knotSource Award"),
    ],
)
def test_a_german_name_ends_behind_its_noun_and_takes_in_its_number(text: str, name: str) -> None:
    assert [text[n.start : n.end] for n in award_names(text)] == [name]


def test_a_number_that_counts_entries_belongs_to_no_name() -> None:
    text = "1. Preis der Stadt Lund"
    assert [text[n.start : n.end] for n in award_names(text, listed=True)] == ["Preis der Stadt Lund"]
