"""The works of a library as a mapping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pubtrack.app.draft import Draft
from pubtrack.model import Work

__all__ = ["Works"]


class Works(Mapping[str, Work]):
    """Citation key -> work, resolved on first use, in the order of works.bib."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._keys = dict.fromkeys(key for key in draft.keys if key in draft.known_keys)
        self._resolved: dict[str, Work] = {}

    def __getitem__(self, key: str) -> Work:
        if key not in self._resolved:
            if (work := self._draft.work(key)) is None or key not in self._keys:
                raise KeyError(key)
            self._resolved[key] = work
        return self._resolved[key]

    def passing(self) -> Iterator[Work]:
        """Gives every work once and keeps none of them: for one pass over very many."""
        return (work for key in self._keys if (work := self._resolved.get(key) or self._draft.work(key)))

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
