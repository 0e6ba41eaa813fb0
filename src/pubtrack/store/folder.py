"""A library's folder on disk: consistent reading, changes that happen whole or not at all, and taking them back."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from pubtrack.errors import StoreError
from pubtrack.store.blob import Blob
from pubtrack.store.commit import Committer, real_path
from pubtrack.store.disk import Disk
from pubtrack.store.disk_errors import NO_PERMISSION, explain, explained
from pubtrack.store.history import CHANGES, HistoryRow, stamp
from pubtrack.store.locking import LibraryLock
from pubtrack.store.transaction import Transaction, checked_name
from pubtrack.store.undo import UndoneChange, undo_last

__all__ = ["Folder"]

_PEEKS = 20
"""How often a folder that cannot be locked is looked at until two looks agree. Source: own choice, 1 s in all."""
_PEEK_PAUSE_S = 0.05


class Folder:
    """The folder of one library. Making the object reads nothing.

    Args:
        path: The folder.
        timeout_s: How long to wait for another pubtrack in the same library, in seconds.
        disk: How to reach the operating system; tests hand in one that fails.
    """

    def __init__(self, path: str | Path, timeout_s: float = 10.0, disk: Disk | None = None) -> None:
        self.path: Path = Path(path)
        self._disk = disk or Disk()
        self._lock = LibraryLock(self.path, self._disk, timeout_s)
        self._committer = Committer(self.path, self._disk)

    @contextlib.contextmanager
    def transaction(self, verb: str, because: str = "", *, now: datetime) -> Iterator[Transaction]:
        """Holds the library for one change. It becomes true when the block ends; an exception leaves all as it was.

        Makes the folder if it is missing. First finishes a change that an earlier process left half done.

        Args:
            verb: What is done, in the command line's words: `set`, `refresh`, `merge` ...
            because: Why; it stands in the history.
            now: The moment, with a time zone.

        Raises:
            ConflictError: A file was saved by somebody else meanwhile; nothing was changed.
            StoreError: Another pubtrack works here, or the disk refused; the message says what the library holds.
        """
        tx = Transaction(self.path, self._disk, verb, because, now)
        with contextlib.ExitStack() as stack:
            with explained(self.path):
                stack.enter_context(self._lock.held())
            self._committer.recover()
            yield tx
            tx.commit(self._committer)

    def snapshot(self, names: Iterable[str]) -> dict[str, Blob | None]:
        """Gives the content of several files as they stood together; None for one that is not there.

        Finishes a half-done change first. Works in a folder that may only be read.

        Raises:
            StoreError: There is no such folder, a file cannot be read, or another pubtrack works here all the time.
            ValueError: A name leads out of the library.
        """
        names = [checked_name(name) for name in names]
        if not self.path.is_dir():
            raise StoreError(f"{self.path}: there is no such folder. Make a library with `pubtrack init`.", self.path)
        with contextlib.ExitStack() as stack:
            try:
                stack.enter_context(self._lock.held())
            except OSError as error:
                if error.errno in NO_PERMISSION:
                    return self._peek(names)
                raise explain(error, self.path) from error
            self._committer.recover()
            return self._read(names)

    def read(self, name: str) -> bytes | None:
        """Gives the content of one file, None if it is not there. Raises like `snapshot`."""
        content = self.snapshot([name])[name]
        return None if content is None else content.data

    def undo(self, n: int = 1, *, now: datetime) -> list[UndoneChange]:
        """Takes back the last `n` changes that still stand, all or none, and gives them, newest first.

        It needs only `history/`, so it works in a fresh clone. Hand edits elsewhere in the files stay. Taking back is
        a change itself (verb `undo`); the next call goes one further back.

        Raises:
            InputError: There are fewer than `n` changes.
            ConflictError: A line to be taken back was edited since (the message names file and line).
            StoreError: As for `transaction`, or the history is damaged.
        """
        with self.transaction("undo", f"undo {n}", now=now) as tx:
            return undo_last(self.path, tx, n)

    def changes(self, since: datetime | None = None) -> list[HistoryRow]:
        """Gives what was changed, oldest first.

        Args:
            since: Leaves out what happened before this moment (with a time zone).

        Raises:
            StoreError: The history is damaged, or as for `snapshot`.
        """
        rows = HistoryRow.decode(self.read(CHANGES), str(self.path / CHANGES))
        return rows if since is None else [row for row in rows if row.when >= stamp(since)]

    def _read(self, names: Iterable[str]) -> dict[str, Blob | None]:
        with explained(self.path):
            return {name: self._disk.blob(real_path(self.path, name)) for name in names}

    def _peek(self, names: list[str]) -> dict[str, Blob | None]:
        """Reads a folder that cannot be locked: until two looks agree and no change is under way."""
        for _ in range(_PEEKS):
            first = self._read(names)
            if not self._committer.pending() and self._read(names) == first and not self._committer.pending():
                return first
            self._disk.sleep(_PEEK_PAUSE_S)
        raise StoreError(
            f"{self.path}: a change is under way or was cut off, and this folder may only be read. "
            "Run pubtrack once where the folder may be written.",
            self.path,
        )
