"""Lists that no heading names: where most entries read like references, the list is one of publications."""

from __future__ import annotations

from dataclasses import replace

from pubtrack.readers.prose.items import Entry, read_item
from pubtrack.readers.prose.sections import Placed

__all__ = ["as_publications", "is_of_publications"]

FEWEST = 3
"""Entries that are works beyond doubt and make a list one of works."""
SHARE = 0.5
"""Part of the entries that they must be. Chosen by hand: in a text with references here and there they are fewer."""
SHORTEST = 40
"""Characters of a block that counts as an entry; chosen by hand, shorter ones are labels and links."""


def is_of_publications(part: list[Placed], entries: list[Entry | None]) -> bool:
    """Tells whether blocks that stand together below no known heading are a list of publications.

    `Urban and Local Policies` over a list says nothing; that its entries have authors, title, venue and year does.

    Args:
        part: The blocks.
        entries: The references they may be, in the same order; None for those that are none.
    """
    if part[0].role or part[0].is_heading or len(part) < FEWEST:
        return False
    sure = sum(entry is not None and bool(read_item(entry)[0]) for entry in entries)
    return sure >= FEWEST and sure >= SHARE * sum(len(item.block.text) >= SHORTEST for item in part)


def as_publications(part: list[Placed]) -> list[Placed]:
    """Gives the blocks as those below the heading `Publications`."""
    return [replace(item, role="publications") for item in part]
