"""The folder as a whole against a simple model: random changes, undos, kills and reads agree with it."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from pubtrack.errors import InputError, StoreError
from pubtrack.store.blob import Blob
from pubtrack.store.folder import Folder
from pubtrack.store.history import Change
from pubtrack.store.locking import LibraryLock
from unit.store.faulty_disk import PulledPlugError, SteppedDisk, pull_plug_at
from unit.store.library_states import NOW, build, state

NAMES = st.sampled_from(["works.bib", "awards.toml", "history/citations.csv"])
CONTENTS = st.none() | st.lists(st.sampled_from([b"a\n", b"b\r\n", b"\n", b"}\n", b"\xff", b"c"]), max_size=6).map(
    b"".join
)
EDITS = st.dictionaries(NAMES, CONTENTS, max_size=3)
Files = dict[str, bytes]


class Library(RuleBasedStateMachine):
    """The model: the files, and what they were before each change that still stands."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.root = self.place / "bib"
        self.root.mkdir()
        self.files: Files = {}
        self.before: list[Files] = []
        self.noted = 0
        self.moment = NOW

    def teardown(self) -> None:
        shutil.rmtree(self.place)

    def change(self, edits: dict[str, bytes | None], disk: SteppedDisk) -> None:
        self.moment += timedelta(seconds=1)
        with Folder(self.root, disk=disk).transaction("set", now=self.moment) as tx:
            for name, data in edits.items():
                tx.write(name, data) if data is not None else tx.delete(name)
            tx.note(Change("key", "field"))

    def after(self, edits: dict[str, bytes | None]) -> Files:
        return {name: data for name, data in {**self.files, **edits}.items() if data is not None}

    @rule(edits=EDITS)
    def change_files(self, edits: dict[str, bytes | None]) -> None:
        self.change(edits, SteppedDisk())
        self.before.append(self.files)
        self.files, self.noted = self.after(edits), self.noted + 1

    @rule(edits=EDITS, at=st.integers(0, 80), again=st.integers(0, 30))
    def change_files_and_die(self, edits: dict[str, bytes | None], at: int, again: int) -> None:
        try:
            self.change(edits, SteppedDisk(pull_plug_at(at)))
        except PulledPlugError:
            self.die_while_recovering(again)
        if len(Folder(self.root).changes()) > self.noted:
            self.before.append(self.files)
            self.files, self.noted = self.after(edits), self.noted + 1

    @rule(n=st.integers(1, 3), at=st.none() | st.integers(0, 80), again=st.integers(0, 30))
    def undo(self, n: int, at: int | None, again: int) -> None:
        self.moment += timedelta(seconds=1)
        disk = SteppedDisk() if at is None else SteppedDisk(pull_plug_at(at))
        try:
            Folder(self.root, disk=disk).undo(n, now=self.moment)
        except InputError:
            assert n > len(self.before)
            return
        except PulledPlugError:
            self.die_while_recovering(again)
        if len(Folder(self.root).changes()) > self.noted:
            self.files, self.noted = self.before[-n], self.noted + n
            del self.before[-n:]

    def die_while_recovering(self, at: int) -> None:
        try:
            Folder(self.root, disk=SteppedDisk(pull_plug_at(at))).read("works.bib")
        except PulledPlugError:
            return

    @invariant()
    def the_folder_agrees(self) -> None:
        found = Folder(self.root).snapshot(["works.bib", "awards.toml", "history/citations.csv"])
        assert {name: content.data for name, content in found.items() if content is not None} == self.files
        histories = {"history/changes.jsonl", "history/undo.jsonl"}
        assert {name for name in state(self.root) if name not in histories} == set(self.files)


TestLibrary = Library.TestCase
TestLibrary.settings = settings(max_examples=60, stateful_step_count=12, deadline=None)


def test_making_the_object_reads_and_writes_nothing(tmp_path: Path) -> None:
    Folder(tmp_path / "bib")
    assert not (tmp_path / "bib").exists()


def test_a_missing_folder_is_said_and_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no such folder\. Make a library with `pubtrack init`"):
        Folder(tmp_path / "bib").read("works.bib")
    assert not (tmp_path / "bib").exists()


def test_changes_can_be_asked_since_a_moment(tmp_path: Path) -> None:
    folder = Folder(build(tmp_path))
    assert len(folder.changes()) == len(folder.changes(since=NOW + timedelta(seconds=1))) == 1
    assert folder.changes(since=NOW + timedelta(seconds=2)) == []


@pytest.mark.parametrize("by_a_change", [False, True])
def test_a_half_done_change_is_finished_before_anything_else(tmp_path: Path, by_a_change: bool) -> None:
    root = build(tmp_path)

    def die(step: int, name: str, on: object) -> None:
        if name == "rename" and on == root / "works.bib":
            raise PulledPlugError

    with pytest.raises(PulledPlugError), Folder(root, disk=SteppedDisk(die)).transaction("set", now=NOW) as tx:
        tx.write("works.bib", b"new")
    if by_a_change:
        with Folder(root).transaction("set", now=NOW) as tx:
            assert tx.read("works.bib") == b"new"
    else:
        assert Folder(root).read("works.bib") == b"new"


@pytest.fixture
def may_only_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write everywhere, so a test cannot rely on permission bits."""

    def refuse(self: LibraryLock) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "bib/.pubtrack/lock")

    monkeypatch.setattr(LibraryLock, "held", refuse)


@pytest.mark.usefixtures("may_only_be_read")
def test_a_folder_that_may_only_be_read_is_read(tmp_path: Path) -> None:
    (tmp_path / "works.bib").write_bytes(b"x")
    assert Folder(tmp_path).snapshot(["works.bib", "none"]) == {"works.bib": Blob.of(b"x"), "none": None}


@pytest.mark.usefixtures("may_only_be_read")
def test_a_folder_that_may_only_be_read_says_so_when_written(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"writing is not permitted\. Nothing was changed"):
        Folder(tmp_path).undo(now=NOW)


@pytest.mark.usefixtures("may_only_be_read")
def test_a_half_done_change_in_a_folder_that_may_only_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / ".pubtrack").mkdir()
    (tmp_path / ".pubtrack/journal.json").write_bytes(b"")
    with pytest.raises(StoreError, match="may only be read"):
        Folder(tmp_path, disk=SteppedDisk()).read("works.bib")


def test_another_refusal_while_locking_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: LibraryLock) -> None:
        raise OSError(errno.EIO, "Input/output error", str(tmp_path))

    monkeypatch.setattr(LibraryLock, "held", refuse)
    with pytest.raises(StoreError, match="the disk refused"):
        Folder(tmp_path).read("works.bib")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can mount a disk read-only")
def test_a_disk_mounted_read_only_is_read(tmp_path: Path) -> None:
    import subprocess

    root = build(tmp_path / "disk")
    shutil.rmtree(root / ".pubtrack")
    bind = subprocess.run(["mount", "--bind", str(root), str(root)], capture_output=True, check=False)
    if bind.returncode:
        pytest.skip("this machine does not let tests mount")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(root)], check=True)
        assert Folder(root).read("old.txt") == b"to be removed\n"
        with pytest.raises(StoreError, match="writing is not permitted"), Folder(root).transaction("set", now=NOW):
            pass
    finally:
        subprocess.run(["umount", str(root)], check=True)
