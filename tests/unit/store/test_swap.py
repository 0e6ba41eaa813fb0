"""Two folders that change places, and one that a process holds."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pubtrack.errors import StoreError
from pubtrack.store import swap


@pytest.mark.skipif(sys.platform != "linux", reason="the system call of Linux")
def test_two_folders_change_places(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a/one").touch()
    assert swap.exchange(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b/one").exists()
    with pytest.raises(FileNotFoundError):
        swap.exchange(tmp_path / "a", tmp_path / "none")


def test_a_system_without_the_call_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_system_call", lambda: None)
    assert not swap.exchange(tmp_path, tmp_path)


def test_a_file_system_without_the_call_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_system_call", lambda: lambda first, second: -1)
    monkeypatch.setattr(swap.ctypes, "get_errno", lambda: errno.EINVAL)
    assert not swap.exchange(tmp_path, tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be held there")
def test_a_folder_is_held_against_another_process_until_that_ends(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from pubtrack.store.swap import held\n"
        "with held(Path(sys.argv[1]), 1) as alone:\n    print(alone, flush=True)\n    time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "True\n"
        with pytest.raises(StoreError, match="another pubtrack is writing there"), swap.held(tmp_path, 0.1):
            pass
        child.kill()
    with swap.held(tmp_path, 5) as alone:
        assert alone
    assert list(tmp_path.iterdir()) == []


def test_where_no_lock_can_be_had_the_work_goes_on(tmp_path: Path) -> None:
    with swap.held(tmp_path / "none", 1) as alone:
        assert not alone
