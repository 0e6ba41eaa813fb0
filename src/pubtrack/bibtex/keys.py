"""The citation key of a new entry: first family name, year, first telling word of the title (`jin2024language`)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from itertools import count
from typing import Final

__all__ = ["make_key"]

_LETTERS: Final = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ŋ": "n", "ħ": "h",
    "ĸ": "k", "ŧ": "t", "ſ": "s",
}  # fmt: skip
"""Letters that Unicode does not take apart into a base letter and an accent."""

_SKIPPED: Final = frozenset(
    [
        "a",
        "an",
        "the",
        "on",
        "of",
        "in",
        "for",
        "and",
        "or",
        "to",
        "with",
        "towards",
        "toward",
        "from",
        "by",
        "at",
        "as",
        "is",
        "are",
        "via",
        "using",
        "into",
        "under",
        "over",
        "about",
        "its",
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "und",
        "zur",
        "zum",
        "von",
        "mit",
        "fur",
        "uber",
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "du",
        "de",
        "et",
        "sur",
        "pour",
        "el",
        "los",
        "las",
        "una",
        "y",
        "en",
    ]
)
"""Words that say nothing about a title, in English, German, French and Spanish (compare Better BibTeX `skipWords`)."""

_WORD = re.compile(r"[^\W_]+")
_MARKUP = re.compile(r"<[^<>]*>|\$[^$]*\$")


def make_key(family: str, year: int | str | None, title: str, taken: Container[str] = ()) -> str:
    r"""Gives `family + year + word` in lower-case ASCII; where taken, with the first free of `a`, `b` ...

    Args:
        family: Family name of the first author, or the name of an organization; may be empty.
        year: The year, or None.
        title: Plain text; markup and math are passed over.
        taken: Keys in lower case that are in use.

    >>> make_key("Jin", 2024, "Language models as ...")
    'jin2024language'
    >>> make_key("Müller-Lüdenscheidt", None, "A <i>Study</i>", {"mullerludenscheidtstudy"})
    'mullerludenscheidtstudya'
    """
    words = [_fold(word) for word in _WORD.findall(_MARKUP.sub(" ", title))]
    telling = next((word for word in words if word and word not in _SKIPPED), "")
    base = f"{_fold(family)}{'' if year is None else _fold(str(year))}{telling}" or "work"
    if base not in taken:
        return base
    return next(key for number in count() if (key := base + _suffix(number)) not in taken)


def _fold(text: str) -> str:
    text = "".join(_LETTERS.get(sign, sign) for sign in text.lower())
    parts = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in parts if sign.isascii() and sign.isalnum())


def _suffix(number: int) -> str:
    """0 is `a`, 25 is `z`, 26 is `aa`."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
