"""Records of the OpenAlex snapshot in our columns, as `pubtrack.sources` parses them, but inside the engine."""

from __future__ import annotations

from typing import Any

import ibis

from pubtrack.scale.expressions import all_of, at, doi_of, empty, items, lookup, marked, number, text, texts, year_of
from pubtrack.vocab.crossref_types import TYPES as CROSSREF_TYPES
from pubtrack.vocab.openalex_types import TYPES

__all__ = ["SHAPE", "columns"]

SHAPE: dict[str, Any] = {
    "id": "string",
    "doi": "string",
    "title": "string",
    "display_name": "string",
    "publication_year": "int64",
    "publication_date": "string",
    "ids": dict.fromkeys(("doi", "openalex", "pmid", "pmcid", "mag"), "string"),
    "type": "string",
    "type_crossref": "string",
    "primary_location": {
        "source": {"display_name": "string", "type": "string"},
        **dict.fromkeys(("raw_source_name", "raw_type", "version", "landing_page_url", "pdf_url"), "string"),
    },
    "locations": [{"landing_page_url": "string", "pdf_url": "string"}],
    "host_venue": {"display_name": "string"},
    "authorships": [
        {
            "author": {"display_name": "string"},
            "raw_author_name": "string",
            "institutions": [{"display_name": "string"}],
        }
    ],
    "biblio": dict.fromkeys(("volume", "issue", "first_page", "last_page"), "string"),
    "open_access": {"oa_status": "string"},
    "cited_by_count": "int64",
}
"""What is read of a work. Given in full, for inference reads every abstract's index as columns of their own.
Source: https://docs.openalex.org/api-entities/works/work-object (2026)."""

_FINER = ("proceedings-article", "posted-content", "journal-article", "book-chapter")
_REPOSITORIES = ("repository", "metadata")
_WORDS = {**CROSSREF_TYPES, **TYPES, **{f"registered {word}": CROSSREF_TYPES[word] for word in _FINER}}
_ADDRESSES = (
    ("arxiv", r"arxiv\.org/(?:abs|pdf|html)/([^?#\s]+?)(?:v\d+)?(?:\.pdf)?$"),
    ("acl", r"aclanthology\.org/([A-Z0-9][\w.-]*?\w)(?:v\d+)?(?:\.pdf|/)?$"),
    ("openreview", r"openreview\.net/(?:forum|pdf)\?id=([\w-]+)"),
)
"""Addresses of a work's places that are identifiers, as `pubtrack.sources.loose.from_url` knows them."""


def columns(raw: Any) -> dict[str, Any]:
    """Gives the columns of the index by name, and `source_id`, the `W` number."""
    place = ("primary_location", "source")
    doi = doi_of(at(raw, "doi")).coalesce(doi_of(at(raw, "ids", "doi")))
    number_of_work = (
        at(raw, "id").coalesce(at(raw, "ids", "openalex")).cast("string").re_extract(r"(W\d+)\s*$", 1).nullif("")
    )
    word = _word(raw)
    in_repository = at(raw, *place, "type").cast("string").isin(_REPOSITORIES).fill_null(False)
    venue = ibis.ifelse(
        in_repository,
        ibis.null("string"),
        text(at(raw, *place, "display_name")).coalesce(text(at(raw, "primary_location", "raw_source_name"))),
    )
    authors = items(at(raw, "authorships"))
    return {
        "source_id": number_of_work,
        "corpus_id": doi.coalesce(number_of_work),
        "title": text(at(raw, "title")).coalesce(text(at(raw, "display_name"))),
        "authors": _names(authors),
        "year": year_of(at(raw, "publication_date")).coalesce(number(at(raw, "publication_year"))),
        "other_years": empty("int64"),
        "container": venue.coalesce(text(at(raw, "host_venue", "display_name"))),
        "volume": text(at(raw, "biblio", "volume")),
        "issue": text(at(raw, "biblio", "issue")),
        "page": text(at(raw, "biblio", "first_page")),
        "edition": ibis.null("string"),
        "type": lookup(word, {key: kind for key, (kind, _) in _WORDS.items()}),
        "genre": lookup(word, {key: genre for key, (_, genre) in _WORDS.items()}),
        "identifiers": _identifiers(raw, doi, number_of_work),
        "relations": empty(),
        "institutions": _institutions(authors),
        "open_access": text(at(raw, "open_access", "oa_status")),
        "citations": number(at(raw, "cited_by_count")),
    }


def _word(raw: Any) -> Any:
    """The registry's own word for the primary place is finer than OpenAlex's "article"."""
    given = text(at(raw, "type")).coalesce(text(at(raw, "type_crossref")))
    registered = text(at(raw, "primary_location", "raw_type")).coalesce(text(at(raw, "type_crossref")))
    holder, version = at(raw, "primary_location", "source", "type"), at(raw, "primary_location", "version")
    submitted = holder.isin(_REPOSITORIES) & (version == "submittedVersion")
    return ibis.cases(
        ((given == "article") & registered.isin(_FINER), ibis.literal("registered ").concat(registered)),
        ((given == "article") & (holder == "conference"), ibis.literal("conference-paper")),
        ((given == "article") & submitted, ibis.literal("preprint")),
        else_=given,
    )


def _names(authors: Any) -> Any:
    """The printed name first, as the author's cluster may be somebody else's."""
    if not authors.type().is_array() or not authors.type().value_type.is_struct():
        return empty()
    named = authors.map(lambda a: text(at(a, "raw_author_name")).coalesce(text(at(a, "author", "display_name"))))
    return named.filter(lambda name: name.notnull())


def _institutions(authors: Any) -> Any:
    if not authors.type().is_array() or not authors.type().value_type.is_struct():
        return empty()
    first = authors.map(lambda a: items(at(a, "institutions")).map(lambda i: text(at(i, "display_name")))).flatten()
    return first.filter(lambda name: name.notnull()).unique().sort()


def _identifiers(raw: Any, doi: Any, number_of_work: Any) -> Any:
    digits = {
        scheme: at(raw, "ids", scheme).cast("string").re_extract(r"(\d+)/?\s*$", 1).nullif("")
        for scheme in ("pmid", "mag")
    }
    central = at(raw, "ids", "pmcid").cast("string").re_extract(r"(\d+)/?\s*$", 1).nullif("")
    plain = texts(
        marked("doi", doi),
        marked("openalex", number_of_work),
        marked("pmid", digits["pmid"]),
        marked("pmcid", ibis.literal("PMC").concat(central)),
        marked("mag", digits["mag"]),
        marked("arxiv", doi.re_extract(r"^10\.48550/arxiv\.(\S+?)(?:v\d+)?$", 1).nullif("")),
    )
    places = items(at(raw, "locations"))
    first = texts(at(raw, "primary_location", "landing_page_url"), at(raw, "primary_location", "pdf_url"))
    listed = [first]
    if places.type().is_array() and places.type().value_type.is_struct():
        listed += [
            places.map(lambda p, name=name: at(p, name).cast("string")) for name in ("landing_page_url", "pdf_url")
        ]
    urls = all_of(listed)
    found = [
        urls.map(lambda u, s=scheme, p=pattern: marked(s, u.re_extract(p, 1).nullif("")))
        for scheme, pattern in _ADDRESSES
    ]
    return all_of([plain, *found]).filter(lambda i: i.notnull()).unique().sort()
