"""Titles copied badly."""

from __future__ import annotations

import pytest

from pubtrack.match.slips import left_out, slips_only


@pytest.mark.parametrize(
    ("one", "two", "slips"),
    [
        ("efficient algorithms", "effcient algorihtms", True),
        ("an oxidation model", "an oidation model", True),
        ("learning adn planning", "learning and planning", False),  # too short to tell
        ("the social web", "the socqal web", True),  # no word has "cqa"
        ("nonlinear spectroscopy", "nonlinear spjctroscopy", True),
        ("infected cells", "injected cells", False),  # both are words
        ("adsorption of gases", "absorption of gases", False),
        ("symmetric matrices", "asymmetric matrices", False),
        ("macro economics of care", "micro economics of care", False),
        ("case a", "case b", False),
        ("three effects of light", "three effects of the light", False),
        ("optcs of nihgt vsion of brids", "optics of night vision of birds", False),  # four
    ],
)
def test_a_slip_is_a_letter_lost_or_changed_over_but_never_another_word(one: str, two: str, slips: bool) -> None:
    assert slips_only(one.split(), two.split()) == slips_only(two.split(), one.split()) == slips


@pytest.mark.parametrize(
    ("one", "two", "less"),
    [
        ("optics of night", "optics of night vision of birds", True),
        ("optics of vision", "optics of night vision", True),
        ("optcis of night", "optics of night vision", True),
        ("optics of vision of brids", "optics of night vision of birds", True),
        ("optics of night vision", "the optics of night vision", True),
        ("night vision", "optics of night vision", False),  # a word in front makes another title
        ("optics of birds", "optics of night vision of birds", False),
        ("optics of day vision", "optics of night vision of birds", False),
        ("optics of night", "optics of night", False),
        ("the", "night", False),
    ],
)
def test_words_are_left_out_behind_or_one_in_the_middle(one: str, two: str, less: bool) -> None:
    assert left_out(one.split(), two.split()) == left_out(two.split(), one.split()) == less
