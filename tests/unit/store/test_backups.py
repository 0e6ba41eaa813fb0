"""The old files of the last changes are kept, and only of the last."""

from __future__ import annotations

import errno
from datetime import timedelta
from pathlib import Path

import pytest

from pubtrack.store.backups import KEPT_CHANGES
from pubtrack.store.folder import Folder
from unit.store.library_states import NOW, WORKS, build


def backups(root: Path) -> dict[str, bytes]:
    place = root / ".pubtrack/backups"
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def test_a_change_keeps_what_the_files_held_before_but_not_the_histories(tmp_path: Path) -> None:
    root = build(tmp_path)
    kept = backups(root)
    assert list(kept.values()) == [WORKS]
    assert next(iter(kept)).endswith("/works.bib")


def test_only_the_last_changes_are_kept(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    for number in range(KEPT_CHANGES + 5):
        with folder.transaction("set", now=NOW + timedelta(seconds=number)) as tx:
            tx.write("works.bib", str(number).encode())
    assert sorted(int(data) for data in backups(tmp_path).values()) == list(range(4, KEPT_CHANGES + 4))


def test_old_backups_that_cannot_be_removed_do_not_stop_a_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pubtrack.store.backups import Backups

    def refuse(self: Backups) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Backups, "prune", refuse)
    root = build(tmp_path)
    assert (root / "works.bib").exists()
