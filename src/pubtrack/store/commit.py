"""Several files as one change: prepare, declare, carry out; or, after a crash, carry out what was declared.

Invariant: at every single step a kill leaves either no valid journal and untouched files, or a valid journal from
which `Committer.recover` carries the change to its end. Every step of carrying out looks first at what is there,
so it may be repeated as often as it is cut off.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from pubtrack.errors import ConflictError, StoreError
from pubtrack.store.backups import Backups
from pubtrack.store.blob import Blob
from pubtrack.store.disk import Disk
from pubtrack.store.disk_errors import explain, explained
from pubtrack.store.journal import Journal, JournalFiles, Step

__all__ = ["Committer", "Edit", "real_path"]

_PENDING = "The change is written down and will be completed at the next start."


@dataclass(frozen=True, slots=True)
class Edit:
    """The new content of one file (None removes it) and the content it replaces (None: it was not there)."""

    name: str
    old: Blob | None
    new: Blob | None

    @property
    def hashes(self) -> tuple[str | None, str | None]:
        """SHA-256 before and after, None where there is no file."""
        return (self.old.sha256 if self.old else None, self.new.sha256 if self.new else None)


def real_path(root: Path, name: str) -> Path:
    """Gives where a file of the library really is: links are followed, so that they stay links."""
    return Path(os.path.realpath(root / name))


class Committer:
    """Carries changes of one library to the disk. The caller holds the lock."""

    def __init__(self, root: Path, disk: Disk) -> None:
        self._root, self._disk = root, disk
        self._journal = JournalFiles(root, disk)
        self._backups = Backups(root, disk)

    # A change, from beginning to end.

    def commit(self, change: str, edits: Iterable[Edit], verify: Callable[[], None]) -> None:
        """Makes all edits or none.

        Args:
            change: The change's id.
            edits: The files, in the order in which they are replaced: first those that people edit.
            verify: Raises ConflictError if a file is no longer what this change was computed from.

        Raises:
            ConflictError: From `verify`, or a file was saved by somebody else in the last moment.
            StoreError: The disk refused; the message says what the library holds now.
        """
        edits = tuple(edits)
        journal = Journal(change, tuple(self._plan(change, edit) for edit in edits))
        try:
            with explained(self._root):
                self._prepare(journal, edits)
                verify()
                self._journal.commit()
                verify()
        except BaseException:
            self._withdraw(journal)
            raise
        try:
            self._carry_out(journal)
        except OSError as error:
            raise self._stuck(journal, error) from error
        with contextlib.suppress(OSError):  # old backups that stay a little longer harm nobody
            self._backups.prune()

    def recover(self) -> None:
        """Finishes a change that was declared and cut off; clears away one that was only prepared.

        Raises:
            ConflictError: A file of that change was edited after the crash; the edited file stays, ours lies beside.
            StoreError: The disk refused, or the journal is damaged.
        """
        with explained(self._root, _PENDING):
            declared = self._journal.read_committed()
            if declared is not None:
                self._carry_out(declared)
            elif self._journal.prepared.exists():
                self._clear(self._journal.read_prepared())

    def pending(self) -> bool:
        """Says whether a declared change waits to be finished."""
        return self._journal.committed.exists()

    # Before the change is valid.

    def _plan(self, change: str, edit: Edit) -> Step:
        temp = f".{real_path(self._root, edit.name).name}.{change}.tmp"
        old, new = edit.hashes
        return Step(name=edit.name, temp=None if edit.new is None else temp, old=old, new=new)

    def _prepare(self, journal: Journal, edits: Iterable[Edit]) -> None:
        self._journal.prepare(journal)
        for step, edit in zip(journal.steps, edits, strict=True):
            mode = self._disk.mode(self._target(step))
            if mode is not None and not mode & 0o222:
                raise StoreError(
                    f"{self._root / step.name}: the file is marked read-only. Nothing was changed. "
                    "Make it writable and try again.",
                    self._root / step.name,
                )
            self._backups.keep(journal.change, edit.name, edit.old)
            temp = self._temp(step)
            if temp is not None and edit.new is not None:
                self._disk.save_new(temp, edit.new, mode)
                self._disk.sync_folder(temp.parent)

    def _withdraw(self, journal: Journal) -> None:
        """Takes back a change of which nothing was carried out; what cannot be cleared now is cleared at next start."""
        with contextlib.suppress(OSError):
            self._clear(journal)

    def _clear(self, journal: Journal | None) -> None:
        self._journal.revoke()  # first: from here on everything else counts as only prepared
        for step in journal.steps if journal else ():
            temp = self._temp(step)
            if temp is not None:
                self._disk.unlink(temp)
        if journal is not None:
            self._backups.drop(journal.change)
        self._disk.unlink(self._journal.prepared)

    def _stuck(self, journal: Journal, error: OSError) -> StoreError:
        """Gives what to say where a valid change met a refusing disk: it is withdrawn if no file was touched yet."""
        untouched = all(self._disk.sha256(self._target(step)) == step.old for step in journal.steps)
        if not untouched:
            return explain(error, self._root, _PENDING)
        self._withdraw(journal)
        return explain(error, self._root)

    # After the change is valid.

    def _carry_out(self, journal: Journal) -> None:
        conflicts = [self._set_aside(journal.change, step) for step in journal.steps if not self._do(step)]
        for folder in sorted({self._target(step).parent for step in journal.steps}):
            self._disk.sync_folder(folder)
        self._journal.forget()
        if conflicts:
            raise ConflictError(" ".join(conflicts), self._root)

    def _do(self, step: Step) -> bool:
        """Brings one file to its new state; says False where it holds something that is neither old nor new."""
        target, temp = self._target(step), self._temp(step)
        now = self._disk.sha256(target)
        if now == step.new:
            if temp is not None:
                self._disk.unlink(temp)
            return True
        if now != step.old or (temp is not None and not temp.exists()):
            return False
        if temp is None:
            self._disk.unlink(target)
        else:
            self._disk.replace(temp, target)
        return True

    def _set_aside(self, change: str, step: Step) -> str:
        """Keeps their file, puts ours beside it, and gives the sentence that says so."""
        place, temp = self._root / step.name, self._temp(step)
        if temp is None:
            return f"{place}: edited while pubtrack was about to remove it; it stays. Remove it if you agree."
        ours = temp.with_name(f"{self._target(step).name}.ours-{change}")
        if temp.exists():
            self._disk.replace(temp, ours)
        if not ours.exists():
            return f"{place}: a change was cut off and its new content is gone ({temp.name}); the file stays as it is."
        return (
            f"{place}: edited by somebody else while pubtrack was saving; your edit stays, what pubtrack wanted to "
            f"write is in {ours.name}. Compare the two, take over what you want, and remove {ours.name}."
        )

    # Where things are.

    def _target(self, step: Step) -> Path:
        return real_path(self._root, step.name)

    def _temp(self, step: Step) -> Path | None:
        return None if step.temp is None else self._target(step).with_name(step.temp)
