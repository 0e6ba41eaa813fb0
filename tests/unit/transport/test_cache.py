"""Answers that may be reused for a while."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pubtrack.transport.cache import Cache
from pubtrack.transport.messages import Host, Rate, Request, Response

HOST = Host("here", "https://x.org", Rate(3, 1.0))
WHEN = datetime(2026, 11, 22, tzinfo=UTC)
ASKED = Request(HOST, "/x", cache_s=60.0)


def kept(cache: Cache, seconds: float = 0, base: str = "https://x.org", asked: Request = ASKED) -> Response | None:
    return cache.get(asked, base, WHEN + timedelta(seconds=seconds))


def test_an_answer_is_kept_for_its_time_and_its_host(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    said = Response(200, "u", b"body\nwith\nlines", {"content-type": "application/json", "set-cookie": "no"}, WHEN)
    cache.put(ASKED, "https://x.org", said)
    found = kept(cache, 59)
    assert found
    assert (found.content, found.headers) == (said.content, {"content-type": "application/json"})
    assert kept(cache, 60) is None
    assert kept(cache, -1) is None
    assert kept(cache, base="http://mirror") is None
    assert kept(cache, asked=Request(HOST, "/x")) is None


def test_failures_and_broken_files_are_not_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(ASKED, "b", Response(404, "u", b"", {}, WHEN))
    assert kept(cache, base="b") is None
    cache.put(ASKED, "b", Response(200, "u", b"", {}, WHEN))
    for path in (p for p in tmp_path.rglob("*") if p.is_file()):
        path.write_bytes(b"junk")
    assert kept(cache, base="b") is None


def test_nothing_breaks_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for cache in (Cache(None), Cache(tmp_path / "file")):
        cache.put(ASKED, "b", Response(200, "u", b"", {}, WHEN))
        assert kept(cache, base="b") is None
        assert cache.prune(WHEN) == 0


def test_a_full_disk_leaves_no_half_answers_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    Cache(tmp_path).put(ASKED, "b", Response(200, "u", b"body", {}, WHEN))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_old_answers_are_deleted(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(ASKED, "b", Response(200, "u", b"", {}, WHEN))
    path = next(p for p in tmp_path.rglob("*") if p.is_file())
    old = (WHEN - timedelta(days=61)).timestamp()
    os.utime(path, (old, old))
    assert cache.prune(WHEN) == 1
