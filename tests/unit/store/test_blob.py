"""Content that lies in memory or on disk: the same bytes either way."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.errors import StoreError
from pubtrack.store import blob
from pubtrack.store.blob import Blob, Spool


@pytest.fixture(params=[0, 4_000_000], ids=["on disk", "in memory"], autouse=True)
def _limit(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blob, "_IN_MEMORY", request.param or 1)
    monkeypatch.setattr(blob, "_CHUNK", 7)


@given(st.lists(st.binary()))
def test_chunks_joined_are_the_content(chunks: list[bytes]) -> None:
    whole, made = b"".join(chunks), Blob.joined(chunks)
    assert made.data == b"".join(made.chunks()) == whole
    assert (made.size, made.sha256) == (len(whole), hashlib.sha256(whole).hexdigest())
    assert made == Blob.of(whole) == Blob.of(made)


@given(st.lists(st.sampled_from([b"a", b"\n", b"\r\n", b"long line without an end", "\u2028".encode()])).map(b"".join))
def test_lines_know_where_they_start_and_end_with_a_newline_only(content: bytes) -> None:
    lines = list(Blob.of(content).lines())
    assert b"".join(line for _, line in lines) == content
    assert all(content[start : start + len(line)] == line for start, line in lines)
    assert all(line.endswith(b"\n") for _, line in lines[:-1])
    assert all(line.count(b"\n") <= 1 for _, line in lines)


def test_what_is_added_behind_a_blob_is_no_part_of_it() -> None:
    one = Blob.of(b"first\n")
    start = one.spool.add(b"second\n")
    assert one.data == b"first\n"
    assert one.read(3, 100) == b"st\n"
    assert one.spool.read(start, 7) == b"second\n"


def test_a_large_spool_leaves_the_memory_and_its_file_goes_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blob, "_IN_MEMORY", 10)
    spool = Spool()
    spool.add(b"x" * 11)
    file = spool._file
    assert file._rolled
    del spool
    assert file.closed


def test_no_room_for_temporary_files_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(blob, "_IN_MEMORY", 10)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    spool = Spool()
    spool.add(b"x" * 5)
    with pytest.raises(
        StoreError, match=r"temporary files takes no more \(No such file.*\). Nothing was changed. Set TMPDIR"
    ):
        spool.add(b"x" * 50)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert spool.read(spool.add(b"y"), 1) == b"y"


def test_what_the_system_takes_only_later_is_explained_too(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource", reason="only POSIX limits the size of files")
    monkeypatch.setattr(blob, "_IN_MEMORY", 10)
    spool = Spool()
    spool.add(b"x" * 11)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
    try:
        spool.add(b"x" * 2_000)  # lies in a buffer
        with pytest.raises(StoreError, match="temporary files takes no more"):
            spool.read(0, 1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_blobs_of_other_bytes_differ_and_show_their_beginning() -> None:
    assert Blob.of(b"a") != Blob.of(b"b")
    assert Blob.of(b"a") != b"a"
    assert len({Blob.of(b"a"), Blob.of(b"a")}) == 1
    assert repr(Blob.of(b"x" * 50)) == f"Blob({b'x' * 40!r}...)"
