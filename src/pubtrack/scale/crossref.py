"""Records of the Crossref public data file in our columns, as `pubtrack.sources` parses them, but inside the engine."""

from __future__ import annotations

from typing import Any

import ibis

from pubtrack.scale.expressions import (
    all_of,
    at,
    doi_of,
    empty,
    items,
    lookup,
    marked,
    number,
    small,
    text,
    texts,
    year_of,
)
from pubtrack.vocab.crossref_types import RELATIONS, SUBTYPES, TYPES

__all__ = ["ENVELOPE", "SHAPE", "columns"]

_DATES = ("issued", "published", "published-print", "published-online", "posted", "published-other", "content-created")
"""Where a work's date may stand, best first, as in `pubtrack.sources.crossref`."""
_FURTHER = ("published-online", "submitted")
_DATE = {"date-parts": [["int64"]]}
_PEOPLE = [{"family": "string", "given": "string", "name": "string", "affiliation": [{"name": "string"}]}]
_KEPT = {name: ours for name, ours in RELATIONS.items() if ours not in ("related", "cites")}
"""Relations that matching reads."""

SHAPE: dict[str, Any] = {
    "DOI": "string",
    "title": ["string"],
    "subtitle": ["string"],
    "author": _PEOPLE,
    "editor": _PEOPLE,
    **dict.fromkeys((*_DATES, "submitted"), _DATE),
    "event": {"name": "string", "start": _DATE},
    "container-title": ["string"],
    "volume": "string",
    "issue": "string",
    "page": "string",
    "article-number": "string",
    "edition-number": "string",
    "type": "string",
    "subtype": "string",
    "ISBN": ["string"],
    "relation": {"*": [{"id": "string", "id-type": "string"}]},
    "is-referenced-by-count": "int64",
}
"""What is read of a work. Source: https://api.crossref.org/swagger-ui/index.html (2026)."""

ENVELOPE = {"items": [SHAPE]}
"""The file form of 2020 to 2025: one object that holds a list of works."""


def columns(raw: Any) -> dict[str, Any]:
    """Gives the columns of the index by name, and `source_id`, the DOI."""
    doi = doi_of(at(raw, "DOI"))
    word = _word(raw)
    author, editor = _names(at(raw, "author")), _names(at(raw, "editor"))
    issued = _years(*(at(raw, name) for name in _DATES))
    return {
        "source_id": doi,
        "corpus_id": doi,
        "title": _title(raw),
        "authors": ibis.ifelse(author.length() > 0, author, editor),
        "year": _first(issued),
        "other_years": _years(*(at(raw, name) for name in _FURTHER), at(raw, "event", "start")),
        "container": _container(raw, word).coalesce(text(at(raw, "event", "name"))),
        "volume": text(at(raw, "volume")),
        "issue": text(at(raw, "issue")),
        "page": text(at(raw, "page")).coalesce(text(at(raw, "article-number"))),
        "edition": text(at(raw, "edition-number")),
        "type": lookup(word, {key: kind for key, (kind, _) in _WORDS.items()}),
        "genre": lookup(word, {key: genre for key, (_, genre) in _WORDS.items()}),
        "identifiers": _identifiers(raw, doi),
        "relations": _relations(raw),
        "institutions": _institutions(raw),
        "open_access": ibis.null("string"),
        "citations": number(at(raw, "is-referenced-by-count")),
    }


_WORDS = {**TYPES, **{f"posted {subtype.replace('_', '-')}": said for subtype, said in SUBTYPES.items()}}


def _word(raw: Any) -> Any:
    """The type, for posted content with its subtype where that is one of ours."""
    subtype = at(raw, "subtype").cast("string").replace("_", "-")
    known = [name.removeprefix("posted ") for name in _WORDS if name.startswith("posted ")]
    posted = (at(raw, "type") == "posted-content") & subtype.isin(known)
    return ibis.ifelse(posted.fill_null(False), ibis.literal("posted ").concat(subtype), at(raw, "type"))


def _first(values: Any) -> Any:
    """The first of a list, null of an empty one: the engine is opened so that an index outside gives null."""
    return values[0]


def _texts(value: Any) -> Any:
    return items(value).map(text).filter(lambda t: t.notnull())


def _title(raw: Any) -> Any:
    """With the subtitle, unless the title holds it already."""
    title, subtitle = _first(_texts(at(raw, "title"))), _first(_texts(at(raw, "subtitle")))
    is_new = subtitle.notnull() & title.notnull() & ~small(title).contains(small(subtitle))
    return ibis.ifelse(is_new.fill_null(False), title.concat(": ", subtitle), title.coalesce(subtitle))


def _names(people: Any) -> Any:
    if not people.type().is_array() or not people.type().value_type.is_struct():
        return empty()
    return items(people).map(_name).filter(lambda name: name.notnull())


def _name(person: Any) -> Any:
    family, given, body = (text(at(person, part)) for part in ("family", "given", "name"))
    free = [part.replace("|", " ") for part in (family, given.coalesce(""), given.coalesce(body))]
    return ibis.ifelse(family.notnull(), free[0].concat("|", free[1]), free[2].concat("|"))


def _years(*dates: Any) -> Any:
    found = [year_of(_part(date)) for date in dates]
    return ibis.array(found).filter(lambda year: year.notnull())


def _part(date: Any) -> Any:
    parts = at(date, "date-parts")
    if not parts.type().is_array():
        return parts.cast("string")
    first = _first(parts)
    return _first(first) if parts.type().value_type.is_array() else first


def _container(raw: Any, word: Any) -> Any:
    """A chapter or paper of a series names the series first and the book last."""
    named = _texts(at(raw, "container-title"))
    kind = lookup(word, {key: said for key, (said, _) in _WORDS.items()})
    of_series = kind.isin(("chapter", "paper-conference")).fill_null(False) & (named.length() > 1)
    return ibis.ifelse(of_series, named[named.length() - 1], _first(named))


def _identifiers(raw: Any, doi: Any) -> Any:
    arxiv = doi.re_extract(r"^10\.48550/arxiv\.(\S+?)(?:v\d+)?$", 1).nullif("")
    isbns = _texts(at(raw, "ISBN")).map(lambda isbn: marked("isbn", isbn))
    return all_of([texts(marked("doi", doi), marked("arxiv", arxiv)), isbns])


def _relations(raw: Any) -> Any:
    """Those to DOIs; one to anything else proves nothing in a corpus of DOIs."""
    stated = at(raw, "relation")
    if not stated.type().is_map():
        return empty()
    told = stated.keys().zip(stated.values()).map(lambda pair: items(pair["f2"]).map(lambda t: _pointed(pair["f1"], t)))
    return told.flatten().filter(lambda said: said.notnull()).coalesce(empty())


def _pointed(name: Any, target: Any) -> Any:
    doi = ibis.ifelse(at(target, "id-type") == "doi", small(at(target, "id")), ibis.null("string"))
    return lookup(name, _KEPT).concat(" doi:", doi)


def _institutions(raw: Any) -> Any:
    people = at(raw, "author")
    if not people.type().is_array() or not people.type().value_type.is_struct():
        return empty()
    named = items(people).map(lambda p: items(at(p, "affiliation")).map(lambda a: text(at(a, "name")))).flatten()
    return named.filter(lambda name: name.notnull()).unique().sort()
