"""The abstract that the block of an entry goes on with: `Title. Authors. Abstract: ...`."""

from __future__ import annotations

import re

from pubtrack.readers.prose.sections import Placed

__all__ = ["abstract_of"]

_ABSTRACT_WORDS = frozenset(("abstract", "resume", "resumen", "zusammenfassung", "kurzfassung", "resumo", "riassunto"))
_ABSTRACT = re.compile(
    r"[\n.!?»”\")\]]\s{0,3}(?:Abstract|Résumé|Resumen|Zusammenfassung|Kurzfassung|Resumo|Riassunto)(?:\s?[.:—–]\s|\s*\n)(?=[\s\S]{100})"
)
"""What stands between an entry and the abstract that its block goes on with."""


def abstract_of(placed: Placed, first: int) -> int:
    """Gives where the abstract of an entry begins, no part of its reference; the end of the block where it has none.

    Args:
        placed: The entry.
        first: Where its reference begins.
    """
    text = placed.block.text
    if _ABSTRACT_WORDS.isdisjoint(placed.said.tokens):
        return len(text)
    found = _ABSTRACT.search(text, first + SHORTEST_ENTRY)
    return found.start() + 1 if found else len(text)


SHORTEST_ENTRY = 20
"""Characters in front of an abstract that may be a reference."""
