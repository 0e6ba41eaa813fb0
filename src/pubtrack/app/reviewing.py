"""`pubtrack review`: what waits for a person, side by side, and answers that bind every later run."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Literal

from pubtrack.app.decisions import former_keys
from pubtrack.app.display import plain, shown, witness
from pubtrack.app.draft import Draft
from pubtrack.app.hand import disagreements, unlock
from pubtrack.app.tracking import apply
from pubtrack.errors import InputError, NotFoundError
from pubtrack.model import Decision, Disagreement, Fields, Proposal

__all__ = ["ANSWERS", "answer", "open_questions", "sides", "url_of"]

Answer = Literal["yes", "no", "never"]
ANSWERS: tuple[str, ...] = ("yes", "no", "never")
"""`yes`: take it. `no`: it is another work, or another person's. `never`: and do not ask again in any form."""

_COMPARED = (
    "title", "author", "issued", "type", "container_title", "event_title", "volume", "issue", "page", "publisher",
    "identifiers",
)  # fmt: skip


def open_questions(draft: Draft) -> list[Proposal]:
    """Gives what waits for a person: proposals first, then values of theirs that sources contradict.

    What is asked of a work that was taken out waits until the work is back.
    """
    answered = {decision.other for decision in draft.decisions}
    there = (p for p in draft.proposals.values() if p.kind == "new" or p.key is None or p.key in draft.known_keys)
    waiting = [p for p in there if p.id not in answered]
    former = former_keys(draft.decisions)
    for key, found in disagreements(draft):
        if not answered.isdisjoint(_disagreement_id(name, found) for name in (key, *former.get(key, ()))):
            continue
        proposal = Proposal(
            id=_disagreement_id(key, found),
            kind="disagreement",
            summary=f"{found.where} says another {found.field} of {key}.",
            key=key,
            field=found.field,
            mine=shown(getattr(draft.work(key), found.field)) or None,
            theirs=found.said,
        )
        waiting.append(proposal)
    return waiting


def _disagreement_id(key: str, found: Disagreement) -> str:
    return hashlib.sha256(f"{key}\n{found.field}\n{found.said}".encode()).hexdigest()[:12]


def answer(draft: Draft, proposal_id: str, said: Answer, now: datetime, because: str | None = None) -> Proposal:
    """Carries out an answer and remembers it; gives the proposal it was about.

    Raises:
        NotFoundError: No such proposal waits.
    """
    proposal = next((p for p in open_questions(draft) if p.id == proposal_id), None)
    if proposal is None:
        raise NotFoundError(f"no proposal {proposal_id!r} waits in this library.")
    draft.proposals.pop(proposal.id, None)
    if said == "yes":
        _accept(draft, proposal, now)
    draft.decisions.append(_decision(proposal, said, now, because))
    return proposal


def _accept(draft: Draft, proposal: Proposal, now: datetime) -> None:
    if proposal.kind == "disagreement":
        if not proposal.key:
            raise InputError("this disagreement names no work.")
        unlock(draft, proposal.key, proposal.field, now)
        return
    # A person has looked, so an unsure one is taken like a sure one.
    apply(draft, [proposal.replace(kind="same") if proposal.kind == "unsure" else proposal])


def _decision(proposal: Proposal, said: Answer, now: datetime, because: str | None) -> Decision:
    about_a_person = proposal.kind == "new"
    kinds = {"yes": "accepted", "no": "not-mine" if about_a_person else "different", "never": "never"}
    fields = proposal.record.fields if proposal.record and said != "yes" and about_a_person else Fields()
    return Decision(
        kind=kinds[said],
        at=now,
        key=None if said != "yes" else proposal.key,
        other=proposal.id,
        identifiers=tuple(i.without_version for i in fields.identifiers),
        title=fields.title,
        because=because,
    )


def sides(draft: Draft, proposal: Proposal) -> list[tuple[str, str, str]]:
    """Gives rows (field, what the library holds, what is proposed) for a person to compare."""
    if proposal.kind == "disagreement":
        return [(proposal.field or "", proposal.mine or "", proposal.theirs or "")]
    if proposal.record is None:
        entry = proposal.award or proposal.appointment or proposal.event
        return [(name, "", shown(value)) for name, value in (entry.to_json() if entry else {}).items()][:12]
    held = draft.work(proposal.key) if proposal.key else None
    theirs = proposal.record.fields
    rows = []
    for name in _COMPARED:
        mine, other = getattr(held, name, None), getattr(theirs, name)
        if mine or other:
            rows.append((name, plain(shown(mine)), plain(shown(other))))
    rows.append(("said by", "", witness(proposal.record.provenance)))
    rows += [("passage", "", passage.excerpt or passage.where) for passage in proposal.evidence]
    rows += [(f"against: {name}", "", f"{points:.2f}") for name, points in proposal.penalties.items() if points]
    return rows


def url_of(proposal: Proposal) -> str | None:
    """Gives where the proposed thing can be seen."""
    if proposal.record is None:
        return None
    said = proposal.record.provenance.url
    return said or next((url for i in proposal.record.fields.identifiers if (url := i.url)), None)
