"""CSL-JSON as services send it: content negotiation of doi.org, ORCID's citations, files of reference managers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pubtrack.model import Contributor, Fields, Identifier
from pubtrack.model.work import WORK_TYPES
from pubtrack.sources import loose
from pubtrack.sources.loose import date, mapping, objects, text, titles
from pubtrack.vocab.crossref_types import TYPES
from pubtrack.vocab.datacite_types import TYPES as DATACITE_TYPES

_TEXTS = (
    "publisher", "volume", "issue", "number", "edition", "version", "language", "genre", "status", "note", "annote",
)  # fmt: skip
_TITLES = (
    "container-title-short",
    "collection-title",
    "event-title",
    "original-title",
    "event-place",
    "publisher-place",
)
_NAMES = ("author", "editor", "translator", "container-author")


def parse_csl(item: Mapping[str, Any]) -> Fields:
    """Gives the fields of one CSL-JSON item, as liberal as the services are loose.

    >>> parse_csl({"type": "book", "title": "T", "author": [{"family": "F"}], "issued": {"raw": "2020-01"}}).issued
    PartialDate(2020-01)
    """
    named = titles(item.get("title"))
    container = titles(item.get("container-title"))
    kind, genre = _kind(text(item.get("type")))
    values: dict[str, Any] = {name.replace("-", "_"): text(item.get(name)) for name in _TEXTS}
    values |= {name.replace("-", "_"): loose.first(titles(item.get(name))) for name in _TITLES}
    values |= {name.replace("-", "_"): _people(item.get(name)) for name in _NAMES}
    values["genre"] = values["genre"] or genre
    values["event_title"] = values["event_title"] or loose.markup(item.get("event"))
    return loose.fields(
        type=kind,
        title=named[0] if named else None,
        title_short=loose.first(titles(item.get("title-short") or item.get("shortTitle"))),
        alternative_titles=tuple(named[1:]),
        container_title=container[0] if container else None,
        page=loose.pages(item.get("page")),
        issued=date(item.get("issued")) or date(item.get("published")),
        abstract=loose.abstract(item.get("abstract")),
        keyword=tuple(titles(item.get("categories")))
        or tuple(k.strip() for k in (text(item.get("keyword")) or "").split(",")),
        open_access=loose.open_access(None, None, item.get("copyright")),
        identifiers=_identifiers(item),
        **values,
    )


def _kind(given: str | None) -> tuple[str | None, str | None]:
    if given in WORK_TYPES:
        return given, None
    folded = (given or "").lower()
    return TYPES.get(folded, DATACITE_TYPES.get(folded.replace("-", ""), (None, None)))


def _people(value: Any) -> tuple[Contributor, ...]:
    return loose.people(_person(one) for one in (value if isinstance(value, list) else [value]))


def _person(one: Any) -> Contributor | None:
    if not isinstance(one, Mapping):
        return loose.named(one)
    person = loose.contributor(
        one.get("family"),
        one.get("given"),
        one.get("suffix"),
        orcid=one.get("ORCID"),
        body=one.get("literal") or one.get("name"),
    )
    names = {p.replace("-", "_"): v for p in ("dropping-particle", "non-dropping-particle") if (v := text(one.get(p)))}
    return person.replace(**names) if person and names and not person.literal else person


def _identifiers(item: Mapping[str, Any]) -> tuple[Identifier, ...]:
    doi = item.get("DOI") or (item.get("id") if "10." in str(item.get("id")) else None)
    url = text(item.get("URL"))
    known = loose.from_url(url)
    found = loose.identifiers(
        ("doi", doi),
        *(("isbn", i) for i in loose.texts(item.get("ISBN"))),
        *(("issn", i) for i in loose.texts(item.get("ISSN"))),
        ("pmid", item.get("PMID")),
        ("pmcid", item.get("PMCID")),
        *([known] if known else []),
    )
    return (
        found
        if any(i.scheme in ("doi", "arxiv") for i in found) or not url
        else (*found, *loose.identifiers(("url", url)))
    )


def is_csl(item: Any) -> bool:
    """True for an object that can be nothing else than CSL-JSON of doi.org."""
    return "type" in mapping(item) and "title" in mapping(item) and not objects(mapping(item).get("creators"))
