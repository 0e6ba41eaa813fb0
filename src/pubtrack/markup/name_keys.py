"""Keys by which names compare: swapped, abbreviated and differently spelled forms of one name still agree."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pubtrack.markup.titles import fold, plain_text
from pubtrack.model import Contributor
from pubtrack.vocab.name_words import PARTICLES

__all__ = [
    "NameKey",
    "family_part",
    "given_part",
    "givens_agree",
    "loose",
    "name_key",
    "name_key_of",
    "name_keys_agree",
]


class NameKey(NamedTuple):
    """A name as it compares: folded, particles and umlaut spellings out of the way."""

    family: str
    """Family name in base letters without particles, spaces and hyphens; "oe", "ue", "ae" as "o", "u", "a"."""
    given: tuple[str, ...]
    """Words of the given name in base letters; initials are words of one letter."""
    words: frozenset[str]
    """All words of at least two letters: swapped and split names still share them."""


_UMLAUTS = re.compile(r"([aou])e")
_KEY_WORD = re.compile(r"[^\W\d_]+")


def name_key(person: Contributor) -> NameKey:
    """Gives the key by which a name compares with others.

    >>> name_key(Contributor(family="Schölkopf", given="B.")) == name_key(Contributor(family="Schoelkopf", given="B"))
    True
    """
    if person.literal or not person.family:
        return name_key_of(person.literal or person.given or "", "")
    return name_key_of(person.family, person.given or "")


@lru_cache(maxsize=65536)
def name_key_of(family: str, given: str) -> NameKey:
    """Gives the key of a family and given name (either may be empty), particles and suffixes in them ignored.

    >>> name_key_of("van der Berg", "Jan A.")[:2]
    ('berg', ('jan', 'a'))
    """
    last, first = family_part(family), given_part(given)
    return NameKey(last[0], first[0], last[1] | first[1])


@lru_cache(maxsize=16384)
def family_part(family: str) -> tuple[str, frozenset[str]]:
    """Gives `NameKey.family` of a family name, and what it adds to `NameKey.words`.

    >>> family_part("van der Berg")
    ('berg', frozenset({'berg'}))
    """
    words = _KEY_WORD.findall(loose(family))
    telling = [w for w in words if w not in PARTICLES] or words
    return "".join(telling), frozenset([w for w in telling if len(w) > 1])


@lru_cache(maxsize=16384)
def given_part(given: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Gives `NameKey.given` of given names, and what they add to `NameKey.words`.

    >>> given_part("Jan A.")
    (('jan', 'a'), frozenset({'jan'}))
    """
    words = tuple(_KEY_WORD.findall(loose(given)))
    return words, frozenset([w for w in words if len(w) > 1])


def loose(text: str) -> str:
    """Gives the text in base letters, umlauts written out as "ae", "oe" and "ue" among them, without apostrophes."""
    folded = fold(plain_text(text) if "\\" in text or "&" in text else text).replace("'", "")
    return _UMLAUTS.sub(r"\1", folded) if "ae" in folded or "oe" in folded or "ue" in folded else folded


def name_keys_agree(a: NameKey, b: NameKey) -> bool:
    """True where both may be the same person's name: families equal (or swapped or split), initials not in conflict.

    >>> name_keys_agree(name_key_of("Piedrahita", "David Guzman"), name_key_of("Guzmán Piedrahita", "D."))
    True
    >>> name_keys_agree(name_key_of("Li", "Changling"), name_key_of("Li", "Chunyuan"))
    False
    """
    if a.family == b.family:
        return givens_agree(a.given, b.given)
    shared = a.words & b.words
    if len(shared) >= 2:
        return True
    if not shared and len(a.words) > 1 and len(b.words) > 1:
        return False
    if not a.words or not b.words:
        return False
    joined = ("".join((*a.given, a.family)), "".join((*b.given, b.family)))
    if sorted(joined[0]) == sorted(joined[1]):
        return True
    return _split_family(a, b) or _split_family(b, a)


def _split_family(a: NameKey, b: NameKey) -> bool:
    """The family name of one is the end or start of the other's double name, and the initials agree."""
    if len(a.family) < 4 or len(b.family) <= len(a.family):
        return False
    middle = "".join(w for w in a.given if len(w) > 1 and w in b.family)
    is_double = b.family in (middle + a.family, a.family + middle) or (
        b.family.startswith(a.family) or b.family.endswith(a.family)
    )
    return (
        is_double
        and bool(a.given and b.given)
        and a.given[0][0] == b.given[0][0]
        and bool(middle or len(a.family) > 4 or a.family in b.words)
    )


def givens_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """True where no two given names are in conflict: equal, one the initial of the other, or one missing.

    >>> givens_agree(("jan", "a"), ("j",)), givens_agree(("jan",), ("jose",))
    (True, False)
    """
    if not a or not b or a == b or "".join(a) == "".join(b):
        return True
    first_a, first_b = a[0], b[0]
    if len(first_a) > 1 and len(first_b) > 1:
        return first_a.startswith(first_b[:4]) or first_b.startswith(first_a[:4]) or bool(set(a) & set(b) - {""})
    return first_a[0] == first_b[0]
