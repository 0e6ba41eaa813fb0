"""Names that people mistype: the nearest ones that exist."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_NEAR = 60
"""Likeness, of 100, from which a name may have been meant. Source: own choice; two slips in a word of five letters."""


def nearest(name: str, known: Iterable[str], most: int = 2) -> tuple[str, ...]:
    """Gives the names that are nearest to a mistyped one, best first; none where nothing is near.

    >>> nearest("bibtx", ["bibtex", "biblatex", "ris"])
    ('bibtex', 'biblatex')
    """
    found = process.extract(name, sorted(known), scorer=fuzz.ratio, limit=most, score_cutoff=_NEAR)
    return tuple(match for match, _, _ in found)
