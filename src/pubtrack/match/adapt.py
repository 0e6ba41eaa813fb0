"""What a record of any accepted form says, as plain values that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from pubtrack.errors import InputError
from pubtrack.markup.identifiers import find_identifiers
from pubtrack.markup.name_keys import NameKey, name_key, name_key_of
from pubtrack.markup.names import is_body, is_et_al, parse_name, parse_names
from pubtrack.markup.titles import repair_encoding
from pubtrack.model import SCHEMES, Contributor, Fields, Identifier, Relation, Scheme, SourceRecord
from pubtrack.vocab.matching_words import NOT_PEOPLE

Record = Fields | SourceRecord | Mapping[str, Any] | str
"""What can be compared: `Work`, `Fields`, `SourceRecord`, a CSL-JSON mapping, or (a query) a raw reference string."""

WORK_SCHEMES = frozenset(
    (
        "doi",
        "arxiv",
        "openreview",
        "acl",
        "pmid",
        "pmcid",
        "isbn",
        "openalex",
        "s2",
        "dblp",
        "handle",
        "europepmc",
        "mag",
    )
)
"""The schemes that name works; a URL or ISSN does not."""


@dataclass(slots=True)
class Stated:
    """The statements of one record that matching looks at."""

    title: str = ""
    other_titles: tuple[str, ...] = ()
    authors: tuple[NameKey, ...] = ()
    author_text: str = ""
    more_authors: bool = False
    only_bodies: bool = False
    """True where the authors are organisations: no list of people contradicts that."""
    year: int | None = None
    other_years: tuple[int, ...] = ()
    container: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    edition: str = ""
    type: str = ""
    genre: str = ""
    identifiers: frozenset[tuple[str, str]] = frozenset()
    mentioned: frozenset[str] = frozenset()
    """Schemes of identifiers that only stand in the name of the venue: they may confirm, their conflict is none."""
    relations: tuple[tuple[str, str, str], ...] = ()
    """(relation type, scheme, value)"""


def stated(record: Record) -> Stated:
    """Gives what the record says; InputError where it is of a form that cannot be compared."""
    if isinstance(record, SourceRecord):
        return _of_fields(record.fields)
    if isinstance(record, Fields):
        return _of_fields(record)
    if isinstance(record, Mapping):
        return _of_csl(record)
    raise InputError(f"cannot compare a {type(record).__name__}; give a Work, Fields, SourceRecord, mapping or text")


def _of_fields(fields: Fields) -> Stated:
    people = fields.author or fields.editor
    dates = (fields.issued, fields.available, fields.submitted, fields.event_date, fields.original_date)
    years = [d.year for d in dates if d and d.year is not None]
    return Stated(
        title=fields.title or "",
        other_titles=tuple(t for t in (*fields.alternative_titles, fields.title_short, fields.original_title) if t),
        authors=tuple(_key(p) for p in people),
        author_text=" ".join(p.name for p in people),
        only_bodies=bool(people) and all(p.literal and _names_body(p.literal) for p in people),
        year=years[0] if years else None,
        other_years=tuple(years[1:]),
        container=fields.container_title or fields.event_title or "",
        volume=fields.volume or "",
        issue=fields.issue or "",
        page=fields.page or fields.number or "",
        edition=fields.edition or "",
        type=fields.type or "",
        genre=fields.genre or "",
        identifiers=bare_identifiers(fields.identifiers),
        relations=tuple(_relation(r) for r in fields.relations if r.identifier),
    )


def _relation(relation: Relation) -> tuple[str, str, str]:
    identifier = cast(Identifier, relation.identifier)
    return (relation.type, *_one_id(identifier))


def _one_id(identifier: Identifier) -> tuple[str, str]:
    """An arXiv DOI is the arXiv id, an Anthology DOI the Anthology id: both name one thing."""
    scheme, value = identifier.scheme, identifier.value
    if scheme == "doi" and value.startswith("10.48550/arxiv."):
        found = Identifier.of("arxiv", value.removeprefix("10.48550/arxiv."))
        return ("arxiv", found.value) if found else (scheme, value)
    return (scheme, value)


def bare_identifiers(identifiers: Iterable[Identifier]) -> frozenset[tuple[str, str]]:
    """Gives the identifiers that name works as (scheme, value), versions left out, doubles under one scheme."""
    identifiers = tuple(identifiers)
    found = {_one_id(i) for i in identifiers if i.scheme in WORK_SCHEMES}
    for identifier in identifiers:
        if identifier.scheme == "doi" and (acl := re.fullmatch(r"10\.(?:18653/v1|3115/v1)/(.+)", identifier.value)):
            as_acl = Identifier.of("acl", acl[1])
            found |= {_one_id(as_acl)} if as_acl else set()
        if identifier.scheme == "url":
            found |= {
                _one_id(f.identifier) for f in find_identifiers(identifier.value) if f.identifier.scheme in WORK_SCHEMES
            }
    return frozenset(found)


def _text(value: Any) -> str:
    """A text from whatever stands in a mapping: the first of a list, a number as digits, else nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        return repair_encoding(value).strip()
    if isinstance(value, bool):
        return ""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value == value and abs(value) < 1e12 and value == int(value) else ""
    if isinstance(value, (list, tuple)) and value:
        return _text(value[0])
    return ""


