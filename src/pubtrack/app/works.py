"""The collections that a library hands out: its works, and what a reading would add."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from pubtrack.app.draft import Draft
from pubtrack.model import Proposal, Work

if TYPE_CHECKING:
    from pubtrack.app.library import Library

__all__ = ["Proposals", "Works"]


class Works(Mapping[str, Work]):
    """Citation key -> work, resolved on first use, in the order of works.bib."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._keys = dict.fromkeys(key for key in draft.keys if draft.records_of(key))
        self._resolved: dict[str, Work] = {}

    def __getitem__(self, key: str) -> Work:
        if key not in self._resolved:
            if (work := self._draft.work(key)) is None or key not in self._keys:
                raise KeyError(key)
            self._resolved[key] = work
        return self._resolved[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Proposals(list[Proposal]):
    """What a reading would add to a library."""

    def __init__(
        self, library: Library, proposals: Iterable[Proposal], failed: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(proposals)
        self._library = library
        self.failed = dict(failed or {})
        """Source -> why it could not be asked, where works were looked up online."""

    def apply(self) -> list[str]:
        """Takes all of them into the library; unsure ones are kept waiting. Gives the citation keys that changed."""
        return self._library.apply(self)

    def keep(self) -> None:
        """Lets all of them wait in the library for a person."""
        self._library.keep(self)
