"""Does a piece of a reference look like the name of a person or a group?"""
# ruff: noqa: E501, SIM905 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.shape import ARTICLES, DUTCH
from pubtrack.readers.prose.words import Wording, wording
from pubtrack.vocab.title_words import TITLE_WORDS

__all__ = ["INITIALS", "SMALL_IN_CAPITALS", "TELLING", "has_title_word", "name_like", "plain_name"]

_ROMAN_WORDS = frozenset("ii iii iv vi vii viii ix xi xii".split())
_ROMAN = re.compile(r"\s(?:II|III|IV|VI|VII|VIII|IX|XI|XII)\.?\Z")
"""No initials: `Glaube II`."""
INITIALS = re.compile(
    r"^(?!(?:II|III|IV|VI|VII|VIII|IX)\Z)(?:and |& |und |y |et |e )?(?:(?:[A-ZÀ-Þ]|Ch|Th|Ph|Yu|Ye)\.?[ -]?){1,4}$"
)
_JOIN = r"(?:(?:and|&|und|y|et|e|with|mit|con|avec) )?"
_NOBLE = r"(?:(?:van|von|der|den|de|la|le|da|dos|di|del|el|al|ter|ten) ){0,3}"
_FAMILY = rf"{_NOBLE}[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+){{0,2}}"
_LETTERS = r"(?:(?:[A-ZÀ-Þ]\.[ -]?){1,3}[A-ZÀ-Þ](?![\w'’])|(?:[A-ZÀ-Þ]\.[ -]?){1,4}|[A-ZÀ-Þ]{1,3}(?![\w'’])\.?[ -]?|(?:[A-ZÀ-Þ] ){1,3}[A-ZÀ-Þ](?![\w'’]))"
"""Initials: with full stops, in one word, or one by one; never the beginning of a longer word."""
_NAME_INITIALS = re.compile(rf"^{_JOIN}\W{{0,2}}(?:{_LETTERS}{_FAMILY}|{_FAMILY},? {_LETTERS})\W{{0,3}}$")
_DUTCH_WORDS = frozenset(("van", "von"))
_DUTCH = re.compile(
    rf"^{_JOIN}(?:(?P<first>(?:[A-ZÀ-Þ][\w'’-]*\.? ){{1,3}})van (?:der|den|'t|’t) |(?:van|von) (?:der |den |dem |de )?)(?P<last>[A-ZÀ-Þ][\w'’-]+)\W{{0,3}}$"
)
"""`Han van der Aa`, and alone `van der Aa`, `von Luxburg`: no other words stand so. `Abschied von der Moderne` does."""
_OF_FAMILY = re.compile(r"(?:van|(?<=[A-ZÀ-Þ]\. )von) der (?=[A-ZÀ-Þ])")
"""`R. Castellan and W. van der Meer`: part of a family name."""
_ARTICLE_FIRST = re.compile(r"A [A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+")
"""`A Boosted Particle Filter`: an article, not an initial."""
_ARTICLE = f"(?:{'|'.join(sorted(ARTICLES))})"
_NAME_WORDS = re.compile(
    rf"^(?!{_ARTICLE} )(?:(?:and|&|und|y|et|e|with|mit|con|avec|by|von) )?[\W\d]{{0,3}}[A-ZÀ-Þ][\w'’.-]*(?: (?:van|von|der|den|de|la|le|da|dos|di|del|el|al|ter|ten|bin|y|[A-ZÀ-Þ][\w'’.-]*)){{0,4}}[*†‡#^\d\s∗]*$"
)
_SLASHED = re.compile(
    r"(?:[A-ZÀ-Þ]\.[ -]?)*[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+| [A-ZÀ-Þ]\.)*(?:\s?/\s?(?:[A-ZÀ-Þ]\.[ -]?)*[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+| [A-ZÀ-Þ]\.)*)+\Z"
)
"""`Bagheri/El Sawi/Zdero`: names with strokes between them."""
_AND_WORDS = frozenset(("and", "und", "y", "et", "e"))
_AND_NAMES = re.compile(r" (?:and|&|und|y|et|e) ")
_WITH_WORDS = frozenset(
    "joint co coauthored together coeditor coedited edited editor hg hrsg with mit avec con et junto by von par por".split()
)
_WITH = re.compile(
    r"^(?i:joint(?: work)? |co-?authored |together |co-?editor |co-?edited |edited |editor |hg\.? |hrsg\.? )?(?:[Ww]ith|[Mm]it|[Aa]vec|[Cc]on|et avec|junto con|by|von|par|por) (?:[A-ZÀ-Þ]\.? ?){0,3}[A-ZÀ-Þ][\w'’-]+"
)
_GROUP_WORDS = frozenset(
    "study working collaboration consortium investigators arbeitsgruppe task writing studiengruppe grupo groupe on im por trialists research".split()
)
_GROUP = re.compile(
    r"\b(?:study group|working group|collaboration|consortium|investigators|arbeitsgruppe|task force|writing group|studiengruppe|study team|grupo de estudio|groupe d'etude|on behalf of|im namen der|por el grupo|trialists|research group|research network)\b"
)
_ET_AL_WORDS = frozenset(("et", "u", "others"))
_ET_AL = re.compile(r"\bet al\b|\bu\. ?a\b|等$|^others$|\band others\b")
_WORD = re.compile(r"[\w’'.-]+")
_CHINESE_PART = re.compile(r"(?:主编|编著|编译|校注|整理|合著|合编|等)\Z")
"""What stands behind a Chinese name and says the person's part."""
SMALL_IN_CAPITALS = frozenset(("in", "of", "and", "the", "on", "for", "to", "how", "not", "is", "und", "en", "sur"))
"""Words that no name in capitals holds."""


