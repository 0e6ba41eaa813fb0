"""One pubtrack at a time: the others wait, and nobody's change is lost."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pubtrack.errors import StoreError
from pubtrack.store.folder import Folder
from unit.store.library_states import NOW, build

ADDER = """
import sys
sys.path.insert(0, sys.argv[3])
from unit.store.library_states import NOW
from pubtrack.store.folder import Folder
from pubtrack.store.history import Change
folder = Folder(sys.argv[1], timeout_s=60)
for number in range(15):
    with folder.transaction("add", now=NOW) as tx:
        line = f"@misc{{{sys.argv[2]}-{number}}}"
        tx.write("works.bib", (tx.read("works.bib") or b"") + line.encode() + b"\\n")
        tx.note(Change(line, ""))
"""


def test_six_processes_adding_at_once_lose_nothing(tmp_path: Path) -> None:
    tests = str(Path(__file__).parents[2])
    command = [sys.executable, "-c", ADDER, str(tmp_path / "bib")]
    adders = [subprocess.Popen([*command, name, tests], stderr=subprocess.PIPE) for name in "abcdef"]
    assert [adder.communicate(timeout=120)[1] for adder in adders] == [b""] * 6
    expected = {f"@misc{{{name}-{number}}}" for name in "abcdef" for number in range(15)}
    lines = (tmp_path / "bib/works.bib").read_text().splitlines()
    rows = Folder(tmp_path / "bib").changes()
    assert len(lines) == len(rows) == len({row.change for row in rows}) == 90
    assert set(lines) == {row.key for row in rows} == expected
    assert [row.key for row in rows] == lines
    Folder(tmp_path / "bib").undo(90, now=NOW)
    assert not (tmp_path / "bib/works.bib").exists()


def test_who_waits_too_long_is_told_why(tmp_path: Path) -> None:
    root = build(tmp_path)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with Folder(root).transaction("set", now=NOW):
            held.set()
            done.wait(30)

    holder = threading.Thread(target=hold)
    holder.start()
    try:
        assert held.wait(30)
        with pytest.raises(StoreError, match=r"another pubtrack is working in this library\. Nothing was changed\."):
            Folder(root, timeout_s=0.05).read("works.bib")
        with (
            pytest.raises(StoreError, match="another pubtrack"),
            Folder(root, timeout_s=0.05).transaction("x", now=NOW),
        ):
            pass
    finally:
        done.set()
        holder.join()
    assert Folder(root, timeout_s=0.05).read("works.bib")


def test_who_would_wait_for_itself_is_told_at_once(tmp_path: Path) -> None:
    root = build(tmp_path)
    with Folder(root).transaction("set", now=NOW), pytest.raises(StoreError, match="another pubtrack is working"):
        Folder(root, timeout_s=0.05).read("works.bib")


def test_the_holder_may_read_on(tmp_path: Path) -> None:
    folder = Folder(build(tmp_path))
    with folder.transaction("set", now=NOW) as tx:
        before = folder.read("works.bib")
        tx.write("works.bib", b"new")
        assert folder.read("works.bib") == before
    assert folder.read("works.bib") == b"new"


def test_git_does_not_see_the_private_folder(tmp_path: Path) -> None:
    root = build(tmp_path)
    ignore = root / ".pubtrack/.gitignore"
    assert ignore.read_bytes() == b"*\n"
    ignore.write_bytes(b"")  # cut off by a kill
    Folder(root).read("works.bib")
    assert ignore.read_bytes() == b"*\n"
