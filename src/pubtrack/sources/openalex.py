"""OpenAlex: counts by year, open access, one id for the fragments of a work; sometimes wrongly merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, ClassVar

from pubtrack.model import Contributor, Fields, Identifier, Notice
from pubtrack.sources import loose
from pubtrack.sources.base import Answer, Query, Sends, Service, opened
from pubtrack.sources.loose import at, mapping, objects, text
from pubtrack.transport import Host, Rate, Request
from pubtrack.vocab.crossref_types import TYPES as CROSSREF_TYPES
from pubtrack.vocab.openalex_types import TYPES

_FILTERS = {"doi": "doi", "openalex": "openalex", "pmid": "pmid", "pmcid": "pmcid", "mag": "mag"}
"""Our scheme -> name of the filter. Source: API reference 4.2 b."""

_SELECT = (
    "id,doi,display_name,title,ids,publication_year,publication_date,type,language,primary_location,best_oa_location,"
    "locations,open_access,authorships,biblio,is_retracted,cited_by_count,counts_by_year,abstract_inverted_index,"
    "keywords,funders,awards"
)
"""What we read; everything else (topics, referenced works) would only be carried."""

_REPOSITORIES = frozenset({"repository", "metadata"})


class OpenAlex(Service):
    """The OpenAlex API; works without a key (1,000 credits a day), better with the user's free one."""

    host: ClassVar[Host] = Host(
        name="openalex",
        base_url="https://api.openalex.org",
        rate=Rate(10, 1.0),
        known_rate=Rate(30, 1.0),
        concurrency=2,
        known_concurrency=4,
        known_by="key",
        key_env="PUBTRACK_OPENALEX_KEY",
        key_param="api_key",
    )
    label: ClassVar[str] = "OpenAlex"
    docs_url: ClassVar[str] = "https://docs.openalex.org/"
    licence: ClassVar[str] = "CC0"
    batch: ClassVar[int] = 100
    max_line: ClassVar[int] = 4094
    envelope: ClassVar[tuple[str, ...]] = ("results", "id")
    schemes: ClassVar[tuple[str, ...]] = ("doi", "openalex", "pmid", "pmcid", "mag")
    says: ClassVar[tuple[str, ...]] = (
        "metadata",
        "citations",
        "citations by year",
        "open access",
        "retractions",
        "funding",
        "abstract",
    )
    record_url: ClassVar[str | None] = "https://openalex.org/{}"

    def takes(self, identifier: Identifier) -> bool:
        """Only works; a DOI whose value would read as a filter is left to others (API reference 4.2 b)."""
        if identifier.scheme == "openalex":
            return identifier.value.startswith("W")
        return super().takes(identifier) and not any(mark in identifier.value for mark in '|!"')

    def alone(self, identifier: Identifier) -> bool:
        """A comma or a filter's name inside a value fails the whole list (400)."""
        return identifier.scheme == "doi" and any(mark in identifier.value for mark in (",", "doi:", "type:"))

    def ask(self, batch: tuple[Identifier, ...]) -> Request:
        """Gives the one request for a batch."""
        scheme = batch[0].scheme
        if len(batch) == 1 and self.alone(batch[0]):
            return self.request("/works/doi:{}", batch[0].value)
        values = "|".join(i.value for i in batch)
        return self.request(
            "/works", params={"filter": f"{_FILTERS[scheme]}:{values}", "per_page": "100", "select": _SELECT}
        )

    def total(self, decoded: Any) -> int | None:
        """Gives how many items the host says there are."""
        return loose.count(at(decoded, "meta", "count"))

    def items(self, answer: Any, batch: tuple[Identifier, ...]) -> list[Answer]:
        """Gives the works of an answer, one or many."""
        held = mapping(answer)
        return [dict(i) for i in objects(held.get("results"))] if "results" in held else [dict(held)] if held else []

    def seek(self, query: Query) -> Request:
        """Gives the search by title: 10 credits, so its answers are kept."""
        words = " ".join("".join(c if c.isalnum() else " " for c in query.title or "").split())[:300]
        params = {"filter": f"title.search:{words}", "per_page": str(query.limit)}
        return self.request("/works", params=params, cache_s=self.search_cache_s * 7)

    def works_of(self, person: Identifier, transport: Sends) -> Iterator[Answer]:
        """Gives all works listed under an ORCID iD (or an OpenAlex author id), page by page."""
        name = "authorships.author.orcid" if person.scheme == "orcid" else "authorships.author.id"
        cursor: str | None = "*"
        while cursor:
            params = {"filter": f"{name}:{person.value}", "per_page": "100", "cursor": cursor, "select": _SELECT}
            decoded = self.listing(self.request("/works", params=params, cache_s=self.listing_cache_s), transport)
            found = self.items(decoded, ())
            yield from found
            cursor = text(at(decoded, "meta", "next_cursor")) if found else None

    def parse(self, answer: Any) -> Fields:
        """Gives the fields of one work (also inside `results` with one item)."""
        item = opened(answer, "results")
        places = [mapping(item.get("primary_location")), *objects(item.get("locations"))]
        kind, genre = _kind(item, places[0])
        venue, keeper = _venue(places[0])
        # The old form of the API (until 2023) had `host_venue` in place of `primary_location`.
        old = mapping(item.get("host_venue"))
        biblio = mapping(item.get("biblio"))
        return loose.fields(
            type=kind,
            genre=genre,
            title=loose.markup(item.get("title")) or loose.markup(item.get("display_name")),
            author=loose.people(_author(a) for a in objects(item.get("authorships"))),
            container_title=venue or loose.markup(old.get("display_name")),
            publisher=keeper or text(old.get("publisher")),
            volume=text(biblio.get("volume")),
            issue=text(biblio.get("issue")),
            page=loose.pages(biblio.get("first_page"), biblio.get("last_page")),
            issued=_issued(item),
            language=text(item.get("language")),
            abstract=_abstract(item.get("abstract_inverted_index")) or loose.abstract(item.get("abstract")),
            keyword=tuple(loose.titles([k.get("display_name") for k in objects(item.get("keywords"))])),
            open_access=_free(item),
            identifiers=_identifiers(item, places),
            notices=_notices(item),
            funding=tuple(_funding(item)),
            citations=loose.citations(
                item.get("cited_by_count"),
                ((y.get("year"), y.get("cited_by_count")) for y in objects(item.get("counts_by_year"))),
            ),
        )

    def id_of(self, answer: Any, fields: Fields) -> str | None:
        """Gives the `W` number."""
        known = Identifier.of("openalex", text(opened(answer, "results").get("id")))
        return known.value if known else None


