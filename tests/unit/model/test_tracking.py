"""What a library remembers of its own upkeep."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from pubtrack.model import OUTCOMES, Asked, Decision, Proposal, WorkState

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def test_there_are_five_outcomes_and_failure_is_not_absence() -> None:
    """ADR-0004."""
    assert OUTCOMES == ("found", "absent", "unreachable", "throttled", "not_asked")
    with pytest.raises(ValidationError):
        Asked(at=NOW, outcome="failed")  # type: ignore[arg-type]


def test_state_reads_back_from_json() -> None:
    state = WorkState(key="k", base={"title": "{T}"}, asked={"crossref": Asked(at=NOW, outcome="absent")})
    assert WorkState.model_validate_json(state.model_dump_json()) == state
    assert WorkState(key="k").to_json() == {"key": "k"}


def test_a_proposal_and_a_decision_are_of_known_kinds() -> None:
    assert Proposal(id="1", kind="new", summary="Add it?").to_json()["kind"] == "new"
    with pytest.raises(ValidationError):
        Proposal(id="1", kind="guess", summary="?")  # type: ignore[arg-type]
    with pytest.raises(ValidationError):
        Decision(kind="maybe", at=NOW)  # type: ignore[arg-type]
