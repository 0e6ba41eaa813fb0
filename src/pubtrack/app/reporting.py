"""`pubtrack report`: what there is, what is new in a period, and how often it was cited, source by source."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import jinja2

from pubtrack.app.display import counted, plain, shown
from pubtrack.app.grants import paid_by
from pubtrack.app.metrics import SourceMetrics, counts_on, metrics_of
from pubtrack.app.report_news import News, news_of
from pubtrack.app.report_period import Period
from pubtrack.markup.escape import escape_csv_cell, escape_html, escape_markdown
from pubtrack.model import Award, PartialDate, Work
from pubtrack.store import HistoryRow
from pubtrack.writers.calm_text import calm
from pubtrack.writers.cv_publications import heading_of, type_headings
from pubtrack.writers.present_name import with_present_name

if TYPE_CHECKING:
    from pubtrack.app.shelf import Shelf

__all__ = ["BY", "FORMATS", "Report", "csv_text", "fill", "given_on", "grouped", "render", "report", "to_json"]

BY: dict[str, Callable[[Work], list[str]]] = {
    "year": lambda work: [str(work.year) if work.year is not None else "undated"],
    "type": lambda work: [work.type or "unknown"],
    "person": lambda work: [author.name for author in work.author],
    "source": lambda work: sorted({said.source for said in work.provenance.values()}),
    "venue": lambda work: [plain(work.container_title or work.event_title) or "none"],
    "grant": lambda work: [str(funding) for funding in work.funding] or ["none"],
}
"""Name -> the groups that a work counts in."""

FORMATS = ("md", "html", "csv", "json")


@dataclass(frozen=True)
class Report:
    """The figures of a library, or of some of its works."""

    title: str
    works: tuple[Work, ...]
    """Issued in the period."""
    by: str
    groups: tuple[tuple[str, int], ...]
    """(group, works in it): years newest first, everything else by size."""
    awards: tuple[Award, ...]
    undated_awards: tuple[Award, ...]
    """Left out of a period, because nobody says when they were given."""
    metrics: tuple[SourceMetrics, ...]
    """Of the works issued in the period."""
    counts: Mapping[str, Mapping[str, int]]
    """Source -> key -> citations at the end of the period."""
    news: News
    """What happened in the period, to works of any age."""
    titles: Mapping[str, str]
    """Key of a work, or id of an award -> what a person calls it."""
    period: Period

    @property
    def since(self) -> date | None:
        """The first day that counts."""
        return self.period.since

    @property
    def changes(self) -> tuple[HistoryRow, ...]:
        """What was changed in the period."""
        return self.news.changes

    @property
    def notices(self) -> tuple[tuple[str, str], ...]:
        """(key, retraction, correction ...) of the period."""
        return tuple((notice.key, notice.what) for notice in self.news.notices)

    @property
    def by_type(self) -> tuple[tuple[str, tuple[Work, ...]], ...]:
        """(heading, works of the period under it), in the order of a CV."""
        found: dict[str, list[Work]] = {}
        for work in self.works:
            found.setdefault(heading_of(work), []).append(work)
        return tuple((heading, tuple(found[heading])) for heading in type_headings() if heading in found)


def report(
    library: Shelf,
    *,
    by: str = "year",
    where: str | None = None,
    since: date | None = None,
    until: date | None = None,
    grants: Sequence[str] = (),
) -> Report:
    """Gives the figures.

    Args:
        library: Whose.
        by: One of `BY`.
        where: A filter of works.
        since: Works issued, awards given and changes made before that day are left out.
        until: The same after that day; counts are those that were known then.
        grants: Numbers of grants: only works that one of them paid for.

    Raises:
        NotFoundError: There is no such grant.
        InputError: The filter cannot be read.
    """
    period = Period(since, until)
    every = tuple(with_present_name(work, library.owner) for work in library.select(where))
    every = paid_by(library, every, grants) if grants else every
    works = tuple(work for work in every if period.holds(work.issued))
    keys = {work.key for work in works}
    rows = [row for row in library.citations() if until is None or row.date <= until]
    records = [record for key in sorted(keys) for record in library.records(key)]
    dates = {award.id: given_on(award, library) for award in library.awards}
    return Report(
        title=library.owner.name if library.owner else "Publications",
        works=works,
        by=by,
        groups=grouped(BY[by](work) for work in works),
        awards=tuple(award for award in library.awards if period.holds(dates[award.id])),
        undated_awards=() if period.is_open else tuple(a for a in library.awards if dates[a.id] is None),
        metrics=tuple(metrics_of(rows, records, keys)),
        counts=counts_on(rows),
        news=news_of(library, every, period, every_key=where is None and not grants),
        titles={**{a.id: a.name for a in library.awards}, **{w.key: plain(w.title) for w in library.works.values()}},
        period=period,
    )


def grouped(named: Iterable[Iterable[str]]) -> tuple[tuple[str, int], ...]:
    """Gives pairs (group, works in it): years newest first, everything else by size, then by name."""
    counted = Counter(group for groups in named for group in groups)
    return tuple(sorted(counted.items(), key=lambda g: (-int(g[0]), 0, "") if g[0].isdecimal() else (0, -g[1], g[0])))


def given_on(award: Award, library: Shelf) -> PartialDate | None:
    """Gives when an award was given: as stated, else when its event was."""
    event = next((event.date for event in library.events if event.id == award.event), None)
    return award.date or event


def to_json(made: Report) -> dict[str, Any]:
    """Gives the report as plain data."""
    return {
        "title": made.title,
        "since": made.since.isoformat() if made.since else None,
        "until": made.period.until.isoformat() if made.period.until else None,
        "works": [
            {"key": w.key, "title": plain(w.title), "year": w.year, "type": w.type, "doi": w.doi} for w in made.works
        ],
        "by": made.by,
        "groups": dict(made.groups),
        "by_type": {heading: [work.key for work in works] for heading, works in made.by_type},
        "awards": [award.to_json() for award in made.awards],
        "undated_awards": [award.to_json() for award in made.undated_awards],
        "citations": [asdict(m) for m in made.metrics],
        "citation_changes": [
            {**asdict(change), "known_since": change.known_since.isoformat()} for change in made.news.citations
        ],
        "published": [asdict(notable) for notable in made.news.published],
        "waiting": [asdict(notable) for notable in made.news.waiting],
        "changes": [
            {n: getattr(row, n) for n in ("when", "verb", "key", "field", "old", "new", "because")}
            for row in made.changes
        ],
        "notices": [{"key": n.key, "notice": n.what, "said_by": n.said_by} for n in made.news.notices],
    }


def render(made: Report, form: str) -> str:
    """Gives the report as text in one of `FORMATS` (JSON: see `to_json`)."""
    return _csv(made) if form == "csv" else fill(f"report.{form}.j2", form, report=made)


def fill(template: str, form: str, **values: Any) -> str:
    """Gives a filled template of ours, every value on one line and escaped for Markdown (`md`) or HTML."""
    escape = escape_markdown if form == "md" else escape_html
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("pubtrack.app", "templates"),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 - the filter `e` is the format's own escaping, used at every value
    )
    environment.filters.update(e=lambda value: escape(calm(shown(value))), plain=plain, link=_link, short=_short)
    environment.globals.update(counted=counted)
    return environment.get_template(template).render(**values).strip() + "\n"


def _short(text: str) -> str:
    """A title as a heading has room for."""
    return text if len(text) <= _ROOM else f"{text[: _ROOM - 1].rstrip()}…"


_ROOM = 90


def _link(text: str) -> str:
    """An identifier as a part of an address that ends nothing around it."""
    return quote(calm(text), safe="/:.-_()")


def _csv(made: Report) -> str:
    added = {} if made.period.is_open else {change.source: change.by_work for change in made.news.citations}
    sources = [m.source for m in made.metrics]
    header = ("key", "year", "type", "title", "authors", "venue", "doi", *sources, *(f"{s} added" for s in added))
    rows = []
    for work in made.works:
        row = (work.key, work.year or "", work.type or "", plain(work.title), shown(work.author),
               plain(work.container_title), work.doi or "")  # fmt: skip
        counts = (made.counts.get(source, {}).get(work.key, "") for source in sources)
        gained = (added[source].get(work.key, 0) if work.key in made.counts.get(source, {}) else "" for source in added)
        rows.append((*row, *counts, *gained))
    return csv_text(header, rows)


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Gives a table as CSV in which no cell is a formula; numbers stay numbers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([escape_csv_cell(calm(name)) for name in header])
    for row in rows:
        writer.writerow([cell if isinstance(cell, int) else escape_csv_cell(calm(str(cell))) for cell in row])
    return out.getvalue()
