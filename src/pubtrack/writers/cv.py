"""A CV as a structure: sections, groups and items of rich text; every CV format is a template over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from pubtrack.csl import Run
from pubtrack.markup.inline import plain_inline
from pubtrack.model import Appointment, Award, Event, Fields, Owner, PartialDate, Series, Software
from pubtrack.vocab.cv_headings import MARK_MEANINGS, OTHER_WORKS, SECTION_TITLES, WORK_GROUPS
from pubtrack.writers.references import MARK_SIGNS, Engine, references
from pubtrack.writers.view import LibraryView
from pubtrack.writers.written_dates import written_date

__all__ = ["Cv", "Group", "Item", "Link", "Section", "compose_cv"]


@dataclass(frozen=True)
class Link:
    """Where a work can be seen."""

    label: str
    url: str


@dataclass(frozen=True)
class Item:
    """One line of a CV."""

    runs: tuple[Run, ...]
    key: str | None = None
    badges: tuple[str, ...] = ()
    """Awards of the work, as they are shown at it."""
    links: tuple[Link, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class Group:
    """Items under one heading; `title` is None for items right below the section's."""

    items: tuple[Item, ...]
    title: str | None = None
    groups: tuple[Group, ...] = ()

    @property
    def count(self) -> int:
        """Items in it and in its groups."""
        return len(self.items) + sum(group.count for group in self.groups)


@dataclass(frozen=True)
class Section:
    """A part of the CV with its heading."""

    id: str
    title: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """Items in all groups."""
        return sum(group.count for group in self.groups)


@dataclass(frozen=True)
class Cv:
    """The whole CV. `legend` holds pairs (sign, meaning) of the marks that are used, no others."""

    title: str
    owner: Owner | None
    sections: tuple[Section, ...]
    legend: tuple[tuple[str, str], ...] = ()
    settings: dict[str, object] = field(default_factory=dict)


def compose_cv(view: LibraryView, engine: Engine | None = None) -> Cv:
    """Gives the CV of a library.

    `view.settings` may hold `style` (CSL id, default apa), `locale`, `sections` (their order), `group` (any of type and
    year, outermost first) and `title`.
    """
    sections: dict[str, Callable[[], Iterable[Group]]] = {
        "appointments": lambda: _listed(view.appointments, _appointment, _appointment_end),
        "awards": lambda: _listed(view.awards, lambda a: _award(a, view), lambda a: a.date),
        "publications": lambda: _publications(view, engine),
        "events": lambda: _listed([e for e in view.events if e.role], _event, lambda e: e.date),
        "software": lambda: _listed(view.software, _software, lambda s: None),
        "series": lambda: _listed(view.series, _series, lambda s: None),
    }
    wanted: Sequence[str] = view.settings.get("sections") or tuple(SECTION_TITLES)
    made = [Section(name, SECTION_TITLES[name], tuple(sections[name]())) for name in wanted if name in sections]
    title = view.settings.get("title") or (view.owner.name if view.owner else "Publications")
    return Cv(title, view.owner, tuple(s for s in made if s.count), _legend(view))


def _legend(view: LibraryView) -> tuple[tuple[str, str], ...]:
    used = {mark for entry in view.entries for person in entry.fields.author for mark in person.marks}
    return tuple((sign, MARK_MEANINGS[mark]) for mark, sign in MARK_SIGNS.items() if mark in used)


def _publications(view: LibraryView, engine: Engine | None) -> list[Group]:
    works = [(entry.key or "", entry.fields) for entry in view.entries]
    style, locale = view.settings.get("style") or "apa", view.settings.get("locale")
    runs = references(works, style, locale=locale, owner=view.owner, engine=engine)
    items = {key: _publication(key, fields, runs.get(key), view) for key, fields in works}
    newest_first = sorted(works, key=lambda work: (_recency(work[1].issued), work[0]))
    groups = tuple(view.settings.get("group") or ("type", "year"))
    return _grouped(newest_first, items, groups)


def _grouped(works: Sequence[tuple[str, Fields]], items: dict[str, Item], by: tuple[str, ...]) -> list[Group]:
    if not by:
        return [Group(tuple(items[key] for key, _ in works))]
    headed: dict[str, list[tuple[str, Fields]]] = {}
    for key, fields in works:
        headed.setdefault(_heading(fields, by[0]), []).append((key, fields))
    titles = _TYPE_ORDER if by[0] == "type" else list(headed)
    groups = []
    for title in (t for t in titles if t in headed):
        inner = _grouped(headed[title], items, by[1:])
        groups.append(Group(inner[0].items, title) if len(by) == 1 else Group((), title, tuple(inner)))
    return groups


