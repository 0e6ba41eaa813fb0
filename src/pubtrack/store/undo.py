"""Taking back changes: from the history alone, so it works in a fresh clone, and never over a hand edit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pubtrack.errors import ConflictError, InputError, StoreError
from pubtrack.store.blob import Blob
from pubtrack.store.content import STATE_FILE
from pubtrack.store.history import CHANGES, UNDO, Change, FileUndo, HistoryRow, UndoRecord, last_standing
from pubtrack.store.hunks import DoesNotFit, take_back
from pubtrack.store.transaction import Transaction

__all__ = ["UndoneChange", "undo_last"]


@dataclass(frozen=True, slots=True)
class UndoneChange:
    """A change that was taken back."""

    change: str
    when: str
    verb: str
    because: str
    rows: tuple[HistoryRow, ...]
    """What it had changed, as the history says."""
    files: tuple[str, ...]
    """The files it had changed."""


def undo_last(root: Path, tx: Transaction, n: int) -> list[UndoneChange]:
    """Stages taking back the last `n` changes that still stand, and gives them, newest first.

    Raises:
        InputError: There are fewer than `n`, or `n` is below 1.
        ConflictError: A line that would have to be taken back was edited since; the message names file and line.
        StoreError: The history is damaged.
    """
    standing = last_standing(UndoRecord.decode(tx.read(UNDO), str(root / UNDO)))
    if n < 1:
        raise InputError(f"{n} changes cannot be taken back: give a number from 1.")
    seen = [position for position, record in enumerate(standing) if not _is_bookkeeping(record)]
    if n > len(seen):
        there = {0: "is no change", 1: "is only one change"}.get(len(seen), f"are only {len(seen)} changes")
        raise InputError(f"{root}: there {there} left that could be taken back.")
    rows = HistoryRow.decode(tx.read(CHANGES), str(root / CHANGES))
    chosen = standing[: seen[n - 1] + 1]
    undone = [_undo_one(root, tx, record, rows) for record in chosen]
    tx.notes_undo_of(tuple(record.change for record in chosen))
    return [change for change, record in zip(undone, chosen, strict=True) if not _is_bookkeeping(record)]


def _is_bookkeeping(record: UndoRecord) -> bool:
    """True for a refresh that only noted when it asked: it goes along, and counts as no change that a person saw."""
    return [file.name for file in record.files] == [STATE_FILE]


def _undo_one(root: Path, tx: Transaction, record: UndoRecord, rows: Iterable[HistoryRow]) -> UndoneChange:
    for file in record.files:
        _undo_file(root, tx, record, file)
    mine = tuple(row for row in rows if row.change == record.change)
    for row in reversed(mine):
        because = f"undo of {record.verb} ({record.change})"
        tx.note(Change(key=row.key, field=row.field, old=row.new, new=row.old, because=because))
    names = tuple(file.name for file in record.files)
    return UndoneChange(record.change, record.when, record.verb, record.because, mine, names)


def _undo_file(root: Path, tx: Transaction, record: UndoRecord, file: FileUndo) -> None:
    present = tx.blob(file.name)
    if (present is None) != (file.after is None):
        there = "removed" if present is None else "made anew"
        raise ConflictError(
            f"{root / file.name}: {there} since pubtrack changed it ({record.verb}, {record.when}). "
            "Nothing was taken back. Change the file by hand instead.",
            root / file.name,
        )
    try:
        unchanged = present is not None and present.sha256 == file.after
        old = take_back(present.data if present else b"", file.hunks, unchanged)
    except DoesNotFit as place:
        raise ConflictError(
            f"{root / file.name}:{place.line}: edited since pubtrack changed it ({record.verb}, {record.when}). "
            "Nothing was taken back. Change the line by hand instead.",
            root / file.name,
        ) from place
    if unchanged and file.before is not None and Blob.of(old).sha256 != file.before:
        raise StoreError(
            f"{root / file.name}: {UNDO} does not give back what the file held before {record.verb}, {record.when}. "
            "Nothing was taken back. Restore the file or the history from git.",
            root / file.name,
        )
    if file.before is None and not old:
        tx.delete(file.name)
    else:
        tx.write(file.name, old)
