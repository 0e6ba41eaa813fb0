"""Honorable mentions and the like."""

from __future__ import annotations

from pubtrack.readers import read_text
from pubtrack.readers.prose.award_degrees import is_degree_of, leads_on
from pubtrack.readers.prose.award_names import AwardName


def _names(text: str, first: str, second: str) -> tuple[AwardName, AwardName]:
    at, then = text.index(first), text.index(second)
    return AwardName(at, at + len(first), "prize", False), AwardName(then, then + len(second), "prize", False)


def test_a_mention_in_front_of_an_award_leads_on_to_it() -> None:
    text = "Honorable Mention, Merze Tate Award"
    assert leads_on(text, *_names(text, "Honorable Mention", "Merze Tate Award"))
    assert not leads_on(text, *_names(text, "Merze Tate Award", "Honorable Mention"))


def test_a_mention_in_brackets_says_no_more_than_how_near() -> None:
    text = "Turner Prize (Honorable Mention), 2020"
    assert is_degree_of(text, *_names(text, "Turner Prize", "Honorable Mention"))
    assert not is_degree_of(
        "Turner Prize, Honorable Mention",
        *_names("Turner Prize, Honorable Mention", "Turner Prize", "Honorable Mention"),
    )


def test_a_label_in_front_of_a_colon_announces_the_award() -> None:
    text = "Associated award: Rennes Thesis Prize"
    assert leads_on(text, *_names(text, "Associated award", "Rennes Thesis Prize"))
    text = "Moray Prize: Best Paper Award"
    assert not leads_on(text, *_names(text, "Moray Prize", "Best Paper Award"))


def test_an_accesit_of_a_prize_is_the_prize() -> None:
    text = "## Premios\n\n- Accésit del Premio Sal 2018 a la mejor tesis doctoral, por la tesis *Nudos y redes en el norte*\n"
    assert [a.name for a in read_text(text, format="markdown").awards] == ["Premio Sal 2018 a la mejor tesis doctoral"]
