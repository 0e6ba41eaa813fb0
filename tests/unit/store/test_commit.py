"""A killed process, a failing disk, an editor that saves meanwhile: the library holds the old state or the new one."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pubtrack.errors import ConflictError, StoreError
from pubtrack.store.folder import Folder
from unit.store.faulty_disk import LossyDisk, PulledPlugError, SteppedDisk, pull_plug_at
from unit.store.library_states import big_change, build, left_over, looking, state, stray_backups, two_undos

WORKER = Path(__file__).with_name("crash_worker.py")
posix = pytest.mark.skipif(os.name == "nt", reason="needs fork and SIGKILL")


def refusal(scenario: Any, folder: Folder) -> StoreError | None:
    """What the store says to a scenario; None if it went through."""
    try:
        scenario(folder)
    except StoreError as error:
        return error
    return None


def finished(root: Path, scenario: Any) -> dict[str, bytes]:
    scenario(Folder(root))
    return state(root)


@posix
@pytest.mark.parametrize("scenario", ["big_change", "two_undos"])
def test_a_kill_at_any_step_leaves_the_old_state_or_the_new_one(tmp_path: Path, scenario: str) -> None:
    old = state(build(tmp_path / "source"))
    target = tmp_path / "killed"
    target.mkdir()
    run = subprocess.run(
        [sys.executable, str(WORKER), scenario, str(tmp_path / "source"), str(target)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    copies = sorted(path for path in target.iterdir() if ".r" not in path.name)
    new = state(copies[-1] / "bib")
    outcomes = []
    for copy in copies:
        again = sorted(target.glob(f"{copy.name}.r*"))
        for place in (copy, *again):
            Folder(place / "bib").read("works.bib")
            assert state(place / "bib") in (old, new), place
            assert left_over(place / "bib") == stray_backups(place / "bib") == []
            assert (place / "bib/records.jsonl").is_symlink()
            assert [path.name for path in (place / "outside").iterdir()] in ([], ["records.jsonl"])
        assert all(state(place / "bib") == state(copy / "bib") for place in again)
        outcomes.append(state(copy / "bib") == new)
    assert outcomes == sorted(outcomes), "once a change is true it stays true"
    assert outcomes.count(False) > 20
    assert outcomes.count(True) > 10


def test_pulling_the_plug_anywhere_and_anywhere_in_the_recovery_leaves_one_of_two_states(tmp_path: Path) -> None:
    old = state(build(tmp_path / "source"))
    shutil.copytree(tmp_path / "source", tmp_path / "new", symlinks=True)
    new = finished(tmp_path / "new/bib", big_change)
    for at in range(0, 500, 3):
        place = tmp_path / f"{at}"
        shutil.copytree(tmp_path / "source", place, symlinks=True)
        try:
            big_change(Folder(place / "bib", disk=SteppedDisk(pull_plug_at(at))))
        except PulledPlugError:
            for again in range(0, 500, 2):
                try:
                    looking(Folder(place / "bib", disk=SteppedDisk(pull_plug_at(again))))
                    break
                except PulledPlugError:
                    continue
            assert state(place / "bib") in (old, new)
        else:
            break
    else:
        pytest.fail("it never ends")


@pytest.mark.parametrize("which", [lambda number: True, lambda number: number % 2 == 0, lambda number: number % 2 == 1])
def test_a_power_cut_that_loses_what_was_not_forced_to_the_medium_leaves_one_of_two_states(
    tmp_path: Path, which: Any
) -> None:
    old = state(build(tmp_path / "source"))
    shutil.copytree(tmp_path / "source", tmp_path / "new", symlinks=True)
    new = finished(tmp_path / "new/bib", big_change)
    for at in range(500):
        root = tmp_path / f"{at}" / "bib"
        shutil.copytree(tmp_path / "source", root.parent, symlinks=True)
        disk = LossyDisk(pull_plug_at(at))
        try:
            big_change(Folder(root, disk=disk))
        except PulledPlugError:
            disk.lose(which)
            looking(Folder(root))
            assert state(root) in (old, new)
            shutil.rmtree(root.parent)
        else:
            disk.lose(which)
            looking(Folder(root))
            assert state(root) == new, "what was reported as done is done"
            return
    pytest.fail("it never ends")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EFBIG, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("scenario", [big_change, two_undos])
def test_a_step_that_fails_leaves_the_old_state_and_one_sentence(tmp_path: Path, number: int, scenario: Any) -> None:
    old = state(build(tmp_path / "source"))
    kinds = {"open", "write", "sync", "make_folder", "chmod"}
    seen = set()
    for at in range(500):

        def fail(step: int, name: str, on: object, at: int = at) -> None:
            if step == at and name in kinds:
                seen.add(name)
                raise OSError(number, os.strerror(number), on if isinstance(on, Path) else None)

        root = tmp_path / f"{at}" / "bib"
        shutil.copytree(tmp_path / "source", root.parent, symlinks=True)
        disk = SteppedDisk(fail)
        error = refusal(scenario, Folder(root, disk=disk))
        if error:
            pending = "will be completed at the next start" in str(error)
            assert pending or "Nothing was changed" in str(error)
            assert "\n" not in str(error)
            assert pending or (state(root), left_over(root), stray_backups(root)) == (old, [], [])
            looking(Folder(root))
            assert (state(root) != old) == pending
        if len(disk.log) <= at:
            break
        shutil.rmtree(root.parent)
    assert seen >= {"open", "write", "sync", "make_folder"}


def test_a_disk_that_fails_for_good_after_the_change_is_true_is_finished_later(tmp_path: Path) -> None:
    root = build(tmp_path / "old")
    new = finished(build(tmp_path / "new"), big_change)

    def fail(step: int, name: str, on: object) -> None:
        if name == "rename" and isinstance(on, Path) and on.name == "awards.toml":
            raise OSError(errno.EIO, "Input/output error", str(on))

    with pytest.raises(StoreError, match="will be completed at the next start"):
        big_change(Folder(root, disk=SteppedDisk(fail)))
    with pytest.raises(StoreError, match="will be completed at the next start"):
        looking(Folder(root, disk=SteppedDisk(fail)))
    looking(Folder(root))
    assert state(root) == new


def test_a_file_held_open_by_another_program_withdraws_the_change(tmp_path: Path) -> None:
    root = build(tmp_path)
    old = state(root)

    def fail(step: int, name: str, on: object) -> None:
        if name == "rename" and isinstance(on, Path) and on.name == "works.bib":
            raise PermissionError(errno.EACCES, "Permission denied", str(on))

    with pytest.raises(StoreError, match=r"works\.bib: writing is not permitted\. Nothing was changed\."):
        big_change(Folder(root, disk=SteppedDisk(fail, windows=True)))
    assert state(root) == old
    assert left_over(root) == []


@pytest.mark.parametrize(
    ("name", "withdrawn"),  # the first file is withdrawn or not; at a later one, others may be done already
    [("works.bib", {None, True}), ("history/undo.jsonl", {None, True, False})],
)
def test_an_editor_that_saves_at_any_step_is_never_overwritten(tmp_path: Path, name: str, withdrawn: set[Any]) -> None:
    build(tmp_path / "source")
    outcomes = set()
    for at in range(500):
        root = tmp_path / f"{at}" / "bib"
        shutil.copytree(tmp_path / "source", root.parent, symlinks=True)
        works, saved = root / name, []

        def save(step: int, name: str, on: object, at: int = at, works: Path = works, saved: list[int] = saved) -> None:
            # Between the last look and the rename of this very file no system offers a check that works everywhere.
            if step == at and not (name == "rename" and on == works):
                works.write_bytes(works.read_bytes() + b"% saved by the editor")
                saved.append(step)

        disk = SteppedDisk(save)
        error = refusal(big_change, Folder(root, disk=disk))
        outcomes.add(error and "Nothing was changed" in str(error))
        assert error is None or (isinstance(error, ConflictError) and name in str(error))
        assert left_over(root) == []
        assert not saved or works.read_bytes().endswith(b"% saved by the editor")
        shutil.rmtree(root.parent)
        if len(disk.log) <= at:
            break
    assert outcomes == withdrawn


def test_a_conflict_is_withdrawn_wherever_the_withdrawal_is_cut_off(tmp_path: Path) -> None:
    build(tmp_path / "source")
    for more in range(100):
        root = tmp_path / f"{more}" / "bib"
        shutil.copytree(tmp_path / "source", root.parent, symlinks=True)
        valid: list[int] = []

        def save(step: int, name: str, on: object, more: int = more, root: Path = root, valid: Any = valid) -> None:
            if name == "rename" and on == root / ".pubtrack/journal.json":
                (root / "works.bib").write_bytes(b"saved in the last moment")
                valid.append(step)
            # The steps after that: force the folder (open, close), compare, and then those of the withdrawal.
            if valid and step > valid[0] + 2 + more:
                raise PulledPlugError

        try:
            with pytest.raises(ConflictError):
                big_change(Folder(root, disk=SteppedDisk(save)))
        except PulledPlugError:
            old = {**state(tmp_path / "source/bib"), "works.bib": b"saved in the last moment"}
            if (root / ".pubtrack/journal.json").exists():
                with pytest.raises(ConflictError, match="your edit stays"):
                    looking(Folder(root))
            else:
                looking(Folder(root))
                assert state(root) == old
            assert left_over(root) == []
            assert not list(root.rglob("*.tmp"))
        else:
            assert more > 5
            return
    pytest.fail("it never ends")


def test_an_edit_seen_before_the_change_is_valid_never_makes_it_valid(tmp_path: Path) -> None:
    root = build(tmp_path)
    steps: list[tuple[str, object]] = []

    def save(step: int, name: str, on: object) -> None:
        steps.append((name, on))
        if isinstance(on, Path) and on.name.startswith(".changes.jsonl"):
            (root / "works.bib").write_bytes(b"saved")

    assert isinstance(refusal(big_change, Folder(root, disk=SteppedDisk(save))), ConflictError)
    assert ("rename", root / ".pubtrack/journal.json") not in steps


def test_an_editor_that_saves_after_the_last_look_finds_its_edit_and_ours_beside_it(tmp_path: Path) -> None:
    root = build(tmp_path)

    def save(step: int, name: str, on: object) -> None:
        if name == "rename" and on == root / "works.bib":
            (root / "awards.toml").write_bytes(b"# by hand")

    with pytest.raises(ConflictError, match=r"awards\.toml: edited by somebody else"):
        big_change(Folder(root, disk=SteppedDisk(save)))
    assert (root / "awards.toml").read_bytes() == b"# by hand"
    assert next(root.glob("awards.toml.ours-*")).read_bytes() == b'[[award]]\nname = "Best"\n'
    assert b"@book{b" in (root / "works.bib").read_bytes()


def cut_off_after_truth(root: Path, name: str) -> None:
    """Leaves a valid journal of which the file of that name is still to be done."""

    def hook(step: int, what: str, on: object) -> None:
        if dead or (what in ("rename", "unlink") and isinstance(on, Path) and on.name == name):
            dead.append(step)
            raise PulledPlugError

    dead: list[int] = []
    with pytest.raises(PulledPlugError):
        big_change(Folder(root, disk=SteppedDisk(hook)))


def test_a_file_edited_after_the_crash_stays_and_ours_lies_beside_it(tmp_path: Path) -> None:
    root = build(tmp_path)
    cut_off_after_truth(root, "works.bib")
    (root / "works.bib").write_bytes(b"edited after the crash")
    with pytest.raises(ConflictError, match=r"works\.bib: edited by somebody else .* works\.bib\.ours-2026"):
        looking(Folder(root))
    assert (root / "works.bib").read_bytes() == b"edited after the crash"
    assert b"@book{b" in next(root.glob("works.bib.ours-*")).read_bytes()
    assert (root / "awards.toml").exists()
    looking(Folder(root))


def test_a_file_edited_after_the_crash_is_not_removed(tmp_path: Path) -> None:
    root = build(tmp_path)
    cut_off_after_truth(root, "old.txt")
    (root / "old.txt").write_bytes(b"needed again")
    with pytest.raises(ConflictError, match="about to remove it; it stays"):
        looking(Folder(root))
    assert (root / "old.txt").read_bytes() == b"needed again"


def test_a_file_edited_after_the_crash_to_what_we_wanted_is_fine(tmp_path: Path) -> None:
    root = build(tmp_path)
    cut_off_after_truth(root, "awards.toml")
    (root / "awards.toml").write_bytes(b'[[award]]\nname = "Best"\n')
    looking(Folder(root))
    assert not list(root.glob("*.tmp")) + list(root.glob(".*.tmp"))


def test_prepared_content_that_somebody_cleaned_away_is_said(tmp_path: Path) -> None:
    root = build(tmp_path)
    cut_off_after_truth(root, "awards.toml")
    for temp in root.glob(".awards.toml.*.tmp"):
        temp.unlink()
    with pytest.raises(ConflictError, match=r"awards\.toml: a change was cut off and its new content is gone"):
        looking(Folder(root))
    looking(Folder(root))


def test_links_stay_links_and_modes_stay_modes(tmp_path: Path) -> None:
    root = build(tmp_path)
    (root / "works.bib").chmod(0o640)
    big_change(Folder(root))
    assert (root / "records.jsonl").is_symlink()
    assert (tmp_path / "outside/records.jsonl").read_bytes() == b'{"a": 1}\n{"b": 3}\n'
    assert (root / "works.bib").stat().st_mode & 0o777 == 0o640


def test_a_file_marked_read_only_is_not_replaced(tmp_path: Path) -> None:
    root = build(tmp_path)
    (root / "works.bib").chmod(0o444)
    old = state(root)
    with pytest.raises(StoreError, match="marked read-only"):
        big_change(Folder(root))
    assert state(root) == old
    assert left_over(root) == []


def test_an_interrupt_from_the_keyboard_leaves_the_old_state(tmp_path: Path) -> None:
    root = build(tmp_path)
    old = state(root)

    def interrupt(step: int, name: str, on: object) -> None:
        if name == "open" and isinstance(on, Path) and on.name.startswith(".awards"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        big_change(Folder(root, disk=SteppedDisk(interrupt)))
    assert state(root) == old
    assert left_over(root) == []


def test_a_moved_library_is_finished_at_its_new_place(tmp_path: Path) -> None:
    root = build(tmp_path / "here")
    cut_off_after_truth(root, "works.bib")
    (tmp_path / "here").rename(tmp_path / "there")
    looking(Folder(tmp_path / "there/bib"))
    assert b"@book{b" in (tmp_path / "there/bib/works.bib").read_bytes()
