"""DataCite: datasets, software, theses, repository copies, and arXiv's own DOIs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from pubtrack.model import Contributor, Fields, Funding, Identifier, PartialDate, Relation
from pubtrack.sources import loose
from pubtrack.sources.base import Answer, Query, Service, opened
from pubtrack.sources.loose import at, date, mapping, objects, text
from pubtrack.transport import Host, Rate, Request
from pubtrack.vocab.datacite_types import CITEPROC, EDITORS, RELATIONS, SCHEMES, TYPES, WORDS

_SEARCH_MARKS = re.compile(r"[^\w\s]")


class DataCite(Service):
    """The DataCite REST API (JSON:API)."""

    host: ClassVar[Host] = Host(
        name="datacite",
        base_url="https://api.datacite.org",
        rate=Rate(500, 300.0),
        known_rate=Rate(1000, 300.0),
        concurrency=2,
        known_by="mailto",
        mailto_param="mailto",
    )
    label: ClassVar[str] = "DataCite"
    docs_url: ClassVar[str] = "https://support.datacite.org/docs/api"
    licence: ClassVar[str] = "CC0"
    batch: ClassVar[int] = 200
    max_line: ClassVar[int] = 8000
    envelope: ClassVar[tuple[str, ...]] = ("data",)
    schemes: ClassVar[tuple[str, ...]] = ("doi", "arxiv")
    mixes_schemes: ClassVar[bool] = True
    says: ClassVar[tuple[str, ...]] = (
        "metadata",
        "citations",
        "citations by year",
        "versions",
        "relations",
        "funding",
        "license",
        "abstract",
    )
    agency: ClassVar[str | None] = "datacite"
    record_url: ClassVar[str | None] = "https://api.datacite.org/dois/{}"

    def alone(self, identifier: Identifier) -> bool:
        """A comma would split the id (API reference 4.6 b)."""
        return "," in identifier.value

    def ask(self, batch: tuple[Identifier, ...]) -> Request:
        """Gives the one request for a batch."""
        if len(batch) == 1 and self.alone(batch[0]):
            return self.request("/dois/{}", batch[0].value)
        params = {"ids": ",".join(_doi(i) for i in batch), "page[size]": str(max(len(batch), 25))}
        return self.request("/dois", params=params)

    def total(self, decoded: Any) -> int | None:
        """Gives how many items the host says there are."""
        return loose.count(at(decoded, "meta", "total"))

    def items(self, answer: Any, batch: tuple[Identifier, ...]) -> list[Answer]:
        """Gives the records of an answer, one or many."""
        return [dict(i) for i in objects(at(answer, "data"))]

    def id_of(self, answer: Any, fields: Fields) -> str | None:
        """Gives the DOI."""
        return fields.id("doi")

    def seek(self, query: Query) -> Request:
        """Gives the search by title, Elasticsearch's marks taken out."""
        words = " ".join(_SEARCH_MARKS.sub(" ", query.title or "").split())
        params = {"query": f'titles.title:"{words}"', "page[size]": str(query.limit)}
        return self.request("/dois", params=params, cache_s=self.search_cache_s)

    def parse(self, answer: Any) -> Fields:
        """Gives the fields of one record: a whole reply, its `data`, or its `attributes`."""
        item = opened(answer, "data", "attributes")
        main, short, others = _titles(item)
        kind, genre = _kind(mapping(item.get("types")))
        container = mapping(item.get("container"))
        publisher = item.get("publisher")
        contributors = objects(item.get("contributors"))
        return loose.fields(
            type=kind,
            genre=genre,
            title=main,
            title_short=short,
            alternative_titles=others,
            author=loose.people(_person(c) for c in _creators(item)),
            **{
                field: loose.people(_person(c) for c in contributors if text(c.get("contributorType")) == role)
                for role, field in EDITORS.items()
            },
            container_title=loose.markup(container.get("title")) or loose.markup(item.get("container-title")),
            volume=text(container.get("volume")),
            issue=text(container.get("issue")),
            page=loose.pages(container.get("firstPage"), container.get("lastPage")),
            publisher=loose.markup(publisher.get("name") if isinstance(publisher, Mapping) else publisher),
            # arXiv counts its uploads there; a published paper must not carry "version 2" from its preprint.
            version=None if genre == "preprint" else text(item.get("version")),
            issued=_issued(item),
            submitted=_dated(item, "Submitted"),
            available=_dated(item, "Available"),
            language=text(item.get("language")),
            abstract=_abstract(item),
            keyword=tuple(loose.titles([s.get("subject") for s in objects(item.get("subjects"))])),
            open_access=_free(item),
            identifiers=_identifiers(item, answer),
            relations=tuple(_relations(item)),
            funding=tuple(_funding(item)),
            citations=_citations(item),
        )


def _doi(identifier: Identifier) -> str:
    """ArXiv registers a DOI for every paper."""
    return f"10.48550/arxiv.{identifier.value}" if identifier.scheme == "arxiv" else identifier.value


