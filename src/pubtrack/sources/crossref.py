"""Crossref: publishers' own deposits, with retractions (Retraction Watch included), grants and relations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from pubtrack.model import Contributor, Fields, Funding, Identifier, Notice, PartialDate, Relation
from pubtrack.sources import loose
from pubtrack.sources.base import Answer, Query, Service
from pubtrack.sources.loose import at, date, first, mapping, objects, text, titles
from pubtrack.transport import Host, Rate, Request
from pubtrack.vocab.crossref_types import NOTICES, RELATIONS, SUBTYPES, TYPES, UPDATES

_ISSUED = ("issued", "published", "published-print", "published-online", "posted", "published-other", "content-created")
"""Where a work's date may stand, best first. `created` and `deposited` say when a DOI was made, never when the
work appeared. Seen: `issued` [[null]] with a good `published-print` (recorded answers of 2026)."""

_ID_TYPES = {
    "doi": "doi", "arxiv": "arxiv", "issn": "issn", "isbn": "isbn", "pmid": "pmid", "pmcid": "pmcid", "uri": "url",
    "url": "url", "handle": "handle", "orcid": "orcid", "ror": "ror",
}  # fmt: skip


class Crossref(Service):
    """The Crossref REST API."""

    host: ClassVar[Host] = Host(
        name="crossref",
        base_url="https://api.crossref.org/v1",
        rate=Rate(1, 1.0),
        known_rate=Rate(3, 1.0),
        concurrency=1,
        known_concurrency=3,
        pools={"single": (Rate(5, 1.0), Rate(10, 1.0))},
        known_by="mailto",
        mailto_param="mailto",
    )
    label: ClassVar[str] = "Crossref"
    docs_url: ClassVar[str] = "https://api.crossref.org/swagger-ui/index.html"
    batch: ClassVar[int] = 50
    max_line: ClassVar[int] = 4096
    envelope: ClassVar[tuple[str, ...]] = ("message",)
    schemes: ClassVar[tuple[str, ...]] = ("doi",)
    says: ClassVar[tuple[str, ...]] = (
        "metadata",
        "citations",
        "retractions",
        "corrections",
        "relations",
        "funding",
        "license",
        "abstract",
    )
    licence: ClassVar[str] = "facts free of rights; abstracts may be protected"
    agency: ClassVar[str | None] = "crossref"
    record_url: ClassVar[str | None] = "https://api.crossref.org/v1/works/{}"

    def takes(self, identifier: Identifier) -> bool:
        """Crossref fails a whole batch for a DOI that it thinks malformed."""
        return super().takes(identifier) and re.match(r"10\.\d{4,9}/\S", identifier.value) is not None

    def alone(self, identifier: Identifier) -> bool:
        """A comma ends a filter's value (API reference 4.1 b)."""
        return "," in identifier.value

    def ask(self, batch: tuple[Identifier, ...]) -> Request:
        """Gives the one request for a batch."""
        if len(batch) == 1 and self.alone(batch[0]):
            return self.request("/works/{}", batch[0].value, pool="single")
        wanted = ",".join(f"doi:{i.value}" for i in batch)
        return self.request("/works", params={"filter": wanted, "rows": str(len(batch))})

    def total(self, decoded: Any) -> int | None:
        """Gives how many items the host says there are."""
        return loose.count(at(decoded, "message", "total-results"))

    def items(self, answer: Any, batch: tuple[Identifier, ...]) -> list[Answer]:
        """Gives the works of an answer, one or many."""
        message = mapping(at(answer, "message"))
        return [dict(i) for i in objects(message.get("items"))] if "items" in message else [dict(message)]

    def seek(self, query: Query) -> Request:
        """Gives the request that looks a work up by what is known of it."""
        words = " ".join([query.title or "", *query.surnames[:3], str(query.year or "")]).strip()
        params = {"query.bibliographic": words, "rows": str(query.limit)}
        return self.request("/works", params=params, cache_s=self.search_cache_s)

    def parse(self, answer: Any) -> Fields:
        """Gives the fields of one work message (also inside `message` or a list reply with one item)."""
        item = _opened(answer)
        named = titles(item.get("title"))
        title, short = loose.with_subtitle(named[0] if named else None, first(titles(item.get("subtitle"))))
        kind, genre = _kind(item)
        containers = titles(item.get("container-title")) + titles(item.get("container_title"))
        series = containers[0] if len(containers) > 1 and kind in ("chapter", "paper-conference") else None
        return loose.fields(
            type=kind,
            genre=first(item.get("degree")) or genre,
            title=title,
            title_short=short,
            original_title=first(titles(item.get("original-title"))),
            alternative_titles=named[1:],
            author=_people(item.get("author")),
            editor=_people(item.get("editor")),
            translator=_people(item.get("translator")),
            container_title=(containers[-1] if series else containers[0]) if containers else None,
            container_title_short=first(titles(item.get("short-container-title"))),
            collection_title=series,
            **_event(item),
            **_issue(item),
            publisher=_publisher(item),
            publisher_place=text(item.get("publisher-location")),
            issued=_issued(item),
            submitted=date(item.get("submitted")),
            available=date(item.get("published-online")),
            language=text(item.get("language")),
            abstract=loose.abstract(item.get("abstract")),
            keyword=tuple(titles(item.get("subject"))),
            open_access=_free(item),
            identifiers=_identifiers(item),
            relations=tuple(_relations(item)),
            notices=_notices(item, title),
            funding=tuple(_funding(item)),
            citations=loose.citations(item.get("is-referenced-by-count")),
        )


