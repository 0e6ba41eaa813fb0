"""OpenReview: venues that deposit no DOI (ICLR, NeurIPS, TMLR). Off without a token: guests are refused."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, ClassVar

from pubtrack.model import Contributor, Fields, Identifier
from pubtrack.sources import loose
from pubtrack.sources.base import Answer, Service, opened
from pubtrack.sources.loose import mapping, moment_day, objects, text
from pubtrack.transport import Host, Rate, Request

_OPEN = re.compile(r"^submitted to |\bsubmission\b|under review|^blind", re.IGNORECASE)
_CLOSED = re.compile(r"reject|withdraw", re.IGNORECASE)
_BIBTEX = re.compile(r"\b(booktitle|journal|year|url)\s*=\s*[{\"](.*?)[}\"]\s*,?\s*$", re.MULTILINE)
_KIND = re.compile(
    r"\s*\(?\b(oral|spotlight|poster|notable[- ]top[- ]\d+%|best paper.*|highlight)\)?\s*$", re.IGNORECASE
)


class OpenReview(Service):
    """The OpenReview API 2 (notes of API 1 parse too)."""

    host: ClassVar[Host] = Host(
        name="openreview",
        base_url="https://api2.openreview.net",
        rate=Rate(98, 1800.0),
        known_by="key",
        key_env="PUBTRACK_OPENREVIEW_TOKEN",
        key_header="Authorization",
        key_prefix="Bearer ",
        key_required=True,
    )
    label: ClassVar[str] = "OpenReview"
    docs_url: ClassVar[str] = "https://docs.openreview.net/reference/api-v2"
    licence: ClassVar[str] = "per note"
    batch: ClassVar[int] = 500
    envelope: ClassVar[tuple[str, ...]] = ("notes",)
    schemes: ClassVar[tuple[str, ...]] = ("openreview",)
    says: ClassVar[tuple[str, ...]] = ("metadata", "venues", "abstract")
    record_url: ClassVar[str | None] = "https://openreview.net/forum?id={}"

    def ask(self, batch: tuple[Identifier, ...]) -> Request:
        """Gives the one request for a batch."""
        body = json.dumps({"ids": [i.value for i in batch]}).encode()
        headers = {"Content-Type": "application/json"}
        return self.request("/notes/search", method="POST", body=body, headers=headers)

    def items(self, answer: Any, batch: tuple[Identifier, ...]) -> list[Answer]:
        """Gives the notes."""
        return [dict(i) for i in objects(mapping(answer).get("notes"))]

    def parse(self, answer: Any) -> Fields:
        """Gives the fields of one note, whose content may be wrapped in `value` (API 2) or plain (API 1)."""
        note = opened(answer, "notes")
        content = {key: _unwrapped(value) for key, value in mapping(note.get("content")).items()}
        venue, bibtex = loose.markup(content.get("venue")), dict(_BIBTEX.findall(str(content.get("_bibtex") or "")))
        is_accepted = bool(venue) and not _OPEN.search(venue or "") and not _CLOSED.search(venue or "")
        container = (loose.markup(bibtex.get("booktitle") or bibtex.get("journal")) or venue) if is_accepted else None
        is_journal = bool(bibtex.get("journal")) or (venue or "").upper() in ("TMLR", "DMLR")
        kind = _KIND.search(venue or "")
        return loose.fields(
            type=("article-journal" if is_journal else "paper-conference")
            if container
            else "article"
            if content
            else None,
            genre=None if container else "preprint" if content else None,
            title=loose.markup(content.get("title")),
            author=_authors(content),
            container_title=_KIND.sub("", container) if container else None,
            status=venue if venue and not is_accepted else None,
            issued=_issued(note, bibtex if is_accepted else {}),
            submitted=moment_day(note.get("tcdate") or note.get("cdate")),
            abstract=loose.abstract(content.get("abstract")),
            keyword=tuple(loose.titles(content.get("keywords"))),
            annote=kind[1].lower() if kind and is_accepted else None,
            open_access=loose.open_access(None, None, note.get("license")),
            identifiers=_identifiers(note, content),
        )

    def id_of(self, answer: Any, fields: Fields) -> str | None:
        """Gives the forum's id: the note of the paper itself."""
        note = opened(answer, "notes")
        return text(note.get("forum")) or text(note.get("id"))


def _unwrapped(value: Any) -> Any:
    return value.get("value") if isinstance(value, Mapping) and "value" in value else value


def _authors(content: Mapping[str, Any]) -> tuple[Contributor, ...]:
    """Since 2025 some venues give authors as objects with their profile."""
    names = content.get("authors")
    listed = names if isinstance(names, list) else [names]
    return loose.people(
        loose.named(n.get("fullname") or n.get("name") if isinstance(n, Mapping) else n) for n in listed
    )


def _issued(note: Mapping[str, Any], bibtex: Mapping[str, str]) -> Any:
    """The day of publication where one is set; the venue's year from its own BibTeX; else when the note was made."""
    published, year = moment_day(note.get("pdate")), loose.date(bibtex.get("year"))
    if published and (year is None or published.year == year.year):
        return published
    return year or moment_day(note.get("odate")) or moment_day(note.get("cdate") or note.get("tcdate"))


def _identifiers(note: Mapping[str, Any], content: Mapping[str, Any]) -> tuple[Identifier, ...]:
    links = (loose.from_url(content.get(key)) for key in ("pdf", "html", "ee", "paperurl", "_bibtex_url"))
    known = [pair for pair in links if pair and pair[0] in ("arxiv", "acl", "doi")]
    return loose.identifiers(
        ("openreview", note.get("forum") or note.get("id")), ("doi", content.get("doi") or note.get("doi")), *known
    )
