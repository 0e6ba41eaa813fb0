"""A library folder as drafts and transactions: how every verb reads it, and how what changed is written back."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pubtrack.app.draft import Draft
from pubtrack.app.hand_edits import absorb
from pubtrack.app.settle import settle
from pubtrack.app.works import Works
from pubtrack.store import Change, Folder
from pubtrack.store.content import ALL_FILES, Content

if TYPE_CHECKING:
    from pubtrack.store.transaction import Transaction

__all__ = ["Shelf", "utc_now"]


def utc_now() -> datetime:
    """The clock of libraries that are given no other."""
    return datetime.now(UTC)


class Shelf:
    """What a library is made of; `Library` adds the verbs."""

    def __init__(self, path: str | Path, *, now: Any = utc_now) -> None:
        self.path = Path(path)
        self._folder, self._now = Folder(self.path), now
        self.last_changes: tuple[Change, ...] = ()
        self._load()

    def now(self) -> datetime:
        """The moment, by this library's clock."""
        moment: datetime = self._now()
        return moment

    def draft_copy(self) -> Draft:
        """Gives the library as a draft that is never written: to see what a change would do."""
        return self._read_draft()

    @contextlib.contextmanager
    def change(self, verb: str, because: str) -> Iterator[tuple[Draft, Transaction]]:
        """One transaction with its files, for verbs that write more than the draft holds."""
        with self._transaction(verb, because) as both:
            yield both

    def _load(self) -> None:
        self._draft = self._read_draft()
        self.works = Works(self._draft)

    def _read_draft(self) -> Draft:
        draft = Draft(Content.read(self._folder.snapshot(ALL_FILES).get, str(self.path)))
        absorb(draft, self._now())
        return draft

    @contextlib.contextmanager
    def _change(self, verb: str, because: str) -> Iterator[Draft]:
        with self._transaction(verb, because) as (draft, _):
            yield draft

    @contextlib.contextmanager
    def _transaction(self, verb: str, because: str) -> Iterator[tuple[Draft, Transaction]]:
        """One transaction: read afresh, take in edits by hand, do the verb, write what changed."""
        with self._folder.transaction(verb, because, now=self._now()) as tx:
            before = Content.read(tx.read, str(self.path))
            draft = Draft(before)
            touched = absorb(draft, self._now())
            known = {key: draft.records_of(key) for key in draft.known_keys}
            yield draft, tx
            changed = [k for k in draft.known_keys if draft.records_of(k) != known.get(k)]
            self.last_changes = (*settle(draft, dict.fromkeys([*touched, *changed])), *draft.notes)
            for change in self.last_changes:
                tx.note(change)
            for name, data in draft.content().files_changed_since(before).items():
                tx.write(name, data)
        self._load()
