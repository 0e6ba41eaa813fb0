"""What happened in a period: citations that came, preprints that appeared, notices, changes with who said so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pubtrack.app.display import plain, witness
from pubtrack.app.metrics import counts_on, h_index
from pubtrack.app.report_period import Period
from pubtrack.model import Work
from pubtrack.store import HistoryRow
from pubtrack.store.citations import CitationRow
from pubtrack.writers.versions import one_of_each
from pubtrack.writers.view import Entry

if TYPE_CHECKING:
    from pubtrack.app.shelf import Shelf

__all__ = ["News", "Notable", "SourceChange", "news_of", "standing_on"]

_UNPUBLISHED = frozenset({"misc", "online", "unpublished"})
"""Entry types of preprints in works.bib."""


@dataclass(frozen=True)
class SourceChange:
    """How one source's counts changed in a period; sources are never added up (ADR-0001)."""

    source: str
    works: int
    """How many works it counts for."""
    known_since: date
    """The first count there is. What came before the first count of a work is not known, and so not new."""
    citations: int
    """At the end of the period."""
    added: int
    """In the period; less than nothing where the source took citations back."""
    h_index: int
    h_index_before: int | None
    """At the start of the period; None where nothing was known then."""
    by_work: Mapping[str, int]
    """Key -> citations added, works without a change left out."""


@dataclass(frozen=True)
class Notable:
    """Something that happened to a work, and who says so."""

    key: str
    what: str
    said_by: str


@dataclass(frozen=True)
class News:
    """What happened in a period; all of it where the period is open."""

    citations: tuple[SourceChange, ...]
    published: tuple[Notable, ...]
    """Preprints that appeared."""
    waiting: tuple[Notable, ...]
    """Preprints that seem to have appeared: questions that wait for the person."""
    notices: tuple[Notable, ...]
    """Retractions, corrections and the like."""
    changes: tuple[HistoryRow, ...]


def news_of(library: Shelf, works: Sequence[Work], period: Period, *, every_key: bool = True) -> News:
    """Gives what happened to works of a library.

    Args:
        library: Which.
        works: Those that the report is about, whenever they were issued.
        period: When.
        every_key: Changes of awards, settings and works that are gone count too.
    """
    keys = {work.key for work in works}
    changes = tuple(
        row
        for row in library.history()
        if period.holds_day(date.fromisoformat(row.when[:10])) and (every_key or row.key in keys)
    )
    return News(
        citations=standing_on(library.citations(), keys, period),
        published=tuple(_published(works, changes, period)),
        waiting=tuple(
            Notable(p.key or "", p.summary, witness(p.record.provenance) if p.record else "")
            for p in library.questions()
            if p.kind == "published" and p.key in keys
        ),
        notices=tuple(_notices(works, period)),
        changes=() if period.is_open else changes,
    )


def standing_on(rows: Iterable[CitationRow], keys: Iterable[str], period: Period) -> tuple[SourceChange, ...]:
    """Gives the counts of each source at the end of a period, and what they gained in it."""
    wanted = frozenset(keys)
    mine = [row for row in rows if row.key in wanted]
    at_end = counts_on(mine, period.until)
    before = counts_on(mine, period.since - timedelta(days=1)) if period.since else {}
    first: dict[tuple[str, str], CitationRow] = {}
    for row in sorted(mine, key=lambda r: r.date):
        first.setdefault((row.source, row.key), row)
    found = []
    for source, counts in at_end.items():
        known = before.get(source, {})
        added = {key: n - known.get(key, first[source, key].count) for key, n in sorted(counts.items())}
        found.append(
            SourceChange(
                source=source,
                works=len(counts),
                known_since=min(row.date for (told, _), row in first.items() if told == source),
                citations=sum(counts.values()),
                added=sum(added.values()),
                h_index=h_index(counts.values()),
                h_index_before=h_index(known.values()) if known else None,
                by_work={key: n for key, n in added.items() if n},
            )
        )
    return tuple(found)


def _published(works: Sequence[Work], changes: Iterable[HistoryRow], period: Period) -> Iterable[Notable]:
    """By the history of a work whose entry is no preprint any more, or by a preprint beside its publication."""
    by_key = {work.key: work for work in works}
    turned = {row.key: row for row in changes if _appeared(row)}
    for key, row in turned.items():
        if key in by_key and by_key[key].stage == 0:
            yield Notable(key, _where(by_key[key]), row.because)
    if period.is_open:
        return
    for versions in one_of_each(Entry(work.key, work.fields) for work in works):
        key = versions.entry.key or ""
        shown = by_key[key]
        is_pair = shown.stage == 0 and any(other.fields.is_preprint for other in versions.others)
        if is_pair and key not in turned and period.holds(shown.issued):
            yield Notable(key, _where(shown), witness(shown.provenance["issued"]))


def _appeared(row: HistoryRow) -> bool:
    if row.field == "ENTRYTYPE":
        return row.old in _UNPUBLISHED and row.new is not None and row.new not in _UNPUBLISHED
    return row.field in ("genre", "type") and row.old in ("preprint", "submission") and row.new != row.old


def _where(work: Work) -> str:
    return plain(work.container_title or work.event_title or work.publisher) or "somewhere"


def _notices(works: Iterable[Work], period: Period) -> Iterable[Notable]:
    """Those that are dated in the period; undated ones where somebody first said so in it."""
    for work in works:
        for notice in work.notices:
            said = work.provenance[f"notices/{notice}"]
            told = said.retrieved_at.date() if said.retrieved_at else None
            if period.holds(notice.date) or (notice.date is None and told is not None and period.holds_day(told)):
                yield Notable(work.key, str(notice), witness(said))
