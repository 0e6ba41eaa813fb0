"""A library for tests: how it looks before and what a big change does to it, and what can be compared of it."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pubtrack.store.folder import Folder
from pubtrack.store.history import Change

NOW = datetime(2026, 11, 22, 15, 4, 39, tzinfo=UTC)

WORKS = b"@article{a,\r\n  title = {caf\xe9},\r\n  year = {2020},\r\n}\r\n\r\n@misc{b,\r\n  year = {2020},\r\n}"


def state(root: Path) -> dict[str, bytes]:
    """Every file of the library by its name, without the private folder; a link shows its content."""
    found = {}
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name != ".pubtrack"]
        for name in files:
            path = Path(folder, name)
            if path.exists():  # a link whose file was removed points nowhere until it is made again
                found[path.relative_to(root).as_posix()] = path.read_bytes()
    return found


def left_over(root: Path) -> list[str]:
    """The journals that an unfinished change left in the private folder."""
    return sorted(path.name for path in (root / ".pubtrack").glob("journal*"))


def stray_backups(root: Path) -> list[str]:
    """The backups of changes that never happened."""
    history = root / "history/undo.jsonl"
    done = history.read_text() if history.exists() else ""
    return [path.name for path in (root / ".pubtrack/backups").iterdir() if path.name not in done]


def build(base: Path) -> Path:
    """Makes `base/bib`, a library with a history, and `base/outside`, where one of its files really lies."""
    root = base / "bib"
    (base / "outside").mkdir(parents=True)
    root.mkdir()
    (root / "records.jsonl").symlink_to("../outside/records.jsonl")
    folder = Folder(root)
    with folder.transaction("init", now=NOW) as tx:
        tx.write("works.bib", WORKS)
        tx.write("old.txt", b"to be removed\n")
        tx.write("records.jsonl", b'{"a": 1}\n{"b": 2}\n')
    with folder.transaction("set", "by hand", now=NOW + timedelta(seconds=1)) as tx:
        tx.write("works.bib", WORKS.replace(b"2020", b"2021", 1))
        tx.note(Change("a", "year", "2020", "2021"))
    return root


def big_change(folder: Folder) -> None:
    """Edits, creates and removes files, here, in a new folder below and behind a link."""
    with folder.transaction("refresh", "because", now=NOW + timedelta(seconds=2)) as tx:
        works = tx.read("works.bib") or b""
        tx.write("works.bib", works.replace(b"@misc{b", b"@book{b").replace(b"2021", b"2022"))
        tx.write("awards.toml", b'[[award]]\nname = "Best"\n')
        tx.delete("old.txt")
        tx.write("deep/er/new.csv", b"1,2\n")
        tx.write("records.jsonl", (tx.read("records.jsonl") or b"").replace(b"2", b"3"))
        tx.note(Change("a", "year", "2021", "2022"))
        tx.note(Change("b", "type", "misc", "book", because="crossref"))


def two_undos(folder: Folder) -> None:
    """Takes back both changes that `build` made."""
    folder.undo(2, now=NOW + timedelta(seconds=3))


def looking(folder: Folder) -> None:
    """Only reads; a change that was cut off is finished first."""
    folder.read("works.bib")


SCENARIOS = {"big_change": big_change, "two_undos": two_undos, "looking": looking}
