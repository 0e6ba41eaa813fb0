"""A library from an ORCID record: works, distinctions and employments as proposals, nothing taken unseen."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from pubtrack.app.listings import listed_works
from pubtrack.app.network import open_transport
from pubtrack.app.tracking import Tracker
from pubtrack.errors import InputError
from pubtrack.model import Evidence, Identifier, Proposal
from pubtrack.sources import SOURCES

if TYPE_CHECKING:
    from pubtrack.app.shelf import Shelf

__all__ = ["propose_record"]


def propose_record(library: Shelf, orcid: str) -> list[Proposal]:
    """Puts everything that an ORCID record holds into the library as proposals; gives them.

    Raises:
        InputError: It is no ORCID iD.
        SourceError: ORCID could not be asked.
    """
    person = Identifier.of("orcid", orcid)
    if person is None:
        raise InputError(f"{orcid!r} is no ORCID iD (its last character is a check digit).")
    source: Any = SOURCES["orcid"]
    with open_transport(library.settings) as transport:
        tracker = Tracker(library.draft_copy(), library.now())
        found = tracker.proposals(listed_works(source, person, transport))
        sections, failed = source.career_of(person, transport)
    if failed and not found:
        raise failed[0]
    for section in sections:
        entries = (*source.parse_awards(section), *source.parse_appointments(section))
        found += [_proposal(library, entry, person) for entry in entries]
    with library.change("propose", f"the record of {person.value}") as (draft, _):
        draft.propose(found)
    if failed:  # a section that could not be had is told once the rest is safe in the library
        raise failed[0]
    return found


def _proposal(library: Shelf, entry: Any, person: Identifier) -> Proposal:
    kind = "award" if hasattr(entry, "awarder") else "appointment"
    evidence = Evidence(where=person.url or str(person), retrieved_at=library.now())
    told = entry.replace(evidence=(*entry.evidence, evidence), verified="self-reported")
    what = f"{told.name}, {told.awarder or ''}" if kind == "award" else f"{told.role}, {told.organization}"
    return Proposal(
        id=hashlib.sha256(f"{kind}\n{told.id}".encode()).hexdigest()[:12],
        kind=kind,
        summary=f"{what.strip(', ')}.",
        since=library.now(),
        **{kind: told},
    )
