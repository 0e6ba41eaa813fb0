"""Entries of data files that are awards: who gave it, for what, to whom and when stand in fields of their own.

Source: `awards` of https://jsonresume.org/schema, and `_data/awards.yml` and `_data/honors.yml` of public homepages.
"""
# ruff: noqa: E501 - tables, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.award_names import AwardName, award_names
from pubtrack.readers.prose.details import events_in, givers_in
from pubtrack.readers.prose.found import FoundAward, FoundWork
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import looks_like_names, title_shape
from pubtrack.readers.prose.words import fold, is_cjk, year_in

__all__ = ["AWARD", "award_of_fields", "tells_an_award"]

AWARD = "award"
"""Kind of the fields of an entry that is an award."""
NAME_KEYS = (
    "title",
    "name",
    "award",
    "honor",
    "honour",
    "prize",
    "titel",
    "titre",
    "titulo",
    "premio",
    "prix",
    "auszeichnung",
)
GIVER_KEYS = ("awarder", "granter", "grantor", "issuer", "awarded_by", "given_by", "conferred_by", "organization", "organisation", "institution", "agency", "sponsor", "body", "society", "from", "by", "org", "institute", "school", "university", "location", "role", "von", "verleiher", "organisme", "organismo", "otorga", "entidad", "institucion")  # fmt: skip
"""Keys of who gave an award, the surest first."""
SURE_GIVERS = frozenset(("awarder", "granter", "grantor", "issuer", "awarded_by", "given_by", "conferred_by"))
"""Keys that only awards have."""
FOR_KEYS = ("paper", "work", "publication", "article", "paper_title", "thesis", "book", "for")
EVENT_KEYS = ("event", "conference", "venue", "meeting")
PERSON_KEYS = (
    "recipient",
    "recipients",
    "winner",
    "winners",
    "awardee",
    "laureate",
    "student",
    "person",
    "who",
    "member",
)
DATE_KEYS = (
    "year",
    "date",
    "when",
    "jahr",
    "datum",
    "annee",
    "fecha",
    "duration",
    "period",
    "dates",
    "time",
    "end_date",
    "date_start",
    "startdate",
    "date_end",
)
PRINTED = frozenset(
    ("doi", "journal", "booktitle", "authors", "volume", "pages", "isbn", "container-title", "abstract", "bibtex")
)
"""Keys that no award has."""
_NO_AWARD = re.compile(
    r"\b(?:grants?|funding|travel|reviewer for|member of|committee|subventions?|subvenci[oó]n(?:es)?|financements?|drittmittel)\b|项目|基金(?!会)",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(?:films?|kurzfilm\w*|filmfest\w*|cinemas?|cine|kino|movies?|documentar\w*|pelicula|cortometraje\w*|largometraje\w*|court[- ]metrages?|long[- ]metrages?|theat(?:re|er)|theatre|teatro|comedien\w*|acteur|actress|actor|regie|choreograph\w*|coreograf\w*|songs?|albums?|concert\w*)\b|电影|影片|短片|戏剧"
)
"""Prizes for what was shown or played, not printed: `Best Film`, `Gala Théâtre`."""
MOST_WORDS, MOST_SIGNS = 14, 40
"""Words (Chinese: characters) of a title that is the name of an award though no word says so."""


def tells_an_award(values: dict[str, Placed], role: str) -> bool:
    """Tells whether the fields of an entry are those of an award.

    Args:
        values: The fields by their keys.
        role: What the section is.
    """
    name = _field(values, NAME_KEYS)
    if name is None or not PRINTED.isdisjoint(values):
        return False
    if not SURE_GIVERS.isdisjoint(values):
        return True
    described = not (set(GIVER_KEYS) | set(FOR_KEYS) | set(PERSON_KEYS)).isdisjoint(values)
    if role == "awards":
        return described
    named = _named(name)
    return role == "" and named is not None and (described or named.start <= FIRST)


FIRST = 4
"""Characters in front of a name that begins a title."""


