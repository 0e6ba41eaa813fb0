"""How near somebody came to an award, in words that look like an award: `Honorable Mention, Merze Tate Award`."""

from __future__ import annotations

import re

from pubtrack.readers.prose.award_names import AwardName
from pubtrack.readers.prose.words import fold

__all__ = ["is_degree_of", "leads_on"]

_DEGREES = re.compile(
    r"(?:honou?rable mentions?|runner-up|runners-up|finalist|special mention|mention speciale|mencion honorifica"
    r"|accesits?)\Z"
)
_LABEL = re.compile(r"[^\W\d_]+ [a-zß-ÿ]+")
_FOLLOWS = re.compile(r"\s?[:：]\s?(?:(?:the|the annual|\d+\w*)\s)?")
"""`Associated award: Rennes Thesis Prize`: what stands in front of the colon only announces the name behind it."""

_OF = re.compile(r"\s?[,:–-]\s?|,? for (?:the )?|,? (?:del|de la|du|des|au|al|of the|beim|zum) ")
"""Between a degree and the prize it is one of: `Finalist, A Prize`, `accésit del Premio`."""


def leads_on(text: str, name: AwardName, after: AwardName) -> bool:
    """Tells whether a name only leads to the next: a label, or how near somebody came (`Finalist, A Prize`)."""
    if _LABEL.fullmatch(text[name.start : name.end]) and _FOLLOWS.fullmatch(text[name.end : after.start]):
        return True
    degree = _DEGREES.match(fold(text[name.start : name.end]))
    return degree is not None and _OF.fullmatch(text[name.end : after.start]) is not None


def is_degree_of(text: str, name: AwardName, after: AwardName) -> bool:
    """Tells whether a name in brackets says no more than that: `Turner Prize (Honorable Mention)`."""
    between = text[name.end : after.start].strip()
    return (
        between == "("
        and text[after.end : after.end + 1] == ")"
        and _DEGREES.match(fold(text[after.start : after.end])) is not None
    )
