"""Text of strangers becomes one quiet line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cv_library import HOSTILE, assert_calm
from pubtrack.csl import Run
from pubtrack.writers.calm_text import calm, calm_runs, no_tags, plain_title


def test_nothing_hostile_is_left_in_a_line() -> None:
    for text in HOSTILE:
        assert_calm(calm(text))
        assert "\n" not in calm(text)


def test_letters_from_right_to_left_stay() -> None:
    assert calm("العربية עברית") == "العربية עברית"


@given(st.text())
def test_calming_twice_changes_nothing(text: str) -> None:
    assert calm(calm(text)) == calm(text)


def test_runs_without_text_are_left_out() -> None:
    assert calm_runs([Run("\u202e"), Run("a\nb")]) == (Run("a b"),)


def test_a_title_loses_its_tags() -> None:
    assert plain_title(" <i>a</i>\n< b ") == "a < b"


def test_no_tag_can_start() -> None:
    assert no_tags("<script>") == "<\u2060script>"
    assert no_tags("1 < 2") == "1 < 2"
