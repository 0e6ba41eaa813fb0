"""How much a word of a title says, in whole numbers: they add up to the same in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pubtrack.vocab.matching_words import COMMON_WORDS, STOP_WORDS

__all__ = ["total_units", "total_weight", "units_of", "word_weight"]


class _Units(dict[str, int]):
    """Word -> its weight in twentieths, worked out when first asked for."""

    def __missing__(self, word: str) -> int:
        units = _worked_out(word)
        if len(self) < 500_000:
            self[word] = units
        return units


def _worked_out(word: str) -> int:
    if word in STOP_WORDS:
        return 2
    if word in COMMON_WORDS or len(word) <= 2:
        return 10
    return min(13 + len(word), 32)


units_of: Callable[[str], int] = _Units().__getitem__
"""Gives the weight of a word in twentieths."""


def total_units(words: Iterable[str]) -> int:
    """How much these words say together, in twentieths: whole numbers add up to the same in any order."""
    return sum(map(units_of, words))


def total_weight(words: Iterable[str]) -> float:
    """How much these words say together (see `word_weight`)."""
    return total_units(words) / 20


def word_weight(word: str) -> float:
    """How much a shared word says: nothing to speak of for "the", less for words that every title has.

    >>> word_weight("the"), word_weight("analysis"), word_weight("authoritarian")
    (0.1, 0.5, 1.3)
    """
    return units_of(word) / 20
