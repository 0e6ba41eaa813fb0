"""A library folder as drafts and transactions: how every verb reads it, and how what changed is written back."""

from __future__ import annotations

import contextlib
import gc
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pubtrack.app import hand, reviewing
from pubtrack.app.draft import Draft
from pubtrack.app.filtering import predicate
from pubtrack.app.hand_edits import absorb
from pubtrack.app.present_names import with_past_names
from pubtrack.app.settle import settle
from pubtrack.app.works import Works
from pubtrack.merge import Statement
from pubtrack.model import (
    Appointment,
    Asked,
    Award,
    Disagreement,
    Event,
    Grant,
    Issue,
    Owner,
    Proposal,
    Series,
    Software,
    SourceRecord,
    Work,
)
from pubtrack.store import Folder, HistoryRow
from pubtrack.store.changes import Changes
from pubtrack.store.citations import CITATIONS_FILE, CitationRow, read_rows
from pubtrack.store.content import ALL_FILES, Content

if TYPE_CHECKING:
    from pubtrack.store.settings import Settings
    from pubtrack.store.transaction import Transaction

__all__ = ["Shelf", "utc_now"]


_PLACEHOLDER = 946_684_800
"""2000-01-01. Shells for builds set `SOURCE_DATE_EPOCH` to the first day that ZIP can say (1980): that is no date.

Source: https://github.com/NixOS/nixpkgs/issues/270
"""


