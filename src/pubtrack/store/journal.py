"""The redo journal: what one commit is about to do, written down before it does it.

`.pubtrack/journal.next` lists the steps while they are prepared; renaming it to `.pubtrack/journal.json` is the
moment at which the change happens. Whoever finds `journal.next` undoes the preparation; whoever finds `journal.json`
finishes the work. It holds names, not paths, so the library may be moved in between.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from pubtrack.errors import StoreError
from pubtrack.store.disk import Disk
from pubtrack.store.locking import PRIVATE

__all__ = ["Journal", "JournalFiles", "Step"]

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One file to be replaced, created or removed."""

    name: str
    """The file as the library calls it, for example `history/changes.jsonl`."""
    temp: str | None
    """The name of the prepared new content, in the folder where the file really is; None removes the file."""
    old: str | None
    """SHA-256 of the content it must have before, None if it must not exist."""
    new: str | None
    """SHA-256 of the content it will have, None if it will not exist."""


@dataclass(frozen=True, slots=True)
class Journal:
    """One commit: its change id and its steps, in the order in which they are done."""

    change: str
    steps: tuple[Step, ...]

    def encode(self) -> bytes:
        """Gives the journal as one line of JSON behind its own SHA-256, so that damage shows."""
        body = json.dumps(
            {"format": _FORMAT, "change": self.change, "steps": [asdict(step) for step in self.steps]}
        ).encode()
        return hashlib.sha256(body).hexdigest().encode() + b"\n" + body + b"\n"

    @classmethod
    def decode(cls, data: bytes) -> Journal:
        """Gives the journal back.

        Raises:
            ValueError: It is cut off, damaged, or of another format.
        """
        digest, _, body = data.removesuffix(b"\n").partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != digest:
            raise ValueError("the journal is damaged")
        content = json.loads(body)
        if content["format"] != _FORMAT:
            raise ValueError("the journal is of another version of pubtrack")
        return cls(content["change"], tuple(Step(**step) for step in content["steps"]))


class JournalFiles:
    """The journal's two files in a library."""

    def __init__(self, root: Path, disk: Disk) -> None:
        self._disk = disk
        self._folder = root / PRIVATE
        self.prepared: Path = self._folder / "journal.next"
        self.committed: Path = self._folder / "journal.json"

    def prepare(self, journal: Journal) -> None:
        """Writes down what is going to be prepared."""
        self._disk.save_new(self.prepared, journal.encode())
        self._disk.sync_folder(self._folder)

    def commit(self) -> None:
        """Makes the prepared journal valid: from here on the change will happen, whatever comes."""
        self._disk.replace(self.prepared, self.committed)
        self._disk.sync_folder(self._folder)

    def revoke(self) -> None:
        """Makes a valid journal a prepared one again, if there is one. Only while no file was touched."""
        if self.committed.exists():
            self._disk.replace(self.committed, self.prepared)

    def forget(self) -> None:
        """Removes the journal: there is nothing left to do."""
        self._disk.unlink(self.committed)

    def read_prepared(self) -> Journal | None:
        """Gives the journal of a change that never became valid; None if there is none or it was cut off."""
        data = self._disk.read(self.prepared)
        try:
            return None if data is None else Journal.decode(data)
        except ValueError:
            return None  # cut off while it was written: nothing was prepared after it

    def read_committed(self) -> Journal | None:
        """Gives the journal of a change that must be finished, None if there is none.

        Raises:
            StoreError: It is damaged.
        """
        data = self._disk.read(self.committed)
        try:
            return None if data is None else Journal.decode(data)
        except ValueError as error:
            raise StoreError(
                f"{self.committed}: a change was cut off here and cannot be finished: {error}. Nothing was touched. "
                f"Compare your files with {self._folder / 'backups'}, then remove this file and try again.",
                self.committed,
            ) from error