def _opened(answer: Any) -> Mapping[str, Any]:
    """Gives the work inside whatever envelope it came in."""
    item = mapping(answer)
    while isinstance(item.get("message"), Mapping):
        item = item["message"]
    listed = objects(item.get("items")) if "DOI" not in item else []
    return listed[0] if len(listed) == 1 else item


def _kind(item: Mapping[str, Any]) -> tuple[str | None, str | None]:
    given = text(item.get("type"))
    if given == "posted-content" and (subtype := text(item.get("subtype"))):
        return SUBTYPES.get(subtype.replace("-", "_"), ("article", subtype.replace("_", " ")))
    return TYPES.get(given or "", (given, None))


def _people(value: Any) -> tuple[Contributor, ...]:
    return loose.people(
        loose.contributor(
            one.get("family"),
            one.get("given"),
            one.get("suffix"),
            orcid=one.get("ORCID") or one.get("orcid"),
            affiliation=[a.get("name") for a in objects(one.get("affiliation"))],
            body=one.get("name") or one.get("literal"),
        )
        for one in objects(value)
    )


def _event(item: Mapping[str, Any]) -> dict[str, Any]:
    event = item.get("event")
    held = mapping(event)
    return {
        "event_title": loose.markup(held.get("name") if held else event),
        "event_place": text(held.get("location")),
        "event_date": loose.spanning(date(held.get("start")), date(held.get("end"))),
    }


def _issue(item: Mapping[str, Any]) -> dict[str, Any]:
    is_report = text(item.get("type")) in ("report", "standard")
    number = first(item.get("report-number")) or first(item.get("number"))
    return {
        "volume": text(item.get("volume")),
        "issue": text(item.get("issue")) or text(at(item, "journal-issue", "issue")),
        "page": loose.pages(item.get("page")) or text(item.get("article-number")),
        "edition": text(item.get("edition-number")),
        "number": number or (text(item.get("issue")) if is_report else None),
        "version": text(at(item, "version", "version")),
    }


def _publisher(item: Mapping[str, Any]) -> str | None:
    """A preprint's or thesis' institution says more than the member who registered it (bioRxiv, a university)."""
    institution = next((loose.markup(i.get("name")) for i in objects(item.get("institution"))), None)
    by_institution = text(item.get("type")) in ("posted-content", "dissertation", "report")
    return (institution if by_institution else None) or loose.markup(item.get("publisher"))


