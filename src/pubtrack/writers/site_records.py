"""Works and awards as plain records for site generators; each generator's writer names them in its own way."""

from __future__ import annotations

import re
from typing import Any

from pubtrack.markup.escape import safe_url
from pubtrack.match import find_owner
from pubtrack.model import Award, Event
from pubtrack.writers.award_fields import awards_of
from pubtrack.writers.calm_text import calm, no_tags, plain_title
from pubtrack.writers.cv_career import award_year, co_recipients, event_of, newest_awards
from pubtrack.writers.cv_publications import links_of
from pubtrack.writers.present_name import with_present_name
from pubtrack.writers.versions import Versions
from pubtrack.writers.view import LibraryView
from pubtrack.writers.written_dates import iso_date

__all__ = ["award_records", "file_name", "publication_record"]

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


def file_name(key: str | None, taken: set[str]) -> str:
    """Gives a name for a file or folder that stands for a key, and remembers it as taken.

    >>> taken = set(); file_name("../jin 2024", taken), file_name("jin-2024", taken)
    ('jin-2024', 'jin-2024-2')
    """
    stem = _UNSAFE.sub("-", key or "").strip("-")[:100] or "work"
    name, number = stem, 1
    while name.lower() in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name.lower())
    return name


def publication_record(work: Versions, view: LibraryView) -> dict[str, Any]:
    """Gives a work as plain data: what nobody said is left out, addresses are safe to follow."""
    fields = with_present_name(work.entry.fields, view.owner)
    own = find_owner(fields, view.owner) if view.owner else None
    record = {
        "key": work.entry.key,
        "title": plain_title(fields.title or "") or "Untitled",
        "authors": [calm(person.name) for person in fields.author],
        "own_position": own[0] + 1 if own else None,
        "date": iso_date(fields.issued),
        "year": fields.year,
        "type": fields.type,
        "genre": fields.genre,
        "venue": plain_title(fields.container_title or fields.event_title or ""),
        "publisher": calm(fields.publisher or ""),
        "volume": calm(fields.volume or ""),
        "issue": calm(fields.issue or ""),
        "pages": calm(fields.page or ""),
        "doi": fields.doi,
        "arxiv": next((i.value for i in work.identifiers if i.scheme == "arxiv"), None),
        "links": [{"name": link.label, "url": url} for link in links_of(work) if (url := safe_url(link.url))],
        "abstract": plain_title(fields.abstract or ""),
        "awards": list(awards_of(view, work.keys)),
        "selected": bool(work.keys & view.selected),
        "retracted": any(n.type == "retraction" for n in fields.notices),
    }
    return _safe(record)


def _safe(record: dict[str, Any]) -> dict[str, Any]:
    """Themes print data unescaped, so that no text may hold a tag."""

    def safe(value: Any) -> Any:
        return (
            no_tags(value) if isinstance(value, str) else [safe(v) for v in value] if isinstance(value, list) else value
        )

    return {name: safe(value) for name, value in record.items() if value}


def award_records(view: LibraryView) -> list[dict[str, Any]]:
    """Gives the awards as plain data, newest first."""
    return [_award(award, view) for award in newest_awards(view)]


def _award(award: Award, view: LibraryView) -> dict[str, Any]:
    event = event_of(award, view)
    record = {
        "name": calm(award.name),
        "awarder": calm(award.awarder or ""),
        "event": calm(event.name if isinstance(event, Event) else event or ""),
        "year": award_year(award, view),
        "works": list(award.works),
        "with": [calm(name) for name in co_recipients(award, view)],
        "url": safe_url(award.url) if award.url else None,
    }
    return _safe(record)
