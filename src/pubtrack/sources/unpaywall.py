"""Unpaywall: where a Crossref work can be read freely. Off: OpenAlex holds the same data in batches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pubtrack.model import Contributor, Fields, Identifier
from pubtrack.sources import loose
from pubtrack.sources.base import Answer, Service, opened
from pubtrack.sources.loose import mapping, objects, text
from pubtrack.transport import Host, Rate, Request
from pubtrack.vocab.crossref_types import TYPES


class Unpaywall(Service):
    """The Unpaywall API; the user's address is obligatory there."""

    host: ClassVar[Host] = Host(
        name="unpaywall",
        base_url="https://api.unpaywall.org/v2",
        rate=Rate(1, 1.0),
        known_by="mailto",
        mailto_param="email",
    )
    label: ClassVar[str] = "Unpaywall"
    docs_url: ClassVar[str] = "https://unpaywall.org/products/api"
    licence: ClassVar[str] = "CC0"
    batch: ClassVar[int] = 1
    envelope: ClassVar[tuple[str, ...]] = ("doi",)
    schemes: ClassVar[tuple[str, ...]] = ("doi",)
    says: ClassVar[tuple[str, ...]] = ("open access",)
    enabled: ClassVar[bool] = False
    agency: ClassVar[str | None] = "crossref"
    record_url: ClassVar[str | None] = "https://api.unpaywall.org/v2/{}"

    def ask(self, batch: tuple[Identifier, ...]) -> Request:
        """Gives the request for one DOI."""
        return self.request("/{}", batch[0].value)

    def items(self, answer: Any, batch: tuple[Identifier, ...]) -> list[Answer]:
        """Gives the one record."""
        return [dict(mapping(answer))] if mapping(answer).get("doi") else []

    def parse(self, answer: Any) -> Fields:
        """Gives the fields of one DOI object (also inside `response` of a search)."""
        item = opened(answer, "results", "response")
        kind, genre = TYPES.get(text(item.get("genre")) or "", (None, None))
        best = mapping(item.get("best_oa_location"))
        url = best.get("url_for_pdf") or best.get("url")
        return loose.fields(
            type=kind,
            genre=genre,
            title=loose.markup(item.get("title")),
            author=loose.people(_author(a) for a in objects(item.get("z_authors"))),
            container_title=loose.markup(item.get("journal_name")),
            publisher=loose.markup(item.get("publisher")),
            issued=loose.date(item.get("published_date")) or loose.date(item.get("year")),
            open_access=loose.open_access(url, item.get("oa_status"), best.get("license")),
            identifiers=loose.identifiers(
                ("doi", item.get("doi")), *(("issn", i) for i in (text(item.get("journal_issns")) or "").split(","))
            ),
        )


def _author(one: Mapping[str, Any]) -> Contributor | None:
    person = loose.contributor(one.get("family"), one.get("given"), orcid=one.get("ORCID"), body=one.get("name"))
    return person or loose.named(one.get("raw_author_name"))
