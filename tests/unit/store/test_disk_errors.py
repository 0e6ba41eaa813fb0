"""A disk that says no is one clear sentence, and the library is what it was."""

from __future__ import annotations

import errno
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pubtrack.errors import StoreError
from pubtrack.store.disk_errors import explain
from pubtrack.store.folder import Folder
from unit.store.library_states import NOW, build, left_over, state


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (getattr(errno, "EDQUOT", errno.ENOSPC), "the disk is full"),
        (errno.EFBIG, "the file would grow beyond the allowed size"),
        (errno.EROFS, "writing is not permitted"),
        (errno.EACCES, "writing is not permitted"),
        (errno.EIO, r"the disk refused \(Input/output error\)"),
    ],
)
def test_every_refusal_names_file_outcome_and_remedy(number: int, words: str) -> None:
    error = explain(OSError(number, os.strerror(number), "bib/works.bib"), Path("bib"))
    with pytest.raises(StoreError, match=rf"^bib/works\.bib: {words}\. Nothing was changed\. .*(try again)\.$"):
        raise error
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_an_error_without_a_file_names_the_library() -> None:
    assert str(explain(OSError("odd"), Path("bib"))).startswith("bib: the disk refused (odd).")


LIMITED = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from unit.store.library_states import NOW
from pubtrack.store.folder import Folder
from pubtrack.errors import StoreError
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    with Folder(sys.argv[1]).transaction("set", now=NOW) as tx:
        tx.write("awards.toml", b"small")
        tx.write("works.bib", b"x" * 50_000)
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs setrlimit")
def test_a_limit_of_the_file_size_leaves_the_old_state_and_one_sentence(tmp_path: Path) -> None:
    root = build(tmp_path)
    old = state(root)
    tests = str(Path(__file__).parents[2])
    run = subprocess.run([sys.executable, "-c", LIMITED, str(root), tests], capture_output=True, text=True, check=True)
    assert run.stderr == ""
    assert run.stdout.count("\n") == 1
    assert "the file would grow beyond the allowed size. Nothing was changed." in run.stdout
    assert state(root) == old
    assert left_over(root) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB."""
    place = tmp_path / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(place)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("a small disk can only be mounted by root on Linux; the size limit above tests the same path")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_leaves_the_old_state_and_one_sentence(small_disk: Path) -> None:
    root = build(small_disk)
    old = state(root)
    with (  # noqa: PT012
        pytest.raises(StoreError, match=r"the disk is full\. Nothing was changed\. Free some space") as error,
        Folder(root).transaction("set", now=NOW) as tx,
    ):
        tx.write("awards.toml", b"y" * 50_000)
        tx.write("works.bib", b"x" * 500_000)
    assert "\n" not in str(error.value)
    assert state(root) == old
    assert left_over(root) == []
    with Folder(root).transaction("set", now=NOW) as tx:
        tx.write("works.bib", b"x" * 5_000)


def test_a_disk_that_is_full_already_leaves_the_old_state(small_disk: Path) -> None:
    root = build(small_disk)
    old = state(root)
    with pytest.raises(OSError, match="No space"):
        (small_disk / "filler").write_bytes(b"z" * 1_000_000)
    with pytest.raises(StoreError, match="the disk is full"), Folder(root).transaction("set", now=NOW) as tx:
        tx.write("works.bib", b"x")
    assert state(root) == old
    (small_disk / "filler").unlink()
    assert Folder(root).read("works.bib") == old["works.bib"]
