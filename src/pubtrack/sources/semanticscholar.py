"""Semantic Scholar: the cross-walk between DOI, arXiv, ACL, dblp and PubMed, and influential citations. Needs a key."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, cast

from pubtrack.errors import BadResponse
from pubtrack.model import Fields, Identifier
from pubtrack.model.identifiers import Scheme
from pubtrack.sources import loose
from pubtrack.sources.base import Answer, Query, Service, opened
from pubtrack.sources.loose import mapping, objects, text
from pubtrack.transport import Host, Rate, Request
from pubtrack.vocab.semanticscholar_types import ORDER, SCHEMES, TYPES

_FIELDS = (
    "paperId,corpusId,externalIds,title,year,publicationDate,venue,publicationVenue,journal,publicationTypes,"
    "openAccessPdf,abstract,authors,citationCount,influentialCitationCount,isOpenAccess"
)
_ASKED = {"doi": "DOI:{}", "arxiv": "ARXIV:{}", "acl": "ACL:{}", "pmid": "PMID:{}", "pmcid": "PMCID:{}", "s2": "{}"}


class SemanticScholar(Service):
    """The Semantic Scholar Graph API; off without the user's key (keyless calls are refused most of the time)."""

    host: ClassVar[Host] = Host(
        name="semanticscholar",
        base_url="https://api.semanticscholar.org/graph/v1",
        rate=Rate(1, 1.0),
        known_by="key",
        key_env="PUBTRACK_SEMANTICSCHOLAR_KEY",
        key_header="x-api-key",
        key_required=True,
        read_timeout_s=60.0,
    )
    label: ClassVar[str] = "Semantic Scholar"
    docs_url: ClassVar[str] = "https://api.semanticscholar.org/api-docs/graph"
    licence: ClassVar[str] = "API terms: attribution, no bulk redistribution"
    batch: ClassVar[int] = 500
    max_line: ClassVar[int] = 1_000_000
    mixes_schemes: ClassVar[bool] = True
    schemes: ClassVar[tuple[str, ...]] = ("s2", "doi", "arxiv", "acl", "pmid", "pmcid")
    says: ClassVar[tuple[str, ...]] = ("metadata", "citations", "identifiers", "open access", "abstract")
    record_url: ClassVar[str | None] = "https://www.semanticscholar.org/paper/{}"

    def ask(self, batch: tuple[Identifier, ...]) -> Request:
        """Gives the one request for a batch."""
        ids = [_name(i) for i in batch]
        body = json.dumps({"ids": ids}).encode()
        headers = {"Content-Type": "application/json"}
        return self.request("/paper/batch", params={"fields": _FIELDS}, method="POST", body=body, headers=headers)

    def items(self, answer: Any, batch: tuple[Identifier, ...]) -> list[Answer]:
        """Gives the papers of a search."""
        return [dict(i) for i in objects(mapping(answer).get("data"))]

    def matched(self, decoded: Any, batch: tuple[Identifier, ...]) -> Iterator[tuple[Identifier, Answer, Fields]]:
        """The reply is aligned with the question, `null` for an unknown id: the one service where position counts."""
        if not isinstance(decoded, list) or len(decoded) != len(batch):
            raise BadResponse(self.name, "the answer is not as long as the question, so it cannot be put in order")
        told = ((i, dict(item)) for i, item in zip(batch, decoded, strict=True) if isinstance(item, Mapping))
        yield from ((i, item, self.parse(item)) for i, item in told)

    def is_reply(self, decoded: Any) -> bool:
        """A batch answers with a list, a search with `data`; `{"error": ...}` with 200 is neither."""
        return isinstance(decoded, list) or (isinstance(decoded, Mapping) and "data" in decoded)

    def seek(self, query: Query) -> Request:
        """Gives the search for the one best title; its score is not calibrated."""
        params = {"query": query.title or "", "fields": _FIELDS}
        return self.request("/paper/search/match", params=params, cache_s=self.search_cache_s * 7)

    def parse(self, answer: Any) -> Fields:
        """Gives the fields of one paper (also inside `data`, `citingPaper`, `citedPaper`)."""
        item = opened(answer, "data", "citingPaper", "citedPaper", "recommendedPapers", "paper")
        journal = mapping(item.get("journal"))
        kind, genre, container = _kind(item)
        return loose.fields(
            type=kind,
            genre=genre,
            title=loose.markup(item.get("title")),
            author=loose.people(loose.named(a.get("name")) for a in objects(item.get("authors"))),
            container_title=container,
            volume=text(journal.get("volume")),
            page=loose.pages(journal.get("pages")),
            issued=loose.date(item.get("publicationDate")) or loose.date(item.get("year")),
            abstract=loose.abstract(item.get("abstract")),
            open_access=_free(item),
            identifiers=_identifiers(item),
            citations=loose.citations(item.get("citationCount")),
        )

    def id_of(self, answer: Any, fields: Fields) -> str | None:
        """Gives the 40 digits of the paper id."""
        item = opened(answer, "data", "citingPaper", "citedPaper")
        return text(item.get("paperId")) or text(item.get("corpusId"))


def _name(identifier: Identifier) -> str:
    if identifier.scheme == "s2" and identifier.value.isdigit() and len(identifier.value) < 40:
        return f"CorpusId:{identifier.value}"
    return _ASKED[identifier.scheme].format(identifier.value)


def _kind(item: Mapping[str, Any]) -> tuple[str | None, str | None, str | None]:
    """Gives type, genre and container. arXiv as a venue is a preprint, whatever type the crawler guessed."""
    venue = mapping(item.get("publicationVenue"))
    journal = loose.markup(mapping(item.get("journal")).get("name"))
    place = loose.markup(item.get("venue")) or loose.markup(venue.get("name"))
    if (place or journal or "").lower() in ("arxiv.org", "arxiv", "arxiv (cornell university)", "biorxiv", "medrxiv"):
        return "article", "preprint", None
    given = set(loose.texts(item.get("publicationTypes")))
    kind, genre = next((TYPES[t] for t in ORDER if t in given), (None, None))
    held = text(venue.get("type"))
    if held == "conference" and kind in (None, "article-journal"):
        kind = "paper-conference"
    if held == "journal" and kind is None:
        kind = "article-journal"
    return kind, genre, (place or journal) if kind == "paper-conference" else (journal or place)


def _free(item: Mapping[str, Any]) -> Any:
    pdf = mapping(item.get("openAccessPdf"))
    return loose.open_access(pdf.get("url"), (text(pdf.get("status")) or "").lower(), pdf.get("license"))


def _identifiers(item: Mapping[str, Any]) -> tuple[Identifier, ...]:
    ids = mapping(item.get("externalIds"))
    # DBLP keys of CoRR are sent as titles' keys ("journals/corr/abs-..."), others as "conf/...": both are keys.
    known = [(cast("Scheme", scheme), ids.get(name)) for name, scheme in SCHEMES.items()]
    corpus = text(item.get("corpusId")) or text(ids.get("CorpusId"))
    issn = mapping(item.get("publicationVenue")).get("issn")
    return loose.identifiers(*known, ("s2", item.get("paperId")), ("s2", corpus), ("issn", issn))
