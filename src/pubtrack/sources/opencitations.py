"""OpenCitations: open citation counts and dates of citing works; everything it sends is text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar
from urllib.parse import quote

from pubtrack.errors import SourceError
from pubtrack.model import Contributor, Fields, Identifier
from pubtrack.sources import loose
from pubtrack.sources.base import Answer, Answers, Found, Sends, Service, opened
from pubtrack.sources.loose import objects, text
from pubtrack.transport import Host, Rate, Request
from pubtrack.vocab.crossref_types import TYPES

_ASKED = {"doi": "doi:{}", "pmid": "pmid:{}", "pmcid": "pmcid:{}", "openalex": "openalex:{}"}
_BRACKET = re.compile(r"\s*\[([^\[\]]*)\]\s*$")


class OpenCitations(Service):
    """OpenCitations: metadata from Meta, in batches; citations from its Index, one request for each work found."""

    host: ClassVar[Host] = Host(
        name="opencitations",
        base_url="https://api.opencitations.net",
        rate=Rate(180, 60.0),
        key_env="PUBTRACK_OPENCITATIONS_TOKEN",
        key_header="authorization",
        read_timeout_s=65.0,
    )
    label: ClassVar[str] = "OpenCitations"
    docs_url: ClassVar[str] = "https://api.opencitations.net/meta/v1"
    licence: ClassVar[str] = "CC0"
    batch: ClassVar[int] = 50
    schemes: ClassVar[tuple[str, ...]] = ("doi", "pmid", "pmcid", "openalex")
    mixes_schemes: ClassVar[bool] = True
    says: ClassVar[tuple[str, ...]] = ("metadata", "citations", "citations by year")
    enabled: ClassVar[bool] = False
    """Counts cannot be batched: 1,000 works take 5.5 minutes, so a person asks for them."""
    record_url: ClassVar[str | None] = "https://api.opencitations.net/meta/v1/metadata/{}"

    def ask(self, batch: tuple[Identifier, ...]) -> Request:
        """Gives the one request for the metadata of a batch."""
        return self.request("/meta/v1/metadata/" + "__".join(_in_path(i) for i in batch))

    def counts_request(self, identifier: Identifier) -> Request:
        """Gives the request for the citations of one work; `parse` of its reply counts them by year."""
        return self.request("/index/v2/citations/" + _in_path(identifier))

    def fetch_batch(self, batch: tuple[Identifier, ...], transport: Sends) -> Answers:
        """Asks for the metadata of a batch, then for the citations of each work that is there."""
        answers = super().fetch_batch(batch, transport)
        for identifier, found in list(answers.found.items()):
            try:
                answers.found[identifier] = tuple(self._counted(one, transport) for one in found)
            except SourceError as error:
                del answers.found[identifier]
                answers.failed[identifier] = error
        return answers

    def _counted(self, found: Found, transport: Sends) -> Found:
        """The item with its citations; the Index knows works by DOI and PMID."""
        fields = found.fields or self.parse(found.answer)
        name = next((i for i in fields.identifiers if i.scheme in ("doi", "pmid")), None)
        rows = self.listing(self.counts_request(name), transport) if name else None
        if rows is None:
            return found
        return replace(found, fields=fields.replace(citations=_counted(objects(rows)).citations))

    def items(self, answer: Any, batch: tuple[Identifier, ...]) -> list[Answer]:
        """Gives the rows; an unknown id has none."""
        return [dict(row) for row in objects(answer)]

    def parse(self, answer: Any) -> Fields:
        """Gives the fields of one row of Meta (or of the old COCI metadata), or counts from a list of citations."""
        if isinstance(answer, list) and answer and all("citing" in row for row in objects(answer)):
            return _counted(objects(answer))
        row = opened(answer, "results", "bindings")
        if "count" in row:
            return loose.fields(citations=loose.citations(row["count"]))
        if "citing" in row:
            return Fields()
        venue, venue_ids = _split(row.get("venue") or row.get("source_title"))
        publisher, _ = _split(row.get("publisher"))
        kind, genre = _kind(text(row.get("type")))
        is_book = kind == "book"
        return loose.fields(
            type=kind,
            genre=genre,
            title=loose.markup(row.get("title")),
            author=_people(row.get("author")),
            editor=_people(row.get("editor")),
            container_title=None if is_book else loose.markup(venue),
            collection_title=loose.markup(venue) if is_book else None,
            publisher=loose.markup(publisher),
            volume=text(row.get("volume")),
            issue=text(row.get("issue")),
            page=loose.pages(row.get("page")),
            issued=loose.date(row.get("pub_date")) or loose.date(row.get("year")),
            open_access=loose.open_access(row.get("oa_link")),
            identifiers=_identifiers(row, venue_ids),
            citations=loose.citations(row.get("citation_count")),
        )

    def id_of(self, answer: Any, fields: Fields) -> str | None:
        """Gives the OMID, or the DOI."""
        row = opened(answer, "results")
        match = re.search(r"omid:(br/\d+)", text(row.get("id")) or "")
        return match[1] if match else fields.doi


def _in_path(identifier: Identifier) -> str:
    """Signs that end a path, or begin a placeholder (`#` and braces in old DOIs), are percent-encoded."""
    return quote(_ASKED[identifier.scheme].format(identifier.value), safe=":/;()")


def _kind(given: str | None) -> tuple[str | None, str | None]:
    """Meta writes Crossref's types with spaces."""
    return TYPES.get((given or "").lower().replace(" ", "-"), (None, None))


def _split(value: Any) -> tuple[str | None, str]:
    """Gives (name, ids) of `name [id id]`."""
    clean = text(value) or ""
    match = _BRACKET.search(clean)
    return (clean[: match.start()] or None, match[1]) if match else (clean or None, "")


def _people(value: Any) -> tuple[Contributor, ...]:
    split = [_split(one) for one in (text(value) or "").split("; ")]
    orcids = [re.search(r"orcid:(\S+)", ids) for _, ids in split]
    return loose.people(
        loose.named(name, orcid=orcid[1] if orcid else None)
        for (name, _), orcid in zip(split, orcids, strict=True)
        if name
    )


def _identifiers(row: Mapping[str, Any], venue_ids: str) -> tuple[Identifier, ...]:
    own = [tuple(part.partition(":")[::2]) for part in (text(row.get("id")) or "").split() if ":" in part]
    around = [tuple(part.partition(":")[::2]) for part in venue_ids.split() if part.startswith(("issn:", "isbn:"))]
    plain: list[Any] = [("doi", row.get("doi")), ("issn", row.get("source_id")), ("doi", row.get("value"))]
    plain += [("pmid", row.get("pmid")), ("pmcid", row.get("pmcid"))]
    known = [(scheme, value) for scheme, value in [*own, *around] if scheme in (*_ASKED, "isbn", "issn", "arxiv")]
    return loose.identifiers(*known, *plain)


def _counted(rows: list[Mapping[str, Any]]) -> Fields:
    """Counts citing works by the year in which they appeared; rows without a date count in the total only."""
    years = Counter(created[:4] for row in rows if (created := text(row.get("creation"))))
    cited = {text(row.get("cited")) for row in rows}
    one = cited.pop() if len(cited) == 1 else None
    found = re.findall(r"(?:doi:)?(10\.\d{4,9}/\S+)", one or "")
    return loose.fields(
        citations=loose.citations(len(rows), years.items()), identifiers=loose.identifiers(*(("doi", d) for d in found))
    )
