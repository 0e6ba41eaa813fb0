"""Taking back: the last change first, in a fresh clone too, and never over a hand edit."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from pubtrack.errors import ConflictError, InputError, StoreError
from pubtrack.store.folder import Folder
from unit.store.library_states import NOW, WORKS, big_change, build, state

LATER = NOW + timedelta(days=1)
HISTORIES = {"history/changes.jsonl", "history/undo.jsonl"}


def data_of(root: Path) -> dict[str, bytes]:
    return {name: data for name, data in state(root).items() if name not in HISTORIES}


def test_undo_takes_back_everything_that_came_with_a_change(tmp_path: Path) -> None:
    root = build(tmp_path)
    before = data_of(root)
    big_change(Folder(root))
    undone = Folder(root).undo(now=LATER)
    assert data_of(root) == before
    assert [change.verb for change in undone] == ["refresh"]
    assert [(row.key, row.old, row.new) for row in undone[0].rows] == [("a", "2021", "2022"), ("b", "misc", "book")]
    assert set(undone[0].files) == {"works.bib", "awards.toml", "old.txt", "deep/er/new.csv", "records.jsonl"}


def test_undo_again_goes_one_further_back(tmp_path: Path) -> None:
    root = build(tmp_path)
    folder = Folder(root)
    assert folder.undo(now=LATER)[0].verb == "set"
    assert (root / "works.bib").read_bytes() == WORKS
    assert folder.undo(now=LATER)[0].verb == "init"
    assert data_of(root) == {}
    with pytest.raises(InputError, match="there is no change left"):
        folder.undo(now=LATER)


def test_three_steps_back_are_one_change(tmp_path: Path) -> None:
    root = build(tmp_path)
    folder = Folder(root)
    big_change(folder)
    assert [change.verb for change in folder.undo(3, now=LATER)] == ["refresh", "set", "init"]
    assert data_of(root) == {}
    rows = folder.changes(since=LATER)
    assert [(row.verb, row.key, row.old, row.new) for row in rows] == [
        ("undo", "b", "book", "misc"),
        ("undo", "a", "2022", "2021"),
        ("undo", "a", "2021", "2020"),
    ]
    assert len({row.change for row in rows}) == 1
    assert rows[0].because.startswith("undo of refresh (20261122T150441Z-")


def test_a_change_after_an_undo_is_taken_back_first(tmp_path: Path) -> None:
    root = build(tmp_path)
    folder = Folder(root)
    folder.undo(now=LATER)
    with folder.transaction("set", now=LATER) as tx:
        tx.write("works.bib", b"anew\n")
    assert folder.undo(now=LATER)[0].files == ("works.bib",)
    assert (root / "works.bib").read_bytes() == WORKS
    assert folder.undo(now=LATER)[0].verb == "init"


def test_a_fresh_clone_can_undo(tmp_path: Path) -> None:
    root = build(tmp_path)
    before = data_of(root)
    big_change(Folder(root))
    clone = tmp_path / "clone"
    shutil.copytree(root, clone, ignore=shutil.ignore_patterns(".pubtrack"))
    Folder(clone).undo(now=LATER)
    assert data_of(clone) == before


def test_hand_edits_elsewhere_stay(tmp_path: Path) -> None:
    root = build(tmp_path)
    big_change(Folder(root))
    works = (root / "works.bib").read_bytes()
    (root / "works.bib").write_bytes(b"% mine\r\n" + works.replace(b"caf\xe9", b"th\xe9"))
    Folder(root).undo(now=LATER)
    assert (root / "works.bib").read_bytes() == b"% mine\r\n" + WORKS.replace(b"2020", b"2021", 1).replace(
        b"caf\xe9", b"th\xe9"
    )


def test_lines_edited_since_are_named_and_nothing_is_taken_back(tmp_path: Path) -> None:
    root = build(tmp_path)
    big_change(Folder(root))
    works = (root / "works.bib").read_bytes()
    (root / "works.bib").write_bytes(works.replace(b"year = {2022}", b"year = {1999}"))
    before = state(root)
    with pytest.raises(
        ConflictError, match=r"works\.bib:3: edited since pubtrack changed it \(refresh, 2026-"
    ) as error:
        Folder(root).undo(now=LATER)
    assert error.value.path == str(root / "works.bib")
    assert state(root) == before


def test_a_file_made_anew_is_not_overwritten(tmp_path: Path) -> None:
    root = build(tmp_path)
    big_change(Folder(root))
    (root / "old.txt").write_text("something else")
    with pytest.raises(ConflictError, match=r"old\.txt: made anew since"):
        Folder(root).undo(now=LATER)


def test_a_file_removed_since_is_said(tmp_path: Path) -> None:
    root = build(tmp_path)
    (root / "works.bib").unlink()
    with pytest.raises(ConflictError, match=r"works\.bib: removed since"):
        Folder(root).undo(now=LATER)


def test_a_created_file_that_somebody_added_to_keeps_the_additions(tmp_path: Path) -> None:
    root = build(tmp_path)
    big_change(Folder(root))
    with (root / "awards.toml").open("ab") as file:
        file.write(b"# mine\n")
    Folder(root).undo(now=LATER)
    assert (root / "awards.toml").read_bytes() == b"# mine\n"


@pytest.mark.parametrize(("n", "words"), [(0, "from 1"), (-1, "from 1"), (3, "only 2 changes left")])
def test_more_or_less_than_there_is_cannot_be_taken_back(tmp_path: Path, n: int, words: str) -> None:
    root = build(tmp_path)
    before = state(root)
    with pytest.raises(InputError, match=words):
        Folder(root).undo(n, now=LATER)
    assert state(root) == before


def test_a_damaged_history_is_no_ground_for_an_undo(tmp_path: Path) -> None:
    root = build(tmp_path)
    (root / "history/undo.jsonl").write_bytes(b"<<<<<<< HEAD\n")
    with pytest.raises(StoreError, match=r"undo\.jsonl:1: this line of the history is damaged"):
        Folder(root).undo(now=LATER)


def test_a_refresh_that_only_noted_when_it_asked_is_taken_back_with_what_came_before(tmp_path: Path) -> None:
    root = build(tmp_path)
    before = data_of(root)
    folder = Folder(root)
    big_change(folder)
    for day in (1, 2):
        with folder.transaction("refresh", now=NOW + timedelta(days=day)) as tx:
            tx.write("state.jsonl", b'{"key": "a", "asked": %d}\n' % day)
    undone = folder.undo(now=LATER)
    assert [change.because for change in undone] == [c.because for c in undone if "works.bib" in c.files]
    assert len(undone) == 1
    assert data_of(root) == before
    assert folder.undo(now=LATER)[0].verb == "set"


def test_a_history_that_does_not_give_back_the_old_file_takes_nothing_back(tmp_path: Path) -> None:
    root = build(tmp_path)
    big_change(Folder(root))
    before, path = data_of(root), root / "history/undo.jsonl"
    *lines, last = path.read_bytes().splitlines(keepends=True)
    assert b"2021" in last
    path.write_bytes(b"".join(lines) + last.replace(b"2021", b"1021"))
    with pytest.raises(StoreError, match=r"does not give back what the file held before refresh"):
        Folder(root).undo(now=LATER)
    assert data_of(root) == before
