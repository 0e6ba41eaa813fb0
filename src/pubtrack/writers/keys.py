"""Citation keys of works: those that exist stay, new ones follow the formula of `pubtrack.bibtex.keys`.

The first author is the editor's where there is none, and the word that of the container where there is no title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pubtrack.bibtex.keys import ascii_letters, clean_key, free_key, suffixes, telling_word
from pubtrack.model import Contributor, Fields
from pubtrack.writers.view import Entry

__all__ = ["citation_key", "keyed", "readable_keys"]


def citation_key(fields: Fields) -> str:
    """The key by the formula, without a collision suffix; `work` where nothing in it can be spelled in ASCII.

    >>> citation_key(Fields(title="The Moral Machine", author=[{"family": "Jin"}], issued={"year": 2025}))
    'jin2025moral'
    """
    people = (*fields.author, *fields.editor)
    who = _family(people[0]) if people else ""
    year = str(fields.year) if fields.year is not None else ""
    return f"{who}{year}{telling_word(fields.title or fields.container_title or '')}" or "work"


def _family(person: Contributor) -> str:
    if person.literal:
        return telling_word(person.literal)
    return ascii_letters(f"{person.non_dropping_particle or ''}{person.family or person.given}")


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


def readable_keys(entries: Iterable[Entry]) -> list[Entry]:
    """Gives the entries with keys that BibTeX can read; a key that has to change stays apart from the others.

    >>> [entry.key for entry in readable_keys(Entry(key, Fields()) for key in ("Li, 20", "Li 20", "Li-20", "{}"))]
    ['Li-20a', 'Li-20b', 'Li-20', None]
    """
    entries = list(entries)
    clean = [clean_key(entry.key or "") for entry in entries]
    used = {key.lower() for key, entry in zip(clean, entries, strict=True) if key == entry.key}
    result = []
    for key, entry in zip(clean, entries, strict=True):
        if key and key != entry.key:
            key = free_key(key, used)  # noqa: PLW2901 - the same key, further on its way
            used.add(key.lower())
        result.append(Entry(key or None, entry.fields))
    return result
