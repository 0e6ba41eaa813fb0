"""Words that lead into a container."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text
from pubtrack.readers.prose.piece_leads import NO_LEADS, led_into


@pytest.mark.parametrize(
    ("before", "leads"),
    [
        ("Title. In: ", True),
        ("Title, in: *", True),
        ("Title // ", True),
        ("Title. In Proc. ", True),
        ("Title. Proceedings of ", True),
        ("Titel (= Reihe ", True),
        ("Titre, coll. «", True),
        ("题目, 载", True),
        ("Titel. Berlin. ", False),
        ("Title, ", False),
        ("Title within ", False),
        ("", False),
    ],
)
def test_words_in_front_say_that_a_container_follows(before: str, leads: bool) -> None:
    text = f"{before}Soil Science"
    assert led_into(text, 0, len(before)) is leads


def test_nothing_in_front_of_the_item_is_looked_at() -> None:
    text = "in: Soil Science"
    assert led_into(text, 0, 4)
    assert not led_into(text, 4, 4)


def test_words_in_lower_case_are_no_container() -> None:
    assert not led_into("Title. In: soil", 0, 11)


def test_marks_that_are_passed_over_lead_into_nothing() -> None:
    for mark in NO_LEADS:
        assert not led_into(f"Title{mark}Soil Science", 0, 5 + len(mark))


def test_where_a_text_is_under_review_is_no_title() -> None:
    text = "## Manuscripts\n\n- Lee, A. and Ray, B. (under review at *Teaching of Ropes*). Teaching knots with student data.\n"
    assert [w.title for w in read_text(text, format="markdown").works] == ["Teaching knots with student data"]
