"""Names of bodies that give awards: `International Society of Salt Research`."""

from __future__ import annotations

from pubtrack.readers.prose.words import fold
from pubtrack.vocab.award_words import AWARDING_BODIES

__all__ = ["is_body"]

MOST_OF_BODY, LONGEST_SMALL = 9, 3
"""Words of the name of a body, and letters of those in it that are written small. Chosen by hand."""


def is_body(words: str) -> bool:
    """Tells whether words are the name of a body that may have given an award.

    >>> is_body("International Society of Salt Research | USA"), is_body("A History of the Royal Society")
    (True, False)
    """
    if ":" in words or len(parts := words.split()) > MOST_OF_BODY:
        return False
    noun = next((at for at, part in enumerate(parts) if fold(part).strip(",|") in AWARDING_BODIES), None)
    if noun is None or any(not part[0].isupper() for part in parts[:noun]):
        return False
    return all(part[0].isupper() for part in parts if len(part) > LONGEST_SMALL)
