"""One change of a library: reads remember what they saw, writes are staged until everything is known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from pubtrack.errors import ConflictError
from pubtrack.store.blob import Blob
from pubtrack.store.changes import Changes
from pubtrack.store.commit import Committer, Edit, real_path
from pubtrack.store.disk import Disk
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
        notes: The lines for `history/changes.jsonl` so far.
        change: The id under which the history knows this change; None until it is done, or if nothing changed.
    """

    def __init__(self, root: Path, disk: Disk, verb: str, because: str, now: datetime) -> None:
        self.change: str | None = None
        self._root, self._disk = root, disk
        self._verb, self._because = verb, because
        self._when, self._now = stamp(now), now.astimezone(UTC)
        # Of what was read only the hash is kept: a large library would lie on disk twice.
        self._seen: dict[str, str | None] = {}
        self._staged: dict[str, Blob | None] = {}
        self.notes: Changes = Changes()
        self._undoes: tuple[str, ...] = ()

    def read(self, name: str) -> bytes | None:
        """Gives the file's content as this transaction sees it, None if there is no such file.

        Raises:
            ConflictError: It was read before and has been saved by somebody else since.
            StoreError: The file cannot be read.
            ValueError: The name leads out of the library.
        """
        blob = self.blob(name)
        return None if blob is None else blob.data

    def blob(self, name: str) -> Blob | None:
        """Gives the file's content like `read`, for files of any size."""
        return self._staged[name] if name in self._staged else self._stored(checked_name(name))

    def write(self, name: str, content: bytes | Blob) -> None:
        """Stages the file's new content. What equals the present content is no change.

        Raises:
            StoreError: The present file cannot be read.
            ValueError: The name leads out of the library, or is one of the two histories, which write themselves.
        """
        self._stage(name, Blob.of(content))

    def delete(self, name: str) -> None:
        """Stages the file's removal. That it is not there is no change. Raises like `write`."""
        self._stage(name, None)

    def note(self, change: Change) -> None:
        """Adds a line for `history/changes.jsonl`."""
        self.notes.append(change)

    def notes_undo_of(self, changes: tuple[str, ...]) -> None:
        """Marks this transaction as the one that takes back those changes."""
        self._undoes = changes

    def commit(self, committer: Committer) -> None:
        """Makes the staged changes true. Called once, by the folder, while it holds the lock.

        Raises:
            ConflictError: A file that was read has been saved by somebody else since.
            StoreError: The disk refused.
        """
        staged = [(name, new) for name, new in self._staged.items() if _hash(new) != self._seen[name]]
        edits = [Edit(name, self._stored(name), new) for name, new in staged]
        if not edits and not self.notes and not self._undoes:
            return
        histories = {name: self.blob(name) for name in (CHANGES, UNDO)}
        change = self._id(edits, histories)
        record = self._undo_record(change, edits).encoded()
        edits.append(Edit(UNDO, histories[UNDO], _appended(histories[UNDO], record)))
        if self.notes:
            rows = (self._row(change, note).encode() for note in self.notes)
            edits.append(Edit(CHANGES, histories[CHANGES], _appended(histories[CHANGES], rows)))
        committer.commit(change, edits, self._verify)
        self._staged.clear()
        self.change = change

    def _stage(self, name: str, content: Blob | None) -> None:
        if checked_name(name) in (CHANGES, UNDO):
            raise ValueError(f"{name!r} is written by the store itself")
        if name not in self._seen:
            self._look(name)
        self._staged[name] = content

    def _stored(self, name: str) -> Blob | None:
        """Gives the file as it is on disk, which must be as this transaction saw it first."""
        with explained(self._root):
            content = self._disk.blob(real_path(self._root, name))
        self._refuse_other(name, _hash(content))
        return content

    def _look(self, name: str) -> None:
        with explained(self._root):
            now = self._disk.sha256(real_path(self._root, name))
        self._refuse_other(name, now)

    def _refuse_other(self, name: str, now: str | None) -> None:
        """Raises where the file is another than this transaction saw first."""
        if self._seen.setdefault(name, now) != now:
            raise ConflictError(
                f"{self._root / name}: saved by somebody else while pubtrack was working. "
                "Nothing was changed. Try again: pubtrack will start from what is saved now.",
                self._root / name,
            )

    def _verify(self) -> None:
        for name in self._seen:
            self._look(name)

    def _id(self, edits: list[Edit], histories: dict[str, Blob | None]) -> str:
        """Gives an id that sorts by time and is the same for the same change of the same library."""
        digest = hashlib.sha256(repr((self._verb, self._because)).encode("utf-8", "surrogatepass"))
        digest.update(self.notes.sha256.encode())
        for edit in edits:
            digest.update(repr((edit.name, *edit.hashes)).encode())
        for name in (CHANGES, UNDO):
            digest.update(repr(_hash(histories[name])).encode())
        return f"{self._now:%Y%m%dT%H%M%SZ}-{digest.hexdigest()[:8]}"

    def _undo_record(self, change: str, edits: list[Edit]) -> UndoRecord:
        files = tuple(FileUndo(edit.name, *edit.hashes, hunks=reverse_hunks(edit.old, edit.new)) for edit in edits)
        return UndoRecord(change, self._when, self._verb, self._because, self._undoes, files)

    def _row(self, change: str, note: Change) -> HistoryRow:
        because = note.because or self._because
        return HistoryRow(change, self._when, self._verb, note.key, note.field, note.old, note.new, because)


def _hash(content: Blob | None) -> str | None:
    return None if content is None else content.sha256


def _appended(history: Blob | None, lines: Iterable[bytes]) -> Blob:
    def chunks() -> Iterator[bytes]:
        if history is not None and history.size:
            yield from history.chunks()
            if history.read(history.size - 1, 1) != b"\n":
                yield b"\n"
        yield from lines

    return Blob.joined(chunks())
