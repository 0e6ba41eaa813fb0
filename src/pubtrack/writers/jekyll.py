"""Data files for Jekyll, to be walked through by a page of one's own."""

from __future__ import annotations

from typing import Any

from pubtrack.markup.escape import safe_url
from pubtrack.model import Appointment
from pubtrack.writers.calm_text import calm, no_tags
from pubtrack.writers.cv_career import years
from pubtrack.writers.site_records import award_records, publication_record
from pubtrack.writers.versions import works_of
from pubtrack.writers.view import LibraryView
from pubtrack.writers.yaml_text import yaml_text

__all__ = ["write_jekyll"]


def write_jekyll(view: LibraryView) -> dict[str, str]:
    """Gives file name -> text: `_data/publications.yml`, `_data/awards.yml` and `_data/appointments.yml`."""
    made = {"_data/publications.yml": yaml_text([publication_record(work, view) for work in works_of(view)])}
    if view.awards:
        made["_data/awards.yml"] = yaml_text(award_records(view))
    if view.appointments:
        made["_data/appointments.yml"] = yaml_text([_appointment(post) for post in view.appointments])
    return made


def _appointment(post: Appointment) -> dict[str, Any]:
    record = {
        "role": post.role,
        "organization": post.organization,
        "department": post.department,
        "place": post.place,
        "years": years(post.start, post.end, post.status),
        "url": safe_url(post.url) if post.url else None,
    }
    return {name: no_tags(calm(value)) for name, value in record.items() if value}
