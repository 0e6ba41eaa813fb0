"""Honours, posts, gatherings and money are four different things (ADR-0003)."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from pubtrack.model import Appointment, Award, Entry, Event, Fields, Funding, Grant, Series, Software


def test_a_grant_is_no_award() -> None:
    assert not issubclass(Grant, Award)
    assert not issubclass(Award, Grant)
    with pytest.raises(ValidationError):
        Award(id="a", name="Grant 200021", kind="grant")  # type: ignore[arg-type]
    with pytest.raises(ValidationError):
        Award(id="a", name="Prize", amount="10000 EUR")  # type: ignore[call-arg]


def test_what_a_work_says_of_its_money_is_no_award() -> None:
    assert not issubclass(Funding, Entry)
    assert [name for name in Fields.model_fields if "award" in name] == []


def test_an_award_is_unverified_until_somebody_says_so() -> None:
    award = Award(id="best-paper", name="Best Paper Award")
    assert award.verified == "unverified"
    assert award.to_json() == {"id": "best-paper", "name": "Best Paper Award"}


@pytest.mark.parametrize("cls", [Award, Appointment, Event, Series, Software, Grant])
def test_every_entry_of_a_career_has_an_id_and_evidence(cls: type[Entry]) -> None:
    assert issubclass(cls, Entry)
    assert cls.model_fields["id"].is_required()


@pytest.mark.parametrize(
    ("funding", "text"),
    [
        (Funding(funder="SNSF", award_number="200021"), "SNSF 200021"),
        (Funding(funder="SNSF", title="NLP"), "SNSF NLP"),
        (Funding(award_number="1"), "1"),
        (Funding(), "funding"),
    ],
)
def test_funding_is_named_by_who_paid(funding: Funding, text: str) -> None:
    assert str(funding) == text
