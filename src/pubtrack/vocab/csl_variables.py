"""CSL-JSON variables and the fields of a work: one table for reading and writing.

Source: CSL 1.0.2, appendix IV, https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
and the schema https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json
"""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["ALIASES", "CSL_VARIABLES", "OTHER_TEXT_VARIABLES", "Variable"]

Kind = Literal["text", "names", "date", "keywords", "identifier"]


class Variable(NamedTuple):
    """What one CSL variable is here: the field of `Fields`, or the scheme of an identifier, and how it is written."""

    field: str
    kind: Kind = "text"


CSL_VARIABLES: dict[str, Variable] = {
    "title": Variable("title"),
    "title-short": Variable("title_short"),
    "original-title": Variable("original_title"),
    "author": Variable("author", "names"),
    "editor": Variable("editor", "names"),
    "translator": Variable("translator", "names"),
    "container-title": Variable("container_title"),
    "container-title-short": Variable("container_title_short"),
    "container-author": Variable("container_author", "names"),
    "collection-title": Variable("collection_title"),
    "collection-number": Variable("collection_number"),
    "event-title": Variable("event_title"),
    "event-place": Variable("event_place"),
    "event-date": Variable("event_date", "date"),
    "publisher": Variable("publisher"),
    "publisher-place": Variable("publisher_place"),
    "volume": Variable("volume"),
    "issue": Variable("issue"),
    "page": Variable("page"),
    "number": Variable("number"),
    "number-of-pages": Variable("number_of_pages"),
    "number-of-volumes": Variable("number_of_volumes"),
    "chapter-number": Variable("chapter_number"),
    "edition": Variable("edition"),
    "version": Variable("version"),
    "issued": Variable("issued", "date"),
    "submitted": Variable("submitted", "date"),
    "available-date": Variable("available", "date"),
    "accessed": Variable("accessed", "date"),
    "original-date": Variable("original_date", "date"),
    "genre": Variable("genre"),
    "status": Variable("status"),
    "language": Variable("language"),
    "abstract": Variable("abstract"),
    "keyword": Variable("keyword", "keywords"),
    "note": Variable("note"),
    "annote": Variable("annote"),
    "DOI": Variable("doi", "identifier"),
    "PMID": Variable("pmid", "identifier"),
    "PMCID": Variable("pmcid", "identifier"),
    "ISBN": Variable("isbn", "identifier"),
    "ISSN": Variable("issn", "identifier"),
    "URL": Variable("url", "identifier"),
}
"""CSL name -> field. Every other text variable of CSL is kept under `custom` with its CSL name."""

ALIASES: dict[str, str] = {
    "event": "event-title",
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
    "short-container-title": "container-title-short",
    "publisher-location": "publisher-place",
    "article-number": "number",
    "published": "issued",
    "doi": "DOI",
    "url": "URL",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "keywords": "keyword",
    "categories": "keyword",
}
"""Older or foreign spelling -> CSL 1.0.2 name, taken where the right one is missing. `event` was CSL 1.0.1; the
camel-case pair is citeproc-js'; the lower-case ones were seen in hand-made files, `published` and the
`publisher-location` group in Crossref's CSL content type."""

OTHER_TEXT_VARIABLES: frozenset[str] = frozenset(
    {
        "archive", "archive_collection", "archive_location", "archive-place", "authority", "call-number",
        "citation-label", "dimensions", "division", "jurisdiction", "medium", "original-publisher",
        "original-publisher-place", "page-first", "part-title", "references", "reviewed-genre", "reviewed-title",
        "scale", "section", "source", "volume-title", "volume-title-short", "year-suffix",
    }
)  # fmt: skip
"""Text variables of CSL without a field of ours: from `custom` they go back to the top level of an item."""
