"""Is a piece of a reference a year, a volume, pages, an identifier or an edition?"""
# ruff: noqa: E501, SIM905 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.words import Wording
from pubtrack.vocab.venue_words import MONTHS, NUMBER_WORDS

__all__ = ["NUMBER_TOKENS", "number_like"]

LAST_YEAR = 2035
"""A range that begins with a later number is one of pages."""
_RANGE = re.compile(r"\d\s?[-–—−]{1,2}\s?\d")
_DATE = re.compile(r"(?:19|20)\d\d")
_ID_WORDS = frozenset(("doi", "isbn", "issn"))
_ID = re.compile(
    r"https?://|www\.|\bdoi\b|^10\.\d{4}|arxiv[: ]|\bisbn\b|\bissn\b|\bpmid|\.(?:com|org|net|edu|de|fr)(?:/|$)",
    re.IGNORECASE,
)
_EDITION_WORDS = frozenset("ed edn edition edicion aufl auflage revised rev verb erw".split())
"""One of these stands in folded words in which `_EDITION` is found."""
_EDITION = re.compile(
    rf"^(?:rev\. |revised |\d{{1,2}}(?:st|nd|rd|th|a|ª|e|eme|\.)? |first |second |third |fourth |fifth |zweite |dritte |segunda |2e )(?:{'|'.join(sorted(_EDITION_WORDS))})\b"
)
_NUMBER_WORDS = frozenset(NUMBER_WORDS)
_MONTHS = frozenset(MONTHS)
_DIGIT = re.compile("[0-9]")
_LETTERS_IN_ROW = re.compile("[a-z]+")
_NUMBERED = _NUMBER_WORDS | _MONTHS
NUMBER_TOKENS = _MONTHS | _ID_WORDS | _EDITION_WORDS
"""Words without digits that numbers, dates and identifiers are told by."""


def number_like(said: Wording) -> tuple[float, int | None]:
    """Gives how much (0 to 2.5) words look like numbers or an identifier, and the year in them.

    >>> from pubtrack.readers.prose.words import wording
    >>> [number_like(wording(words)) for words in ("12(3)", "March 2020", "Ropes")]
    [(2.5, None), (2.5, 2020), (0.0, None)]
    """
    words, folded, tokens, _ = said
    if words.isascii() and not _DIGIT.search(words):
        return _without_digits(said), None
    year = _year(words)
    only_digits = "".join(tokens).isdigit()
    if only_digits and len(words) <= 60 and not words.startswith("10."):
        return 2.5, year
    if (not words.isascii() or _may_be_id(said)) and _ID.search(words):
        return 2.5, None
    if not _EDITION_WORDS.isdisjoint(tokens) and _EDITION.match(folded):
        return 2.2, None
    if len(words) > 60:
        return 0.0, year
    if only_digits:
        return 2.5, year
    digits = sum(map(str.isdigit, words))
    letters = _LETTERS_IN_ROW.findall(folded)
    if digits and len(letters) <= digits + 2 and all(t in _NUMBERED or len(t) == 1 for t in letters):
        return 2.5, year
    if letters and letters[0] in _MONTHS and _MONTHS.issuperset(letters):
        return 2.0, year
    if digits > len(words) * 0.45:
        return 1.5, year
    return 0.0, year


def _may_be_id(said: Wording) -> bool:
    """Tells at little cost whether `_ID` may be found in ASCII words."""
    folded = said.folded
    return (
        "." in folded
        or "://" in folded
        or "arxiv" in folded
        or "pmid" in folded
        or not _ID_WORDS.isdisjoint(said.tokens)
    )


def _year(words: str) -> int | None:
    found = _DATE.search(words)
    year = int(found[0]) if found else 0
    if not 1930 <= year <= 2049 or (year > LAST_YEAR and _RANGE.search(words)):
        return None
    return year


def _without_digits(said: Wording) -> float:
    """Gives what words are worth that hold no digit: an address, an edition or a month."""
    words, folded, tokens, _ = said
    if _may_be_id(said) and _ID.search(words):
        return 2.5
    if not _EDITION_WORDS.isdisjoint(tokens) and _EDITION.match(folded):
        return 2.2
    if not tokens or tokens[0] not in _MONTHS or len(words) > 60:
        return 0.0
    return 2.0 if _MONTHS.issuperset(tokens) else 0.0
