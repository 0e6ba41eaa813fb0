"""Whether two sources say the same in other words: case, accents, initials and missing days are no disagreement."""

from __future__ import annotations

from typing import Any

from pubtrack.markup.name_keys import name_key, name_keys_agree
from pubtrack.markup.titles import normalise_title
from pubtrack.model import Contributor, PartialDate

__all__ = ["agree"]


def agree(one: Any, other: Any) -> bool:
    """True where two values of a field do not contradict each other.

    >>> agree("On <i>E. coli</i>", "On E. Coli"), agree(PartialDate(year=2024), PartialDate(year=2024, month=5))
    (True, True)
    """
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        shorter = min(len(one.parts), len(other.parts))
        return one.parts[:shorter] == other.parts[:shorter] if shorter else one == other
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(agree(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, Contributor) and isinstance(other, Contributor):
        return bool(name_keys_agree(name_key(one), name_key(other)))
    if isinstance(one, str) and isinstance(other, str):
        return one == other or (bool(normalise_title(one)) and normalise_title(one) == normalise_title(other))
    return bool(one == other)
