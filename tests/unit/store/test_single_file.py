"""Files that a person named: the old one or the new one, with their permissions and links."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from pubtrack.errors import StoreError
from pubtrack.store.disk import Disk
from pubtrack.store.single_file import write_file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_made_with_its_folder(tmp_path: Path) -> None:
    write_file(tmp_path / "deep" / "x.bib", b"new")
    assert (tmp_path / "deep" / "x.bib").read_bytes() == b"new"
    assert names(tmp_path / "deep") == ["x.bib"]


@pytest.mark.skipif(sys.platform == "win32", reason="permission bits of POSIX")
@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_a_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "private.bib"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_file(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", mode)


def test_what_a_link_leads_to_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "refs.bib", tmp_path / "refs.bib"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_file(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_file(pipe, b"new")
    reader.join(5)
    assert read == [b"new"]
    assert pipe.is_fifo()


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "x"
    target.mkdir()
    with pytest.raises(StoreError, match="cannot be written"):
        write_file(target, b"new")
    assert target.is_dir()
    assert names(tmp_path) == ["x"]


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    class Full(Disk):
        def write(self, descriptor: int, data: bytes) -> int:
            raise OSError(28, "No space left on device")

    path = tmp_path / "x"
    path.write_bytes(b"old")
    with pytest.raises(StoreError, match="No space left"):
        write_file(path, b"new", Full())
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["x"])
