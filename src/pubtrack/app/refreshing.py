"""`pubtrack refresh`: ask every source for every work, believe what fits, report the rest. Safe to kill at any moment.

First all hosts are asked side by side, and every answer goes to a journal. Then, in one transaction, the answers are
held against the library as it is at that moment. A run that is killed while asking goes on where it stopped; one that
is killed while writing leaves the old library or the new one. After a dry run, a real one uses the same answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pubtrack.app.answers import take
from pubtrack.app.draft import Draft
from pubtrack.app.listings import new_works
from pubtrack.app.network import chosen_sources, is_offline, open_transport
from pubtrack.app.refresh_report import CitationDelta, RefreshReport
from pubtrack.model import Asked, Identifier, Outcome, Proposal, SourceRecord
from pubtrack.sources.base import Service, Source
from pubtrack.sources.gather import Told, gather, payload_hash
from pubtrack.sources.plan import due
from pubtrack.store.citations import CITATIONS_FILE, CitationRow, append_rows, latest_counts, read_rows
from pubtrack.store.run_journal import RunJournal

if TYPE_CHECKING:
    from pubtrack.app.shelf import Shelf

__all__ = ["RefreshOptions", "refresh"]

Progress = Callable[[str, int, int], None]
"""(source, works told, works in question): called for every answer."""

_ANSWERED = ("found", "absent")
"""Outcomes that say something of the work; the others are asked for again by the next run."""


@dataclass(frozen=True)
class RefreshOptions:
    """How a refresh is run."""

    offline: bool = False
    dry_run: bool = False
    sources: tuple[str, ...] = ()
    """Only these; empty = all that are on."""
    max_age: timedelta | None = None
    """Ask again for what is older than this; None = by the age of the work, as each source advises."""
    record: Path | None = None
    replay: Path | None = None
    progress: Progress | None = None


def refresh(library: Shelf, options: RefreshOptions, now: datetime) -> RefreshReport:
    """Gives the report of one refresh; see `Library.refresh`.

    Raises:
        NotFoundError: A source does not exist.
        StoreError: Another refresh runs in this library.
        ConflictError: A file was saved by somebody else while the answers were written; the next run uses the journal.
    """
    sources = chosen_sources(library.settings, options.sources)
    report = RefreshReport(dry=options.dry_run)
    if options.offline or is_offline():
        return _told_offline(library, sources, report)
    journal = RunJournal(library.path, now)
    with journal.held():
        answers = _Answers(library, sources, options, journal, now)
        answers.gather(report)
        if options.dry_run:
            answers.believe(library.draft_copy(), report)
            return report
        with library.change("refresh", f"asked {', '.join(sources)}") as (draft, tx):
            answers.believe(draft, report)
            rows = _citation_rows(draft, tx.read(CITATIONS_FILE), report, now)
            if rows:
                tx.write(CITATIONS_FILE, append_rows(tx.read(CITATIONS_FILE), rows))
        report.changes = list(library.last_changes)
        report.disagreements = library.disagreements
        journal.finish()
    return report


def _told_offline(library: Shelf, sources: dict[str, Service], report: RefreshReport) -> RefreshReport:
    for key in library.works:
        for name in sources:
            report.tell(key, name, "not_asked", "offline")
    return report


class _Answers:
    """The answers of one run: from the journal of a killed one, and fresh from the hosts."""

    def __init__(
        self, library: Shelf, sources: dict[str, Service], options: RefreshOptions, journal: RunJournal, now: datetime
    ) -> None:
        self._library, self._sources, self._options = library, sources, options
        self._journal, self._now = journal, now
        self._known = {pair for pair, (_, outcome) in journal.index().items() if outcome in _ANSWERED}
        self._listed: list[Proposal] = []
        self._years: dict[str, int | None] = {}

    def gather(self, report: RefreshReport) -> None:
        """Asks the hosts for what the journal does not hold yet, and writes each answer to it."""
        works: dict[str, tuple[Identifier, ...]] = {}
        for work in self._library.works.passing():
            works[work.key], self._years[work.key] = work.identifiers, work.year
        total, told_of = len(works), dict.fromkeys(self._sources, 0)
        settings = self._library.settings
        batches = {name: own.batch for name, own in settings.sources.items() if own.batch}
        with open_transport(settings, record=self._options.record, replay=self._options.replay) as transport:
            asked = cast("list[Source]", list(self._sources.values()))
            stream = gather(works, asked, transport, skip=self._fresh, batch_of=batches)
            with self._journal.appending() as lines:
                for told in stream:
                    told_of[told.source] += 1
                    if self._options.progress:
                        self._options.progress(told.source, told_of[told.source], total)
                    if (told.work, told.source) not in self._known:
                        lines.add(_line(told, self._now))
            self._list_owner(transport, report)
            report.requests = transport.sent

    def _list_owner(self, transport: Any, report: RefreshReport) -> None:
        owner = self._library.owner
        if owner and owner.orcid:
            self._listed = new_works(self._library, self._sources, transport, report, self._now)

    def _fresh(self, key: str, source: str) -> str | None:
        """Why a pair is not asked now."""
        if (key, source) in self._known:
            return "answered before the run was stopped"
        asked = self._library.asked(key).get(source)
        if asked is None or asked.outcome not in _ANSWERED:
            return None
        if self._options.max_age is not None:
            return "still fresh" if self._now - asked.at < self._options.max_age else None
        days = self._sources[source].ttl.days(self._years.get(key), self._now.date())
        return None if due(asked.at, days, self._now) else "still fresh"

    def believe(self, draft: Draft, report: RefreshReport) -> None:
        """Holds every answer against the library as it is now."""
        draft.propose(self._listed)
        report.proposals += self._listed
        for key, lines in groupby(self._lines(), itemgetter("work")):
            state = draft.state(key)
            asked = dict(state.asked)
            for line in lines:
                source, outcome = line["source"], line["outcome"]
                report.tell(key, source, outcome, line.get("detail"))
                if outcome in _ANSWERED and key in draft.known_keys:
                    asked[source] = self._heard(draft, key, line, report)
            if asked != state.asked:
                draft.remember(state.replace(asked=dict(sorted(asked.items()))))

    def _heard(self, draft: Draft, key: str, line: dict[str, Any], report: RefreshReport) -> Asked:
        records = [SourceRecord.model_validate(record) for record in line.get("records", ())]
        for record in records:
            if not draft.says(record):
                self._take(draft, key, record, report)
        digest = payload_hash(records[0].fields) if records else None
        return Asked(at=datetime.fromisoformat(line["at"]), outcome=line["outcome"], digest=digest)

    def _take(self, draft: Draft, key: str, record: SourceRecord, report: RefreshReport) -> None:
        before = draft.work(key)
        if take(draft, key, record, report, self._now):
            known = {str(n) for n in before.notices} if before else set()
            after = draft.work(key)
            report.notices += [(key, n) for n in (after.notices if after else ()) if str(n) not in known]

    def _lines(self) -> Iterator[dict[str, Any]]:
        """The last word on each pair, in the order of works and sources: hosts' speed decides nothing."""
        index = self._journal.index()
        pairs = ((key, source) for key in self._library.works for source in self._sources)
        yield from self._journal.read_at(index[pair][0] for pair in pairs if pair in index)


def _line(told: Told, now: datetime) -> dict[str, Any]:
    line: dict[str, Any] = {"at": now.isoformat(), "work": told.work, "source": told.source, "outcome": told.outcome}
    if told.detail:
        line["detail"] = told.detail
    if told.records:
        line["records"] = [record.to_json() for record in told.records]
    return line


def _citation_rows(draft: Draft, data: bytes | None, report: RefreshReport, now: datetime) -> list[CitationRow]:
    """A row for each count that is another than the last one told by the same source."""
    last, rows = latest_counts(read_rows(data)), []
    for key in draft.keys:
        outcomes: dict[str, Outcome] = report.outcomes.get(key, {})
        for record in draft.records_of(key):
            source, counted = record.provenance.source, record.fields.citations
            if counted is None or outcomes.get(source) != "found":
                continue
            old = last.get((key, source))
            if old != counted.count:
                last[key, source] = counted.count
                rows.append(CitationRow(now.date(), key, source, counted.count))
                report.citations.append(CitationDelta(key, source, old, counted.count))
    return rows
