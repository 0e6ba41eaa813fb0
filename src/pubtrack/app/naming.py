"""Names that people mistype: the nearest ones that exist."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process


def nearest(name: str, known: Iterable[str], most: int = 2) -> tuple[str, ...]:
    """Gives the names that are nearest to a mistyped one, best first; none where nothing is near.

    >>> nearest("bibtx", ["bibtex", "biblatex", "ris"])
    ('bibtex', 'biblatex')
    """
    found = process.extract(name, sorted(known), scorer=fuzz.ratio, limit=most, score_cutoff=60)
    return tuple(match for match, _, _ in found)
