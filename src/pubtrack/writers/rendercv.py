"""The CV as input for rendercv, which sets it in its own themes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from pubtrack.markup.escape import safe_url
from pubtrack.match import find_owner
from pubtrack.model import Appointment, Award, Event, Fields, Grant, Owner, Software
from pubtrack.vocab.cv_headings import SECTION_TITLES
from pubtrack.writers.award_fields import awards_of
from pubtrack.writers.calm_text import calm, plain_title
from pubtrack.writers.cv_career import award_year, co_recipients, event_of, is_study, newest_awards
from pubtrack.writers.cv_publications import heading_of, links_of, type_headings
from pubtrack.writers.present_name import with_present_name
from pubtrack.writers.versions import Versions, one_of_each, works_of
from pubtrack.writers.view import LibraryView
from pubtrack.writers.written_dates import iso_date, recency
from pubtrack.writers.yaml_text import yaml_text

__all__ = ["rendercv_document", "write_rendercv"]

_MARKDOWN = re.compile(r"([\\`*_{}\[\]])")
_JOINED = re.compile(r"(?<=#)(?=[A-Za-z])|(?<=\$)(?=\$)|(?<=<)(?=[A-Za-z/!?])|(?<=&)(?=#?\w)|(?<=!)(?=!)|(?<=\])(?=\()")
"""Places where rendercv 2.8 would read a Typst command, math, HTML, an entity or an admonition.

Source: https://github.com/rendercv/rendercv/blob/v2.8/src/rendercv/renderer/templater/markdown_parser.py, which passes
Typst commands in texts on to the compiler."""
_PATHS = re.compile(r"[/\\]")
"""rendercv names its files after the person."""
_WORD_JOINER = "\u2060"


def write_rendercv(view: LibraryView) -> str:
    """Gives the career as YAML for rendercv 2: `rendercv render cv.yaml`."""
    return yaml_text(rendercv_document(view))


def rendercv_document(view: LibraryView) -> dict[str, Any]:
    """Gives the same as plain data; al-folio reads it too."""
    titles = {**SECTION_TITLES, **(view.settings.get("titles") or {})}
    sections: dict[str, list[dict[str, Any]]] = {}
    for name in view.settings.get("sections") or tuple(SECTION_TITLES):
        for title, entries in _SECTIONS[name](view) if name in _SECTIONS else ():
            if entries:
                sections[calm(title or titles[name])] = entries
    owner = view.owner
    networks = [{"network": "ORCID", "username": owner.orcid}] if owner and owner.orcid else None
    title = view.settings.get("title") or (owner.name if owner else "Publications")
    homepage = _web(owner.homepage) if owner else None
    return {
        "cv": _said(name=_text(_PATHS.sub(" ", title)), website=homepage, social_networks=networks, sections=sections)
    }


def _text(text: str) -> str:
    r"""Text that rendercv shows as it is.

    >>> _text("*a* <b>")
    '\\*a\\* <\u2060b>'
    """
    return _MARKDOWN.sub(r"\\\1", _JOINED.sub(_WORD_JOINER, calm(text)))


def _web(url: str | None) -> str | None:
    safe = safe_url(url) if url else None
    return safe if safe and re.match(r"https?://[^/\s:]+\.[^\s]+$", safe) else None


def _said(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


Titled = list[tuple[str | None, list[dict[str, Any]]]]
"""Pairs (heading, entries of one kind); None = the section's own heading."""


def _appointments(view: LibraryView) -> Titled:
    study = [post for post in view.appointments if is_study(post)]
    posts = [post for post in view.appointments if post not in study]
    return [(None, [_experience(post) for post in posts]), ("Education", [_education(post) for post in study])]


def _dates(start: Any, end: Any, status: str | None = None) -> dict[str, Any]:
    first, last = iso_date(start), iso_date(end)
    if first and last and first > last:
        return {"date": first}
    if not first:
        return _said(date=last or status)
    return _said(start_date=first, end_date=last or ("present" if status != "past" else None))


