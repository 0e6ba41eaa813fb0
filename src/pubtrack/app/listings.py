"""New works of the owner: what ORCID, OpenAlex and dblp list under the owner's iD and the library does not hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pubtrack.app.refresh_report import RefreshReport
from pubtrack.errors import SourceError
from pubtrack.model import Identifier, Proposal, Reading, WorkMention
from pubtrack.sources.base import Service
from pubtrack.sources.gather import outcome_of

if TYPE_CHECKING:
    from pubtrack.app.shelf import Shelf

__all__ = ["listed_works", "new_works"]


def new_works(
    library: Shelf, sources: Mapping[str, Service], transport: Any, report: RefreshReport, now: datetime
) -> list[Proposal]:
    """Gives a proposal for each listed work that the library neither holds nor refused."""
    from pubtrack.app.tracking import Tracker

    owner = library.owner
    person = Identifier.of("orcid", owner.orcid) if owner else None
    if person is None:
        return []
    tracker = Tracker(library.draft_copy(), now)
    found: dict[str, Proposal] = {}
    for name, source in sources.items():
        if not hasattr(source, "works_of"):
            continue
        try:
            listed = listed_works(source, person, transport)
        except SourceError as error:
            report.note(name, outcome_of(error), f"list of works: {error.detail}")
            continue
        # One tracker for all lists: what a second source lists again is no second proposal.
        found |= {p.id: p for p in tracker.proposals(listed) if p.kind == "new"}
    return list(found.values())


def listed_works(source: Any, person: Identifier, transport: Any) -> Reading:
    """Gives what a source lists under a person's iD, as mentions with their whole records.

    Raises:
        SourceError: The source could not be asked.
    """
    mentions = []
    for answer in source.works_of(person, transport):
        fields = source.parse(answer)
        if fields.title or fields.identifiers:
            mentions.append(WorkMention(start=0, end=0, fields=fields, kind=fields.type or "work"))
    return Reading(text="", source=f"{source.name}:{person.value}", format=source.name, works=tuple(mentions))