def _creators(item: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return objects(item.get("creators")) or objects(item.get("creator")) or objects(item.get("author"))


def _titles(item: Mapping[str, Any]) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Gives title (with subtitle), the part before a joined subtitle, and other titles, translated ones too."""
    by_type: dict[str, list[str]] = {"": []}
    for one in objects(item.get("titles")) or [{"title": t} for t in loose.texts(item.get("title"))]:
        if title := loose.markup(one.get("title")):
            by_type.setdefault(text(one.get("titleType")) or "", []).append(title)
    plain = by_type.pop("") or next((t for t in by_type.values()), [])
    subtitles = by_type.pop("Subtitle", [])
    main, short = loose.with_subtitle(plain[0] if plain else None, subtitles[0] if subtitles else None)
    rest = [*plain[1:], *(t for titles in by_type.values() for t in titles)]
    return main, short, tuple(t for t in rest if t != main)


def _kind(types: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """The free text says more than "Text"; `citeproc` more than nothing."""
    general = re.sub(r"[^a-z]", "", (text(types.get("resourceTypeGeneral")) or "").lower())
    words = (text(types.get("resourceType")) or "").lower().replace("_", " ")
    if general in ("text", "other", "") and words in WORDS:
        return WORDS[words]
    if general in ("text", "") and text(types.get("citeproc")) in CITEPROC:
        return CITEPROC[text(types.get("citeproc")) or ""], None
    return TYPES.get(general, (None, None))


def _person(creator: Mapping[str, Any]) -> Contributor | None:
    orcids = [n.get("nameIdentifier") for n in objects(creator.get("nameIdentifiers"))]
    orcid = next((o for o in orcids if Identifier.of("orcid", text(o))), None)
    affiliations = creator.get("affiliation")
    listed = affiliations if isinstance(affiliations, list) else [affiliations]
    places = [a.get("name") if isinstance(a, Mapping) else a for a in listed]
    name, family, given = (creator.get(k) for k in ("name", "familyName", "givenName"))
    if text(creator.get("nameType")) == "Organizational":
        return loose.contributor(affiliation=places, body=name or family or given)
    if text(family):
        return loose.contributor(family, given, orcid=orcid, affiliation=places)
    return loose.named(name or creator.get("literal") or given, orcid=orcid, affiliation=places)


def _dated(item: Mapping[str, Any], kind: str) -> PartialDate | None:
    return next(
        (d for one in objects(item.get("dates")) if one.get("dateType") == kind and (d := date(one.get("date")))), None
    )


def _issued(item: Mapping[str, Any]) -> PartialDate | None:
    """The year of publication stands; `Issued` makes it finer where both agree (repositories put uploads there)."""
    year = date(item.get("publicationYear")) or date(mapping(item.get("published")) or item.get("published"))
    day = _dated(item, "Issued") or date(item.get("published"))
    if day and (year is None or day.year == year.year):
        return day
    return year or _dated(item, "Available") or _dated(item, "Created")


def _abstract(item: Mapping[str, Any]) -> str | None:
    told = objects(item.get("descriptions"))
    stated = [d.get("description") for d in told if text(d.get("descriptionType")) == "Abstract"]
    return next((a for d in stated if (a := loose.abstract(d))), None)


def _free(item: Mapping[str, Any]) -> Any:
    rights = objects(item.get("rightsList"))
    named = (text(r.get("rightsIdentifier")) or text(r.get("rightsUri")) or text(r.get("rights")) for r in rights)
    return loose.open_access(None, None, next((n for n in named if n and "info:eu-repo" not in n), None))


def _identifiers(item: Mapping[str, Any], answer: Any) -> tuple[Identifier, ...]:
    doi = item.get("doi") or at(answer, "data", "id") or mapping(answer).get("id")
    others = [(i.get("identifierType"), i.get("identifier")) for i in objects(item.get("identifiers"))]
    others += [
        (i.get("alternateIdentifierType"), i.get("alternateIdentifier"))
        for i in objects(item.get("alternateIdentifiers"))
    ]
    known = [(s, value) for kind, value in others if (s := loose.scheme_of(text(kind), SCHEMES)) and s != "url"]
    same = [
        (s, r.get("relatedIdentifier"))
        for r in objects(item.get("relatedIdentifiers"))
        if r.get("relationType") == "IsIdenticalTo"
        and (s := loose.scheme_of(text(r.get("relatedIdentifierType")), SCHEMES)) in ("arxiv", "pmid", "pmcid")
    ]  # fmt: skip
    return loose.identifiers(("doi", doi), *known, *same)


def _relations(item: Mapping[str, Any]) -> Iterator[Relation]:
    for related in objects(item.get("relatedIdentifiers")):
        verb = RELATIONS.get(text(related.get("relationType")) or "")
        scheme = loose.scheme_of(text(related.get("relatedIdentifierType")), SCHEMES)
        target = Identifier.of(scheme, text(related.get("relatedIdentifier"))) if verb and scheme else None
        if target:
            yield Relation.model_validate({"type": verb, "identifier": target})


def _funding(item: Mapping[str, Any]) -> Iterator[Funding | None]:
    for one in objects(item.get("fundingReferences")):
        yield loose.funding(
            one.get("funderName"), one.get("awardNumber"), one.get("funderIdentifier"), one.get("awardTitle")
        )


def _citations(item: Mapping[str, Any]) -> Any:
    by_year = ((y.get("year"), y.get("total")) for y in objects(item.get("citationsOverTime")))
    return loose.citations(item.get("citationCount"), by_year)
