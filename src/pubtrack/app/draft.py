"""A library as it is being changed: everything at hand in the form the verbs need, and written back once at the end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from pubtrack.app.naming import nearest
from pubtrack.bibtex import Document
from pubtrack.errors import NotFoundError
from pubtrack.merge import resolve
from pubtrack.model import USER, Decision, Fields, Proposal, Provenance, SourceRecord, Work, WorkState
from pubtrack.store import Change
from pubtrack.store.content import Content


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
        self.settings = content.settings
        self.document = Document.parse(content.bib)
        self.career = content.career
        self.proposals: dict[str, Proposal] = {p.id: p for p in content.proposals}
        self.decisions: list[Decision] = list(content.decisions)
        self.notes: list[Change] = []
        self.states: dict[str, WorkState] = {s.key: s for s in content.states}
        self._records: dict[str, dict[tuple[str, str, str], SourceRecord]] = {}
        self._latest: Work | None = None  # verbs ask several times for the work they are at
        for record in content.records:
            self._records.setdefault(record.work, {})[record.id] = record

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
        return tuple(self._records.get(key, {}).values())

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

    def say(self, record: SourceRecord) -> None:
        """Adds a statement, or replaces the one of the same source and source id. An empty one is taken out."""
        self._latest = None
        records = self._records.setdefault(record.work, {})
        if record.fields == Fields() and not record.withheld:
            records.pop(record.id, None)
        else:
            records[record.id] = record

    def forget(self, key: str) -> tuple[SourceRecord, ...]:
        """Takes out all statements about a work and what was remembered of it; gives the statements."""
        self._latest = None
        self.states.pop(key, None)
        return tuple(self._records.pop(key, {}).values())

    def move(self, record: SourceRecord, key: str) -> None:
        """Makes one statement a statement about another work."""
        self._records.get(record.work, {}).pop(record.id, None)
        self.say(record.replace(work=key))

    def repoint(self, old: str, new: str) -> None:
        """Lets awards and all other entries that name one work name another."""
        for entry in self.career.entries:
            works = getattr(entry, "works", ())
            if old in works:
                moved = tuple(dict.fromkeys(new if key == old else key for key in works))
                self.career = self.career.with_entry(entry.replace(works=moved))

    def propose(self, proposals: Iterable[Proposal]) -> None:
        """Puts proposals where they wait for a person; those that wait already keep their date."""
        for proposal in proposals:
            known = self.proposals.get(proposal.id)
            self.proposals[proposal.id] = proposal.replace(since=known.since) if known else proposal

    def works(self) -> Iterator[Work]:
        """The works of works.bib, in its order."""
        return (work for key in self.keys if (work := self.work(key)))

    def content(self) -> Content:
        """Gives the content as it is now; parts that did not change are the very same objects."""
        old = self._content
        parts = {
            "bib": self.document.render_bytes(),
            "records": tuple(sorted((r for rs in self._records.values() for r in rs.values()), key=lambda r: r.id)),
            "states": tuple(s for _, s in sorted(self.states.items())),
            "proposals": tuple(p for _, p in sorted(self.proposals.items())),
            "decisions": tuple(self.decisions),
            "career": self.career,
        }
        return replace(old, **{n: v for n, v in parts.items() if v != getattr(old, n)})  # type: ignore[arg-type]
