"""The steps of the disk, on this system and as they are on Windows."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from pubtrack.store.disk import Disk


def test_what_is_not_there_reads_as_none(tmp_path: Path) -> None:
    assert Disk().read(tmp_path / "none") is None
    assert Disk().mode(tmp_path / "none") is None
    Disk().unlink(tmp_path / "none")
    Disk().remove_tree(tmp_path / "none")


def test_a_new_file_is_written_whole_and_reaches_the_medium(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    Disk().save_new(tmp_path / "a/b/new", b"x" * 100_000, mode=0o600)
    assert (tmp_path / "a/b/new").read_bytes() == b"x" * 100_000
    assert Disk().mode(tmp_path / "a/b/new") == 0o600
    Disk().sync_folder(tmp_path)
    assert len(synced) == 4, "two new folders, the file, and the folder asked for"


def test_a_write_that_takes_only_some_bytes_is_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: whole(descriptor, data[:3]))
    Disk().save_new(tmp_path / "new", b"0123456789")
    assert (tmp_path / "new").read_bytes() == b"0123456789"


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "new").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        Disk().save_new(tmp_path / "new", b"new")


def test_windows_is_given_time_to_let_go_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"new")
    slept: list[float] = []
    disk = Disk(windows=True, sleep=slept.append)
    rename = disk.rename

    def held_open_for_a_while(source: Path, target: Path) -> None:
        if len(slept) < 3:
            raise PermissionError(errno.EACCES, "used by another process", str(target))
        rename(source, target)

    monkeypatch.setattr(disk, "rename", held_open_for_a_while)
    disk.replace(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == b"new"
    assert slept == [0.01, 0.02, 0.05]


def test_windows_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    slept: list[float] = []
    disk = Disk(windows=True, sleep=slept.append)

    def held_open(source: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "used by another process", str(target))

    disk.rename = held_open  # type: ignore[method-assign]
    with pytest.raises(PermissionError):
        disk.replace(tmp_path / "a", tmp_path / "b")
    assert 1 < sum(slept) < 2


def test_elsewhere_a_missing_permission_is_final(tmp_path: Path) -> None:
    slept: list[float] = []
    disk = Disk(windows=False, sleep=slept.append)

    def forbidden(source: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(target))

    disk.rename = forbidden  # type: ignore[method-assign]
    with pytest.raises(PermissionError):
        disk.replace(tmp_path / "a", tmp_path / "b")
    assert slept == []


def test_windows_has_no_sync_of_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Disk(windows=True)
    monkeypatch.setattr(disk, "sync", lambda descriptor: pytest.fail("no such call on Windows"))
    disk.sync_folder(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not open folders")
@pytest.mark.parametrize(("number", "fatal"), [(errno.EINVAL, False), (errno.ENOTSUP, False), (errno.EIO, True)])
def test_file_systems_without_sync_of_folders_are_fine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, fatal: bool
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    if fatal:
        with pytest.raises(OSError, match="Input/output"):
            Disk().sync_folder(tmp_path)
    else:
        Disk().sync_folder(tmp_path)


def test_a_tree_is_removed_with_its_links_but_not_what_they_point_to(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/kept").write_bytes(b"")
    (tmp_path / "tree/deep").mkdir(parents=True)
    (tmp_path / "tree/deep/file").write_bytes(b"")
    (tmp_path / "tree/link").symlink_to(tmp_path / "outside")
    Disk().remove_tree(tmp_path / "tree")
    assert not (tmp_path / "tree").exists()
    assert (tmp_path / "outside/kept").exists()