def _of_csl(item: Mapping[str, Any]) -> Stated:
    get = _getter(item)
    people = get("author") or get("authors") or get("editor")
    keys, text, more, bodies = _people(people)
    years = _years(item)
    title, subtitle = _text(get("title")), _text(get("subtitle"))
    identifiers = _csl_identifiers(get)
    mentioned = _mentioned(get, {scheme for scheme, _ in identifiers})
    return Stated(
        title=f"{title}: {subtitle}" if subtitle and subtitle.lower() not in title.lower() else title,
        other_titles=tuple(t for n in ("title-short", "original-title") if (t := _text(get(n)))),
        authors=keys,
        author_text=text,
        more_authors=more,
        only_bodies=bodies,
        year=years[0] if years else None,
        other_years=tuple(years[1:]),
        container=next((t for n in _CONTAINERS if (t := _text(get(n)))), ""),
        volume=_text(get("volume")),
        issue=_text(get("issue")),
        page=_text(get("page")) or _text(get("pages")) or _text(get("article-number")) or _text(get("number")),
        edition=_text(get("edition")),
        type=_text(get("type")),
        genre=_text(get("genre")),
        identifiers=identifiers | mentioned,
        mentioned=frozenset(scheme for scheme, _ in mentioned),
        relations=tuple(_csl_relations(item.get("relations"))),
    )


_CONTAINERS = (
    "container-title",
    "journal",
    "booktitle",
    "venue",
    "event-title",
    "event",
    "container-title-short",
    "publisher",
)
_ID_NAMES = {s: s for s in SCHEMES if s in WORK_SCHEMES} | {"eprint": "arxiv", "arxiv_id": "arxiv", "pmc": "pmcid"}


def _getter(item: Mapping[str, Any]) -> Any:
    low = {str(k).lower().replace("_", "-"): v for k, v in item.items()}

    def get(name: str) -> Any:
        return low.get(name)

    return get


_RUN_TOGETHER = re.compile(r"([A-Z][a-z]{2,})([A-Z][a-z]{2,})")


def _key(person: Contributor) -> NameKey:
    """The key of a name; "BergstraJames", as ACM's records came into OpenAlex, is two words."""
    torn = _RUN_TOGETHER.fullmatch(person.literal or "")
    return name_key_of(torn[1], torn[2]) if torn else name_key(person)


_CUT = re.compile(r"(?:…|\.\.\.|\bet\.? al\.?)$")
_DOMAIN = re.compile(r"\S+\.(?:com|edu|gov|net|org)")


def _names_body(literal: str) -> bool:
    """True where an author is an organisation, or no name at all; a person of one name may be taken for one."""
    words = literal.lower().split()
    if (len(words) == 1 and literal.isascii()) or is_body(literal):
        return True
    return not NOT_PEOPLE.isdisjoint(words) or bool(_DOMAIN.search(literal))