def award_of_fields(values: dict[str, Placed]) -> tuple[FoundAward | None, FoundWork | None]:
    """Gives the award an entry is, and the work a field says it was for.

    Args:
        values: The fields by their keys.
    """
    title = _field(values, NAME_KEYS)
    if title is None:
        return None, None
    text = title.block.text
    named = _named(title) or _unnamed(text)
    if named is None:
        return None, None
    rest = text[named.end :]
    event, giver = next(iter(events_in(rest)), None), next(iter(givers_in(rest)), None)
    year = next((year for key in DATE_KEYS if key in values and (year := year_in(values[key].block.text))), None)
    said = _field(values, FOR_KEYS)
    shown = _SHOWN.search(fold(f"{text} {_text(values, GIVER_KEYS)}"))
    said = None if shown else said
    work = _work(said) if said else _told_work(values, text[named.start : named.end])
    award = FoundAward(
        title,
        named.start,
        named.end,
        named.kind,
        _text(values, GIVER_KEYS) or (giver.text if giver else ""),
        event.text if event else _text(values, EVENT_KEYS),
        year or year_in(text),
        work,
        _person(values),
        0.85 if work else 0.7,
    )
    return award, work


def _field(values: dict[str, Placed], keys: tuple[str, ...]) -> Placed | None:
    return next((values[key] for key in keys if key in values and len(values[key].block.text.strip()) > 1), None)


def _text(values: dict[str, Placed], keys: tuple[str, ...]) -> str:
    field = _field(values, keys)
    return field.block.text.strip() if field else ""


def _named(title: Placed) -> AwardName | None:
    return next(iter(award_names(title.block.text, listed=True)), None) if title.may_hold_award else None


def _unnamed(text: str) -> AwardName | None:
    """Gives a whole title as the name of an award, without what brackets say."""
    words = text.split("(", maxsplit=1)[0].rstrip(" .,;")
    short = len(words) <= MOST_SIGNS if is_cjk(words) else 2 <= len(words.split()) <= MOST_WORDS
    return AwardName(0, len(words), "prize", False) if short and not _NO_AWARD.search(text) else None


def _work(said: Placed) -> FoundWork | None:
    text = said.block.text
    start, end = len(text) - len(text.lstrip(" \"“'*")), len(text.rstrip(" .,\"”'*"))
    long = end - start >= SHORTEST_CHINESE if is_cjk(text) else len(text.split()) >= FEWEST_WORDS
    return FoundWork(said, start, end, confidence=0.8) if long and not _BEST.match(text, start) else None


_BEST = re.compile(r"(?:best|meilleure?|mejor|bester?|miglior|melhor)\b", re.IGNORECASE)
"""`Meilleur étudiant en cinéma`: a prize, and no title."""


def _told_work(values: dict[str, Placed], name: str) -> FoundWork | None:
    """Gives the title that a remark about an award for texts is: `description: "Salt and Silver: Trade in the Andes"`."""
    told = _field(values, REMARK_KEYS) if _FOR_TEXTS.search(fold(name)) else None
    if told is None:
        return None
    text = told.block.text.strip().strip('"“”«»')
    if len(text) > LONGEST_TITLE or text.endswith(("!", ":", ";")) or _TELLS.search(fold(text)):
        return None
    return _work(told) if title_shape(text) >= LEAST_SHAPE else None


REMARK_KEYS = (
    "description",
    "summary",
    "details",
    "note",
    "notes",
    "subtitle",
    "comment",
    "beschreibung",
    "descripcion",
)
_FOR_TEXTS = re.compile(
    r"\b(?:paper|article|thesis|dissertation|book|publication|essay|artikel|aufsatz|articulo|tesis|these|libro|livre)s?\b|论文|著作"
)
_TELLS = re.compile(
    r"\b(?:i|we|my|our|was|were|is|are|awarded|given|received|recogni[sz]\w+|in recognition|honou?r\w*|prize|award|for (?:the|my|our|a)|fur (?:die|das|den)|por|pour)\b|获|奖|表彰"
)
LONGEST_TITLE, LEAST_SHAPE = 220, 0.3
"""Characters of a remark that may be a title, and how much of one it must look like. Chosen by hand."""
FEWEST_WORDS, SHORTEST_CHINESE = 3, 6
"""Words (Chinese: characters) of a title; a field of fewer says something else."""


def _person(values: dict[str, Placed]) -> str:
    who = _text(values, PERSON_KEYS)
    return who if who and looks_like_names(who) >= 1.0 else ""
