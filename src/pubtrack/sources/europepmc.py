"""Europe PMC: life sciences and their preprints, with corrections and retractions linked to the notices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar
from urllib.parse import urlencode

from pubtrack.model import Contributor, Fields, Identifier, Notice, PartialDate, Relation
from pubtrack.sources import loose
from pubtrack.sources.base import Answer, Query, Service, opened
from pubtrack.sources.loose import at, date, mapping, objects, text
from pubtrack.transport import Host, Rate, Request
from pubtrack.vocab.europepmc_types import COMMENTS, TYPES

_ASKED = {"pmid": 'EXT_ID:"{}" AND SRC:MED', "pmcid": 'PMCID:"{}"', "doi": 'DOI:"{}"'}


class EuropePmc(Service):
    """The Europe PMC search service, asked by form so that hundreds of ids go at once."""

    host: ClassVar[Host] = Host(
        name="europepmc",
        base_url="https://www.ebi.ac.uk/europepmc/webservices/rest",
        rate=Rate(3, 1.0),
        concurrency=2,
    )
    label: ClassVar[str] = "Europe PMC"
    docs_url: ClassVar[str] = "https://europepmc.org/RestfulWebService"
    licence: ClassVar[str] = "mixed; no crawling"
    batch: ClassVar[int] = 333
    max_line: ClassVar[int] = 1_000_000
    envelope: ClassVar[tuple[str, ...]] = ("resultList", "hitCount")
    schemes: ClassVar[tuple[str, ...]] = ("doi", "pmid", "pmcid")
    mixes_schemes: ClassVar[bool] = True
    says: ClassVar[tuple[str, ...]] = (
        "metadata",
        "citations",
        "retractions",
        "corrections",
        "open access",
        "funding",
        "abstract",
    )
    record_url: ClassVar[str | None] = "https://europepmc.org/article/{}"

    def takes(self, identifier: Identifier) -> bool:
        """A quotation mark would end the value."""
        return super().takes(identifier) and '"' not in identifier.value

    def ask(self, batch: tuple[Identifier, ...]) -> Request:
        """Gives the one request for a batch; one DOI may have three records (MED, PMC, PPR)."""
        query = " OR ".join(f"({_ASKED[i.scheme]})".format(i.value) for i in batch)
        return self._form(query, min(1000, 3 * len(batch)))

    def _form(self, query: str, size: int, cache_s: float = 0.0) -> Request:
        form = {"query": query, "format": "json", "resultType": "core", "pageSize": str(size), "cursorMark": "*"}
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode(form).encode()
        return self.request("/searchPOST", method="POST", body=body, headers=headers, cache_s=cache_s)

    def total(self, decoded: Any) -> int | None:
        """Gives how many items the host says there are."""
        return loose.count(mapping(decoded).get("hitCount"))

    def items(self, answer: Any, batch: tuple[Identifier, ...]) -> list[Answer]:
        """Gives the records of a search."""
        return [dict(i) for i in objects(at(answer, "resultList", "result"))]

    def seek(self, query: Query) -> Request:
        """Gives the search by title."""
        words = " ".join("".join(c if c.isalnum() else " " for c in query.title or "").split())
        return self._form(f'TITLE:"{words}"', query.limit, self.search_cache_s)

    def parse(self, answer: Any) -> Fields:
        """Gives the fields of one result (core or lite), or of one row of a citation list."""
        item = opened(answer, "resultList", "result", "citationList", "citation")
        journal = mapping(item.get("journalInfo"))
        kind, genre = _kind(item)
        name = loose.markup(at(journal, "journal", "title")) or loose.markup(item.get("journalTitle"))
        book = mapping(item.get("bookOrReportDetails"))
        return loose.fields(
            type=kind,
            genre=genre,
            title=_title(item.get("title")),
            author=_authors(item),
            container_title=name or loose.markup(book.get("comprisingTitle")),
            container_title_short=text(at(journal, "journal", "isoabbreviation"))
            or text(item.get("journalAbbreviation")),
            publisher=text(book.get("publisher")),
            volume=text(journal.get("volume")) or text(item.get("journalVolume")) or text(item.get("volume")),
            issue=text(journal.get("issue")) or text(item.get("issue")),
            page=loose.pages(item.get("pageInfo")),
            issued=_issued(item),
            available=date(item.get("electronicPublicationDate")),
            language=text(item.get("language")),
            abstract=loose.abstract(item.get("abstractText")),
            keyword=tuple(loose.titles(at(item, "keywordList", "keyword"))),
            open_access=_free(item),
            identifiers=_identifiers(item),
            relations=tuple(_relations(item)),
            notices=tuple(_notices(item)),
            funding=tuple(
                loose.funding(g.get("agency"), g.get("grantId")) for g in objects(at(item, "grantsList", "grant"))
            ),
            citations=loose.citations(item.get("citedByCount")),
        )

    def id_of(self, answer: Any, fields: Fields) -> str | None:
        """Gives `SOURCE/id`: ids are unique only within MED, PMC, PPR ..."""
        item = opened(answer, "resultList", "result", "citationList", "citation")
        source, number = text(item.get("source")), text(item.get("id"))
        return f"{source}/{number}" if source and number else number


def _kind(item: Mapping[str, Any]) -> tuple[str | None, str | None]:
    given = _stated_types(item)
    if text(item.get("source")) == "PPR":
        return "article", "preprint"
    # Results without a type that stand in a journal are articles (lite results of 2020).
    plain = "article-journal" if item.get("journalInfo") or item.get("journalTitle") else None
    return next((TYPES[word] for word in TYPES if word in given), (plain, None))


def _stated_types(item: Mapping[str, Any]) -> list[str]:
    """All words for what a result is, in lower case: lists of core results, texts of lite ones and of citations."""
    listed = [*loose.texts(at(item, "pubTypeList", "pubType")), *(text(item.get("pubType")) or "").split(";")]
    return [word.strip().lower() for word in [*listed, text(item.get("citationType")) or ""]]


def _title(value: Any) -> str | None:
    """Titles end with a full stop; foreign ones stand in brackets."""
    title = loose.markup(value) or ""
    title = title if str(value).endswith("...") else title.removesuffix(".")
    if title.startswith("[") and title.endswith("]") and title.count("[") == 1:
        title = title[1:-1].removesuffix(".")
    return title.strip() or None


def _authors(item: Mapping[str, Any]) -> tuple[Contributor, ...]:
    listed = objects(at(item, "authorList", "author"))
    if listed:
        return loose.people(_author(one) for one in listed)
    names = (text(item.get("authorString")) or "").rstrip(". ").split(", ")
    return loose.people(_vancouver(name) for name in names if name)


def _author(one: Mapping[str, Any]) -> Contributor | None:
    orcid = at(one, "authorId", "value") if text(at(one, "authorId", "type")) == "ORCID" else None
    places = [a.get("affiliation") for a in objects(at(one, "authorAffiliationDetailsList", "authorAffiliation"))]
    given = one.get("firstName") or one.get("initials")
    body = one.get("collectiveName") or one.get("fullName")
    return loose.contributor(one.get("lastName"), given, orcid=orcid, affiliation=places, body=body)


def _vancouver(name: str) -> Contributor | None:
    """Gives a person from "Berger JM": the family name, then initials without stops."""
    match = re.fullmatch(r"(.+?)\s+([^\W\d_]{1,4})", name.rstrip("."))
    if not match or not match[2].isupper():
        return loose.contributor(body=name)
    return loose.contributor(match[1], " ".join(f"{letter}." for letter in match[2]))


def _issued(item: Mapping[str, Any]) -> PartialDate | None:
    """The issue's own date (to the month), else the day it first appeared if in the same year, else the year."""
    journal = mapping(item.get("journalInfo"))
    year = date(item.get("pubYear")) or date(journal.get("yearOfPublication"))
    printed, first = date(journal.get("printPublicationDate")), date(item.get("firstPublicationDate"))
    month = date([year.year, journal.get("monthOfPublication")]) if year and journal.get("monthOfPublication") else None
    fine = (d for d in (printed, month, first) if d and len(d.parts) > 1 and (year is None or d.year == year.year))
    return next(fine, year or first)


