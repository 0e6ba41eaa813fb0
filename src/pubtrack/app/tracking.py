"""`pubtrack track`: from mentions in a text to proposals, and from proposals to the library."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import PurePath

from pubtrack.app.awards import entry_id
from pubtrack.app.decisions import Refusals
from pubtrack.app.display import plain
from pubtrack.app.draft import Draft
from pubtrack.markup.names import parse_name
from pubtrack.markup.titles import normalise_title
from pubtrack.match import Choice, choose, prepare
from pubtrack.model import (
    Appointment,
    AppointmentMention,
    Award,
    AwardMention,
    Event,
    EventMention,
    Evidence,
    Fields,
    Mention,
    PartialDate,
    Proposal,
    Provenance,
    Reading,
    SourceRecord,
    WorkMention,
)
from pubtrack.writers.keys import citation_key, suffixes

PROSE = frozenset({"text", "markdown", "html", "latex", "id"})
"""Formats that mention works; all others are the names of those that state fields."""


class Tracker:
    """Turns the mentions of one reading into proposals for one library."""

    def __init__(self, draft: Draft, now: datetime) -> None:
        self._draft, self._now = draft, now
        self._refused = Refusals(draft.decisions)
        self._known = [(prepare(record), record) for key in draft.keys for record in draft.records_of(key)]
        self._taken = {key.lower() for key in (*draft.keys, *draft.known_keys)}
        self._keys_by_title: dict[str, str] = {}

    def proposals(self, reading: Reading) -> list[Proposal]:
        """Gives one proposal per mention that the library does not know yet; what a person refused is left out."""
        found = [p for mention in reading.works if (p := self._work(mention, reading))]
        found += [p for award in reading.awards if (p := self._award(award, reading))]
        found += [p for post in reading.appointments if (p := self._appointment(post, reading))]
        found += [p for event in reading.events if (p := self._event(event, reading))]
        return list({p.id: p for p in found}.values())

    def _work(self, mention: WorkMention, reading: Reading) -> Proposal | None:
        fields = mentioned_fields(mention)
        if not (fields.title or fields.identifiers) or self._refused.covers(fields):
            return None
        choice = choose(fields, [prepared for prepared, _ in self._known]) if self._known else None
        twin = self._record_behind(choice)
        if choice is None or twin is None or choice.verdict == "different":
            return self._new(mention, fields, reading)
        self._remember_title(fields.title, twin.work)
        kind = choice.verdict
        record = self._record(twin.work, mention, fields, reading)
        if any(known.fields == record.fields and known.evidence == record.evidence for _, known in self._known):
            return None
        question = {"same": "is", "version": "is a version of", "unsure": "may be"}[kind]
        summary = f"“{plain(fields.title) or fields.identifiers[0]}” {question} {twin.work}"
        return Proposal(
            id=_id(kind, twin.work, fields.title, *map(str, fields.identifiers), record.provenance.source_id),
            kind=kind,
            summary=f"{summary}.",
            key=twin.work,
            record=record,
            distance=choice.distance,
            penalties=choice.penalties,
            evidence=record.evidence,
            since=self._now,
        )

    def _record_behind(self, choice: Choice | None) -> SourceRecord | None:
        if choice is None or choice.candidate is None:
            return None
        return next(record for prepared, record in self._known if prepared is choice.candidate)

    def _new(self, mention: WorkMention, fields: Fields, reading: Reading) -> Proposal:
        key = self._key(mention.key, fields)
        self._remember_title(fields.title, key)
        record = self._record(key, mention, fields, reading)
        self._known.append((prepare(record), record))
        return Proposal(
            id=_id("new", fields.title, *map(str, fields.identifiers)),
            kind="new",
            summary=f"“{plain(fields.title) or fields.identifiers[0]}” is not in the library yet.",
            key=key,
            record=record,
            evidence=record.evidence,
            since=self._now,
        )

    def _key(self, wanted: str | None, fields: Fields) -> str:
        base = wanted or citation_key(fields)
        key, endings = base, suffixes()
        while key.lower() in self._taken:
            key = base + next(endings)
        self._taken.add(key.lower())
        return key

    def _remember_title(self, title: str | None, key: str) -> None:
        if title:
            self._keys_by_title.setdefault(normalise_title(title), key)

    def _record(self, key: str, mention: WorkMention, fields: Fields, reading: Reading) -> SourceRecord:
        source = "prose" if reading.format in PROSE else reading.format
        evidence = () if source != "prose" else (self._evidence(mention, reading),)
        place, line = _place(reading), _line(reading, mention)
        provenance = Provenance(
            source=source,
            source_id=f"{PurePath(place).name}:{mention.key or line}",
            retrieved_at=self._now,
            url=place if "://" in place else None,
            place=f"{place}:{line}",
        )
        return SourceRecord(work=key, fields=fields, provenance=provenance, evidence=evidence)

    def _evidence(self, mention: Mention, reading: Reading) -> Evidence:
        return Evidence(
            where=_place(reading),
            span=(mention.start, mention.end),
            line=_line(reading, mention),
            excerpt=mention.excerpt or reading.text[mention.start : mention.end] or None,
            retrieved_at=self._now,
        )

    def _award(self, mention: AwardMention, reading: Reading) -> Proposal | None:
        works = (self._key_of(mention.work_title),) if mention.work_title and self._key_of(mention.work_title) else ()
        award = Award(
            id=self._entry_id(mention.name, mention.event or mention.awarder, mention.year),
            name=mention.name,
            kind=mention.kind,
            awarder=mention.awarder,
            event=mention.event,
            date=PartialDate(year=mention.year) if mention.year else None,
            works=tuple(w for w in works if w),
            recipients=(mention.person,) if mention.person else (),
            evidence=(self._evidence(mention, reading),),
            verified="self-reported",
        )
        if any(_same_award(award, known) for known in self._draft.career.awards):
            return None
        title = f" for “{mention.work_title}”" if mention.work_title else ""
        return Proposal(
            id=_id("award", award.name, award.event, *award.works, award.date),
            kind="award",
            summary=f"{award.name}{f' at {award.event}' if award.event else ''}{title}.",
            award=award,
            evidence=award.evidence,
            since=self._now,
        )

    def _key_of(self, title: str) -> str | None:
        if key := self._keys_by_title.get(normalise_title(title)):
            return key
        choice = choose(Fields(title=title), [prepared for prepared, _ in self._known]) if self._known else None
        twin = self._record_behind(choice)
        return twin.work if twin and choice and choice.verdict in ("same", "version") else None

    def _appointment(self, mention: AppointmentMention, reading: Reading) -> Proposal | None:
        if not mention.organization:
            return None
        entry = Appointment(
            id=self._entry_id(mention.role, mention.organization),
            role=mention.role,
            organization=mention.organization,
            start=PartialDate(year=mention.start_year) if mention.start_year else None,
            end=PartialDate(year=mention.end_year) if mention.end_year else None,
            evidence=(self._evidence(mention, reading),),
            verified="self-reported",
        )
        posts = self._draft.career.appointments
        if any(
            normalise_title(p.role) == normalise_title(entry.role) and _near(p.organization, entry.organization)
            for p in posts
        ):
            return None
        return Proposal(
            id=_id("appointment", entry.role, entry.organization),
            kind="appointment",
            summary=f"{entry.role}, {entry.organization}.",
            appointment=entry,
            evidence=entry.evidence,
            since=self._now,
        )

    def _event(self, mention: EventMention, reading: Reading) -> Proposal | None:
        entry = Event(
            id=self._entry_id(mention.name, mention.year),
            name=mention.name,
            date=PartialDate(year=mention.year) if mention.year else None,
            evidence=(self._evidence(mention, reading),),
        )
        if any(_near(known.name, entry.name) for known in self._draft.career.events):
            return None
        return Proposal(
            id=_id("event", entry.name, mention.year),
            kind="event",
            summary=f"{entry.name}.",
            event=entry,
            evidence=entry.evidence,
            since=self._now,
        )

    def _entry_id(self, *words: object) -> str:
        return entry_id({entry.id for entry in self._draft.career.entries}, *words)


def mentioned_fields(mention: WorkMention) -> Fields:
    """Gives what a mention says of the work: its whole record, or title, names, year, venue and identifiers."""
    if mention.fields:
        return mention.fields
    return Fields(
        title=mention.title_plain or mention.title,
        author=tuple(parse_name(name) for name in mention.authors),
        issued=PartialDate(year=mention.year) if mention.year else None,
        container_title=mention.venue,
        identifiers=mention.identifiers,
    )


def apply(draft: Draft, proposals: Iterable[Proposal]) -> list[str]:
    """Takes proposals into the library; gives the citation keys that changed. An unsure one is kept waiting."""
    touched: list[str] = []
    for proposal in proposals:
        draft.proposals.pop(proposal.id, None)
        if proposal.kind == "unsure":
            draft.propose([proposal])
        elif proposal.record and proposal.key:
            draft.say(proposal.record.replace(work=proposal.key))
            touched.append(proposal.key)
        elif entry := proposal.award or proposal.appointment or proposal.event:
            draft.career = draft.career.with_entry(entry)
    return touched


def waiting(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """Gives those that a run without a person must not apply."""
    return (p for p in proposals if p.kind in ("unsure", "disagreement", "published"))


def _same_award(one: Award, other: Award) -> bool:
    if normalise_title(one.name) != normalise_title(other.name):
        return False
    if one.works and other.works:
        return set(one.works) == set(other.works)
    same_year = not (one.date and other.date) or one.date.year == other.date.year
    return same_year and _near(one.awarder or one.event or "", other.awarder or other.event or "")


def _near(one: str, other: str) -> bool:
    """One name holds the other: "University of Toronto" and "the University of Toronto, Canada"."""
    a, b = normalise_title(one), normalise_title(other)
    return a in b or b in a


def _place(reading: Reading) -> str:
    return reading.source or "-"


def _line(reading: Reading, mention: Mention) -> int:
    return reading.text.count("\n", 0, mention.start) + 1


def _id(*parts: object) -> str:
    """A short stable name of a proposal's content."""
    text = "\n".join("" if p is None else normalise_title(str(p)) or str(p) for p in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:12]
