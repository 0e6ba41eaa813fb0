"""`pubtrack report`: what there is, what changed since a day, and how often it was cited, source by source."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import jinja2

from pubtrack.app.display import plain, shown
from pubtrack.app.metrics import SourceMetrics, counts_on, metrics_of
from pubtrack.markup.escape import escape_csv_cell, escape_html, escape_markdown
from pubtrack.model import Award, Work
from pubtrack.store import HistoryRow

if TYPE_CHECKING:
    from pubtrack.app.shelf import Shelf

__all__ = ["BY", "FORMATS", "Report", "render", "report"]

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
    by: str
    groups: tuple[tuple[str, int], ...]
    """(group, works in it): years newest first, everything else by size."""
    awards: tuple[Award, ...]
    metrics: tuple[SourceMetrics, ...]
    counts: Mapping[str, Mapping[str, int]]
    """Source -> key -> citations, as last told."""
    changes: tuple[HistoryRow, ...]
    """What was changed since the day that was asked for."""
    notices: tuple[tuple[str, str], ...]
    """(key, retraction, correction ...)."""
    since: date | None = None


def report(library: Shelf, *, by: str = "year", where: str | None = None, since: date | None = None) -> Report:
    """Gives the figures.

    Args:
        library: Whose.
        by: One of `BY`.
        where: A filter of works.
        since: Works issued, awards given and changes made before that day are left out.
    """
    works = tuple(w for w in library.select(where) if since is None or _not_before(w, since))
    counted = Counter(group for work in works for group in BY[by](work))
    groups = sorted(counted.items(), key=lambda g: (-int(g[0]), "") if g[0].isdigit() else (-g[1], g[0]))
    keys = {work.key for work in works}
    records = [record for key in keys for record in library.records(key)]
    return Report(
        title=library.owner.name if library.owner else "Publications",
        works=works,
        by=by,
        groups=tuple(groups),
        awards=tuple(a for a in library.awards if since is None or not a.date or (a.date.year or 0) >= since.year),
        metrics=tuple(metrics_of(library.citations(), records, keys)),
        counts=counts_on(library.citations()),
        changes=tuple(library.history(datetime(since.year, since.month, since.day, tzinfo=UTC))) if since else (),
        notices=tuple((w.key, str(notice)) for w in works for notice in w.notices),
        since=since,
    )


def _not_before(work: Work, day: date) -> bool:
    """A year, or a month, alone counts as long as it is not over."""
    parts = work.issued.parts if work.issued else ()
    return bool(parts) and parts >= (day.year, day.month, day.day)[: len(parts)]


def to_json(made: Report) -> dict[str, Any]:
    """Gives the report as plain data."""
    return {
        "title": made.title,
        "since": made.since.isoformat() if made.since else None,
        "works": [{"key": w.key, "title": plain(w.title), "year": w.year, "type": w.type} for w in made.works],
        "by": made.by,
        "groups": dict(made.groups),
        "awards": [award.to_json() for award in made.awards],
        "citations": [asdict(m) for m in made.metrics],
        "changes": [
            {n: getattr(row, n) for n in ("when", "verb", "key", "field", "old", "new")} for row in made.changes
        ],
        "notices": [{"key": key, "notice": notice} for key, notice in made.notices],
    }


def render(made: Report, form: str) -> str:
    """Gives the report as text in one of `FORMATS` (JSON: see `to_json`)."""
    if form == "csv":
        return _csv(made)
    escape = escape_markdown if form == "md" else escape_html
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("pubtrack.app", "templates"),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 - the filter `e` is the format's own escaping, used at every value
    )
    environment.filters.update(e=lambda value: escape(shown(value)), plain=plain)
    return environment.get_template(f"report.{form}.j2").render(report=made).strip() + "\n"


def _csv(made: Report) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("key", "year", "type", "title", "authors", "venue", "doi", *(m.source for m in made.metrics)))
    for work in made.works:
        row = (work.key, work.year or "", work.type or "", plain(work.title), shown(work.author),
               plain(work.container_title), work.doi or "")  # fmt: skip
        counts = (made.counts.get(m.source, {}).get(work.key, "") for m in made.metrics)
        writer.writerow([escape_csv_cell(str(cell)) for cell in (*row, *counts)])
    return out.getvalue()
