"""The lines of a CV that are no references: posts, awards, events, grants, students, programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pubtrack.csl import Run
from pubtrack.markup.name_keys import NameKey, name_key, name_keys_agree
from pubtrack.match import find_owner
from pubtrack.match.people import keys_of_names
from pubtrack.model import Appointment, Award, Event, Grant, Owner, PartialDate, Series
from pubtrack.writers.calm_text import calm, plain_title
from pubtrack.writers.cv_parts import Group, Item, Link, listed
from pubtrack.writers.versions import one_of_each
from pubtrack.writers.view import LibraryView
from pubtrack.writers.written_dates import recency, written_date

__all__ = [
    "appointments", "award_date", "award_label", "award_year", "awards", "co_recipients", "event_of", "events",
    "funding", "is_study", "newest_awards", "series", "software", "supervision", "years",
]  # fmt: skip

SHOWN_PEOPLE = 5
"""So many co-recipients are named; of more than these the first three."""
_STUDY = ("student", "phd", "doctoral", "doctorate", "master", "bachelor", "undergraduate")
"""Words of a role that is an education. Source: the education sections of rendercv's and JSON Resume's examples."""


def years(start: PartialDate | None, end: PartialDate | None, status: str | None = None) -> str | None:
    """Gives a span of time in years; the stated status where there are no dates.

    >>> years(PartialDate.parse("2021-09"), PartialDate.parse("2023")), years(PartialDate.parse("2024"), None)
    ('2021–2023', '2024–present')
    """
    if start is None and end is None:
        return status
    first = str(start.year or start) if start else ""
    last = str(end.year or end) if end else ("present" if status != "past" else "")
    return first if first == last or not last else f"{first}–{last}"


def _line(lead: str, *parts: str | None, when: str | None = None, url: str | None = None) -> Item:
    rest = ", ".join(calm(part) for part in parts if part)
    runs = [Run(calm(lead)).with_mark("font-weight", "bold")] + ([Run(f", {rest}")] if rest else [])
    return Item(tuple(runs), when=calm(when) if when else None, links=(Link("Link", url),) if url else ())


def appointments(view: LibraryView) -> tuple[Group, ...]:
    """Gives the posts, what is to come or goes on first."""
    posts = sorted(view.appointments, key=lambda post: (*recency(_last_day(post)), *recency(post.start)))
    return listed([_appointment(post) for post in posts])


def is_study(post: Appointment) -> bool:
    """Whether an appointment is that of a student.

    >>> is_study(Appointment(id="a", role="PhD student", organization="ETH"))
    True
    """
    words = post.role.lower()
    return "advisor" not in words and "supervisor" not in words and any(word in words for word in _STUDY)


def _last_day(post: Appointment) -> PartialDate | None:
    if post.end or post.status == "past":
        return post.end or post.start
    return PartialDate(year=9999 if post.status == "incoming" else 9998)


def _appointment(post: Appointment) -> Item:
    advisors = f"advisors: {', '.join(post.advisors)}" if post.advisors else None
    place = None if post.place and post.place in post.organization else post.place
    when = years(post.start, post.end, post.status)
    return _line(post.role, post.department, post.organization, place, advisors, when=when, url=post.url)


def award_year(award: Award, view: LibraryView) -> str | None:
    """Gives the year in which an award was given: its own, else its event's."""
    date = award_date(award, view)
    return str(date.year) if date and date.year else None


def award_date(award: Award, view: LibraryView) -> PartialDate | None:
    """Gives when an award was given: its own date, else its event's."""
    event = event_of(award, view)
    return award.date or (event.date if isinstance(event, Event) else None)


def event_of(award: Award, view: LibraryView) -> Event | str | None:
    """Gives the event at which an award was given: the library's, or its name; None where none is stated."""
    return next((event for event in view.events if event.id == award.event), award.event)


def award_label(award: Award) -> str:
    """Gives an award as a badge: its name, who gave it, and the year.

    >>> award_label(Award(id="a", name="Best Paper Award", awarder="ACL", date="2024-08"))
    'Best Paper Award, ACL, 2024'
    """
    year = str(award.date.year) if award.date and award.date.year else ""
    who = award.awarder or ""
    parts = (award.name, who, "" if year and year in f"{award.name} {who}" else year)
    return ", ".join(calm(part) for part in parts if part)


def co_recipients(award: Award, view: LibraryView) -> tuple[str, ...]:
    """Gives who received an award together with the owner: as stated, else the authors of its works."""
    if award.recipients:
        return tuple(name for name in award.recipients if not (view.owner and _is(name, view.owner)))
    names: list[str] = []
    for entry in view.entries:
        if entry.key in award.works and view.owner:
            own = find_owner(entry.fields, view.owner)
            names += [p.name for n, p in enumerate(entry.fields.author) if own is None or n != own[0]]
    return tuple(dict.fromkeys(names))


