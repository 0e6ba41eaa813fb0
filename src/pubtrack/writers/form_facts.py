"""What a form says below a reference: standing, open access, the owner's part; a blank where nobody said."""

from __future__ import annotations

from collections.abc import Sequence

from pubtrack.markup.escape import safe_url
from pubtrack.markup.name_keys import name_key, name_keys_agree
from pubtrack.match import find_owner
from pubtrack.match.people import keys_of_names
from pubtrack.model import Contributor, Fields
from pubtrack.vocab.source_names import SOURCE_NAMES
from pubtrack.writers.calm_text import calm
from pubtrack.writers.form_parts import blank, latest_counts
from pubtrack.writers.versions import Versions
from pubtrack.writers.view import LibraryView

__all__ = ["citations", "doctoral_advisors", "open_access", "own_part", "standing", "trainees", "without_advisor"]

_MARKS = {
    "equal-contribution": "equal contribution",
    "co-senior": "joint senior author",
    "corresponding": "corresponding author",
}


def standing(fields: Fields) -> str:
    """Gives the publishing status: as stated, else what type and date tell.

    >>> standing(Fields(genre="preprint")), standing(Fields(issued="2024")), standing(Fields())
    ('preprint', 'published', '[fill in: status]')
    """
    if fields.status:
        return calm(fields.status)
    if fields.is_preprint:
        return "preprint"
    return "published" if fields.issued and fields.issued.year is not None else blank("status")


def open_access(work: Versions) -> str:
    """Gives whether and where a work can be read freely; a preprint of it counts as a free copy."""
    access = work.entry.fields.open_access
    url = calm(safe_url(access.url) or "") if access and access.url else ""
    said = ", ".join(calm(p) for p in ((access.status, access.license) if access else ()) if p)
    if said or url:
        return " ".join(part for part in (said or "yes", url) if part)
    arxiv = next((i.without_version.url for i in work.identifiers if i.scheme == "arxiv"), None)
    return f"preprint at {arxiv}" if arxiv else blank("yes or no, and where")


def own_part(fields: Fields, view: LibraryView) -> str:
    """Gives the owner's place among the authors and what the author list says of it."""
    found = find_owner(fields, view.owner) if view.owner else None
    if found is None:
        return blank("your part in it")
    place, match = found
    number = len(fields.author)
    marks = [words for mark, words in _MARKS.items() if mark in fields.author[place].marks]
    where = "only author" if number == 1 else f"author {place + 1} of {number}"
    unsure = [blank("is this you? Only initials agree")] if match.verdict == "unsure" else []
    return ", ".join([where, *marks, *unsure])


def trainees(fields: Fields) -> str:
    """Gives the authors that the list marks as supervised students; empty where it marks none."""
    return ", ".join(calm(person.name) for person in fields.author if "student" in person.marks)


def citations(work: Versions, view: LibraryView) -> str:
    """Gives the counts of each source with their day; sources are never added up (ADR-0001)."""
    told = latest_counts(view, work.keys)
    said = ", ".join(f"{count} ({SOURCE_NAMES.get(source, source)}, {day})" for source, (count, day) in told.items())
    return calm(said) or blank("citations, with source and day")


def doctoral_advisors(view: LibraryView) -> tuple[str, ...]:
    """Gives the advisors of the owner's doctorate, as the appointments name them."""
    posts = (post for post in view.appointments if any(w in post.role.lower() for w in ("phd", "ph.d", "doctoral")))
    return tuple(dict.fromkeys(name for post in posts if "post" not in post.role.lower() for name in post.advisors))


def without_advisor(fields: Fields, advisors: Sequence[str]) -> str:
    """Gives whether an advisor is among the authors; a name that only may be theirs is said as such."""
    for advisor in advisors:
        person = next((p for p in fields.author if _may_be(p, advisor)), None)
        if person:
            return f"no: {calm(person.name)} is an author"
    return f"yes: {', '.join(map(calm, advisors))} is no author" if len(advisors) == 1 else "yes"


def _may_be(person: Contributor, name: str) -> bool:
    return any(name_keys_agree(name_key(person), key) for key in keys_of_names([name]))