_TYPE_ORDER = [heading for heading, _ in WORK_GROUPS] + [OTHER_WORKS]


def _heading(fields: Fields, by: str) -> str:
    if by == "year":
        return str(fields.year) if fields.year is not None else "Undated"
    finer = f"{fields.type}/{(fields.genre or '').lower()}"
    for name in (finer, str(fields.type)):
        for heading, types in WORK_GROUPS:
            if name in types:
                return heading
    return OTHER_WORKS


def _publication(key: str, fields: Fields, runs: tuple[Run, ...] | None, view: LibraryView) -> Item:
    badges = tuple(award_label(award) for award in view.awards if key in award.works)
    text = runs or (Run(plain_inline(fields.title or key)),)
    printed = "".join(run.text for run in text).lower()
    links = tuple(link for link in _links(fields) if link.url.lower() not in printed)
    return Item(text, key, badges, links, fields.note)


LINK_LABELS = {"doi": "DOI", "acl": "ACL Anthology", "openreview": "OpenReview", "arxiv": "arXiv", "pmid": "PubMed"}
"""Schemes that are linked, in this order: the published version first, then where it can be read."""


def _links(fields: Fields) -> tuple[Link, ...]:
    found = []
    for scheme, label in LINK_LABELS.items():
        same = [i for i in fields.identifiers if i.scheme == scheme and i.value != fields.doi]
        chosen = [i for i in fields.identifiers if str(i) == f"doi:{fields.doi}"] if scheme == "doi" else same
        found += [Link(label, url) for i in chosen[:1] if (url := i.without_version.url)]
    if fields.open_access and fields.open_access.url:
        found.append(Link("Open access", fields.open_access.url))
    return tuple(found)


def award_label(award: Award) -> str:
    """Gives an award as a badge: its name, who gave it, and the year.

    >>> award_label(Award(id="a", name="Best Paper Award", awarder="ACL", date="2024-08"))
    'Best Paper Award, ACL, 2024'
    """
    year = str(award.date.year) if award.date and award.date.year else ""
    who = award.awarder or ""
    return ", ".join(part for part in (award.name, who, "" if year and year in who else year) if part)


def _recency(date: PartialDate | None) -> tuple[int, int, int]:
    """Sorts the newest first, the undated last; a year alone counts as its end."""
    if date is None or date.year is None:
        return (10000, 0, 0)
    return (-date.year, -(date.month or 13), -(date.day or 32))


def _listed(entries: Iterable, item: Callable, date: Callable) -> list[Group]:  # type: ignore[type-arg]
    items = [item(entry) for entry in sorted(entries, key=lambda e: _recency(date(e)))]
    return [Group(tuple(items))] if items else []


def _line(lead: str, *parts: str | None, note: str | None = None, url: str | None = None) -> Item:
    rest = ", ".join(part for part in parts if part)
    runs = [Run(lead).with_mark("font-weight", "bold")] + ([Run(f", {rest}")] if rest else [])
    return Item(tuple(runs), links=(Link("Link", url),) if url else (), note=note)


def _span(start: PartialDate | None, end: PartialDate | None, status: str | None = None) -> str | None:
    if start is None and end is None:
        return status
    first = str(start.year) if start else ""
    last = str(end.year) if end else "present"
    return first if first == last else f"{first}–{last}"


def _appointment_end(post: Appointment) -> PartialDate | None:
    """What is to come or goes on stands first."""
    if post.end or post.status == "past":
        return post.end or post.start
    return PartialDate(year=9999 if post.status == "incoming" else 9998)


def _appointment(post: Appointment) -> Item:
    advisors = f"advisors: {', '.join(post.advisors)}" if post.advisors else None
    when = _span(post.start, post.end, post.status)
    return _line(post.role, post.department, post.organization, post.place, when, advisors, url=post.url)


def _award(award: Award, view: LibraryView) -> Item:
    titles = [plain_inline(e.fields.title) for e in view.entries if e.key in award.works and e.fields.title]
    work = f"for {' and '.join(f'“{title}”' for title in titles)}" if titles else None
    year = str(award.date.year) if award.date and award.date.year else None
    who = award.awarder or award.event
    recipients = f"with {', '.join(award.recipients)}" if award.recipients else None
    return _line(award.name, who, None if year and year in (who or "") else year, work, recipients, url=award.url)


def _event(event: Event) -> Item:
    when = written_date(event.date) if event.date else None
    return _line(event.name, event.role, event.part_of, event.place, when, url=event.url)


def _software(program: Software) -> Item:
    return _line(program.name, url=program.repository or program.url)


def _series(series: Series) -> Item:
    return _line(series.name, url=series.url)
