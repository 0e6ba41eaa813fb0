"""Names of bodies."""

from __future__ import annotations

import pytest

from pubtrack.readers.prose.award_bodies import is_body


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Tarn Department of Ropes & Nets", True),
        ("Akademie der Taue und Netze", True),
        ("Salt in the Walls: A Society of Ropes", False),
        ("Learn more about the society", False),
        ("Journal of Ropes", False),
    ],
)
def test_a_body_is_capitals_and_the_noun_of_one(words: str, body: bool) -> None:
    assert is_body(words) is body
