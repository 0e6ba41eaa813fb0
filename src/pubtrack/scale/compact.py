"""A row of the index as a record that matching compares: the texts of its columns, made ready once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pubtrack.markup.jats import inline_text
from pubtrack.markup.names import NameKey, name_key, name_key_of, parse_name
from pubtrack.match import Prepared, Stated, bare_identifiers
from pubtrack.model import Contributor, Fields, Identifier
from pubtrack.scale.schema import FIELD_MARK, ITEM_MARK, TEXT

__all__ = ["clean_title", "family_of", "person_key", "prepare_text", "row_of_fields"]


def clean_title(title: str) -> str:
    """Gives a title of a corpus as the sources' own parsers read it."""
    line = " ".join(title.split())
    return line if line.isascii() and "<" not in line and "&" not in line else inline_text(line)


_PLAIN_NAME = re.compile(
    r"(((?:[A-Z][a-z]+|[A-Z]\.)(?:-[A-Z]?[a-z]+|-?[A-Z]\.)?)(?: [A-Z]\.?)*) ([A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)"
)
"""One given name or initial, further initials, and a family name: most printed names. `parse_name` reads those so."""


def person_key(author: str) -> NameKey | None:
    """Gives the key of an item of the column `authors`; None where it holds no letter.

    >>> person_key("van der Berg|Jan") == person_key("Jan van der Berg")
    True
    """
    plain = _PLAIN_NAME.fullmatch(author)
    if plain and _plain_family(plain[3]) and _is_given(plain[2]):
        return name_key_of(plain[3], plain[1])
    return _any_key(author)


@lru_cache(maxsize=32768)
def _any_key(author: str) -> NameKey | None:
    family, mark, given = author.partition("|")
    if mark:
        return name_key_of(family or given, given if family else "")
    name = clean_title(author)
    if not re.search(r"\w", name):
        return None
    try:
        return name_key(parse_name(name))
    except ValueError:
        return name_key_of(name, "")


def family_of(author: str) -> str | None:
    """Gives the family name of an item of `authors` as blocking keys have it, without parsing the plainest names.

    >>> family_of("Ada B. Lovelace"), family_of("Gödel|Kurt"), family_of("?")
    ('lovelace', 'godel', None)
    """
    plain = _PLAIN_NAME.fullmatch(author)
    family = _plain_family(plain[3]) if plain and _is_given(plain[2]) else None
    if family:
        return family
    key = _any_key(author)
    return key.family if key else None


@lru_cache(maxsize=65536)
def _plain_family(family: str) -> str | None:
    """The key of a family name that `parse_name` leaves whole behind a given name; None where it does not."""
    key = name_key(parse_name(f"Xaver {family}"))
    return key.family if key == name_key_of(family, "Xaver") else None


@lru_cache(maxsize=65536)
def _is_given(word: str) -> bool:
    """True where `parse_name` takes the word for a given name, whatever family name stands behind it."""
    return name_key(parse_name(f"{word} Xaverson")) == name_key_of("Xaverson", word)


def prepare_text(text: str) -> Prepared:
    """Gives the record of one row, whose columns are joined in the order of `TEXT`."""
    said = dict(zip(TEXT, text.split(FIELD_MARK), strict=True))
    years = [int(y) for y in _items(said["other_years"])]
    return Prepared(
        said["corpus_id"],
        Stated(
            title=clean_title(said["title"]),
            authors=tuple(key for a in _items(said["authors"]) if (key := person_key(a))),
            author_text=" ".join(_printed(a) for a in _items(said["authors"])),
            year=int(said["year"]) if said["year"] else (years[0] if years else None),
            other_years=tuple(years if said["year"] else years[1:]),
            container=clean_title(said["container"]),
            volume=said["volume"],
            issue=said["issue"],
            page=said["page"],
            edition=said["edition"],
            type=said["type"],
            genre=said["genre"],
            identifiers=_identifiers(said["identifiers"]),
            relations=tuple(_relations(said["relations"])),
        ),
    )


def _items(text: str) -> list[str]:
    return text.split(ITEM_MARK) if text else []


def _printed(author: str) -> str:
    family, mark, given = author.partition("|")
    return f"{given} {family}".strip() if mark else author


_CANONICAL = re.compile(r"(doi|openalex|pmid|mag):(10\.(?!48550/|18653/|3115/)\S+|W\d+|\d+)")
"""Identifiers that stand in canonical form already and imply no other."""


def _identifiers(text: str) -> frozenset[tuple[str, str]]:
    plain, others = set(), []
    for item in _items(text):
        match = _CANONICAL.fullmatch(item)
        if match:
            plain.add((match[1], match[2]))
        else:
            others += _parsed(item)
    return frozenset(plain) | bare_identifiers(others) if others else frozenset(plain)


def _parsed(item: str) -> list[Identifier]:
    try:
        return [Identifier.parse(item)]
    except ValueError:
        return []


def _relations(text: str) -> Iterable[tuple[str, str, str]]:
    for item in _items(text):
        relation, _, pointed = item.partition(" ")
        for identifier in _parsed(pointed):
            yield (relation, *next(iter(bare_identifiers([identifier])), (identifier.scheme, identifier.value)))


def row_of_fields(fields: Fields) -> dict[str, object]:
    """Gives the columns of `TEXT` (but for `corpus_id`) of a record that pubtrack has read or resolved."""
    dates = (fields.issued, fields.available, fields.submitted, fields.event_date, fields.original_date)
    years = [d.year for d in dates if d and d.year is not None]
    return {
        "title": fields.title,
        "authors": [_author(person) for person in fields.author or fields.editor],
        "year": years[0] if years else None,
        "other_years": years[1:],
        "container": fields.container_title or fields.event_title,
        "volume": fields.volume,
        "issue": fields.issue,
        "page": fields.page or fields.number,
        "edition": fields.edition,
        "type": fields.type,
        "genre": fields.genre,
        "identifiers": [f"{i.scheme}:{i.value}" for i in fields.identifiers],
        "relations": [f"{r.type} {r.identifier}" for r in fields.relations if r.identifier],
    }


def _author(person: Contributor) -> str:
    """Marks inside a name would be taken for ours."""
    family, given = (person.family, person.given) if person.family and not person.literal else (None, None)
    whole = person.literal or person.given or ""
    return "|".join((part or "").replace("|", " ") for part in ((family, given) if family else (whole, "")))
