"""Who said it, where, and when: the witness of every value (ADR-0001)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator

from pubtrack.model.base import Frozen, Text


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(UTC).replace(microsecond=0)


Moment = Annotated[datetime, AfterValidator(_utc)]
"""A moment in UTC, to the second."""

USER = "user"
"""The source named for the person whose library it is: always first in trust (ADR-0002)."""


class Provenance(Frozen):
    """Where a record comes from."""

    source: Text
    """The service or reader: `crossref`, `arxiv`, `user`, `interview`."""
    source_id: Text | None = None
    """The record's own id there."""
    retrieved_at: Moment | None = None
    """When it was seen; None where nobody knows."""
    url: Text | None = None
    place: Text | None = None
    """Where exactly, in words a person can follow (file, commit, line)."""


class Evidence(Frozen):
    """A passage that supports a statement: where it stands, and what it says."""

    where: Text
    """File, page or URL."""
    span: tuple[int, int] | None = None
    """Start and end in code points of the text at `where`."""
    line: int | None = None
    excerpt: Text | None = None
    """The words themselves."""
    retrieved_at: Moment | None = None


class Disagreement(Frozen):
    """Two statements about one thing: what we hold, and what somebody else says."""

    field: Text
    said: Text
    """The value that lost."""
    where: Text
    """Who said it."""
    reason: Text | None = None
    """Why the other value is held to be right."""


class Issue(Frozen):
    """Something doubtful that was noticed on the way. Listed, never raised."""

    check: Text
    """Short name of the check, for settings and machines: `duplicate-key`."""
    message: Text
    """One sentence for a person, with the remedy."""
    severity: Literal["error", "warning", "info"] = "warning"
    path: Text | None = None
    line: int | None = None
    key: Text | None = None
    """Citation key of the work concerned."""
    field: Text | None = None
    excerpt: Text | None = None
    fix: Text | None = None
    """The value that would mend it, where that is certain."""
