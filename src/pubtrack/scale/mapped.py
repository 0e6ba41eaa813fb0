"""Records of any table, by a mapping of its columns to ours; usual names need none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from pubtrack.model.work import WORK_TYPES
from pubtrack.scale.expressions import at, doi_of, empty, items, lookup, marked, number, small, text, texts, year_of
from pubtrack.vocab.crossref_types import TYPES as CROSSREF_TYPES
from pubtrack.vocab.openalex_types import TYPES as OPENALEX_TYPES

__all__ = ["columns"]

_TYPES = {
    **{name: kind for name, (kind, _) in {**CROSSREF_TYPES, **OPENALEX_TYPES}.items()},
    **{kind: kind for kind in WORK_TYPES},
}


def columns(raw: Any, names: Mapping[str, str]) -> dict[str, Any]:
    """Gives the columns of the index by name, and `source_id`."""

    def said(name: str) -> Any:
        return raw[names[name]] if name in names else ibis.null("string")

    doi = doi_of(said("doi"))
    own = text(said("id"))
    listed = doi.coalesce(doi_of(own))
    return {
        "source_id": own.coalesce(doi),
        "corpus_id": listed.coalesce(own),
        "title": text(_one(said("title"))),
        "authors": _names(said("authors")),
        "year": _year(said("year")),
        "other_years": empty("int64"),
        "container": text(_one(said("container"))),
        "volume": text(said("volume")),
        "issue": text(said("issue")),
        "page": text(said("page")),
        "edition": text(said("edition")),
        "type": lookup(text(said("type")), _TYPES),
        "genre": text(said("genre")),
        "identifiers": _identifiers(said, listed),
        "relations": empty(),
        "institutions": _listed(said("institutions")),
        "open_access": text(
            at(said("open_access"), "oa_status") if said("open_access").type().is_struct() else said("open_access")
        ),
        "citations": number(said("citations")),
    }


def _one(value: Any) -> Any:
    """The value, or the first of a list."""
    return value[0] if value.type().is_array() else value


def _year(value: Any) -> Any:
    kind = value.type()
    if kind.is_struct():
        parts = at(value, "date-parts")
        while parts.type().is_array():
            parts = parts[0]
        return year_of(parts)
    return value.cast("int64") if kind.is_numeric() else year_of(_one(value))


def _names(value: Any) -> Any:
    """Items of a list; objects by their parts; one text is cut at semicolons and "and"."""
    kind = value.type()
    if kind.is_array() and kind.value_type.is_struct():
        return items(value).map(_name).filter(lambda name: name.notnull())
    if kind.is_array():
        return items(value).map(text).filter(lambda name: name.notnull())
    return (
        value.cast("string").replace(" and ", ";").split(";").map(text).filter(lambda n: n.notnull()).coalesce(empty())
    )


def _name(person: Any) -> Any:
    family, given = text(at(person, "family")), text(at(person, "given"))
    body = text(at(person, "literal")).coalesce(text(at(person, "name")))
    family, given, body = (part.replace("|", " ") for part in (family, given.coalesce(""), body.coalesce(given)))
    return ibis.ifelse(family.notnull(), family.concat("|", given), body.concat("|"))


def _listed(value: Any) -> Any:
    if value.type().is_array() and value.type().value_type.is_string():
        return items(value)
    return texts(text(value)) if value.type().is_string() else empty()


def _identifiers(said: Any, doi: Any) -> Any:
    plain = texts(
        marked("doi", doi),
        marked("pmid", text(said("pmid"))),
        marked(
            "arxiv",
            small(text(said("arxiv"))).re_extract(r"(?:^|:|/)(\d{4}\.\d{4,5}|[a-z.-]+/\d{7})(?:v\d+)?$", 1).nullif(""),
        ),
        marked("openalex", said("openalex").cast("string").re_extract(r"(W\d+)$", 1).nullif("")),
    )
    stated = said("identifiers")
    if stated.type().is_array() and stated.type().value_type.is_string():
        return ibis.array([plain, items(stated)]).flatten().unique().sort()
    return plain