_LONG_TITLE_WORDS = frozenset(word for word in TITLE_WORDS if len(word) > 3)
TELLING = (
    TITLE_WORDS
    | _DUTCH_WORDS
    | _AND_WORDS
    | _GROUP_WORDS
    | _WITH_WORDS
    | _ET_AL_WORDS
    | _ROMAN_WORDS
    | SMALL_IN_CAPITALS
)
"""Words that some rule for names asks for: most names hold none of them."""


def _is_capital_phrase(words: str, folded: str) -> bool:
    return words.isupper() and not SMALL_IN_CAPITALS.isdisjoint(folded.split())


def has_title_word(said: Wording) -> bool:
    """Tells whether a word stands in a piece that no name holds."""
    if TITLE_WORDS.isdisjoint(said.tokens):
        return False
    if DUTCH in said.folded:
        return not TITLE_WORDS.isdisjoint(said.folded.replace(DUTCH, " ").split())
    if not _LONG_TITLE_WORDS.isdisjoint(said.folded.split()):
        return True
    words = zip(_WORD.findall(said.text), _WORD.findall(said.folded), strict=False)
    return any(folded in TITLE_WORDS and (len(word) > 3 or not word.isupper()) for word, folded in words)


def _is_group(said: Wording) -> bool:
    if _GROUP_WORDS.isdisjoint(said.tokens) or len(said.text.split()) > 6:
        return False
    return _GROUP.search(said.folded) is not None


def name_like(said: Wording) -> float:
    """Gives how much (0 to 2.4) words look like one name, two joined ones, or a group."""
    words = said.text
    telling = not TELLING.isdisjoint(said.tokens)
    if telling and _is_group(said):
        return 2.0
    if "/" in words and _SLASHED.match(words):
        return 1.8
    if not _DUTCH_WORDS.isdisjoint(said.tokens) and (dutch := _DUTCH.match(words)):
        return 1.8 if dutch["first"] else 1.6
    if "der" in said.tokens and _OF_FAMILY.search(words):
        return name_like(wording(_OF_FAMILY.sub("van ", words)))  # elsewhere `der` is an article
    if len(words) > 70 or (telling and (has_title_word(said) or _is_capital_phrase(words, said.folded))):
        return 0.0
    if said.chinese:
        name = _CHINESE_PART.sub("", words.strip())
        return 1.6 if 2 <= len(name) <= 4 and not re.search(r"[的与及和论]", name) else 0.0
    if telling and _is_joint(said):
        return 2.2
    if telling and not _ROMAN_WORDS.isdisjoint(said.tokens) and _ROMAN.search(words):
        return 0.0
    return _person_like(said)


def _is_joint(said: Wording) -> bool:
    """Tells whether words name those who worked with somebody: `with Nora Lind`, `et al.`."""
    if not _WITH_WORDS.isdisjoint(said.tokens[:1]) and _WITH.match(said.text):
        return True
    return len(said.text) < 40 and not _ET_AL_WORDS.isdisjoint(said.tokens) and _ET_AL.search(said.folded) is not None


def _person_like(said: Wording) -> float:
    words = said.text
    if _NAME_INITIALS.match(words):
        return 0.0 if _ARTICLE_FIRST.match(words) else 2.4
    parts = () if _AND_WORDS.isdisjoint(said.tokens) and "&" not in words else _AND_NAMES.split(words)
    if len(parts) == 2 and all(
        _NAME_INITIALS.match(p) or (_NAME_WORDS.match(p) and 2 <= len(p.split()) <= 4) for p in parts
    ):
        return 1.6 if any(_NAME_INITIALS.match(p) for p in parts) else 1.1
    return _BY_COUNT.get(len(words.split()), 0.3) if _NAME_WORDS.match(words) else 0.0


_BY_COUNT = {1: 0.7, 2: 1.2, 3: 1.1, 4: 0.7}
"""How much so many words with capitals look like a name; more do less."""
_WORD_OF_NAME = "[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+"
_PLAIN = re.compile(rf"{_WORD_OF_NAME}(?: {_WORD_OF_NAME}){{0,2}}\Z")
_PLAIN_INITIALS = re.compile(rf"(?:(?:[A-ZÀ-ÖØ-Þ]\. ?){{1,3}}{_WORD_OF_NAME}|{_WORD_OF_NAME} [A-ZÀ-ÖØ-Þ]{{1,3}})\Z")
LONGEST_PLAIN = 40
"""Characters of words that `plain_name` looks at."""


def plain_name(words: str) -> float:
    """Gives what words are worth as a name that have the shape of most names, 0 for any other.

    It agrees with `name_like` where no word stands in them that some rule asks for (`TELLING`, `ARTICLES`).

    >>> plain_name("Castro I"), plain_name("Ada Lovelace"), plain_name("Ropes of Castro")
    (2.4, 1.2, 0.0)
    """
    if len(words) > LONGEST_PLAIN:
        return 0.0
    if _PLAIN.match(words):
        return _BY_COUNT[words.count(" ") + 1]
    return 2.4 if _PLAIN_INITIALS.match(words) else 0.0
