"""The function that gives keys inside the engines: the same Python on both, so that results are the same."""

from __future__ import annotations

from pubtrack.markup.titles import normalise_title
from pubtrack.match.numbers import number_of, title_numbers
from pubtrack.scale.compact import clean_title, family_of

__all__ = ["IDENTIFIER", "record_keys"]

IDENTIFIER = 2
"""What stands in the place of a key's lowest two bits where an identifier was met."""


def record_keys(source_id: str | None, title: str | None, author: str | None) -> list[int]:
    """Gives the number of a record, then those of its blocking keys.

    Args:
        source_id: The corpus' own id.
        title: As the corpus has it.
        author: First item of the column `authors`.
    """
    normalised = normalise_title(clean_title(title)) if title else ""
    return [number_of(source_id or ""), *title_numbers(normalised, family_of(author) if author else None)]
