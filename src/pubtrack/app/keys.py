"""Citation keys that works of a library have; `bibtex.keys.free_key` gives one beside them."""

from __future__ import annotations

from pubtrack.app.draft import Draft

__all__ = ["taken_keys"]


def taken_keys(draft: Draft) -> set[str]:
    """Gives the keys of works.bib and of all that was said, in lower case: BibTeX knows no case in keys."""
    return {key.lower() for key in (*draft.keys, *draft.known_keys)}
