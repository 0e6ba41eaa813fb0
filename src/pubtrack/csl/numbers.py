"""Numbers in variables: what is numeric, ordinals, roman numerals, ranges and page ranges.

Source: https://docs.citationstyles.org/en/stable/specification.html#number and #appendix-v-page-range-formats
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from pubtrack.csl.locales import Locale

__all__ = ["OWN_LABEL", "Part", "is_multiple", "is_numeric", "ordinal", "page_range", "parse_number", "roman"]

# Short labels that people type inside a number field ("12, fig. 3") and the term each stands for.
# Source: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#citation-items (embedded labels)
_LABELS = {
    "p.": "page",
    "pp.": "page",
    "bk.": "book",
    "bks.": "book",
    "ch.": "chapter",
    "chap.": "chapter",
    "col.": "column",
    "fig.": "figure",
    "figs.": "figure",
    "fol.": "folio",
    "no.": "issue",
    "nos.": "issue",
    "l.": "line",
    "ll.": "line",
    "n.": "note",
    "nn.": "note",
    "op.": "opus",
    "para.": "paragraph",
    "¶": "paragraph",
    "pt.": "part",
    "r.": "rule",
    "sec.": "section",
    "secs.": "section",
    "§": "section",
    "s.v.": "sub-verbo",
    "sv.": "sub-verbo",
    "v.": "verse",
    "vv.": "verse",
    "vol.": "volume",
    "vols.": "volume",
    "art.": "article-locator",
    "app.": "appendix",
    "suppl.": "supplement",
}


# The term that says what a number variable counts, where it is not the variable's own name.
OWN_LABEL = {
    "chapter-number": "chapter",
    "page-first": "page",
    "part-number": "part",
    "locator": "",
    "supplement-number": "supplement",
}


class Part(NamedTuple):
    """One number of a number field.

    Attributes:
        value: Its text.
        joiner: What follows it, normalized: `-` for a range, `, `, ` & ` or empty.
        label: The term of a label typed before it, or empty.
    """

    value: str
    joiner: str = ""
    label: str = ""


_ROMAN = r"(?:[ivxlcdm]+|[IVXLCDM]+)"
_ONE = re.compile(rf"(?:[^\W\d_]*\d+[^\W\d_]*|{_ROMAN})(?:/\d+)?")
_NUMERIC = re.compile(r"[^\W\d_]*\d+[^\W\d_]*(?:/\d+)?|[ivxlcdm]+")
# A comma or semicolon joins numbers only before a blank: 1,234 is one number.
_AND = "and|et|und|y|e|i|en|och|og|ja"
_SEPARATOR = re.compile(rf"(\s*\\-\s*|\s*(?:--+|[-–—])\s*|\s*[,;]\s+(?!(?:{_AND})\s)|\s*&\s*|,?\s+(?:{_AND})\s+)")
_LABEL = re.compile(r"(¶|§|[a-zA-Z]+\.(?:[a-zA-Z]+\.)?)\s*(?=\S)")


@lru_cache(maxsize=8192)
def is_numeric(text: str, own: str = "") -> bool:
    """Whether the text is numbers only: digits with short affixes or small roman, joined by comma, hyphen, ampersand.

    >>> [is_numeric(t) for t in ("2", "2-4", "D2, 5b", "2nd", "iv", "second", "2nd edition", "")]
    [True, True, True, True, True, False, False, False]
    """
    bare = text.strip().strip('"')
    parts = [part for part in parse_number(bare, own) if part.value]
    return bool(parts) and all(_NUMERIC.fullmatch(part.value) and not part.label for part in parts)


def _joiner(raw: str) -> str:
    mark = raw.strip()
    if mark == "\\-":
        return "\\-"
    if mark and mark[0] in "-–—":
        return "-"
    if not mark:
        return ""
    return f"{mark} " if mark in ",;" else f" {mark} " if mark[0] != "," else f"{mark} "


@lru_cache(maxsize=8192)
def parse_number(text: str, own: str = "") -> tuple[Part, ...]:
    r"""The numbers in a number field, with their joiners.

    Args:
        text: The field.
        own: The term for the field itself; a label that says just this is dropped (`p. 3` in `page`).

    >>> parse_number("12-14, fig. 3")[1:]
    (Part(value='14', joiner=', ', label=''), Part(value='3', joiner='', label='figure'))
    """
    pieces = _SEPARATOR.split(text.strip())
    parts: list[Part] = []
    for index in range(0, len(pieces), 2):
        value = pieces[index]
        label = ""
        match = _LABEL.match(value)
        if match and match[1].lower() in _LABELS and _ONE.match(value, match.end()):
            label, value = _LABELS[match[1].lower()], value[match.end() :]
            label = "" if label == own and not parts else label
        parts.append(Part(value, _joiner(pieces[index + 1]) if index + 1 < len(pieces) else "", label))
    return tuple(parts)


@lru_cache(maxsize=8192)
def is_multiple(text: str, variable: str = "", words: tuple[str, ...] = ()) -> bool:
    """Whether a label beside that number stands in the plural.

    Args:
        text: The variable's text.
        variable: Its name; `number-of-...` is plural when it is more than 1.
        words: Words for "and" in the language at hand.

    >>> is_multiple("12-14"), is_multiple("12"), is_multiple("3", "number-of-pages"), is_multiple("1 and 2")
    (True, False, True, True)
    """
    bare = text.strip()
    if variable.startswith("number-of-"):
        return int(bare) > 1 if bare.isdecimal() and len(bare) < 19 else is_multiple(bare)
    parts = parse_number(bare)
    for left, right in pairwise(parts):
        if right.label and right.label != parts[0].label:
            break
        if left.joiner != "\\-" and _ONE.match(left.value) and _ONE.fullmatch(right.value):
            return True
    pattern = "|".join(map(re.escape, words)) or "and"
    return bool(re.search(rf"\d\S*,?\s+(?:{pattern})\s+\S*\d", bare))


_ROMAN_DIGITS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """The number in lower-case roman numerals; 4,000 and more stay arabic.

    >>> roman(1994), roman(4000)
    ('mcmxciv', '4000')
    """
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, digit in _ROMAN_DIGITS:
        while number >= value:
            out, number = out + digit, number - value
    return out


def ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """The ordinal suffix of a number in a language.

    Source: https://docs.citationstyles.org/en/stable/specification.html#ordinal-suffixes

    Args:
        number: The number.
        locale: Has the suffixes.
        gender: `feminine`, `masculine` or empty: of the noun that the number belongs to.
    """
    two, one = f"ordinal-{number % 100:02d}", f"ordinal-{number % 10:02d}"
    for form in dict.fromkeys((gender, "")):
        for name in (two, one):
            found = locale.ordinals.get((name, form))
            if found and _matches(found[1] or _default_match(name), name, number):
                return found[0]
    for form in dict.fromkeys((gender, "")):
        if ("ordinal", form) in locale.ordinals:
            return locale.ordinals["ordinal", form][0]
    return ""


def _default_match(name: str) -> str:
    return "last-digit" if name[-2] == "0" else "last-two-digits"


def _matches(match: str, name: str, number: int) -> bool:
    value = int(name[-2:])
    if match == "whole-number":
        return number == value
    if match == "last-two-digits":
        return number % 100 == value
    return number % 10 == value


_PAGE = re.compile(r"(.*?)(\d+)")
_LONGEST_NUMBER = 18
"""Digits of a page; Python refuses to count with more than 4,300, and nothing that long is a page."""


def page_range(first: str, last: str, style: str, delimiter: str) -> str:
    """A range of pages as a style wants it.

    Args:
        first: As typed.
        last: As typed; may lack leading digits.
        style: `chicago`, `chicago-15`, `chicago-16`, `expanded`, `minimal`, `minimal-two` or empty.
        delimiter: Between both.

    >>> [page_range("1496", "1504", s, "-") for s in ("expanded", "minimal", "minimal-two", "chicago", "chicago-16")]
    ['1496-1504', '1496-504', '1496-504', '1496-1504', '1496-504']
    """
    left, right = _PAGE.fullmatch(first), _PAGE.fullmatch(last)
    if not left or not right:
        if re.fullmatch(_ROMAN, first) and re.fullmatch(_ROMAN, last):
            return f"{first}{delimiter}{last}"
        return (
            f"{first}-{last}" if not _ONE.fullmatch(first) or not _ONE.fullmatch(last) else f"{first}{delimiter}{last}"
        )
    if left[1] != right[1]:
        return f"{first}-{last}"
    if not style:
        return f"{first}{delimiter}{last}"
    low, high = left[2], right[2]
    if max(len(low), len(high)) > _LONGEST_NUMBER:
        return f"{first}{delimiter}{last}"
    if len(high) < len(low):
        high = low[: len(low) - len(high)] + high
    if int(high) <= int(low) and len(high) == len(low):
        return f"{first}{delimiter}{last}"
    return f"{first}{delimiter}{_shorten(low, high, style, left[1])}"


def _shorten(low: str, high: str, style: str, prefix: str) -> str:
    if style == "expanded":
        return prefix + high
    if len(low) != len(high):
        return high
    if style == "minimal":
        return _minimal(low, high, 1)
    if style == "minimal-two":
        return _minimal(low, high, 2)
    return _chicago(low, high, style)


def _minimal(low: str, high: str, least: int) -> str:
    cut = 0
    while cut < len(high) - least and high[cut] == low[cut]:
        cut += 1
    return high[cut:]


def _chicago(low: str, high: str, style: str) -> str:
    """Source: https://docs.citationstyles.org/en/stable/specification.html#appendix-v-page-range-formats."""
    if len(low) < 3 or int(low) % 100 == 0:
        return high
    if 0 < int(low) % 100 < 10:
        return _minimal(low, high, 1)
    if style != "chicago-16" and len(low) == 4 and len(_minimal(low, high, 1)) > 2:
        return high
    return _minimal(low, high, 2)
