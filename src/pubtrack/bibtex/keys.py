"""The citation key of a new entry: first family name, year, first telling word of the title (`jin2024language`).

All in lower-case ASCII letters and digits. Keys that would be equal get `a`, `b`, `c` ...
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from typing import Final

from pubtrack.markup.inline import plain_inline

__all__ = ["ascii_letters", "clean_key", "free_key", "is_key", "make_key", "suffixes", "telling_word"]

_SKIPPED: Final = frozenset(
    {
        "a", "an", "the", "on", "of", "for", "in", "to", "and", "or", "with", "from", "by", "at", "as", "is", "are",
        "do", "does", "can", "how", "what", "why", "when", "towards", "toward", "der", "die", "das", "ein", "eine",
        "le", "la", "les", "un", "une", "el", "los", "las",
    }
)  # fmt: skip
"""Words that open many titles and tell little. Source: our own choice, after the keys that Google Scholar's and
Zotero's exports use (articles and prepositions skipped), with German, French and Spanish articles."""

_LETTERS: Final = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ŋ": "n", "ħ": "h",
    "ĸ": "k", "ŧ": "t",
}  # fmt: skip
"""Letters that Unicode does not take apart into a base letter and a mark."""

_BAD_IN_KEY = re.compile(r"[\s,{}\"#%'()=\\~\x00-\x1f]+")
"""What a key must not hold: BibTeX ends it there, or LaTeX reads a command, comment or argument."""
_WORD_BORDER = re.compile(r"[^\w'’]+")
_MATH = re.compile(r"\$[^$]*\$")
_LONGEST_TITLE: Final = 300
"""Characters of a title that are looked at for its word."""


def ascii_letters(text: str) -> str:
    """Lower-case ASCII letters and digits of a text, marks removed.

    >>> ascii_letters("Schölkopf-Łoś"), ascii_letters("Ødegård")
    ('scholkopflos', 'odegard')
    """
    folded = "".join(_LETTERS.get(sign, sign) for sign in unicodedata.normalize("NFKD", text.lower()))
    return re.sub(r"[^a-z0-9]", "", folded)


def telling_word(text: str) -> str:
    """The first word of a text that is no function word, else the first one; empty where ASCII can spell none.

    >>> telling_word("The <i>Moral</i> Machine"), telling_word("On the of"), telling_word("中文")
    ('moral', 'on', '')
    """
    words = [w for w in map(ascii_letters, _WORD_BORDER.split(plain_inline(text)[:_LONGEST_TITLE])) if w]
    return next((w for w in words if w not in _SKIPPED), words[0] if words else "")


def make_key(family: str, year: int | str | None, title: str, taken: Container[str] = ()) -> str:
    r"""Gives `family + year + word` in lower-case ASCII; where taken, with the first free of `a`, `b` ...

    Args:
        family: Family name of the first author, or the name of an organization; may be empty.
        year: The year, or None.
        title: Text with or without inline tags; math is passed over.
        taken: Keys in lower case that are in use.

    >>> make_key("Jin", 2024, "Language models as ...")
    'jin2024language'
    >>> make_key("Müller-Lüdenscheidt", None, "A <i>Study</i>", {"mullerludenscheidtstudy"})
    'mullerludenscheidtstudya'
    """
    said = ascii_letters("" if year is None else str(year))
    return free_key(f"{ascii_letters(family)}{said}{telling_word(_MATH.sub(' ', title))}" or "work", taken)


def free_key(base: str, taken: Container[str]) -> str:
    """Gives a key, with the first suffix that makes it one not taken (in lower case) where it is.

    >>> free_key("Li2020", {"li2020", "li2020a"})
    'Li2020b'
    """
    if base.lower() not in taken:
        return base
    return next(key for suffix in suffixes() if (key := base + suffix).lower() not in taken)


def suffixes() -> Iterator[str]:
    """`a` to `z`, then `aa`, `ab` ...

    >>> from itertools import islice
    >>> list(islice(suffixes(), 25, 28))
    ['z', 'aa', 'ab']
    """
    number = 0
    while True:
        number += 1
        rest, text = number, ""
        while rest:
            rest, digit = divmod(rest - 1, 26)
            text = chr(ord("a") + digit) + text
        yield text


def is_key(text: str) -> bool:
    """Tells whether BibTeX and LaTeX can read a text as a citation key.

    >>> is_key("DBLP:conf/x/Y20"), is_key("a b"), is_key("")
    (True, False, False)
    """
    return bool(text) and not _BAD_IN_KEY.search(text)


def clean_key(text: str) -> str:
    """Gives the nearest key that BibTeX and LaTeX can read; empty where nothing of the text can stand in one.

    >>> clean_key("Li, 2020"), clean_key("{}")
    ('Li-2020', '')
    """
    return text if is_key(text) else _BAD_IN_KEY.sub("-", text).strip("-")
