"""Citation keys: stable, readable, unique.

The formula is `familyYEARword`: the first author's family name (the editor's, else the first word of the
container), the year, and the first word of the title that is no function word, all in lower-case ASCII letters and
digits. Keys that would be equal get `a`, `b`, `c` ... in the order of the works. A key that exists is never changed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from pubtrack.markup.inline import plain_inline
from pubtrack.model import Contributor, Fields
from pubtrack.writers.view import Entry

__all__ = ["citation_key", "keyed", "suffixes"]

_SKIPPED = frozenset(
    {
        "a", "an", "the", "on", "of", "for", "in", "to", "and", "or", "with", "from", "by", "at", "as", "is", "are",
        "do", "does", "can", "how", "what", "why", "when", "towards", "toward", "der", "die", "das", "ein", "eine",
        "le", "la", "les", "un", "une", "el", "los", "las",
    }
)  # fmt: skip
"""Words that open many titles and tell little. Source: our own choice, after the keys that Google Scholar's and
Zotero's exports use (articles and prepositions skipped), with German, French and Spanish articles."""

_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ŋ": "n"}
"""Letters that Unicode does not take apart into a base letter and a mark."""


def ascii_letters(text: str) -> str:
    """Lower-case ASCII letters and digits of a text, marks removed.

    >>> ascii_letters("Schölkopf-Łoś"), ascii_letters("Ødegård")
    ('scholkopflos', 'odegard')
    """
    folded = "".join(_LETTERS.get(c, c) for c in unicodedata.normalize("NFKD", text.lower()))
    return re.sub(r"[^a-z0-9]", "", folded)


def citation_key(fields: Fields) -> str:
    """The key by the formula, without a collision suffix; `work` where nothing in it can be spelled in ASCII.

    >>> citation_key(Fields(title="The Moral Machine", author=[{"family": "Jin"}], issued={"year": 2025}))
    'jin2025moral'
    """
    people = (*fields.author, *fields.editor)
    who = _family(people[0]) if people else ""
    year = str(fields.year) if fields.year is not None else ""
    return f"{who}{year}{_first_word(fields.title or fields.container_title or '')}" or "work"


def _family(person: Contributor) -> str:
    if person.literal:
        return _first_word(person.literal)
    return ascii_letters(f"{person.non_dropping_particle or ''}{person.family or person.given}")


def _first_word(text: str) -> str:
    words = [w for w in (ascii_letters(w) for w in re.split(r"[^\w'’]+", plain_inline(text)[:300])) if w]
    return next((w for w in words if w not in _SKIPPED), words[0] if words else "")


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


def keyed(entries: Iterable[Entry], taken: Iterable[str] = ()) -> list[tuple[str, Fields]]:
    """Pairs (key, fields) in the same order, every key unique.

    Keys that exist stay; new ones avoid them and `taken`, compared without case as BibTeX does.

    >>> work = Fields(title="T", author=[{"family": "Li"}], issued={"year": 2020})
    >>> [key for key, _ in keyed([Entry(None, work), Entry("li2020t", work), Entry(None, work)])]
    ['li2020ta', 'li2020t', 'li2020tb']
    """
    entries = list(entries)
    used = {key.lower() for key in taken} | {entry.key.lower() for entry in entries if entry.key}
    streams: dict[str, Iterator[str]] = {}
    result: list[tuple[str, Fields]] = []
    for entry in entries:
        key = entry.key
        if not key:
            base = key = citation_key(entry.fields)
            while key.lower() in used:
                key = base + next(streams.setdefault(base, suffixes()))
            used.add(key.lower())
        result.append((key, entry.fields))
    return result
