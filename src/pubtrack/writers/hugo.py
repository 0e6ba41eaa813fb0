"""Content and data files for Hugo, as its academic themes read them."""

from __future__ import annotations

from typing import Any

from pubtrack.writers.bibtex import bibtex_entry
from pubtrack.writers.present_name import with_present_name
from pubtrack.writers.site_records import award_records, file_name, publication_record
from pubtrack.writers.versions import works_of
from pubtrack.writers.view import LibraryView
from pubtrack.writers.yaml_text import yaml_text

__all__ = ["write_hugo"]


def write_hugo(view: LibraryView) -> dict[str, str]:
    """Gives file name -> text: a page bundle with `cite.bib` for each work, and `data/awards.yaml`."""
    made: dict[str, str] = {}
    taken: set[str] = set()
    for work in works_of(view):
        record = publication_record(work, view)
        folder = f"content/publication/{file_name(work.entry.key, taken)}"
        made[f"{folder}/index.md"] = f"---\n{yaml_text(_front_matter(record))}---\n"
        made[f"{folder}/cite.bib"] = bibtex_entry(
            file_name(work.entry.key, set()), with_present_name(work.entry.fields, view.owner)
        )
    if view.awards:
        made["data/awards.yaml"] = yaml_text(award_records(view))
    return made


def _front_matter(record: dict[str, Any]) -> dict[str, Any]:
    """Source: https://docs.hugoblox.com/reference/content-types/#publication (names), CSL names as types."""
    page = {
        "title": record["title"],
        "authors": record.get("authors"),
        "date": _whole_date(record.get("date")),
        "publication_types": [record["type"]] if "type" in record else None,
        "publication": record.get("venue") or record.get("publisher"),
        "doi": record.get("doi"),
        "abstract": record.get("abstract"),
        "featured": record.get("selected"),
        "awards": record.get("awards"),
        "links": record.get("links"),
    }
    return {name: value for name, value in page.items() if value}


def _whole_date(date: str | None) -> str | None:
    """Hugo reads whole dates only, so that a year stands for its first day."""
    return f"{date}-01-01"[:10] if date and len(date) == 4 else f"{date}-01" if date and len(date) == 7 else date