def _kind(item: Mapping[str, Any], place: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """The registry's own word for the primary place is finer than OpenAlex's "article"."""
    given = text(item.get("type")) or text(item.get("type_crossref"))
    raw = text(place.get("raw_type")) or text(item.get("type_crossref")) or ""
    holder = text(at(place, "source", "type"))
    if given == "article" and raw in ("proceedings-article", "posted-content", "journal-article", "book-chapter"):
        return CROSSREF_TYPES[raw]
    if given == "article" and holder == "conference":
        return TYPES["conference-paper"]
    if given == "article" and holder in _REPOSITORIES and text(place.get("version")) == "submittedVersion":
        return TYPES["preprint"]
    return TYPES.get(given or "", CROSSREF_TYPES.get(given or "", (None, None)))


def _venue(place: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """Gives (container, publisher); a repository keeps a work, it is no journal that contains it."""
    source = mapping(place.get("source"))
    name = loose.markup(source.get("display_name"))
    if text(source.get("type")) in _REPOSITORIES:
        return None, name
    return name or loose.markup(place.get("raw_source_name")), text(source.get("host_organization_name"))


def _author(authorship: Mapping[str, Any]) -> Contributor | None:
    """The printed name first: the author's cluster may be somebody else's (API reference 4.2, data traps)."""
    shown = at(authorship, "author", "display_name")
    orcid = at(authorship, "author", "orcid") or authorship.get("raw_orcid")
    places = (
        authorship.get("raw_affiliation_strings")
        or authorship.get("raw_affiliation_string")
        or [i.get("display_name") for i in objects(authorship.get("institutions"))]
    )
    printed = loose.named(authorship.get("raw_author_name"), orcid=orcid, affiliation=places, alias=shown)
    person = printed or loose.named(shown, orcid=orcid, affiliation=places)
    corresponds = authorship.get("is_corresponding") is True
    return person.replace(marks=("corresponding",)) if person and corresponds else person


def _issued(item: Mapping[str, Any]) -> Any:
    """A first of January beside a bare year is OpenAlex's way to say the year only."""
    day, year = loose.date(item.get("publication_date")), loose.date(item.get("publication_year"))
    if day and day.parts[1:] == (1, 1) and (year is None or year.year == day.year):
        return loose.date(day.year)
    return day or year


def _abstract(index: Any) -> str | None:
    """Puts the words of an inverted index back into order."""
    places = ((p, word) for word, at_ in mapping(index).items() if isinstance(at_, list) for p in at_)
    words = {p: word for p, word in places if isinstance(p, int)}
    return loose.abstract(" ".join(words[p] for p in sorted(words)))


def _free(item: Mapping[str, Any]) -> Any:
    best, access = mapping(item.get("best_oa_location")), mapping(item.get("open_access"))
    url = text(access.get("oa_url")) or text(best.get("pdf_url")) or text(best.get("landing_page_url"))
    return loose.open_access(url, access.get("oa_status"), best.get("license"))


def _identifiers(item: Mapping[str, Any], places: list[Mapping[str, Any]]) -> tuple[Identifier, ...]:
    ids = mapping(item.get("ids"))
    source = mapping(places[0].get("source"))
    elsewhere = (loose.from_url(p.get(k)) for p in places for k in ("landing_page_url", "pdf_url"))
    known = [pair for pair in elsewhere if pair and pair[0] in ("arxiv", "acl", "openreview", "pmcid")]
    return loose.identifiers(
        ("doi", item.get("doi")),
        ("doi", ids.get("doi")),
        ("openalex", item.get("id") or ids.get("openalex")),
        ("pmid", ids.get("pmid")),
        ("pmcid", ids.get("pmcid")),
        ("mag", ids.get("mag")),
        *known,
        *(("issn", i) for i in chain(loose.texts(source.get("issn")), loose.texts(source.get("issn_l")))),
    )


def _notices(item: Mapping[str, Any]) -> tuple[Notice, ...]:
    return (Notice(type="retraction", stated_by="openalex"),) if item.get("is_retracted") is True else ()


def _funding(item: Mapping[str, Any]) -> Iterator[Any]:
    for award in objects(item.get("awards")):
        yield loose.funding(
            award.get("funder_display_name"), award.get("funder_award_id"), None, award.get("display_name")
        )
    for grant in objects(item.get("grants")):
        yield loose.funding(grant.get("funder_display_name"), grant.get("award_id"))
    paid = {text(a.get("funder_display_name")) for a in objects(item.get("awards"))}
    for funder in objects(item.get("funders")):
        if text(funder.get("display_name")) not in paid:
            yield loose.funding(funder.get("display_name"), None, funder.get("ror"))
