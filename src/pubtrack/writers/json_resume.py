"""The career as JSON Resume, for the many themes and services that read it."""

from __future__ import annotations

import json
from typing import Any

from pubtrack.markup.escape import safe_url
from pubtrack.model import Appointment, Award, Event, Grant, Series, Software
from pubtrack.writers.calm_text import calm, plain_title
from pubtrack.writers.cv_career import award_date, co_recipients, event_of, is_study
from pubtrack.writers.cv_publications import links_of
from pubtrack.writers.present_name import with_present_name
from pubtrack.writers.versions import Versions, one_of_each
from pubtrack.writers.view import LibraryView
from pubtrack.writers.written_dates import iso_date

__all__ = ["write_json_resume"]

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def write_json_resume(view: LibraryView) -> str:
    """Gives the career as JSON Resume 1.0.0: posts, studies, awards, each work once, events, programs, grants.

    Dates that ISO 8601 cannot say are left out: the schema has no words for them.
    """
    study = [post for post in view.appointments if is_study(post)]
    resume = {
        "$schema": SCHEMA,
        "basics": _basics(view),
        "work": [_work(post) for post in view.appointments if post not in study],
        "volunteer": [_volunteer(event) for event in view.events if event.role],
        "education": [_education(post) for post in study],
        "awards": [_award(award, view) for award in view.awards],
        "publications": [_publication(work, view) for work in one_of_each(view.entries)],
        "projects": [
            *(_project(program) for program in view.software),
            *(_project(series) for series in view.series),
            *(_grant(grant) for grant in view.funding),
        ],
    }
    said = {name: value for name, value in resume.items() if value}
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _said(**values: Any) -> dict[str, Any]:
    """What is said, on one line each; an address only where it is safe to follow."""
    values["url"] = safe_url(values["url"]) if values.get("url") else None
    return {name: calm(v) if isinstance(v, str) else v for name, v in values.items() if v}


def _basics(view: LibraryView) -> dict[str, Any]:
    owner = view.owner
    if owner is None:
        return {}
    orcid = owner.orcid
    profiles = [{"network": "ORCID", "username": orcid, "url": f"https://orcid.org/{orcid}"}] if orcid else None
    current = [post for post in view.appointments if not post.end and post.status != "past" and not is_study(post)]
    label = f"{current[0].role}, {current[0].organization}" if current else None
    return _said(name=owner.name, label=label, url=owner.homepage, profiles=profiles)


def _work(post: Appointment) -> dict[str, Any]:
    return _said(
        name=post.organization,
        position=post.role,
        url=post.url,
        location=post.place,
        startDate=iso_date(post.start),
        endDate=iso_date(post.end),
        summary=post.department,
    )


def _education(post: Appointment) -> dict[str, Any]:
    return _said(
        institution=post.organization,
        studyType=post.role,
        area=post.department,
        url=post.url,
        startDate=iso_date(post.start),
        endDate=iso_date(post.end),
        courses=[f"Advisor: {name}" for name in post.advisors],
    )


def _volunteer(event: Event) -> dict[str, Any]:
    dates = {"startDate": iso_date(event.date), "endDate": iso_date(event.date.end) if event.date else None}
    return _said(organization=event.name, position=event.role, url=event.url, summary=event.part_of, **dates)


def _award(award: Award, view: LibraryView) -> dict[str, Any]:
    titles = [plain_title(e.fields.title) for e in view.entries if e.key in award.works and e.fields.title]
    event = event_of(award, view)
    place = event.name if isinstance(event, Event) else event
    people = co_recipients(award, view)
    summary = [
        f"For {' and '.join(f'“{title}”' for title in titles or award.work_titles)}"
        if titles or award.work_titles
        else "",
        f"with {', '.join(people)}" if people else "",
        f"at {place}" if place and award.awarder else "",
    ]
    return _said(
        title=award.name,
        date=iso_date(award_date(award, view)),
        awarder=award.awarder or place,
        summary=", ".join(part for part in summary if part),
    )


def _publication(work: Versions, view: LibraryView) -> dict[str, Any]:
    fields = with_present_name(work.entry.fields, view.owner)
    links = links_of(work)
    people = ", ".join(person.name for person in fields.author)
    return _said(
        name=plain_title(fields.title or "") or work.entry.key or "Untitled",
        publisher=plain_title(fields.container_title or fields.publisher or ""),
        releaseDate=iso_date(fields.issued),
        url=links[0].url if links else None,
        summary=people,
    )


def _project(one: Software | Series) -> dict[str, Any]:
    url = one.repository or one.url if isinstance(one, Software) else one.url
    return _said(name=one.name, url=url, type="software" if isinstance(one, Software) else "project")


def _grant(grant: Grant) -> dict[str, Any]:
    return _said(
        name=grant.title,
        entity=grant.funder,
        description=", ".join(part for part in (grant.award_number, grant.amount) if part),
        roles=[grant.role] if grant.role else None,
        startDate=iso_date(grant.start),
        endDate=iso_date(grant.end),
        url=grant.url,
        type="funding",
    )
