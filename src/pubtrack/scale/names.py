"""Names of columns: ours, and those of others that are taken for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pubtrack.errors import InputError

__all__ = ["NAMES", "chosen_names"]

NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "key", "source_id", "work", "corpus_id"),
    "title": ("title", "display_name"),
    "authors": ("authors", "author", "creator", "creators"),
    "year": ("year", "publication_year", "issued", "publication_date", "published", "date"),
    "container": ("container", "container_title", "journal", "booktitle", "venue", "source_title"),
    "volume": ("volume",),
    "issue": ("issue", "number"),
    "page": ("page", "pages", "first_page", "article_number"),
    "edition": ("edition",),
    "type": ("type", "entrytype"),
    "genre": ("genre",),
    "doi": ("doi",),
    "pmid": ("pmid",),
    "arxiv": ("arxiv", "arxiv_id", "eprint"),
    "openalex": ("openalex", "openalex_id"),
    "identifiers": ("identifiers",),
    "institutions": ("institutions", "institution", "affiliations"),
    "open_access": ("open_access", "oa_status"),
    "citations": ("citations", "cited_by_count", "is_referenced_by_count"),
}
"""Our name -> names that are taken for it without being told, best first; case, `-`, `_` and spaces do not matter."""


def chosen_names(names: Iterable[str], mapping: Mapping[str, str], path: str) -> dict[str, str]:
    """Gives our name -> name of the table, for those it has.

    Raises:
        InputError: The mapping names a column that is not there, or there is no title.
    """
    there = list(names)
    missing = [theirs for theirs in mapping.values() if theirs not in there]
    if missing:
        raise InputError(f"there is no column {missing[0]!r}; the columns are: {', '.join(there)}.", path)
    plain = {_plain(name): name for name in reversed(there)}
    usual = {ours: plain[_plain(n)] for ours, known in NAMES.items() for n in reversed(known) if _plain(n) in plain}
    chosen = {**usual, **mapping}
    if "title" not in chosen:
        raise InputError(
            f"no column is the title; say which with --map title=NAME. There are: {', '.join(there)}.", path
        )
    return chosen


def _plain(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())
