"""What is no disagreement: case, accents, initials, missing days."""

from __future__ import annotations

import pytest

from pubtrack.app.agreement import agree
from pubtrack.model import Contributor, PartialDate

JIN = Contributor(family="Jin", given="Zhijing")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("On Gödel", "on godel", True),
        ("On Gödel", "On Escher", False),
        ((JIN,), (Contributor(family="Jin", given="Z."),), True),
        ((JIN,), (JIN, JIN), False),
        ((JIN,), (Contributor(family="Gin", given="Z."),), False),
        (PartialDate(year=2024), PartialDate(year=2024, month=5, day=1), True),
        (PartialDate(year=2024, month=4), PartialDate(year=2024, month=5), False),
        (PartialDate(literal="soon"), PartialDate(year=2024), False),
        (("a",), ("A",), True),
        (None, "x", False),
    ],
)  # fmt: skip
def test_values_agree_where_they_say_the_same(one, other, same):
    assert agree(one, other) is same
    assert agree(other, one) is same
