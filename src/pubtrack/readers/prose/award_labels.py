"""The name of an award in front of the reference that got it: `Best Paper Award (CAiSE 2025): Ann Lee: A Title`."""

from __future__ import annotations

import re

from pubtrack.readers.prose.award_givers import names_giver
from pubtrack.readers.prose.award_names import award_names
from pubtrack.readers.prose.sections import Placed

__all__ = ["behind_award_label"]

_LABEL = re.compile(
    r"(?:\W{0,4}(?:19|20)\d\d(?:[-–/]\d{2,4})?\W{1,3})?(?P<said>[^\n\t]{6,120}?)(?P<mark>[:：]\s|\s(?:--|[–—])\s(?:[Ff]or\s)?)"
)
_SAID_OF = re.compile(
    r"(?:\s*[(（\[][^()（）\[\]]{2,60}[)）\]]|,?\s(?:at|of|in|by|from|auf|bei|der|des|de|du|en|a|al|à)\s(?:(?!\s[-–—]{1,3}\s)[^:.;,]){2,60}|,\s[^:.;,]{2,40}|\s(?:19|20)\d\d){0,3}\W*"
)
"""What may stand between the name and the colon: `(CAiSE 2025)`, `at CHI 2020`, `, Harbour Society`, ` 2019`."""
_IN_FRONT = re.compile(
    r"\W*(?:the |(?:runner-up|(?:co-)?winner|finalist|recipient|nominee|[12]\.|2nd place|first place)\W{1,3})?",
    re.IGNORECASE,
)
"""What may stand in front of it: an emoji, an article, how it ended."""
SHORTEST_BEHIND, SHORTEST_BEHIND_DASH = 12, 45
"""Characters of a reference behind a label. Chosen by hand: shorter words are the name of a person or of a meeting, and
behind a dash mostly who gave it."""


def behind_award_label(placed: Placed, first: int) -> int:
    """Gives where the reference begins behind the name of an award and a colon, `first` where there is no such label.

    Args:
        placed: The block.
        first: Where its words begin, behind a number.
    """
    text = placed.block.text
    if not placed.may_hold_award or not (label := _LABEL.match(text, first)):
        return first
    said = label["said"]
    names = award_names(said, listed=True)
    if (
        len(names) != 1
        or not _IN_FRONT.fullmatch(said, 0, names[0].start)
        or not _SAID_OF.fullmatch(said, names[0].end)
    ):
        return first
    behind = text[label.end() :].rstrip()
    if label["mark"][0].isspace() and (len(behind) < SHORTEST_BEHIND_DASH or names_giver(behind.split(",")[0])):
        return first  # "Moray Prize – Tarn Society, Lund"
    return label.end() if len(behind) >= SHORTEST_BEHIND else first