def _issued(item: Mapping[str, Any]) -> PartialDate | None:
    return next((day for name in _ISSUED if (day := date(item.get(name)))), None)


def _free(item: Mapping[str, Any]) -> Any:
    """Only licences that let everybody read are open access; text-mining licences are not."""
    open_ones = [
        u for lic in objects(item.get("license")) if "creativecommons.org" in (u := text(lic.get("URL")) or "")
    ]
    return loose.open_access(None, None, open_ones[0]) if open_ones else None


def _identifiers(item: Mapping[str, Any]) -> tuple[Identifier, ...]:
    isbns = list(loose.texts(item.get("ISBN"))) + [text(i.get("value")) for i in objects(item.get("isbn-type"))]
    issns = list(loose.texts(item.get("ISSN"))) + [text(i.get("value")) for i in objects(item.get("issn-type"))]
    url = text(at(item, "resource", "primary", "URL"))
    has_doi = Identifier.of("doi", text(item.get("DOI"))) is not None
    return loose.identifiers(
        ("doi", item.get("DOI") or item.get("doi")),
        *(("isbn", i) for i in isbns),
        *(("issn", i) for i in issns),
        *([] if has_doi else [("url", url or item.get("URL"))]),
    )


def _relations(item: Mapping[str, Any]) -> Iterator[Relation]:
    for name, targets in mapping(item.get("relation")).items():
        if name in RELATIONS:
            for target in objects(targets):
                yield from _relation(RELATIONS[name], target.get("id-type"), target.get("id"))
    for update in objects(item.get("update-to")):
        kind = NOTICES.get((text(update.get("type")) or "").lower().replace("-", "_"), "other")
        verb = "version-of" if kind == "new-version" else UPDATES.get(kind, "corrects")
        yield from _relation(verb, "doi", update.get("DOI"))


def _relation(verb: str, scheme: Any, value: Any) -> Iterator[Relation]:
    ours = loose.scheme_of(text(scheme), _ID_TYPES)
    pointed = Identifier.of(ours, text(value)) if ours else None
    if pointed:
        yield Relation.model_validate({"type": verb, "identifier": pointed})


_RETRACTED_TITLE = re.compile(r"^\W*(retracted|withdrawn)(?: article| paper)?\W*[:\]]", re.IGNORECASE)


def _notices(item: Mapping[str, Any], title: str | None) -> tuple[Notice, ...]:
    stated = [_notice(update) for update in objects(item.get("updated-by"))]
    # A prefix in the title is the publisher's word where no notice is linked (API reference 4.1 f).
    if not stated and (match := _RETRACTED_TITLE.match(title or "")):
        kind = "retraction" if match[1].lower() == "retracted" else "withdrawal"
        stated.append(Notice.model_validate({"type": kind, "stated_by": "publisher", "label": f"title: {match[1]}"}))
    return tuple(stated)


def _notice(update: Mapping[str, Any]) -> Notice:
    kind = NOTICES.get((text(update.get("type")) or "").lower().replace("-", "_"), "other")
    return Notice.model_validate(
        {
            "type": kind,
            "date": date(update.get("updated")),
            "identifier": Identifier.of("doi", text(update.get("DOI"))),
            "stated_by": text(update.get("source")),
            "label": text(update.get("label")),
        }
    )


def _funding(item: Mapping[str, Any]) -> Iterator[Funding | None]:
    for funder in objects(item.get("funder")):
        info = [n for i in objects(funder.get("award-info")) for n in loose.texts(i.get("award-number"))]
        numbers = list(loose.texts(funder.get("award"))) + info
        for number in dict.fromkeys(numbers) or [None]:
            yield loose.funding(funder.get("name"), number, funder.get("DOI"))
