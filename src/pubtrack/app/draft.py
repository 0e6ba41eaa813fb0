"""A library as it is being changed: everything at hand in the form the verbs need, and written back once at the end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from pubtrack.app.naming import nearest
from pubtrack.bibtex import Document
from pubtrack.errors import NotFoundError
from pubtrack.merge import resolve
from pubtrack.model import USER, Decision, Entry, Fields, Proposal, Provenance, SourceRecord, Work, WorkState
from pubtrack.store import Change
from pubtrack.store.career import Career
from pubtrack.store.content import Content
from pubtrack.store.line_table import LineTable
from pubtrack.store.settings import Settings

_Item = TypeVar("_Item")
_STRIDE = 1_000
"""Of how many entries the values may be in memory: 3 kB an entry (seen 2026-11)."""


class Draft:
    """The content of a library, open for change.

    Attributes:
        document: works.bib.
        career: awards.toml.
        proposals: By id.
        decisions: In the order they were taken.
        notes: Changes for the history besides those of works.bib.
    """

    def __init__(self, content: Content) -> None:
        self._content = content
        self.settings: Settings = content.settings
        self.document: Document = Document.parse(content.bib)
        self.career: Career = content.career
        self.proposals: dict[str, Proposal] = {p.id: p for p in content.proposals}
        self.decisions: list[Decision] = list(content.decisions)
        self.notes: list[Change] = []
        self._records, self._states = content.records.copy(), content.states.copy()
        # Verbs ask several times for the work they are at.
        self._latest: Work | None = None
        self._open_key = ""
        self._open: dict[tuple[str, str, str], SourceRecord] = {}

    @property
    def digest(self) -> str:
        """A hash of the files that it was read from, see `Content.digest`."""
        return self._content.digest

    @property
    def keys(self) -> list[str]:
        """Citation keys in the order of works.bib."""
        return list(dict.fromkeys(entry.key for entry in self.document.entries))

    @property
    def known_keys(self) -> Collection[str]:
        """Keys that have records, whether or not they stand in works.bib; the latest last."""
        return self._records.keys()

    def records_of(self, key: str) -> tuple[SourceRecord, ...]:
        """All that was said about a work."""
        return tuple(self._opened(key).values())

    def records_now(self) -> LineTable[SourceRecord]:
        """Gives all records as they are at this moment."""
        return self._records.copy()

    def keys_said_of_since(self, before: LineTable[SourceRecord]) -> list[str]:
        """Gives the works of which other things are said than in `before`."""
        return self._records.changed_since(before)

    @property
    def state_keys(self) -> Collection[str]:
        """Keys of which something is remembered."""
        return self._states.keys()

    def state(self, key: str) -> WorkState:
        """What is remembered of a work; nothing but its key where nothing is."""
        found = self._states.values(key)
        return found[-1] if found else WorkState(key=key)

    def base(self, key: str) -> Mapping[str, str]:
        """What pubtrack last wrote for a work: field -> raw value. The same as `state(key).base`, only faster."""
        found = self._states.members(key, "base")
        return found[-1] or {} if found else {}

    def remember(self, state: WorkState) -> None:
        """Puts a state in the place of what was remembered of its work."""
        self._states.put(state.key, [state])

    def work(self, key: str) -> Work | None:
        """What we believe of a work; None where nothing was said of that key."""
        if self._latest is None or self._latest.key != key:
            records = self.records_of(key)
            self._latest = resolve(records, self.settings.trust) if records else None
        return self._latest

    def required(self, key: str) -> Work:
        """The work of that key.

        Raises:
            NotFoundError: There is none; the nearest keys are named.
        """
        work = self.work(key)
        if work is None:
            raise NotFoundError(f"there is no work {key!r} in this library.", nearest(key, self.keys))
        return work

    def user_record(self, key: str) -> SourceRecord:
        """The person's own statement about a work; empty where there is none yet."""
        own = [r for r in self.records_of(key) if r.provenance.source == USER and not r.provenance.source_id]
        return own[0] if own else SourceRecord(work=key, fields=Fields(), provenance=Provenance(source=USER))

    def says(self, record: SourceRecord) -> bool:
        """Whether the same source said just this of the work already."""
        known = self._opened(record.work).get(record.id)
        return known is not None and known.fields == record.fields

    def say(self, record: SourceRecord) -> None:
        """Adds a statement, or replaces the one of the same source and source id. An empty one is taken out."""
        records = self._opened(record.work)
        if record.fields == Fields() and not record.withheld:
            records.pop(record.id, None)
        else:
            records[record.id] = record
        self._write(record.work, records)

    def forget(self, key: str) -> tuple[SourceRecord, ...]:
        """Takes out all statements about a work and what was remembered of it; gives the statements."""
        records = self.records_of(key)
        self._states.put(key, ())
        self._write(key, {})
        return records

    def move(self, record: SourceRecord, key: str) -> None:
        """Makes one statement a statement about another work."""
        records = self._opened(record.work)
        records.pop(record.id, None)
        self._write(record.work, records)
        self.say(record.replace(work=key))

    def _opened(self, key: str) -> dict[tuple[str, str, str], SourceRecord]:
        if key != self._open_key:
            self._open_key, self._open = key, {record.id: record for record in self._records.values(key)}
        return self._open

    def _write(self, key: str, records: dict[tuple[str, str, str], SourceRecord]) -> None:
        self._open_key, self._open, self._latest = key, dict(sorted(records.items())), None
        self._records.put(key, self._open.values())

    def repoint(self, old: str, new: str) -> None:
        """Lets awards, all other entries and questions that name one work name another."""
        naming = [entry for entry in self.career.entries if old in getattr(entry, "works", ())]
        if naming:
            self.career = self.career.with_entries(_repointed(entry, old, new) for entry in naming)
        for asked in self.proposals.values():
            if asked.key == old and asked.kind != "new":
                record = asked.record.replace(work=new) if asked.record else None
                self.proposals[asked.id] = asked.replace(key=new, record=record)

    def propose(self, proposals: Iterable[Proposal]) -> None:
        """Puts proposals where they wait for a person; those that wait already keep their date."""
        for proposal in proposals:
            known = self.proposals.get(proposal.id)
            self.proposals[proposal.id] = proposal.replace(since=known.since) if known else proposal

    def works(self) -> Iterator[Work]:
        """The works of works.bib, in its order."""
        return (work for key in self.keys if (work := self.work(key)))

    def releasing(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """Gives the items; now and then lets go of what was read of works.bib for earlier ones."""
        for number, item in enumerate(items, 1):
            yield item
            if number % _STRIDE == 0:
                self.document.release()

    def content(self) -> Content:
        """Gives the content as it is now; parts that did not change are the very same objects."""
        old = self._content
        parts = {
            "bib": self.document.render_bytes() if self.document.is_edited else old.bib,
            "records": self._records,
            "states": self._states,
            "proposals": tuple(p for _, p in sorted(self.proposals.items())),
            "decisions": tuple(self.decisions),
            "career": self.career,
        }
        return replace(old, **{n: v for n, v in parts.items() if v != getattr(old, n)})  # type: ignore[arg-type]


def _repointed(entry: Entry, old: str, new: str) -> Entry:
    works: tuple[str, ...] = getattr(entry, "works", ())
    return entry.replace(works=tuple(dict.fromkeys(new if key == old else key for key in works)))
