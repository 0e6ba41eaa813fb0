"""Names of any shape as `Name`: particles and suffixes taken apart, literal names kept whole.

Source: https://docs.citationstyles.org/en/stable/specification.html#name-parts and
https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#name-fields (particles and suffixes inside fields)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

__all__ = ["Name", "clean_names"]


class Name(NamedTuple):
    """One person or institution.

    Attributes:
        family: Family name without particle; the whole name where only that is known.
        given: Given names.
        dropping: A particle that is left out when only the family name shows (`de` in de La Fontaine).
        non_dropping: A particle that always stays (`van` in van Gogh).
        suffix: Jr., III.
        comma_suffix: Whether a comma stands before the suffix also in display order.
        literal: A name that must not be taken apart; then all else is empty.
        order_fixed: Whether family name comes first in every style (CSL-JSON `static-ordering`).
    """

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    comma_suffix: bool = False
    literal: str = ""
    order_fixed: bool = False


_LEADING = re.compile(r"(\S+?(?:\s+|['’ʼʻ-]\s*))(?=\S)")
_GIVEN_PARTICLES = re.compile(r"^(.*?)\s+((?:[^\W\d_]+[.'’ʼʻ]?\s*)+)$")


def _leading_particles(family: str) -> tuple[str, str]:
    """Splits `van der Vlist` into particle and name: words in lower case at the start, not the last word.

    >>> _leading_particles("van der Vlist"), _leading_particles("d'Aubignac"), _leading_particles("bell hooks")
    (('van der', 'Vlist'), ("d'", 'Aubignac'), ('bell', 'hooks'))
    """
    position = 0
    while match := _LEADING.match(family, position):
        if match[1] != match[1].lower() or (not match[1][0].isalpha() and match[1][0] not in "'’ʼʻ"):
            break
        if match[1].rstrip()[-1] == "-" and match[1].rstrip("- ") not in _HYPHEN_PARTICLES:
            break
        position = match.end()
    return (family[:position].rstrip() if position else ""), family[position:]


# Arabic articles are joined to the name by a hyphen; other hyphens are part of double names.
# Source: https://www.loc.gov/catdir/cpso/romanization/arabic.pdf, rule 17
_HYPHEN_PARTICLES = frozenset(
    ["al", "el", "ul", "as", "ash", "ad", "adh", "an", "ar", "at", "ath", "az", "aṣ", "aḍ", "aṭ", "aẓ", "il"]
)


def _trailing_particles(given: str) -> tuple[str, str]:
    """Splits `Ludwig van` into given name and particle: words in lower case at the end, not the first word."""
    words = given.split(" ")
    cut = len(words)
    while cut > 1 and _is_low_word(words[cut - 1]):
        cut -= 1
    return " ".join(words[:cut]), " ".join(words[cut:])


def _is_low_word(word: str) -> bool:
    return bool(word) and word[0].isalpha() and word == word.lower() and word != word.upper() and "." not in word


def _given_suffix(given: str) -> tuple[str, str, bool]:
    """Splits `John, Jr.` and `John,! Jr.` (comma shown in every order) into given name, suffix, comma."""
    head, comma, tail = given.partition(",")
    if not comma or not tail.strip():
        return given, "", False
    forced = tail.startswith("!")
    return head.strip(), tail.lstrip("!").strip(), forced


@lru_cache(maxsize=16384)
def _parsed(family: str, given: str, dropping: str, non_dropping: str, suffix: str) -> Name:
    comma = False
    if given and not suffix:
        given, suffix, comma = _given_suffix(given)
    if len(family) > 1 and family[0] == family[-1] == '"':
        return Name(family[1:-1], given, dropping, non_dropping, suffix, comma)
    if not non_dropping and family:
        non_dropping, family = _leading_particles(family)
    if not dropping and given:
        given, dropping = _trailing_particles(given)
    return Name(family, given, dropping, non_dropping, suffix, comma)


def _clean_name(value: Any, text: Callable[[Any], str]) -> Name | None:
    if not isinstance(value, dict):
        whole = text(value)
        return Name(literal=whole) if whole else None
    literal = text(value.get("literal")) or text(value.get("name"))
    family, given = text(value.get("family")), text(value.get("given"))
    if literal and not (family or given):
        return Name(literal=literal)
    if not (family or given):
        return None
    if value.get("isInstitution") and family:
        return Name(literal=family)
    if value.get("parse-names") in (False, 0, "false"):
        name = Name(family, given)
    else:
        particles = text(value.get("dropping-particle")), text(value.get("non-dropping-particle"))
        name = _parsed(family, given, *particles, text(value.get("suffix")))
    if value.get("comma-suffix"):
        name = name._replace(comma_suffix=True)
    return name._replace(order_fixed=True) if value.get("static-ordering") else name


def clean_names(value: Any, text: Callable[[Any], str]) -> tuple[Name, ...]:
    """The names in a CSL-JSON value: a list of mappings, one mapping, or dirty data.

    Args:
        value: What the item holds.
        text: Gives clean text for any value, empty for none.
    """
    if isinstance(value, str | dict):
        value = [value]
    as_is, text = text, lambda part: as_is(part).strip()
    if not isinstance(value, list | tuple):
        return ()
    names = (_clean_name(name, text) for name in value)
    return tuple(name for name in names if name is not None)
