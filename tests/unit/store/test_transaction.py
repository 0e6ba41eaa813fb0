"""A transaction sees what it read and staged, and refuses what it must not touch."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from pubtrack.errors import ConflictError, StoreError
from pubtrack.store.folder import Folder
from pubtrack.store.history import Change
from unit.store.library_states import NOW, build, state


def test_a_transaction_reads_what_it_staged(tmp_path: Path) -> None:
    with Folder(tmp_path).transaction("set", now=NOW) as tx:
        assert tx.read("works.bib") is None
        tx.write("works.bib", b"one")
        assert tx.read("works.bib") == b"one"
        assert not (tmp_path / "works.bib").exists()
        tx.delete("works.bib")
        assert tx.read("works.bib") is None
    assert tx.change is None


def test_what_equals_the_present_content_is_no_change(tmp_path: Path) -> None:
    root = build(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.name != "lock"}
    with Folder(root).transaction("set", now=NOW) as tx:
        tx.write("works.bib", tx.read("works.bib") or b"")
        tx.delete("never.there")
    assert tx.change is None
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.name != "lock"} == before


def test_an_exception_leaves_all_as_it_was(tmp_path: Path) -> None:
    root = build(tmp_path)
    before = state(root)
    with pytest.raises(RuntimeError, match="by the caller"), Folder(root).transaction("set", now=NOW) as tx:  # noqa: PT012
        tx.write("works.bib", b"")
        raise RuntimeError("by the caller")
    assert state(root) == before


def test_an_error_of_the_caller_is_not_told_as_one_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), Folder(tmp_path).transaction("set", now=NOW):
        (tmp_path / "not there").read_bytes()


@pytest.mark.parametrize("name", ["works.bib", "notes.md"])
def test_a_file_saved_since_it_was_read_stops_the_change(tmp_path: Path, name: str) -> None:
    root = build(tmp_path)
    with (  # noqa: PT012
        pytest.raises(
            ConflictError, match=rf"{name}: saved by somebody else .* Nothing was changed\. Try again"
        ) as error,
        Folder(root).transaction("set", now=NOW) as tx,
    ):
        tx.read(name)
        tx.write("awards.toml", b"new")
        (root / name).write_bytes(b"saved by an editor")
    assert error.value.path == str(root / name)
    assert not (root / "awards.toml").exists()
    assert (root / name).read_bytes() == b"saved by an editor"


def test_notes_and_reasons_stand_in_the_history(tmp_path: Path) -> None:
    with Folder(tmp_path).transaction("set", "my own words", now=NOW) as tx:
        tx.write("works.bib", b"x")
        tx.note(Change("a", "title", None, "Tïtle"))
        tx.note(Change("a", "year", 2020, 2021, because="crossref"))
    rows = Folder(tmp_path).changes()
    assert [(row.key, row.field, row.old, row.new, row.because) for row in rows] == [
        ("a", "title", None, "Tïtle", "my own words"),
        ("a", "year", 2020, 2021, "crossref"),
    ]
    assert {(row.change, row.when, row.verb) for row in rows} == {(tx.change, "2026-11-22T15:04:39Z", "set")}


def test_a_note_without_a_changed_file_is_kept(tmp_path: Path) -> None:
    with Folder(tmp_path).transaction("lock", now=NOW) as tx:
        tx.note(Change("a", "title"))
    assert len(Folder(tmp_path).changes()) == 1
    assert Folder(tmp_path).undo(now=NOW)[0].files == ()


def test_the_same_change_of_the_same_library_gets_the_same_id(tmp_path: Path) -> None:
    ids = []
    for place in ("one", "two"):
        folder = Folder(tmp_path / place)
        for text in (b"x", b"y", b"x"):
            with folder.transaction("set", now=NOW) as tx:
                tx.write("works.bib", text)
            ids.append(tx.change)
    assert ids[:3] == ids[3:]
    assert len(set(ids)) == 3
    assert state(tmp_path / "one") == state(tmp_path / "two")


def test_a_history_without_a_final_line_end_is_continued_on_a_new_line(tmp_path: Path) -> None:
    root = build(tmp_path)
    history = root / "history/changes.jsonl"
    history.write_bytes(history.read_bytes().removesuffix(b"\n"))
    with Folder(root).transaction("set", now=NOW) as tx:
        tx.note(Change("b", "year", "1", "2"))
    assert [row.key for row in Folder(root).changes()] == ["a", "b"]


@pytest.mark.parametrize(
    "name", ["", "/etc/passwd", "../x", "a/../../x", ".pubtrack/lock", "a\\b", "C:x", "a//b", "./a", "history/../x"]
)
def test_names_that_lead_out_of_the_library_are_refused(tmp_path: Path, name: str) -> None:
    folder = Folder(tmp_path)
    with folder.transaction("set", now=NOW) as tx:
        for use in (tx.read, lambda name: tx.write(name, b""), tx.delete):
            with pytest.raises(ValueError, match="librar"):
                use(name)
    with pytest.raises(ValueError, match="librar"):
        folder.read(name)


@pytest.mark.parametrize("name", ["history/changes.jsonl", "history/undo.jsonl"])
def test_the_histories_write_themselves(tmp_path: Path, name: str) -> None:
    with Folder(tmp_path).transaction("set", now=NOW) as tx, pytest.raises(ValueError, match="by the store itself"):
        tx.write(name, b"forged")


def test_a_folder_in_the_place_of_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "works.bib").mkdir()
    with (
        Folder(tmp_path).transaction("set", now=NOW) as tx,
        pytest.raises(StoreError, match=r"works\.bib: the disk refus"),
    ):
        tx.read("works.bib")


def test_a_moment_needs_a_time_zone(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="time zone"), Folder(tmp_path).transaction("set", now=datetime(2026, 1, 1)):
        pass
