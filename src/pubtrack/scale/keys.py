"""The function that gives keys inside the engines: the same Python on both, so that results are the same."""

from __future__ import annotations

from pubtrack.markup.titles import normalise_title
from pubtrack.match.numbers import title_numbers
from pubtrack.scale.compact import clean_title, family_of

__all__ = ["IDENTIFIER", "record_keys"]

IDENTIFIER = 2
"""What stands in the place of a key's lowest two bits where an identifier was met."""


def record_keys(title: str | None, author: str | None) -> list[int]:
    """Gives the numbers of a record's blocking keys, ascending.

    Args:
        title: As the corpus has it.
        author: First item of the column `authors`.
    """
    normalised = normalise_title(clean_title(title)) if title else ""
    return title_numbers(normalised, family_of(author) if author else None)
