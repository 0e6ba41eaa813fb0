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
from pubtrack.vocab.name_words import BODY_WORDS, CAPITAL_PARTICLES, DEGREES, KNOWN_BODIES, PARTICLES, SUFFIXES

__all__ = ["clean_title", "family_of", "person_key", "prepare_text", "row_of_fields"]


def clean_title(title: str) -> str:
    """Gives a title of a corpus as the sources' own parsers read it."""
    line = " ".join(title.split())
    return line if line.isascii() and "<" not in line and "&" not in line else inline_text(line)


_LATIN = "A-Za-zÀ-ÖØ-öø-žƠ-ơƯ-ưẠ-ỹ"
"""Letters of Latin alphabets; not digits in superscript and other marks of author lists."""
_FIRST = rf"(?:[A-Z][{_LATIN}]*[a-zß-öø-ÿ]|[A-Z]\.)(?:-[A-Z]?[a-z]+|-?[A-Z]\.)?"
_FAMILY = rf"[A-ZÀ-ÖØ-Þ][{_LATIN}]*[a-zß-öø-ÿ](?:-[A-ZÀ-ÖØ-Þ][{_LATIN}]*[a-zß-öø-ÿ])?"
_PLAIN_NAME = re.compile(
    rf"(({_FIRST})(?: [A-Z]\.?)*|[{_LATIN}][{_LATIN}. '-]*) ({_FAMILY})|({_FAMILY}), ([{_LATIN}][{_LATIN}. '-]*)"
)
"""Given names and a family name of one word, before them or behind: most printed names.
How `parse_name` reads the one does not depend on the other, so that each is tried once; initials change nothing."""


def person_key(author: str) -> NameKey | None:
    """Gives the key of an item of the column `authors`; None where it holds no letter.

    >>> person_key("van der Berg|Jan") == person_key("Jan van der Berg")
    True
    """
    plain = _PLAIN_NAME.fullmatch(author)
    if not plain:
        return _any_key(author)
    given, first, family, family_before, given_behind = plain.groups()
    if family_before:
        family, given = _family_before(family_before), _given_behind(given_behind)
        return _key_of(family, given) if family and given else _any_key(author)
    if _plain_family(family) and _is_given(first or given):
        return _key_of(family, given)
    return _any_key(author)


_key_of = name_key_of.__wrapped__
"""As `name_key_of`, without remembering: among millions of records hardly a whole name comes again soon."""


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
    if plain and plain[3]:
        family = _plain_family(plain[3]) if _is_given(plain[2] or plain[1]) else None
        if family:
            return family
    key = person_key(author)
    return key.family if key else None


@lru_cache(maxsize=65536)
def _plain_family(family: str) -> str | None:
    """The key of a family name that `parse_name` leaves whole behind given names; None where it does not.

    Tried with two given names: "Junior" is a suffix behind two words only.
    """
    if _is_ordinary(family):
        return name_key_of(family, "").family
    key = name_key(parse_name(f"Xaver Q. {family}"))
    return key.family if key == name_key_of(family, "Xaver Q.") else None


def _is_ordinary(family: str) -> bool:
    """True for a word in usual case of which `parse_name` knows nothing special: most family names."""
    low = family[1:]
    return family.isascii() and low.isalpha() and low.islower() and family.lower() not in _SPECIAL


_SPECIAL = frozenset(("the", *BODY_WORDS, *KNOWN_BODIES, *DEGREES, *SUFFIXES, *PARTICLES, *CAPITAL_PARTICLES))


@lru_cache(maxsize=65536)
def _is_given(word: str) -> bool:
    """True where `parse_name` takes the word for a given name, whatever family name stands behind it."""
    return name_key(parse_name(f"{word} Xaverson")) == name_key_of("Xaverson", word)


@lru_cache(maxsize=65536)
def _family_before(family: str) -> str | None:
    """The family name that `parse_name` leaves whole before a comma; None where it does not.

    Tried with two given names: of three words, one that names a body makes a body of them all.
    """
    if _is_ordinary(family):
        return family
    key = name_key(parse_name(f"{family}, Xaver Q."))
    return family if key == name_key_of(family, "Xaver Q.") else None


@lru_cache(maxsize=65536)
def _given_behind(given: str) -> str | None:
    """The given names as `parse_name` writes them behind a family name and a comma; None where they are none."""
    said = parse_name(f"Xaverson, {given}")
    parts = (said.family, said.literal, said.non_dropping_particle, said.dropping_particle, said.suffix)
    return said.given if parts == ("Xaverson", None, None, None, None) else None


def prepare_text(text: str) -> Prepared:
    """Gives the record of one row, whose columns are joined in the order of `TEXT`."""
    said = dict(zip(TEXT, text.split(FIELD_MARK), strict=True))
    years = [int(y) for y in _items(said["other_years"])]
    people = _items(said["authors"])
    return Prepared(
        said["corpus_id"],
        Stated(
            title=clean_title(said["title"]),
            authors=tuple([key for a in people if (key := person_key(a))]),
            author_text=" ".join(map(_printed, people) if "|" in said["authors"] else people),
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
