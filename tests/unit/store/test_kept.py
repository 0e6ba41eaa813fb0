"""What can be made again is kept, or not; nothing that happens to it does harm."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from pubtrack.store.kept import Kept


def test_an_object_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "new/folder")
    assert kept.read("a") == {}
    kept.write("a", {"ä": ["x\ud800", None, 1]})
    assert Kept(tmp_path / "new/folder").read("a") == {"ä": ["x\ud800", None, 1]}
    assert [path.name for path in (tmp_path / "new/folder").iterdir()] == ["a.json"]


def test_without_a_folder_nothing_is_kept() -> None:
    kept = Kept(None)
    kept.write("a", {"x": 1})
    kept.touch("a")
    kept.prune()
    assert kept.read("a") == {}


def test_every_damage_of_a_byte_is_noticed(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.write("a", {"key": "value"})
    whole = (tmp_path / "a.json").read_bytes()
    for place in range(len(whole)):
        (tmp_path / "a.json").write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert kept.read("a") == {}, place
        (tmp_path / "a.json").write_bytes(whole[:place])
        assert kept.read("a") == {}, place


@pytest.mark.parametrize("body", [b"[]", b"3", b"[" * 100_000])
def test_what_is_no_object_is_nothing(tmp_path: Path, body: bytes) -> None:
    import hashlib

    (tmp_path / "a.json").write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    assert Kept(tmp_path).read("a") == {}


def test_a_disk_that_refuses_only_costs_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    Kept(tmp_path).write("a", {"x": 1})
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").touch()
    Kept(tmp_path / "file").write("a", {"x": 1})
    assert Kept(tmp_path / "file").read("a") == {}
    Kept(tmp_path / "none").prune()


def test_two_writers_never_leave_half_of_one(tmp_path: Path) -> None:
    def write(number: int) -> None:
        for _ in range(50):
            Kept(tmp_path).write("a", {"n": [number] * 1000})

    writers = [threading.Thread(target=write, args=(number,)) for number in range(3)]
    for writer in writers:
        writer.start()
    seen = [Kept(tmp_path).read("a") for _ in range(200)]
    for writer in writers:
        writer.join()
    assert all(not found or len(set(found["n"])) == 1 for found in seen)
    assert Kept(tmp_path).read("a")["n"][0] in range(3)


def test_what_nobody_touches_goes_after_a_while(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    for name in ("old", "used"):
        kept.write(name, {"x": 1})
        os.utime(tmp_path / f"{name}.json", (1, 1))
    kept.touch("used")
    kept.prune()
    assert (kept.read("old"), kept.read("used")) == ({}, {"x": 1})