def _people(value: Any) -> tuple[tuple[NameKey, ...], str, bool, bool]:
    if isinstance(value, str):
        value = [_contributor_dict(p) for p in parse_names(value)] if value.strip() else []
    if isinstance(value, Mapping):
        value = [value]
    keys: list[NameKey] = []
    words: list[str] = []
    more, bodies = False, True
    for person in value if isinstance(value, (list, tuple)) else []:
        family, given, literal = _name_parts(person)
        if is_et_al(literal or family):
            more = True
        elif literal:
            keys.extend(_key(one) for one in _names_in(literal))
            words.append(literal)
            bodies = bodies and _names_body(literal)
            more = more or bool(_CUT.search(literal))
        elif family or given:
            keys.append(name_key_of(family or given, given if family else ""))
            words.append(f"{given} {family}")
            bodies = bodies and (is_body(f"{given} {family}") if given else is_body(family))
    return tuple(keys), " ".join(words), more, bodies and bool(keys)


def _names_in(literal: str) -> Iterable[Contributor]:
    """One name, or several where a whole list was put into one name."""
    several = literal.count(",") > 1 or " , " in literal or ";" in literal or " and " in literal
    people = parse_names(literal) if several and not is_body(literal) else ()
    if people:
        return people
    try:
        return (parse_name(literal),) if re.search(r"\w", literal) else ()
    except ValueError:  # only marks, or a stray TeX command such as a lone backslash and a letter
        return ()


def _contributor_dict(person: Any) -> dict[str, str]:
    return {"family": person.family or "", "given": person.given or "", "literal": person.literal or ""}


def _name_parts(person: Any) -> tuple[str, str, str]:
    if isinstance(person, str):
        return "", "", repair_encoding(person).strip()
    if not isinstance(person, Mapping):
        return "", "", ""
    literal = _text(person.get("literal")) or _text(person.get("name"))
    particle = _text(person.get("non-dropping-particle")) or _text(person.get("dropping-particle"))
    family = " ".join(p for p in (particle, _text(person.get("family"))) if p)
    return family, _text(person.get("given")), "" if family else literal


_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")


def _year_of(value: Any) -> int | None:
    if isinstance(value, Mapping):
        parts = value.get("date-parts")
        while isinstance(parts, (list, tuple)) and parts:
            parts = parts[0]
        value = parts if parts not in (None, [], ()) else value.get("raw") or value.get("literal") or value.get("year")
    text = _text(value)
    match = _YEAR.search(text)
    return int(match[1]) if match else None


def _years(item: Mapping[str, Any]) -> list[int]:
    names = (
        "issued",
        "year",
        "date",
        "published",
        "published-print",
        "published-online",
        "available-date",
        "submitted",
    )
    return [y for n in names if n in item and (y := _year_of(item[n])) is not None]


def _csl_identifiers(get: Any) -> frozenset[tuple[str, str]]:
    texts = ((scheme, _text(value)) for n, scheme in _ID_NAMES.items() if (value := get(n)) is not None)
    found = [i for scheme, text in texts if text and (i := Identifier.of(cast(Scheme, scheme), text))]
    for name in ("url", "doi", "note", "id"):
        text = _text(get(name))
        if text and (name != "id" or "/" in text or ":" in text):
            found += [f.identifier for f in find_identifiers(text[:2000])]
    listed = get("identifiers")
    for value in listed if isinstance(listed, (list, tuple)) else ():
        if isinstance(value, str):
            found += [f.identifier for f in find_identifiers(value)]
            found += _parsed(value)
    return bare_identifiers(found)


def _mentioned(get: Any, known: set[str]) -> frozenset[tuple[str, str]]:
    """Identifiers in the name of the venue ("arXiv preprint arXiv:1706.03762", "CoRR" with volume abs/1706.03762).

    Reference managers and language models write them, and often a wrong one.
    """
    texts = (_text(get(name)) for name in (*_CONTAINERS, "howpublished", "volume"))
    found = (f.identifier for text in texts if "/" in text or ":" in text for f in find_identifiers(text))
    return frozenset(one for one in bare_identifiers(found) if one[0] not in known)


def _parsed(text: str) -> list[Identifier]:
    try:
        return [Identifier.parse(text)]
    except ValueError:
        return []


def _csl_relations(value: Any) -> Iterable[tuple[str, str, str]]:
    """Relations as our own JSON form writes them: `{"type": "has-preprint", "identifier": "arxiv:..."}`."""
    for relation in value if isinstance(value, (list, tuple)) else ():
        if isinstance(relation, Mapping) and isinstance(relation.get("identifier"), str):
            for identifier in _parsed(relation["identifier"]):
                yield (_text(relation.get("type")), *_one_id(identifier))
