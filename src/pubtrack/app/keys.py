"""Citation keys that no other work of a library has."""

from __future__ import annotations

from collections.abc import Collection

from pubtrack.app.draft import Draft
from pubtrack.writers.keys import suffixes

__all__ = ["free_key", "taken_keys"]


def taken_keys(draft: Draft) -> set[str]:
    """Gives the keys of works.bib and of all that was said, in lower case: BibTeX knows no case in keys."""
    return {key.lower() for key in (*draft.keys, *draft.known_keys)}


def free_key(wanted: str, taken: Collection[str]) -> str:
    """Gives a key, with a letter behind it where the key itself is taken.

    >>> free_key("Li2020", {"li2020", "li2020a"}), free_key("li2021", {"li2020"})
    ('Li2020b', 'li2021')
    """
    key, endings = wanted, suffixes()
    while key.lower() in taken:
        key = wanted + next(endings)
    return key
