"""Quotes that are part of the name of an award: `the “Salt and Sail” Award`, `Premio "Dr. Olm"`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubtrack.vocab.award_grammar import PRIZED_TEXTS

if TYPE_CHECKING:
    from pubtrack.readers.prose.award_extent import Tokens

__all__ = ["named_in_quotes", "quoted_before", "quoted_behind"]

MOST_QUOTED = 8
"""Words in quotes that are part of the name of an award. Chosen by hand: titles have more, and stand elsewhere."""
_OPENS, _CLOSES = ("“", "«", "„", '"'), ("”", "»", "“", '"')


def quoted_behind(tokens: Tokens, head: int) -> int:
    """Gives where the quote right behind a noun closes, its own place where none opens: `Premio "Dr. Olm"`."""
    texts = tokens.texts
    if head + 2 < len(texts) and texts[head + 1] in _OPENS:
        for at in range(head + 3, min(head + 3 + MOST_QUOTED, len(texts))):
            if texts[at] in _CLOSES:
                return at if texts[head + 2][0].isupper() else head
    return head


def named_in_quotes(tokens: Tokens, head: int, at: int) -> int:
    """Gives where a name in quotes closes that ends a prize for no text: `Premio de Investigación "Ramón Olmo"`."""
    if at >= len(tokens.texts) or tokens.texts[at] not in _OPENS:
        return 0
    if not PRIZED_TEXTS.isdisjoint(tokens.folded[head:at]) or at - head > MOST_QUOTED:
        return 0
    closes = quoted_behind(tokens, at - 1)
    inside = tokens.texts[at + 1 : closes]
    named = inside and len(inside) <= MOST_NAMED and all(word[0].isupper() or word == "." for word in inside)
    return closes if named else 0


MOST_NAMED = 5
"""Words of a person after whom a prize is named, full stops counted."""


def quoted_before(tokens: Tokens, head: int) -> int:
    """Gives where the quote right in front of a noun opens, -1 where none closes there: `the “Salt and Sail” Award`."""
    texts = tokens.texts
    if head > 2 and texts[head - 1] in _CLOSES and tokens.starts[head] - tokens.ends[head - 1] == 1:
        for at in range(head - 3, max(-1, head - 3 - MOST_QUOTED), -1):
            if texts[at] in _OPENS:
                return at if texts[at + 1][0].isupper() else -1
    return -1
