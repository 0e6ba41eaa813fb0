"""Where the name of an award begins and ends."""

from __future__ import annotations

import re

import pytest

from guarding import never_rules_out
from pubtrack.readers.prose import award_names as names
from pubtrack.readers.prose.award_names import award_names
from pubtrack.readers.prose.words import by_letter, fold, holds_one, tokens_of
from pubtrack.vocab.award_grammar import TRIGGERS


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I received the Best Paper Awards at the NeurIPS 2024 Workshop", ["Best Paper Awards"]), ("Er erhielt den Wissenschaftspreis der Stadt Ulm", ["Wissenschaftspreis der Stadt Ulm"]), ("Premio Nacional de Historia 2018", ["Premio Nacional de Historia"]),
        ("2015 Prix Jeune Chercheur de la Ville de Paris", ["Prix Jeune Chercheur de la Ville de Paris"]), ("2019年获国家科技进步奖二等奖", ["国家科技进步奖二等奖"]), ("the Kenneth J. and Sharon L. (Reisch) Erickson Scholarship", ["Kenneth J. and Sharon L. (Reisch) Erickson Scholarship"]),
        ("the 2024 Lindau Nobel Laureate Meeting", []), ("a member of the Award Committee", []), ("Call for the Turing Award", []), ("She is a Fellow of the Royal Society", ["Fellow of the Royal Society"]), ("an award", []), ("won a prix du meilleur article", ["prix du meilleur article"]),
        ("曼彻斯特大学院长成就奖 (Dean’s Award for Achievement)", ["曼彻斯特大学院长成就奖"]),
    ],
)  # fmt: skip
def test_names_of_awards(text: str, names: list[str]) -> None:
    assert [text[n.start : n.end] for n in award_names(text)] == names


def test_a_plural_is_noticed() -> None:
    assert [n.plural for n in award_names("Honorable Mentions and the Turing Award")] == [True, False]


def test_a_pattern_is_tried_wherever_it_would_find_something() -> None:
    never_rules_out(lambda text: holds_one(text, names._ASKED_FOR_HINTS), names._ASKED_FOR)


def test_a_phrase_is_looked_for_wherever_its_first_word_stands() -> None:
    for pattern in (names._PLAIN, names._ELECTED):
        never_rules_out(lambda text: not names._PHRASES_BEGIN.isdisjoint(tokens_of(text)), pattern)


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_a_beginning_is_found_at_its_rarest_letter(trigger: str) -> None:
    assert re.search(by_letter(TRIGGERS), f"x{trigger}x")
    assert names._triggered(f"x{trigger}x")
    assert names.may_hold_award(f"The {trigger}s", fold(f"The {trigger}s"))


def test_an_award_of_no_name_is_none_and_small_letters_may_be_one() -> None:
    assert not award_names("This annual award honors an outstanding article.")
    text = "received a graduate research fellowship"
    assert [text[n.start : n.end] for n in award_names(text, listed=True)] == ["graduate research fellowship"]


def test_a_prize_for_the_best_text_of_a_kind_is_named_by_that() -> None:
    text = "Sie wurde mit dem Preis für den besten studentischen Aufsatz über Seile ausgezeichnet."
    assert [text[n.start : n.end] for n in award_names(text)] == ["Preis für den besten studentischen Aufsatz"]


def test_what_an_article_points_at_has_nothing_in_front() -> None:
    text = "Gemäß der Tradition des Moray-Preises hat Ada Holm entschieden."
    assert [text[n.start : n.end] for n in award_names(text)] == ["Moray-Preises"]
