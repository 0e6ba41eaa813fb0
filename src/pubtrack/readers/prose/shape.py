"""Does a stretch of text look like a title? Like a list of names? A number between 0 and 1, by named reasons."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pubtrack.readers.prose.words import fold, is_cjk
from pubtrack.vocab.name_words import HAN_DOUBLE_SURNAMES, HAN_SURNAMES
from pubtrack.vocab.title_words import TITLE_WORDS

__all__ = [
    "ARTICLES",
    "DUTCH",
    "Words",
    "has_han_surname",
    "holds_reference",
    "is_greeting",
    "looks_like_names",
    "shape_of",
    "title_shape",
    "words_of",
]

_WORD = re.compile(r"[^\W\d_][a-zA-Z0-9\w'’.-]*")
_SENTENCES = re.compile(r"[a-z\d]{2}[.!] +[A-Z]")
_PERSONS = frozenset(
    ["i", "we", "my", "our", "you", "your", "i'm", "we're", "it's", "ich", "wir", "nous", "je", "yo", "nosotros"]
)
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "for",
        "and",
        "or",
        "to",
        "from",
        "with",
        "by",
        "at",
        "as",
        "is",
        "are",
        "via",
        "vs",
        "und",
        "oder",
        "der",
        "die",
        "das",
        "des",
        "den",
        "dem",
        "im",
        "in",
        "zur",
        "zum",
        "fur",
        "von",
        "mit",
        "bei",
        "auf",
        "aus",
        "de",
        "la",
        "el",
        "los",
        "las",
        "del",
        "y",
        "en",
        "un",
        "una",
        "para",
        "por",
        "con",
        "le",
        "les",
        "du",
        "des",
        "et",
        "dans",
        "sur",
        "pour",
        "par",
        "avec",
        "au",
        "aux",
        "il",
        "lo",
        "gli",
        "di",
        "e",
        "da",
        "do",
        "dos",
        "da",
        "das",
        "em",
        "um",
        "uma",
        "à",
        "für",
    ]
)
_LINKS = "here|this|link|website|pdf|code|slides|video|poster|paper|arxiv|doi|bibtex|github|more|read more|see more|home|contact|abstract|details?|project page|data|demo|talk|supplement|appendix|publication|full text|online|html"
_CALLS = "download|read|see|click|view|access|watch|listen|visit|go|back|find|check|learn|ver|lire|descargar|telecharger|mehr|weiter|zum"
_GREETINGS = re.compile(rf"^(?:{_LINKS})$|^(?:{_CALLS})\b.{{0,40}}$")
_GREETINGS_BEGIN = frozenset(word[0] for word in f"{_LINKS}|{_CALLS}".split("|")) | frozenset(" .[]()")
"""With what a greeting begins."""

_NAME = r"(?:(?:[A-Z][\w'’-]*\.?|(?:de|van|von|der|den|la|le|da|dos|di|del|el|al|bin|ten|ter|zu|y|e|i|ben|du|des|af|st)\b\.?|[A-Z]\.(?:-?[A-Z]\.)*)[ ]?){1,6}"
_NAME_SPLIT = re.compile(
    r",|;|&|，|、|；|\n|/|·|a(?<!\wa)nd\b|u(?<!\wu)(?:nd\b|\. ?a\.)|y(?<!\wy)\b|e(?<!\we)t?\b|w(?<!\ww)ith\b|m(?<!\wm)it\b"
)
"""What parts names: every way begins with its own character, and the border of a word is asked for behind it; that is ten
times faster than a pattern that begins with the border."""
_INITIALS = re.compile(r"^(?:[A-Z]\.?[ -]?){1,4}$")
_NAME_PART = re.compile(r"^(?:\*|†|‡|#|\d)*[^\W\d_a-z][\w'’.-]*(?:[ -](?:[^\W\d_][\w'’.-]*)){0,4}[*†‡#^\d\s]*$")


class Words(NamedTuple):
    """What the words of a stretch say about a title; stretches add up."""

    number: int
    content: int
    capital: int
    personal: bool
    borders: int


@lru_cache(maxsize=20_000)
def words_of(text: str) -> Words:
    """Gives the counts that `shape_of` weighs."""
    words = _WORD.findall(text)
    small = [word.lower() for word in words]
    initials = [word[0] for word, lower in zip(words, small, strict=True) if lower not in _SMALL]
    borders = len(_SENTENCES.findall(text)) if ". " in text or "! " in text else 0
    return Words(len(words), len(initials), sum(map(str.isupper, initials)), not _PERSONS.isdisjoint(small), borders)


def title_shape(text: str) -> float:
    """Gives how much the text looks like a title by itself, 0 to 1.

    >>> title_shape("Cooperate or Collapse: Emergence of Sustainable Cooperation") > 0.7, title_shape("here") < 0.1
    (True, True)
    """
    if is_cjk(text):
        return _chinese_shape(text)
    return 0.0 if is_greeting(text) else shape_of(text, *words_of(text))


def is_greeting(text: str) -> bool:
    """Tells whether the text is what links say: `here`, `Read more`, `PDF`."""
    first = text[:1]
    if len(text) >= 60 or (first.isascii() and first.lower() not in _GREETINGS_BEGIN):
        return False
    return _GREETINGS.match(fold(text).strip(" .[]()")) is not None


def shape_of(text: str, count: int, content: int, capital: int, personal: bool, borders: int) -> float:
    """Gives the shape of a stretch whose words were counted already."""
    if not count:
        return 0.0
    score = _length_score(count)
    has_colon = ":" in text[1:-1]
    if capital >= 0.6 * max(1, content):
        score += 0.2
    if has_colon:
        score += 0.15
    if text.endswith("?"):
        score += 0.05
    first = text[0]
    if not first.isupper() and not first.isdigit() and ":" not in text[:25]:
        word = _WORD.search(text)
        if not (word and word[0][:3].strip(".").isupper()):
            score -= 0.3
    score -= (0.0, 0.1, 0.3)[min(2, borders)] + 0.15 * personal
    return max(0.0, min(1.0, score))


def _length_score(count: int) -> float:
    """Gives what a number of words is worth; weights by hand: most titles have three to twenty-five words."""
    if count <= 2:
        return (0.0, 0.1, 0.3)[count]
    if count <= 3:
        return 0.45
    return 0.6 if count <= 26 else 0.35 if count <= 40 else 0.0


def _chinese_shape(text: str) -> float:
    length = len(text)
    if length < 4:
        return 0.2
    return 0.7 if length <= 60 else 0.4 if length <= 120 else 0.0


def looks_like_names(text: str) -> float:
    """Gives the part of comma-separated pieces that look like a person's name or initials, 0 to 1.

    >>> looks_like_names("Foreman-Mackey, D.; Luger, R. & Agol, E."), looks_like_names("A test of things, and others")
    (1.0, 0.0)
    """
    pieces = [p for part in _NAME_SPLIT.split(text) if (p := part.strip(" .\t\n\u00a0"))]
    if not pieces:
        return 0.0
    good = sum(1 for p in pieces if _is_name(p))
    return good / len(pieces)


def has_han_surname(words: str) -> bool:
    """Tells whether Chinese words begin as a name does: `金奖` and `高级` do so, too.

    >>> has_han_surname("欧阳明"), has_han_surname("奖学金")
    (True, False)
    """
    return words[0] in HAN_SURNAMES or words[:2] in HAN_DOUBLE_SURNAMES


def _is_name(piece: str) -> bool:
    if len(piece) > 45:
        return False
    if is_cjk(piece):
        return len(piece) <= 4
    if _INITIALS.match(piece):
        return True
    if not _NAME_PART.match(piece):
        return False
    words = piece.split()
    if len(words) > 1 and words[0] in ARTICLES:
        return False
    if not TITLE_WORDS.isdisjoint(fold(piece).replace(DUTCH, " ").split()):
        return False
    lower = [w for w in words if w[0].islower()]
    return len(words) <= 5 and all(fold(w).strip(".'") in _PARTICLES for w in lower)


ARTICLES = frozenset(("The", "Der", "Die", "Ein", "Eine", "Los", "Les", "Une", "Una"))
"""No name of several words begins with one; `Das`, `An`, `El` and `Le` are left out, people are called so."""
DUTCH = " van der "
"""Inside a name `der` is no German article: `Han van der Aa`."""
_PARTICLES = frozenset(
    [
        "de",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "da",
        "dos",
        "di",
        "del",
        "el",
        "al",
        "bin",
        "ten",
        "ter",
        "zu",
        "y",
        "e",
        "i",
        "ben",
        "du",
        "des",
        "af",
        "st",
        "do",
        "das",
        "d",
        "jr",
        "sr",
    ]
)


_REFERENCE_INSIDE = re.compile(r"\bISBN\b|,\s\d{2,4}\s(?:pp|pages|págs|páginas|S)\b\.?")


def holds_reference(words: str) -> bool:
    """Tells whether words in quotes or a link are a whole reference, with its pages or number, not a title.

    >>> holds_reference("Redondo, M. Cuerdas y nudos. Barcelona: UOC, 2018, 172 páginas"), holds_reference("Cuerdas y nudos")
    (True, False)
    """
    return _REFERENCE_INSIDE.search(words) is not None