def utc_now() -> datetime:
    """The clock of libraries that are given no other; it stands still at `SOURCE_DATE_EPOCH`, where that is set."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if told.isdecimal() and int(told) >= _PLACEHOLDER:
        return datetime.fromtimestamp(int(told), UTC)
    return datetime.now(UTC)


_MANY = 10_000
"""From how many works on it pays to collect garbage at once (30 ms) rather than hold a library twice."""


class Shelf:
    """What a library is made of; `Library` adds the verbs."""

    def __init__(self, path: str | Path, *, now: Any = utc_now) -> None:
        self.path: Path = Path(path)
        self._folder, self._now = Folder(self.path), now
        self.last_changes: Changes = Changes()
        self._content: Content | None = None
        self._loaded: Draft | None = None
        self._large = False
        self._works: Works | None = None
        self._draft  # noqa: B018 - what is broken is told when the library is opened

    # Looking

    @property
    def works(self) -> Works:
        """Citation key -> resolved work, in the order of works.bib."""
        if self._works is None:
            self._works = Works(self._draft)
        return self._works

    @property
    def settings(self) -> Settings:
        """What pubtrack.toml states."""
        return self._draft.settings

    @property
    def owner(self) -> Owner | None:
        """The person whose library it is, with past names from the environment."""
        return with_past_names(self.settings.owner)

    @property
    def awards(self) -> tuple[Award, ...]:
        """Prizes, fellowships, chairs and honours."""
        return self._draft.career.awards

    @property
    def appointments(self) -> tuple[Appointment, ...]:
        """Posts and standing roles."""
        return self._draft.career.appointments

    @property
    def events(self) -> tuple[Event, ...]:
        """Gatherings."""
        return self._draft.career.events

    @property
    def series(self) -> tuple[Series, ...]:
        """Recurring events, project lines, series of works or posts."""
        return self._draft.career.series

    @property
    def software(self) -> tuple[Software, ...]:
        """Programs."""
        return self._draft.career.software

    @property
    def funding(self) -> tuple[Grant, ...]:
        """Grants that the owner holds or held; never called awards (ADR-0003)."""
        return self._draft.career.funding

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """What waits for a person."""
        return tuple(self._draft.proposals.values())

    @property
    def issues(self) -> list[Issue]:
        """What could not be read of works.bib."""
        return [
            Issue(
                check=i.kind,
                message=i.reason,
                path=str(self.path / "works.bib"),
                line=i.line,
                excerpt=i.raw[:200] or None,
            )
            for i in self._draft.document.issues
        ]

    @property
    def digest(self) -> str:
        """A hash of all files as they were read: the same digest, the same library."""
        return self._draft.digest

    def work(self, key: str) -> Work:
        """Gives one work.

        Raises:
            NotFoundError: There is no such work; the nearest keys are named.
        """
        return self._draft.required(key)

    def records(self, key: str) -> tuple[SourceRecord, ...]:
        """All that sources said about a work.

        Raises:
            NotFoundError: There is no such work.
        """
        # To say that a key is there, a work need not be resolved: reports ask for the records of every work.
        if key not in self._draft.known_keys:
            self._draft.required(key)
        return self._draft.records_of(key)

    def why(self, key: str, field: str | None = None) -> list[Statement]:
        """Gives every statement behind a work's values, or behind one field; the one that holds comes first.

        Raises:
            NotFoundError: There is no such work, or nobody said anything of that field.
        """
        return hand.why(self._draft, key, field)

    @property
    def disagreements(self) -> Sequence[tuple[str, Disagreement]]:
        """Pairs (key, what a source says other than the person); nothing was changed because of them."""
        return hand.disagreements(self._draft)

    def history(self, since: datetime | None = None) -> list[HistoryRow]:
        """Gives every applied change, oldest first; a day without time zone is meant in UTC."""
        return self._folder.changes(since.replace(tzinfo=since.tzinfo or UTC) if since else None)

    def citations(self) -> list[CitationRow]:
        """Gives the history of citation counts, oldest first: one row per work, source and day on which it changed."""
        return read_rows(self._folder.read(CITATIONS_FILE), str(self.path / CITATIONS_FILE))

    def select(self, where: str | None = None) -> tuple[Work, ...]:
        """Gives the works that a filter such as `year>=2023 and type==thesis` lets through, in order; all without one.

        Raises:
            InputError: The filter cannot be read.
        """
        test = predicate(where, self.funding, self.owner) if where else None
        return tuple(work for work in self.works.values() if test is None or test(work))

    def questions(self) -> list[Proposal]:
        """Gives what waits for a person: proposals, and own values that sources contradict."""
        return reviewing.open_questions(self._draft)

    def asked(self, key: str) -> Mapping[str, Asked]:
        """Source -> when it was last asked for a work, and what came of it."""
        return self._draft.state(key).asked

    # Reading and writing

    def now(self) -> datetime:
        """The moment, by this library's clock."""
        moment: datetime = self._now()
        return moment

    def draft_copy(self) -> Draft:
        """Gives the library as a draft that is never written: to see what a change would do."""
        return self._read()

    @contextlib.contextmanager
    def change(self, verb: str, because: str) -> Iterator[tuple[Draft, Transaction]]:
        """One transaction with its files, for verbs that write more than the draft holds."""
        with self._transaction(verb, because) as both:
            yield both

    @property
    def _draft(self) -> Draft:
        """The library as it was read; after a change it is read again by whoever looks first."""
        if self._loaded is None:
            self._loaded = self._read()
        return self._loaded

    def _forget(self) -> None:
        self._large = self._loaded is not None and len(self._loaded.document) > _MANY
        self._loaded = self._works = None

    def _make_room(self) -> None:
        """Frees a large draft that was let go: its entries point to their document, so that it would linger."""
        if self._large:
            gc.collect()

    def _read(self) -> Draft:
        self._make_room()
        files = self._folder.snapshot(ALL_FILES)
        # Each file's bytes go as soon as they are read: a large library is not held twice.
        self._content = Content.read(files.pop, str(self.path), self._content)
        draft = Draft(self._content)
        absorb(draft, self._now())
        return draft

    @contextlib.contextmanager
    def _change(self, verb: str, because: str) -> Iterator[Draft]:
        with self._transaction(verb, because) as (draft, _):
            yield draft

    @contextlib.contextmanager
    def _transaction(self, verb: str, because: str) -> Iterator[tuple[Draft, Transaction]]:
        """One transaction: read afresh, take in edits by hand, do the verb, write what changed.

        Meanwhile the library is what is being written, so that a large one is not in memory twice.
        """
        try:
            with self._folder.transaction(verb, because, now=self._now()) as tx:
                self._forget()
                self._make_room()
                before = self._content = Content.read(tx.blob, str(self.path), self._content)
                draft = self._loaded = Draft(before)
                touched = absorb(draft, self._now())
                known = draft.records_now()
                yield draft, tx
                changed = draft.keys_said_of_since(known)
                for change in chain(settle(draft, dict.fromkeys([*touched, *changed])), draft.notes):
                    tx.note(change)
                self.last_changes = tx.notes
                for name, content in draft.content().files_changed_since(before).items():
                    tx.write(name, content)
        finally:
            self._forget()
