"""Names of meetings."""

from __future__ import annotations

import pytest

from pubtrack.readers.prose.meetings import names_meeting


@pytest.mark.parametrize(
    ("words", "meeting"),
    [
        ("4th International Symposium on Ropes and Knots", True),
        ("The Third International Workshop on Knots", True),
        ("Jornadas Chilenas de Cordelería 2012", True),
        ("II Congreso Nacional de Cordelería", True),
        ("Congress and the President", False),
        ("Workshop organisation in late antiquity", False),
        ("International Conference Proceedings: A History", False),
        ("", False),
    ],
)
def test_a_meeting_has_an_ordinal_in_front_or_a_year_behind(words: str, meeting: bool) -> None:
    assert names_meeting(words) is meeting
