"""What the name of a venue says by itself."""

from __future__ import annotations

import pytest

from pubtrack.match.venues import NO_VENUE, venue_facts


@pytest.mark.parametrize(
    ("venue", "kind"),
    [
        ("journal of the acm", "journal"),
        ("vldb j", "journal"),
        ("proceedings of the vldb endowment", "journal"),
        ("workshop on graphs", "conference"),
        ("arxiv", "preprint"),
        ("technical report", "report"),
        ("nature", ""),
    ],
)
def test_a_kind_is_read_off_the_words(venue: str, kind: str) -> None:
    assert venue_facts(venue).kind == kind


def test_no_venue_says_what_an_empty_name_says() -> None:
    assert venue_facts("") == NO_VENUE


def test_years_are_no_telling_words() -> None:
    facts = venue_facts("acl 2019")
    assert facts.years == (2019,)
    assert "2019" not in facts.telling
