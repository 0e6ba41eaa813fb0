"""Where the title of a reference begins and ends, to the character."""

# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re

from pubtrack.markup.spans import Block
from pubtrack.readers.prose.words import fold

__all__ = ["exact_title"]

_PERIOD = re.compile(
    r"\s?[（(](?:1[0-8]\d\d|\d{3,4}(?=[^）)]{2,8}[）)]\s?\[[A-Z]))\s?[-–—～~]{1,2}\s?\d{2,4}[）)]|\s?\((?:1\d{3}|20\d\d)\s?[-–—]\s?(?:19|20)\d\d\)(?=\s*[.,:;\"”]|\s*\Z|\s*[\n\t])|\s?\([^()\d]{2,40}, (?:1\d{3}|20\d\d)\s?[-–—]\s?\d{2,4}\)(?=\s*[.:,])"
)
"""`Parish Life in Fife (1560–1640)`: the time a text is about belongs to its title."""


_SUBJECT = re.compile(
    r"\s?\((?:(?:[A-Z][a-z]+[:,;] ){0,3}[A-Z][a-z]+(?:aceae|idae|optera|formes)\b[^()\d]{0,40}"
    r"|(?:[Pp]arcelle |[Aa]ncienne )?(?:[Cc]ommune|[Dd]épartement|[Aa]rchipel|[ÎIîi]les?|[Cc]anton|[Pp]rovince|[Pp]rovincia|[Mm]unicipio|[Cc]omune|[Rr]egi[óo]ne?|[Rr]égion|[Dd]epartamento|[Ii]slas?|Gemeinde|Landkreis|Kreis|Kanton|Insel|[Cc]ounty|[Pp]arish|[Dd]istrict) "
    r"[^()\d]{2,60})\)(?=\s*[.,:;\"”]|\s*\Z|\s*[\n\t])"
)
"""`Beetles of the north (Coleoptera: Carabidae)`, `Fouilles à Pererau (commune de Tarn)`: which kind and where are part of a title."""


def exact_title(block: Block, start: int, end: int) -> tuple[int, int]:
    """Gives where a title begins and ends with its question mark and what it says in brackets, without quotes around it.

    Args:
        block: The block it stands in.
        start: Where its first piece begins.
        end: Where its last piece ends.
    """
    text = block.text
    while end < len(text) and text[end] in "?!？！":
        end += 1
    closing = _CLOSING.get(text[start - 1]) if start else None
    if closing and not set(closing).isdisjoint(_APOSTROPHE.sub("", text[start : end - 1])):
        start -= 1  # “Can I keep it?” Book ownership and reading
    if (period := _PERIOD.match(text, end)) or (period := _SUBJECT.match(text, end)):
        end = period.end()
    elif (short := _SHORT_FORM.match(text, end)) and _stands_for(short[1], text[start:end]):
        end = short.end()
    while start < end and text[start] in "*_`":
        start += 1
    while (
        start < end and (closing := _CLOSING.get(text[start])) and not any(c in text[start + 1 : end] for c in closing)
    ):
        start += 1
    if text[start:end].count("(") > text[start:end].count(")") and end < len(text) and text[end] == ")":
        end += 1
    if text[end - 1] in '"”“»' and not any(c in text[start : end - 1] for c in '"“„«'):
        end -= 1
    return start, max(end, start + 1)


_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_CLOSING = {'"': '"”', "“": '”"“', "„": '“”"', "«": "»", "»": "«", "'": "'", "‘": "’"}
"""Mark that may open a title -> marks that close it; one that closes inside belongs to the title."""


_ROMAN = re.compile(r"I{1,3}|I?V|VI{1,3}")
"""`Penta-aqua uranyl (VI)`."""
_SHORT_FORM = re.compile(r"\s?\(([A-Z][A-Za-z0-9-]{0,9})\)(?=\s*[.,;:\"”»]|\s*\Z|\s*[\n\t])")
"""`Canadian regional climate model (CRCM5)`: a short form in brackets at the end of a title."""
INITIALS = 0.6
"""Part of its letters that must be initials of the words of the title, in their order: else it is a meeting or a place."""


def _stands_for(short: str, title: str) -> bool:
    """Tells whether a short form is made of the initials of some words of a title; a Roman number fits any."""
    if _ROMAN.fullmatch(short):
        return True
    letters = [letter for letter in fold(short) if letter.isalpha()]
    initials = [word[0] for word in re.split(r"[\W_]+", fold(title)) if word]
    found = place = 0
    for letter in letters:
        if letter in initials[place:]:
            place = initials.index(letter, place) + 1
            found += 1
    return len(letters) > 1 and found >= INITIALS * len(letters)
