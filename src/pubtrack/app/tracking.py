"""`pubtrack track`: from mentions in a text to proposals, and from proposals to the library."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from pathlib import PurePath

from pubtrack.app.awards import entry_id, free_id
from pubtrack.app.decisions import Refusals, former_keys
from pubtrack.app.display import plain
from pubtrack.app.draft import Draft
from pubtrack.app.keys import taken_keys
from pubtrack.app.known_records import KnownRecords
from pubtrack.bibtex.keys import free_key
from pubtrack.markup.names import parse_name
from pubtrack.markup.titles import normalise_title
from pubtrack.match import choose
from pubtrack.model import (
    Appointment,
    AppointmentMention,
    Award,
    AwardMention,
    Entry,
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
from pubtrack.readers.noticing import Lines
from pubtrack.writers.keys import citation_key

PROSE = frozenset({"text", "markdown", "html", "latex", "id"})
"""Formats that mention works; all others are the names of those that state fields."""


class Tracker:
    """Turns the mentions of one reading into proposals for one library."""

    def __init__(self, draft: Draft, now: datetime) -> None:
        self._draft, self._now = draft, now
        self._refused = Refusals(draft.decisions)
        self._former = former_keys(draft.decisions)
        self._known = KnownRecords(record for key in draft.keys for record in draft.records_of(key))
        waiting = [p.record for p in draft.proposals.values() if p.kind == "new" and p.record]
        self._waiting = KnownRecords(waiting)
        self._taken = taken_keys(draft) | {record.work.lower() for record in waiting}
        self._posts: list[Appointment] = list(draft.career.appointments)
        self._ids_asked = {p.id: entry.id for p in draft.proposals.values() if (entry := _entry_of(p))}
        self._entry_ids = {entry.id for entry in draft.career.entries} | set(self._ids_asked.values())
        self._lines = Lines("")
        self._keys_by_title: dict[str, str] = {}

    def proposals(self, reading: Reading) -> list[Proposal]:
        """Gives one proposal per mention that the library does not know yet; what a person refused is left out."""
        self._lines = Lines(reading.text)
        found = [p for mention in reading.works if (p := self._work(mention, reading))]
        found += [p for award in reading.awards if (p := self._award(award, reading))]
        # The most telling mention of a post first: "Assistant Professor in NLP" before "incoming Assistant Professor".
        posts = sorted(reading.appointments, key=lambda post: -len(_role_words(post.role)))
        found += [p for post in posts if (p := self._appointment(post, reading))]
        found += [p for event in reading.events if (p := self._event(event, reading))]
        return list({p.id: p for p in found if p.id not in self._refused.proposals}.values())

    def _work(self, mention: WorkMention, reading: Reading) -> Proposal | None:
        fields = mentioned_fields(mention)
        if not (fields.title or fields.identifiers) or self._refused.covers(fields):
            return None
        twin = self._known.nearest(fields)
        if twin is None or twin.choice.verdict == "different":
            return self._new(mention, fields, reading)
        key, kind = twin.record.work, twin.choice.verdict
        self._remember_title(fields.title, key)
        record = self._record(key, mention, fields, reading)
        if self._draft.says(record):
            return None
        said = (fields.title, *map(str, fields.identifiers), record.provenance.source_id)
        if any(_id(kind, old, *said) in self._refused.proposals for old in self._former.get(key, ())):
            return None
        question = {"same": "is", "version": "is a version of", "unsure": "may be"}[kind]
        summary = f"“{plain(fields.title) or fields.identifiers[0]}” {question} {key}"
        return Proposal(
            id=_id(kind, key, *said),
            kind=kind,
            summary=f"{summary}.",
            key=key,
            record=record,
            distance=twin.choice.distance,
            penalties=twin.choice.penalties,
            evidence=record.evidence,
            since=self._now,
        )

    def _new(self, mention: WorkMention, fields: Fields, reading: Reading) -> Proposal:
        key = self._waiting_key(fields) or self._key(mention.key, fields)
        self._remember_title(fields.title, key)
        record = self._record(key, mention, fields, reading)
        self._known.add(record)
        return Proposal(
            id=_id("new", fields.title, *map(str, fields.identifiers)),
            kind="new",
            summary=f"“{plain(fields.title) or fields.identifiers[0]}” is not in the library yet.",
            key=key,
            record=record,
            evidence=record.evidence,
            since=self._now,
        )

    def _waiting_key(self, fields: Fields) -> str | None:
        """The key that the same work has in a proposal that waits, so that both become one entry."""
        twin = self._waiting.nearest(fields)
        return twin.record.work if twin and twin.choice.verdict in ("same", "version") else None

    def _key(self, wanted: str | None, fields: Fields) -> str:
        key = free_key(wanted or citation_key(fields), self._taken)
        self._taken.add(key.lower())
        return key

    def _remember_title(self, title: str | None, key: str) -> None:
        if title:
            self._keys_by_title.setdefault(normalise_title(title), key)

    def _record(self, key: str, mention: WorkMention, fields: Fields, reading: Reading) -> SourceRecord:
        source = "prose" if reading.format in PROSE else reading.format
        evidence = () if source != "prose" else (self._evidence(mention, reading),)
        place, line = _place(reading), self._lines.of(mention.start)
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
            line=self._lines.of(mention.start),
            excerpt=mention.excerpt or reading.text[mention.start : mention.end] or None,
            retrieved_at=self._now,
        )

    def _award(self, mention: AwardMention, reading: Reading) -> Proposal | None:
        key = self._key_of(mention.work_title) if mention.work_title else None
        name, date = singular(mention.name), PartialDate(year=mention.year) if mention.year else None
        proposal_id = _id("award", name, mention.event, *((key,) if key else ()), date)
        award = Award(
            id=self._entry_id(proposal_id, mention.name, mention.event or mention.awarder, mention.year),
            name=name,
            kind=mention.kind,
            awarder=mention.awarder,
            event=mention.event,
            date=date,
            works=(key,) if key else (),
            recipients=(mention.person,) if mention.person else (),
            evidence=(self._evidence(mention, reading),),
            verified="self-reported",
        )
        if any(_same_award(award, known) for known in self._draft.career.awards):
            return None
        title = f" for “{mention.work_title}”" if mention.work_title else ""
        return Proposal(
            id=proposal_id,
            kind="award",
            summary=f"{award.name}{f' at {award.event}' if award.event else ''}{title}.",
            award=award,
            evidence=award.evidence,
            since=self._now,
        )

    def _key_of(self, title: str) -> str | None:
        if key := self._keys_by_title.get(normalise_title(title)):
            return key
        twin = self._known.nearest(Fields(title=title))
        return twin.record.work if twin and twin.choice.verdict in ("same", "version") else None

    def _appointment(self, mention: AppointmentMention, reading: Reading) -> Proposal | None:
        if not mention.organization:
            return None
        proposal_id = _id("appointment", mention.role, mention.organization)
        entry = Appointment(
            id=self._entry_id(proposal_id, mention.role, mention.organization),
            role=mention.role,
            organization=mention.organization,
            start=PartialDate(year=mention.start_year) if mention.start_year else None,
            end=PartialDate(year=mention.end_year) if mention.end_year else None,
            evidence=(self._evidence(mention, reading),),
            verified="self-reported",
        )
        if any(_same_post(entry, known) for known in self._posts):
            return None
        self._posts.append(entry)
        return Proposal(
            id=proposal_id,
            kind="appointment",
            summary=f"{entry.role}, {entry.organization}.",
            appointment=entry,
            evidence=entry.evidence,
            since=self._now,
        )

    def _event(self, mention: EventMention, reading: Reading) -> Proposal | None:
        proposal_id = _id("event", mention.name, mention.year)
        entry = Event(
            id=self._entry_id(proposal_id, mention.name, mention.year),
            name=mention.name,
            date=PartialDate(year=mention.year) if mention.year else None,
            evidence=(self._evidence(mention, reading),),
        )
        if any(_same_event(entry, known) for known in self._draft.career.events):
            return None
        return Proposal(
            id=proposal_id,
            kind="event",
            summary=f"{entry.name}.",
            event=entry,
            evidence=entry.evidence,
            since=self._now,
        )

    def _entry_id(self, proposal_id: str, *words: object) -> str:
        """A new id, or the one that the entry has already in the same proposal."""
        if proposal_id not in self._ids_asked:
            self._ids_asked[proposal_id] = made = entry_id(self._entry_ids, *words)
            self._entry_ids.add(made)
        return self._ids_asked[proposal_id]


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
    """Takes proposals into the library; gives the citation keys that changed. An unsure one is kept waiting.

    A new work whose key another work got meanwhile gets another one; what is said of a work that is gone is left out.
    """
    touched: list[str] = []
    entries = {entry.id: entry for entry in draft.career.entries}
    new: list[Entry] = []
    taken = taken_keys(draft)
    moved: dict[str, str] = {}
    for proposal in proposals:
        draft.proposals.pop(proposal.id, None)
        if proposal.kind == "unsure":
            draft.propose([proposal])
        elif proposal.record and (key := _key_in(draft, proposal, proposal.record, taken)):
            for record in (proposal.record, *proposal.confirmations):
                draft.say(record.replace(work=key))
            touched.append(key)
            taken.add(key.lower())
            moved[proposal.key or key] = key
        elif (entry := _entry_of(proposal, moved)) and not _same_entry(entry, entries.get(entry.id)):
            new.append(entry.replace(id=free_id(entry.id, entries)))
            entries[new[-1].id] = new[-1]
    if new:
        draft.career = draft.career.with_entries(new)
    return touched


def _entry_of(proposal: Proposal, moved: Mapping[str, str] | None = None) -> Award | Appointment | Event | None:
    """What a proposal would add to awards.toml; `moved` are keys that works got other than proposed."""
    if proposal.award:
        works = tuple((moved or {}).get(work, work) for work in proposal.award.works)
        return proposal.award.replace(works=works)
    return proposal.appointment or proposal.event


def _same_entry(one: Entry, other: Entry | None) -> bool:
    if isinstance(one, Award) and isinstance(other, Award):
        return _same_award(one, other)
    if isinstance(one, Appointment) and isinstance(other, Appointment):
        return _same_post(one, other)
    return isinstance(one, Event) and isinstance(other, Event) and _same_event(one, other)


def _key_in(draft: Draft, proposal: Proposal, record: SourceRecord, taken: Collection[str]) -> str | None:
    """The key under which a record enters; None where the work that it speaks of is gone."""
    key = proposal.key or ""
    there = draft.work(key)
    if proposal.kind != "new":
        return key if there else None
    if key.lower() not in taken or (there and choose(record.fields, [there]).verdict in ("same", "version")):
        return key
    return free_key(key, taken)


def singular(name: str) -> str:
    """Gives the name of one award where a text names several at once.

    >>> singular("Best Paper Awards"), singular("National Academy of Sciences Prize")
    ('Best Paper Award', 'National Academy of Sciences Prize')
    """
    return _PLURAL.sub(r"\1", name)


_PLURAL = re.compile(r"\b(Award|Prize|Fellowship|Medal|Mention|Scholarship)s$")
_PASSING = frozenset({"incoming", "current", "currently", "former", "a", "an", "the", "of", "in", "as"})


def _role_words(role: str) -> frozenset[str]:
    return frozenset(normalise_title(role).split()) - _PASSING


def _same_post(one: Appointment, other: Appointment) -> bool:
    """One post told twice: same place, and one role says no more than the other."""
    a, b = _role_words(one.role), _role_words(other.role)
    return (a <= b or b <= a) and _near(one.organization, other.organization)


def _same_award(one: Award, other: Award) -> bool:
    if normalise_title(singular(one.name)) != normalise_title(singular(other.name)):
        return False
    if one.works and other.works:
        return set(one.works) == set(other.works)
    same_year = not (one.date and other.date) or one.date.year == other.date.year
    return same_year and _near(one.awarder or one.event or "", other.awarder or other.event or "")


def _same_event(one: Event, other: Event) -> bool:
    """One name says no more than the other, the year left aside; names under which it was told before count too."""
    if one.date and other.date and one.date.year != other.date.year:
        return False
    mine = _event_words(one.name)
    names = [f"{other.name} {other.part_of or ''}", *(d.said for d in other.disagreements if d.field == "name")]
    return any(len(mine & words) > 1 and (mine <= words or words <= mine) for words in map(_event_words, names))


def _event_words(name: str) -> frozenset[str]:
    return (
        frozenset(w for w in normalise_title(name).split() if not w[0].isdigit())
        - _PASSING
        - {"on", "at", "for", "and"}
    )


def _near(one: str, other: str) -> bool:
    """One name holds the other: "University of Toronto" and "the University of Toronto, Canada"."""
    a, b = normalise_title(one), normalise_title(other)
    return a in b or b in a


def _place(reading: Reading) -> str:
    return reading.source or "-"


def _id(*parts: object) -> str:
    """A short stable name of a proposal's content."""
    text = "\n".join("" if p is None else normalise_title(str(p)) or str(p) for p in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:12]
