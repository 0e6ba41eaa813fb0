"""What a library remembers of its own upkeep: what was asked, what waits for a person, what a person answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from pydantic import Field

from pubtrack.model.award import Appointment, Award, Event
from pubtrack.model.base import Frozen, Text
from pubtrack.model.identifiers import Identifier
from pubtrack.model.provenance import Evidence, Moment
from pubtrack.model.work import SourceRecord

Outcome = Literal["found", "absent", "unreachable", "throttled", "not_asked"]
"""What came of asking a source for a work. Absence is never confused with failure (ADR-0004).

`found`: it holds the work. `absent`: it answered that it does not. `unreachable`: it could not be asked.
`throttled`: it asked us to wait. `not_asked`: off, no key, no identifier to ask by, or still fresh."""
OUTCOMES: tuple[str, ...] = get_args(Outcome)
"""The five outcomes of asking, in the order in which reports show them."""

Verdict = Literal["same", "version", "unsure", "different"]


class Asked(Frozen):
    """When a source was last asked for a work, and what came of it."""

    at: Moment
    outcome: Outcome
    digest: Text | None = None
    """Hash of the answer's content, to see whether it changed."""


class WorkState(Frozen):
    """Per work: the base of the three-way rule, and what each source was asked."""

    key: Text
    base: Mapping[str, str] = Field(default_factory=dict)
    """Field -> raw value as pubtrack last wrote it to works.bib (`ENTRYTYPE` is the entry's type)."""
    asked: Mapping[str, Asked] = Field(default_factory=dict)


class Proposal(Frozen):
    """Something that waits for a person, with everything needed to judge it."""

    id: Text
    """Stable: the same proposal made twice has the same id."""
    kind: Literal["new", "same", "version", "unsure", "published", "disagreement", "award", "appointment", "event"]
    """`new`: a work not in the library. `same`, `version`, `unsure`: how a record relates to the work `key`.
    `published`: the preprint `key` seems to have appeared. `disagreement`: a source contradicts a person's value."""
    summary: Text
    """One sentence that asks the question."""
    key: Text | None = None
    """Citation key of the work concerned, or the key a new work would get."""
    record: SourceRecord | None = None
    confirmations: tuple[SourceRecord, ...] = ()
    """What online sources say of the same work."""
    award: Award | None = None
    appointment: Appointment | None = None
    event: Event | None = None
    field: Text | None = None
    mine: Text | None = None
    theirs: Text | None = None
    distance: float | None = None
    penalties: Mapping[str, float] = Field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    since: Moment | None = None


class Decision(Frozen):
    """What a person answered; it binds every later run."""

    kind: Literal[
        "accepted", "same", "different", "not-mine", "never", "merged", "split", "removed", "renamed", "locked",
        "unlocked",
    ]  # fmt: skip
    at: Moment
    key: Text | None = None
    other: Text | None = None
    """The other key (merged, split, renamed), the proposal's id, or the field (locked)."""
    identifiers: tuple[Identifier, ...] = ()
    """By which the thing is known again."""
    title: Text | None = None
    because: Text | None = None