def _experience(post: Appointment) -> dict[str, Any]:
    dates = _dates(post.start, post.end, post.status)
    summary = _text(post.department) if post.department else None
    place = _text(post.place) if post.place else None
    return _said(company=_text(post.organization), position=_text(post.role), location=place, summary=summary, **dates)


def _education(post: Appointment) -> dict[str, Any]:
    return _said(
        institution=_text(post.organization),
        area=_text(post.department or post.role),
        degree=_text(post.role) if post.department else None,
        location=_text(post.place) if post.place else None,
        highlights=[f"Advisor: {_text(name)}" for name in post.advisors],
        **_dates(post.start, post.end, post.status),
    )


def _normal(name: str, *parts: str | None, url: str | None = None, **dates: Any) -> dict[str, Any]:
    summary = ", ".join(_text(part) for part in parts if part)
    address = _web(url)
    linked = address and not re.search(r"[()\s<>*_]", address)
    return _said(name=f"[{_text(name)}]({address})" if linked else _text(name), summary=summary, **dates)


def _awards(view: LibraryView) -> Titled:
    return [(None, [_award(award, view) for award in newest_awards(view)])]


def _award(award: Award, view: LibraryView) -> dict[str, Any]:
    event = event_of(award, view)
    place = event.name if isinstance(event, Event) else event
    people = co_recipients(award, view)
    shared = f"with {', '.join(people)}" if people else None
    return _normal(award.name, award.awarder or place, shared, url=award.url, date=award_year(award, view))


def _publications(view: LibraryView) -> Titled:
    made = [(heading_of(w.entry.fields), _publication(w, view)) for w in works_of(view)]
    return [(heading, [entry for h, entry in made if h == heading]) for heading in type_headings()]


def _selected(view: LibraryView) -> Titled:
    return [(None, [_publication(w, view) for w in one_of_each(view.entries) if w.keys & view.selected])]


def _publication(work: Versions, view: LibraryView) -> dict[str, Any]:
    fields = with_present_name(work.entry.fields, view.owner)
    links = links_of(work)
    return _said(
        title=_text(plain_title(fields.title or "") or work.entry.key or "Untitled"),
        authors=_authors(fields, view.owner) or [_text("Anonymous")],
        journal=_text(plain_title(fields.container_title or fields.publisher or "")),
        date=iso_date(fields.issued),
        doi=fields.doi,
        url=None if fields.doi else _web(links[0].url) if links else None,
        summary=_text("; ".join(awards_of(view, work.keys))),
    )


def _authors(fields: Fields, owner: Owner | None) -> list[str]:
    own = find_owner(fields, owner) if owner else None
    names: Sequence[str] = [_text(person.name) for person in fields.author or fields.editor]
    return [f"**{name}**" if own and n == own[0] and fields.author else name for n, name in enumerate(names)]


def _events(view: LibraryView) -> Titled:
    events = sorted((e for e in view.events if e.role), key=lambda event: recency(event.date))
    return [(None, [_event(event) for event in events])]


def _event(event: Event) -> dict[str, Any]:
    place = _text(event.place) if event.place else None
    return _normal(event.name, event.role, event.part_of, url=event.url, date=iso_date(event.date), location=place)


def _funding(view: LibraryView) -> Titled:
    return [(None, [_grant(grant) for grant in sorted(view.funding, key=lambda grant: recency(grant.start))])]


def _grant(grant: Grant) -> dict[str, Any]:
    parts = (grant.funder, grant.award_number, grant.role, grant.amount)
    return _normal(grant.title, *parts, url=grant.url, **_dates(grant.start, grant.end))


def _software(view: LibraryView) -> Titled:
    return [(None, [_program(program) for program in view.software])]


def _program(program: Software) -> dict[str, Any]:
    return _normal(program.name, url=program.repository or program.url)


_SECTIONS: dict[str, Callable[[LibraryView], Titled]] = {
    "appointments": _appointments,
    "awards": _awards,
    "selected": _selected,
    "publications": _publications,
    "events": _events,
    "funding": _funding,
    "software": _software,
}
"""Supervision and series have no place of their own in rendercv."""
