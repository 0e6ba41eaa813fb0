"""Awards from words on the command line."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from pydantic import ValidationError

from pubtrack.bibtex.keys import ascii_letters, suffixes
from pubtrack.errors import InputError
from pubtrack.model import Award, PartialDate


def award_from_words(name: str, taken: Collection[str] = (), **words: Any) -> Award:
    """Gives the award; `words` are its other fields, `date` as text, and `award_id` where it has one.

    Raises:
        InputError: A value is not of its field's kind.

    >>> award_from_words("Best Paper Award", awarder="CaLM", date="2024-12-14", works=("k",)).id
    'best-paper-award-calm-2024'
    """
    date = PartialDate.parse(words.pop("date") or "") if words.get("date") else None
    if date and date.year is None:
        raise InputError(f"{date.literal!r} is no date; write 2024, 2024-12 or 2024-12-14.")
    given = words.pop("award_id", None)
    giver = words.get("awarder") or words.get("event")
    values = {k: v for k, v in words.items() if v not in (None, ())}
    award_id = given or entry_id(taken, name, giver, date.year if date else None)
    try:
        return Award(id=award_id, name=name, date=date, verified="self-reported", **values)
    except ValidationError as error:
        detail = error.errors()[0]
        raise InputError(f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}.") from error


def entry_id(taken: Collection[str], *words: object) -> str:
    """Gives a short id of these words that is not taken.

    >>> entry_id({"best-paper-2024"}, "Best Paper", None, 2024)
    'best-paper-2024-a'
    """
    parts = [ascii_letters(part) for word in words if word for part in str(word).split()]
    return free_id("-".join([part for part in parts if part][:8]) or "entry", taken)


def free_id(wanted: str, taken: Collection[str]) -> str:
    """Gives an id of an entry of awards.toml, with a letter behind it where the id itself is taken.

    >>> free_id("best-paper", {"best-paper"})
    'best-paper-a'
    """
    made, endings = wanted, suffixes()
    while made in taken:
        made = f"{wanted}-{next(endings)}"
    return made
