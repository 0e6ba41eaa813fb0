"""A row of the index as a record that matching compares: the texts of its columns, made ready once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pubtrack.markup.jats import inline_text
from pubtrack.markup.name_keys import NameKey, family_part, given_part, loose, name_key, name_key_of
from pubtrack.markup.names import parse_name
from pubtrack.match import Prepared, Stated, bare_identifiers
from pubtrack.model import Contributor, Fields, Identifier
from pubtrack.scale.schema import FIELD_MARK, ITEM_MARK
from pubtrack.vocab.name_words import BODY_WORDS, CAPITAL_PARTICLES, DEGREES, KNOWN_BODIES, PARTICLES, SUFFIXES

__all__ = ["clean_title", "family_of", "person_key", "prepare_text", "row_of_fields"]


def clean_title(title: str) -> str:
    """Gives a title of a corpus as the sources' own parsers read it."""
    line = " ".join(title.split())
    return line if line.isascii() and "<" not in line and "&" not in line else inline_text(line)


_LATIN = "A-Za-zÀ-ÖØ-öø-žƠ-ơƯ-ưẠ-ỹ"
"""Letters of Latin alphabets; not digits in superscript and other marks of author lists."""
_GIVEN = re.compile(
    rf"((?:[A-Z][{_LATIN}]*[a-zß-öø-ÿ]|[A-Z]\.)(?:-[A-Z]?[a-z]+|-?[A-Z]\.)?)(?: [A-Z]\.?)*|[{_LATIN}][{_LATIN}. '-]*"
)
"""Given names; apart where they are one name with initials behind it, which change nothing for `parse_name`."""
_FAMILY = re.compile(rf"[A-ZÀ-ÖØ-Þ][{_LATIN}]*[a-zß-öø-ÿ](?:-[A-ZÀ-ÖØ-Þ][{_LATIN}]*[a-zß-öø-ÿ])?")
"""A family name of one word."""


def person_key(author: str) -> NameKey | None:
    """Gives the key of an item of the column `authors`; None where it holds no letter.

    How `parse_name` reads a family name of one word does not depend on the given names before it or behind it, nor the
    other way round: each is tried once. Whole names are not remembered, for hardly one comes again soon.

    >>> person_key("van der Berg|Jan") == person_key("Jan van der Berg")
    True
    """
    family, mark, given = author.partition("|")
    if mark:
        last, first = family_part(family or given), given_part(given if family else "")
        return NameKey(last[0], first[0], last[1] | first[1])
    parts = _parts_of(author)
    return NameKey(parts[0][0], parts[1][0], parts[0][1] | parts[1][1]) if parts else _any_key(author)


_Family = tuple[str, frozenset[str]]
_Given = tuple[tuple[str, ...], frozenset[str]]


def _parts_of(author: str) -> tuple[_Family, _Given] | None:
    """The parts of the key of a name in the plainest form; None for all others."""
    family, comma, given = author.partition(", ")
    if comma:
        last, first = _families(family)[0], _given_behind(given)
    else:
        given, _, family = author.rpartition(" ")
        first = _given_before(given)
        last = _families(family)[1] if first else None
    return (last, first) if last and first else None


@lru_cache(maxsize=32768)
def _any_key(author: str) -> NameKey | None:
    name = clean_title(author)
    if not re.search(r"\w", name):
        return None
    try:
        return name_key(parse_name(name))
    except ValueError:
        return name_key_of(name, "")


def family_of(author: str) -> str | None:
    """Gives the family name of an item of `authors` as blocking keys have it.

    >>> family_of("Ada B. Lovelace"), family_of("Gödel|Kurt"), family_of("?")
    ('lovelace', 'godel', None)
    """
    key = person_key(author)
    return key.family if key else None


@lru_cache(maxsize=16384)
def _families(family: str) -> tuple[_Family | None, _Family | None]:
    """What a family name of one word adds to a key before a comma, and behind given names.

    None where `parse_name` does not leave it whole there. Tried with two given names: "Junior" is a suffix behind two
    words only, and of three words one that names a body makes a body of them all.
    """
    if _is_ordinary(family):
        key = loose(family)
        part = key, frozenset((key,) if len(key) > 1 else ())
        return part, part
    if not _FAMILY.fullmatch(family):
        return None, None
    part = family_part.__wrapped__(family)
    whole = name_key_of(family, "Xaver Q.")
    before = name_key(parse_name(f"{family}, Xaver Q.")) == whole
    behind = part[0] and name_key(parse_name(f"Xaver Q. {family}")) == whole
    return part if before else None, part if behind else None


def _is_ordinary(family: str) -> bool:
    """True for a word in usual case of which `parse_name` knows nothing special: most family names."""
    if not (family.isascii() and family.isalpha() and family.istitle() and len(family) > 1):
        return False
    return family.lower() not in _SPECIAL


_SPECIAL = frozenset(("the", *BODY_WORDS, *KNOWN_BODIES, *DEGREES, *SUFFIXES, *PARTICLES, *CAPITAL_PARTICLES))


@lru_cache(maxsize=16384)
def _given_before(given: str) -> _Given | None:
    """What given names that stand before a family name add to a key; None where `parse_name` takes them otherwise."""
    plain = _GIVEN.fullmatch(given)
    return given_part.__wrapped__(given) if plain and _is_given(plain[1] or given) else None


@lru_cache(maxsize=16384)
def _is_given(word: str) -> bool:
    """True where `parse_name` takes the word for a given name, whatever family name stands behind it."""
    return name_key(parse_name(f"{word} Xaverson")) == name_key_of("Xaverson", word)


@lru_cache(maxsize=16384)
def _given_behind(given: str) -> _Given | None:
    """What given names behind a family name and a comma add to a key; None where `parse_name` finds none there."""
    if not _LETTERS.fullmatch(given):
        return None
    said = parse_name(f"Xaverson, {given}")
    parts = (said.family, said.literal, said.non_dropping_particle, said.dropping_particle, said.suffix)
    if parts != ("Xaverson", None, None, None, None) or not said.given:
        return None
    return given_part.__wrapped__(said.given)


_LETTERS = re.compile(rf"[{_LATIN}][{_LATIN}. '-]*")


def prepare_text(text: str) -> Prepared:
    """Gives the record of one row, whose columns are joined in the order of `TEXT`."""
    (
        corpus_id, title, authors, first_year, later, container, volume, issue, page, edition, kind, genre, identifiers,
        relations,
    ) = text.split(FIELD_MARK)  # fmt: skip
    years = [int(year) for year in later.split(ITEM_MARK)] if later else []
    if first_year:
        years.insert(0, int(first_year))
    people = _items(authors)
    keys = [person_key(person) for person in people]
    return Prepared(
        corpus_id,
        Stated(
            title=clean_title(title),
            authors=tuple([key for key in keys if key]),
            author_text=" ".join(map(_printed, people) if "|" in authors else people),
            year=years[0] if years else None,
            other_years=tuple(years[1:]),
            container=clean_title(container),
            volume=volume,
            issue=issue,
            page=page,
            edition=edition,
            type=kind,
            genre=genre,
            identifiers=_identifiers(identifiers) if identifiers else frozenset(),
            relations=tuple(_relations(relations)) if relations else (),
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