def _free(item: Mapping[str, Any]) -> Any:
    urls = objects(at(item, "fullTextUrlList", "fullTextUrl"))
    free = [u.get("url") for u in urls if text(u.get("availabilityCode")) in ("OA", "F")]
    is_open = text(item.get("isOpenAccess")) == "Y"
    return loose.open_access(free[0] if free else None, None, item.get("license")) if is_open or free else None


def _identifiers(item: Mapping[str, Any]) -> tuple[Identifier, ...]:
    source, number = text(item.get("source")), text(item.get("id"))
    journal = mapping(at(item, "journalInfo", "journal"))
    issns = [issn for key in ("issn", "essn") for issn in loose.texts(journal.get(key))]
    issns += [part.strip() for part in (text(item.get("journalIssn")) or "").split(";")]
    return loose.identifiers(
        ("doi", item.get("doi")),
        ("pmid", item.get("pmid") or (number if source == "MED" else None)),
        ("pmcid", item.get("pmcid") or (number if source == "PMC" else None)),
        ("europepmc", f"{source}:{number}" if source and number else None),
        *(("issn", issn) for issn in issns),
    )


def _relations(item: Mapping[str, Any]) -> Iterator[Relation]:
    for one in objects(at(item, "commentCorrectionList", "commentCorrection")):
        verb = COMMENTS.get((text(one.get("type")) or "").lower(), (None, None))[0]
        target = _target(one)
        if verb and target:
            yield Relation.model_validate({"type": verb, "identifier": target})


def _target(one: Mapping[str, Any]) -> Identifier | None:
    number, source = text(one.get("id")), text(one.get("source"))
    doi = Identifier.of("doi", text(one.get("doi")))
    return doi or (
        Identifier.of("pmid", number) if source in ("MED", None) else Identifier.of("europepmc", f"{source}:{number}")
    )


def _notices(item: Mapping[str, Any]) -> Iterator[Notice]:
    linked = False
    for one in objects(at(item, "commentCorrectionList", "commentCorrection")):
        kind = COMMENTS.get((text(one.get("type")) or "").lower(), (None, None))[1]
        if kind:
            linked = linked or kind == "retraction"
            said = {
                "type": kind,
                "identifier": _target(one),
                "stated_by": "europepmc",
                "label": text(one.get("reference")),
            }
            yield Notice.model_validate(said)
    if "retracted publication" in _stated_types(item) and not linked:
        yield Notice(type="retraction", stated_by="europepmc")
