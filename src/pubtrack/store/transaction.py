"""One change of a library: reads remember what they saw, writes are staged in memory until everything is known."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from pubtrack.errors import ConflictError
from pubtrack.store.commit import Committer, Edit, real_path
from pubtrack.store.disk import Disk, content_hash
from pubtrack.store.disk_errors import explained
from pubtrack.store.history import CHANGES, UNDO, Change, FileUndo, HistoryRow, UndoRecord, stamp
from pubtrack.store.hunks import reverse_hunks
from pubtrack.store.locking import PRIVATE

__all__ = ["Transaction", "checked_name"]


def checked_name(name: str) -> str:
    """Gives the name of a file inside a library, or refuses it.

    Raises:
        ValueError: It is empty, leads out of the library, or into the private folder.

    >>> checked_name("history/citations.csv")
    'history/citations.csv'
    """
    path = PurePosixPath(name)
    if not name or path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or str(path) != name:
        raise ValueError(f"{name!r} is not the name of a file in a library")
    if path.parts[0] == PRIVATE:
        raise ValueError(f"{name!r} lies in the private folder of the library")
    return name


class Transaction:
    """Reads and writes of files that become true together, or not at all. Made by `Folder.transaction`.

    Attributes:
        change: The id under which the history knows this change; None until it is done, or if nothing changed.
    """

    def __init__(self, root: Path, disk: Disk, verb: str, because: str, now: datetime) -> None:
        self.change: str | None = None
        self._root, self._disk = root, disk
        self._verb, self._because = verb, because
        self._when, self._now = stamp(now), now.astimezone(UTC)
        # Of what was read only the hash is kept: the files of large libraries would stand in memory twice.
        self._seen: dict[str, str | None] = {}
        self._staged: dict[str, bytes | None] = {}
        self._notes: list[Change] = []
        self._undoes: tuple[str, ...] = ()

    def read(self, name: str) -> bytes | None:
        """Gives the file's content as this transaction sees it, None if there is no such file.

        Raises:
            ConflictError: It was read before and has been saved by somebody else since.
            StoreError: The file cannot be read.
            ValueError: The name leads out of the library.
        """
        return self._staged[name] if name in self._staged else self._stored(checked_name(name))

    def write(self, name: str, data: bytes) -> None:
        """Stages the file's new content. What equals the present content is no change.

        Raises:
            StoreError: The present file cannot be read.
            ValueError: The name leads out of the library, or is one of the two histories, which write themselves.
        """
        self._stage(name, data)

    def delete(self, name: str) -> None:
        """Stages the file's removal. That it is not there is no change. Raises like `write`."""
        self._stage(name, None)

    def note(self, change: Change) -> None:
        """Adds a line for `history/changes.jsonl`."""
        self._notes.append(change)

    def notes_undo_of(self, changes: tuple[str, ...]) -> None:
        """Marks this transaction as the one that takes back those changes."""
        self._undoes = changes

    def commit(self, committer: Committer) -> None:
        """Makes the staged changes true. Called once, by the folder, while it holds the lock.

        Raises:
            ConflictError: A file that was read has been saved by somebody else since.
            StoreError: The disk refused.
        """
        staged = [(name, new) for name, new in self._staged.items() if content_hash(new) != self._seen[name]]
        edits = [Edit(name, self._stored(name), new) for name, new in staged]
        if not edits and not self._notes and not self._undoes:
            return
        histories = {name: self.read(name) for name in (CHANGES, UNDO)}
        change = self._id(edits, histories)
        edits.append(Edit(UNDO, histories[UNDO], _appended(histories[UNDO], self._undo_record(change, edits).encode())))
        if self._notes:
            rows = b"".join(self._row(change, note).encode() for note in self._notes)
            edits.append(Edit(CHANGES, histories[CHANGES], _appended(histories[CHANGES], rows)))
        committer.commit(change, edits, self._verify)
        self._staged.clear()
        self.change = change

    def _stage(self, name: str, data: bytes | None) -> None:
        if checked_name(name) in (CHANGES, UNDO):
            raise ValueError(f"{name!r} is written by the store itself")
        if name not in self._seen:
            self._stored(name)
        self._staged[name] = data

    def _stored(self, name: str) -> bytes | None:
        """Gives the file as it is on disk, which must be as this transaction saw it first."""
        with explained(self._root):
            data = self._disk.read(real_path(self._root, name))
        now = content_hash(data)
        if self._seen.setdefault(name, now) != now:
            raise ConflictError(
                f"{self._root / name}: saved by somebody else while pubtrack was working. "
                "Nothing was changed. Try again: pubtrack will start from what is saved now.",
                self._root / name,
            )
        return data

    def _verify(self) -> None:
        for name in self._seen:
            self._stored(name)

    def _id(self, edits: list[Edit], histories: dict[str, bytes | None]) -> str:
        """Gives an id that sorts by time and is the same for the same change of the same library."""
        digest = hashlib.sha256(repr((self._verb, self._because, self._notes)).encode("utf-8", "surrogatepass"))
        for edit in edits:
            digest.update(repr((edit.name, content_hash(edit.old), content_hash(edit.new))).encode())
        for name in (CHANGES, UNDO):
            digest.update(repr(content_hash(histories[name])).encode())
        return f"{self._now:%Y%m%dT%H%M%SZ}-{digest.hexdigest()[:8]}"

    def _undo_record(self, change: str, edits: list[Edit]) -> UndoRecord:
        files = tuple(
            FileUndo(
                name=edit.name,
                before=content_hash(edit.old),
                after=content_hash(edit.new),
                hunks=reverse_hunks(edit.old or b"", edit.new or b""),
            )
            for edit in edits
        )
        return UndoRecord(change, self._when, self._verb, self._because, self._undoes, files)

    def _row(self, change: str, note: Change) -> HistoryRow:
        because = note.because or self._because
        return HistoryRow(change, self._when, self._verb, note.key, note.field, note.old, note.new, because)


def _appended(history: bytes | None, lines: bytes) -> bytes:
    history = history or b""
    return history + (b"" if history.endswith(b"\n") or not history else b"\n") + lines