def _is(name: str, owner: Owner) -> bool:
    own = keys_of_names(owner.names)
    return any(name_keys_agree(key, other) for key in keys_of_names([name]) for other in own)


def _people(names: Sequence[str]) -> str | None:
    if not names:
        return None
    shown = names if len(names) <= SHOWN_PEOPLE else names[:3]
    rest = f" and {len(names) - len(shown)} others" if len(shown) < len(names) else ""
    return f"with {', '.join(shown)}{rest}"


def newest_awards(view: LibraryView) -> list[Award]:
    """Gives the awards of the library, newest first; one without a date has that of its event."""
    return sorted(view.awards, key=lambda award: recency(award_date(award, view)))


def awards(view: LibraryView) -> tuple[Group, ...]:
    """Gives the awards, newest first, each with its event, its works and who shares it."""
    return listed([_award(award, view) for award in newest_awards(view)])


def _award(award: Award, view: LibraryView) -> Item:
    titles = [plain_title(e.fields.title) for e in view.entries if e.key in award.works and e.fields.title]
    titles = titles or [plain_title(title) for title in award.work_titles]
    work = f"for {' and '.join(f'“{title}”' for title in titles)}" if titles else None
    event = event_of(award, view)
    place = event.name if isinstance(event, Event) else event
    place = None if place and _says(award.awarder or "", place) else place
    giver = None if place and award.awarder and _says(place, award.awarder) else award.awarder
    shared = _people(co_recipients(award, view))
    return _line(award.name, giver, place, work, shared, when=award_year(award, view), url=award.url)


def events(view: LibraryView) -> tuple[Group, ...]:
    """Gives the gatherings in which the owner had a part, newest first."""
    with_part = sorted((e for e in view.events if e.role), key=lambda event: recency(event.date))
    return listed([_event(event) for event in with_part])


def _says(text: str, name: str) -> bool:
    """Whether a text holds every word of a name, in any order."""
    return set(re.findall(r"\w+", name.lower())) <= set(re.findall(r"\w+", text.lower()))


def _event(event: Event) -> Item:
    precise = written_date(event.date) if event.date and event.date.month else None
    when = str(event.date.year or event.date) if event.date else None
    return _line(event.name, event.role, event.part_of, event.place, precise, when=when, url=event.url)


def funding(view: LibraryView) -> tuple[Group, ...]:
    """Gives the grants that the owner holds or held, newest first."""
    return listed([_grant(grant) for grant in sorted(view.funding, key=lambda grant: recency(grant.start))])


def _grant(grant: Grant) -> Item:
    parts = (grant.funder, grant.award_number, grant.role, grant.amount)
    return _line(grant.title, *parts, when=years(grant.start, grant.end) if grant.start else None, url=grant.url)


def software(view: LibraryView) -> tuple[Group, ...]:
    """Gives the programs, in the order of the library."""
    return listed([_line(program.name, url=program.repository or program.url) for program in view.software])


def series(view: LibraryView) -> tuple[Group, ...]:
    """Gives the projects and series, in the order of the library."""
    return listed([_series(one) for one in view.series])


def _series(one: Series) -> Item:
    return _line(one.name, url=one.url)


def supervision(view: LibraryView) -> tuple[Group, ...]:
    """Gives the students that the author lists mark, each with the years and the number of joint works."""
    students: list[tuple[NameKey, str, list[int]]] = []
    for entry in (work.entry for work in one_of_each(view.entries)):
        for person in entry.fields.author:
            if "student" in person.marks and not (view.owner and _is(person.name, view.owner)):
                _count(students, name_key(person), person.name, entry.fields.year)
    found = sorted(students, key=lambda one: (-max(one[2]), one[1]))
    return listed([_student(name, list_of_years) for _, name, list_of_years in found])


def _count(students: list[tuple[NameKey, str, list[int]]], key: NameKey, name: str, year: int | None) -> None:
    for place, (known, shown, in_years) in enumerate(students):
        if name_keys_agree(known, key):
            in_years.append(year or 0)
            students[place] = (known, max(shown, name, key=len), in_years)
            return
    students.append((key, name, [year or 0]))


def _student(name: str, in_years: Iterable[int]) -> Item:
    known = [year for year in in_years if year]
    first, last = (min(known), max(known)) if known else (None, None)
    when = f"{first}–{last}" if first != last else str(first) if first else None
    works = len(list(in_years))
    return _line(name, f"{works} joint {'work' if works == 1 else 'works'}", when=when)
