"""What the class of a block says of it: `paper-title`, `publication__authors`, `pub_venue`, under whatever heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pubtrack.readers.prose.sections import Placed

__all__ = ["as_classes_say"]

_TITLE_OF_PAPER = re.compile(r"\b(?P<stem>(?:papers?|publications?|pubs?)[-_]{1,2})title\b", re.IGNORECASE)
"""A class of titles of papers, and what the classes of their other lines begin with."""


def as_classes_say(placed: list[Placed]) -> Iterator[Placed]:
    """Gives the blocks; those whose class says that they are a part of a paper stand in a list of publications.

    Headings that are missing, or that say nothing a reader of sections knows, do no harm then.
    """
    stem = ""
    for item in placed:
        label = item.block.label
        if titled := _TITLE_OF_PAPER.search(label):
            stem = titled["stem"]
        elif item.is_heading or not stem or stem not in label:
            stem = ""
        yield replace(item, role="publications", soft=False) if stem and not item.is_heading else item
