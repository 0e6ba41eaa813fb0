"""Who said it, where, and when (ADR-0001)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from pydantic import ValidationError

from pubtrack.model import USER, Evidence, Issue, Provenance


def test_a_moment_is_kept_in_utc_to_the_second() -> None:
    summer = datetime(2026, 7, 1, 12, 0, 0, 999, timezone(timedelta(hours=2)))
    assert Provenance(source="acl", retrieved_at=summer).retrieved_at == datetime(2026, 7, 1, 10, tzinfo=UTC)


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValidationError, match="time zone"):
        Provenance(source="acl", retrieved_at=datetime(2026, 7, 1))


def test_nobody_needs_to_know_when() -> None:
    assert Provenance(source=USER).to_json() == {"source": "user"}


def test_evidence_reads_back_from_json() -> None:
    evidence = Evidence(where="interview.txt", span=(10, 20), line=3, excerpt="Best Paper")
    assert Evidence.model_validate_json(evidence.model_dump_json()) == evidence


def test_an_issue_is_a_warning_unless_it_says_otherwise() -> None:
    assert Issue(check="duplicate-key", message="Twice.").severity == "warning"
