"""`pubtrack refresh`: ask every source for every work, believe what fits, report the rest. Safe to kill at any moment.

First all hosts are asked side by side, and every answer goes to a journal. Then, in one transaction, the answers are
held against the library as it is at that moment. A run that is killed while asking goes on where it stopped; one that
is killed while writing leaves the old library or the new one. After a dry run, a real one uses the same answers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
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
from pubtrack.model import Asked, Proposal, SourceRecord
from pubtrack.sources.base import Service, Source
from pubtrack.sources.gather import Told, gather, payload_hash
from pubtrack.sources.held_ids import HeldIds
from pubtrack.sources.plan import due
from pubtrack.store.citations import CITATIONS_FILE, CitationRow, append_rows, latest_counts
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
        _believed(library, answers, report, now)
        report.changes = library.last_changes
        report.disagreements = library.disagreements
        journal.finish()
    return report


def _believed(library: Shelf, answers: _Answers, report: RefreshReport, now: datetime) -> None:
    """Writes what is believed. The draft goes with this function, before the library is read anew."""
    with library.change("refresh", f"asked {', '.join(answers.sources)}") as (draft, tx):
        answers.believe(draft, report, latest_counts(tx.read(CITATIONS_FILE)))
        if report.citations:
            rows = (_row(delta, now) for delta in report.citations)
            tx.write(CITATIONS_FILE, append_rows(tx.read(CITATIONS_FILE), rows))


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
        self._library, self.sources, self._options = library, sources, options
        self._journal, self._now = journal, now
        self._known = journal.index()
        self._listed: list[Proposal] = []
        self._years: dict[str, int | None] = {}

    def gather(self, report: RefreshReport) -> None:
        """Asks the hosts for what the journal does not hold yet, and writes each answer to it."""
        works = HeldIds()
        for work in self._library.works.passing():
            works.add(work.key, work.identifiers)
            self._years[work.key] = work.year
        total, told_of = len(works), dict.fromkeys(self.sources, 0)
        settings = self._library.settings
        batches = {name: own.batch for name, own in settings.sources.items() if own.batch}
        with open_transport(settings, record=self._options.record, replay=self._options.replay) as transport:
            asked = cast("list[Source]", list(self.sources.values()))
            stream = gather(works, asked, transport, skip=self._fresh, batch_of=batches)
            with self._journal.appending() as lines:
                for told in stream:
                    told_of[told.source] += 1
                    if self._options.progress:
                        self._options.progress(told.source, told_of[told.source], total)
                    if not self._is_known(told.work, told.source):
                        lines.add(_line(told, self._now))
            self._years.clear()  # only planning asks for them
            self._list_owner(transport, report)
            transport.prune()
            report.requests = transport.sent

    def _list_owner(self, transport: Any, report: RefreshReport) -> None:
        owner = self._library.owner
        if owner and owner.orcid:
            self._listed = new_works(self._library, self.sources, transport, report, self._now)

    def _is_known(self, key: str, source: str) -> bool:
        """True where a run that was stopped has the answer."""
        outcome, _ = self._known.of(key).get(source, (None, 0))
        return outcome in _ANSWERED

    def _fresh(self, key: str, source: str) -> str | None:
        """Why a pair is not asked now."""
        if self._is_known(key, source):
            return "answered before the run was stopped"
        asked = self._library.asked(key).get(source)
        if asked is None or asked.outcome not in _ANSWERED:
            return None
        if self._options.max_age is not None:
            return "still fresh" if self._now - asked.at < self._options.max_age else None
        asks = self.sources[source]
        states_retractions = "retractions" in asks.says
        days = asks.ttl.days(self._years.get(key), self._now.date(), retractions=states_retractions)
        return None if due(asked.at, days, self._now) else "still fresh"

    def believe(self, draft: Draft, report: RefreshReport, counts: dict[str, dict[str, int]] | None = None) -> None:
        """Holds every answer against the library as it is now.

        Args:
            draft: The library.
            report: Told what came of it.
            counts: Source -> key -> the count of citations that was told last; None where no history is written.
        """
        draft.propose(self._listed)
        report.proposals += self._listed
        for key, lines in groupby(self._lines(draft), itemgetter("work")):
            state = draft.state(key)
            asked, told = dict(state.asked), set()
            for line in lines:
                source, outcome = line["source"], line["outcome"]
                report.tell(key, source, outcome, line.get("detail"))
                if outcome in _ANSWERED and key in draft.known_keys:
                    asked[source] = self._heard(draft, key, line, report)
                    told |= {source} if outcome == "found" else set()
            if asked != state.asked:
                draft.remember(state.replace(asked=dict(sorted(asked.items()))))
            if counts is not None:
                report.citations += _counted(draft, key, told, counts)

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

    def _lines(self, draft: Draft) -> Iterator[dict[str, Any]]:
        """The last word on each pair, in the order of works and sources: hosts' speed decides nothing."""
        index = self._journal.index()
        told = (index.of(key) for key in draft.keys)
        return self._journal.read_at(of[source][1] for of in told for source in self.sources if source in of)


def _line(told: Told, now: datetime) -> dict[str, Any]:
    line: dict[str, Any] = {"at": now.isoformat(), "work": told.work, "source": told.source, "outcome": told.outcome}
    if told.detail:
        line["detail"] = told.detail
    if told.records:
        line["records"] = [record.to_json() for record in told.records]
    return line


def _counted(
    draft: Draft, key: str, told: Collection[str], counts: dict[str, dict[str, int]]
) -> Iterator[CitationDelta]:
    """Gives each count of a work that is another than the last one told by the same source."""
    for record in draft.records_of(key):
        source, counted = record.provenance.source, record.fields.citations
        if counted is None or source not in told:
            continue
        last = counts.setdefault(source, {})
        old = last.get(key)
        if old != counted.count:
            last[key] = counted.count
            yield CitationDelta(key, source, old, counted.count)


def _row(delta: CitationDelta, now: datetime) -> CitationRow:
    return CitationRow(now.date(), delta.key, delta.source, delta.new)
