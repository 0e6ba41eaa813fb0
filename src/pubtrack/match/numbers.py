"""Blocking keys as 64-bit numbers, the same on every machine and engine: what an index of millions of records holds."""

from __future__ import annotations

from hashlib import md5
from itertools import combinations
from struct import Struct

from pubtrack.match.blocking import BEGINNING, START, telling_words

__all__ = ["INDEX_FORMAT", "PAIR", "STRONG", "number_of", "other_format", "title_numbers"]

INDEX_FORMAT = 2
"""Version of the numbers and of the folders that hold them: an index of another one would be looked up in vain."""


def other_format(found: object) -> str | None:
    """Gives the sentence for a folder of another format; None where it is ours."""
    if found == INDEX_FORMAT:
        return None
    if isinstance(found, int) and found > INDEX_FORMAT:
        return f"this index has format {found}; this pubtrack knows {INDEX_FORMAT}. Use a newer one."
    return f"this index has format {found}, which this pubtrack no longer reads; build it again from its corpus."


PAIR, STRONG = 0, 1
"""What the lowest two bits of a key say: a pair of words proves little alone; names, ends of titles prove more."""

_END = 14
"""Characters at the end of a title that are a key of its own: for lists whose authors are missing and whose titles
have faults in their beginning. Source: raised the blocking recall on the synthetic corpus from .992 to .995."""

_LONG = 24
"""Characters of a longer beginning and end, keys that stay rare where 275 million records share the others.
Source: of 129 works that 5 million records met with a cap of 300 but not with one of 5, 82 share a rare one."""


def number_of(text: str) -> int:
    """Gives 64 bits of a text's MD5 as a signed number.

    >>> number_of("a")
    919145239626757800
    """
    return _first_eight(md5(text.encode("utf-8", "replace"), usedforsecurity=False).digest())[0]  # type: ignore[no-any-return]


_first_eight = Struct(">q").unpack_from


class _Parts(dict[str, int]):
    """Word or name -> its number, worked out when first asked for; they come again and again."""

    def __init__(self, letter: str, kind: int) -> None:
        self._letter, self._kind = letter, kind

    def __missing__(self, text: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[text] = number = _of_kind(self._letter + text, self._kind)
        return number


def _of_kind(text: str, kind: int) -> int:
    return number_of(text) & ~3 | kind


_REMEMBERED = 50_000
"""Numbers that each of the three tables below keeps: about 6 MB."""
_words, _surnames, _beginnings = _Parts("w", PAIR), _Parts("s", STRONG), _Parts("n", PAIR)


def title_numbers(title: str, family: str | None) -> list[int]:
    """Gives the numbers, ascending, of the keys of title and family name (see `title_keys`), and of the title's ends.

    The number of a key of two parts is the exclusive or of theirs, so that a word is hashed once and not once a key.

    Args:
        title: As `normalise_title` gives it.
        family: As `NameKey.family` has it; None where there is no author.
    """
    all_words = title.split()
    words = [_words[word] for word in telling_words(all_words)]
    numbers = {one ^ two for one, two in combinations(words, 2)}
    squashed = "".join(all_words)
    if squashed:
        numbers.add(_of_kind(f"t{squashed[:BEGINNING]}", STRONG))
    if len(squashed) > _END:
        numbers.add(_of_kind(f"e{squashed[-_END:]}", STRONG))
        numbers.add(_of_kind(f"t{squashed[:_LONG]}", STRONG))
    if len(squashed) > _LONG:
        numbers.add(_of_kind(f"e{squashed[-_LONG:]}", STRONG))
    if family is not None:
        surname = _surnames[family]
        numbers.update([surname ^ word for word in words[:2]])
        if squashed:
            numbers.add(surname ^ _beginnings[squashed[:START]])
    return sorted(numbers)
