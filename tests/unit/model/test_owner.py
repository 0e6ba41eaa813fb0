"""The person whose library it is."""

from __future__ import annotations

from pubtrack.model import Owner


def test_all_names_are_known_and_the_present_one_comes_first() -> None:
    owner = Owner(name="Zhijing Jin", aliases=("Z. Jin",), past_names=("A. B.",))
    assert owner.names == ("Zhijing Jin", "Z. Jin", "A. B.")
