"""What a source said, held against the library: believed, asked of a person, or known already."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from pubtrack.app.decisions import former_keys
from pubtrack.app.display import plain
from pubtrack.app.draft import Draft
from pubtrack.app.refresh_report import RefreshReport
from pubtrack.match import choose
from pubtrack.model import Fields, Proposal, SourceRecord, Work

__all__ = ["take"]


def take(draft: Draft, key: str, record: SourceRecord, report: RefreshReport, now: datetime) -> bool:
    """Takes what the draft does not say yet, or puts it where it waits for a person; True where the draft changed.

    An identifier is a claim to be verified: a record that was asked for by id is believed only where title, people
    and year do not contradict (law 6). A record that makes a preprint a published work is a question, not a change.
    """
    known = any(one.id == record.id for one in draft.records_of(key))
    if not known and (proposal := _question(draft, key, record, now)):
        answered = _answered(draft, key, proposal)
        if answered == "no":
            return False
        if answered is None:
            report.proposals.append(proposal)
            draft.propose([proposal])
            return False
    draft.say(record)
    return True


def _question(draft: Draft, key: str, record: SourceRecord, now: datetime) -> Proposal | None:
    work = draft.work(key)
    if work is None or not record.fields.title:
        return None
    choice = choose(record.fields, [work])
    said = f"{record.provenance.source} says it is “{plain(record.fields.title)}”"
    details: dict[str, Any] = {"distance": choice.distance, "penalties": choice.penalties}
    if choice.verdict not in ("same", "version"):
        return _proposal("unsure", f"Is this {key} (“{plain(work.title)}”)? {said}.", key, record, now, details)
    if _is_published_now(work, record.fields):
        where = record.fields.container_title or record.fields.event_title or record.fields.publisher or "somewhere"
        return _proposal("published", f"{key} seems to be published: {where}. {said}.", key, record, now, details)
    return None


def _is_published_now(work: Work, fields: Fields) -> bool:
    return work.is_preprint and fields.stage == 0 and fields.type not in (None, "article", "document", "manuscript")


def _proposal(
    kind: Any, summary: str, key: str, record: SourceRecord, now: datetime, details: dict[str, Any]
) -> Proposal:
    proposal_id = _id(kind, key, record)
    return Proposal(id=proposal_id, kind=kind, summary=summary, key=key, record=record, since=now, **details)


def _id(kind: str, key: str, record: SourceRecord) -> str:
    name = f"{kind}\n{key}\n{record.provenance.source}\n{record.provenance.source_id}\n{record.fields.title}"
    return hashlib.sha256(name.encode()).hexdigest()[:12]


def _answered(draft: Draft, key: str, proposal: Proposal) -> str | None:
    """What a person answered to the very same question before, under whatever key."""
    answers = {"accepted": "yes", "same": "yes", "different": "no", "never": "no", "not-mine": "no"}
    ids = {proposal.id}
    if proposal.record:
        ids |= {_id(proposal.kind, old, proposal.record) for old in former_keys(draft.decisions).get(key, ())}
    found = [d for d in draft.decisions if d.other in ids and d.kind in answers]
    return answers[found[-1].kind] if found else None
