"""A refresh on disk, and played back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pubtrack.errors import BadResponse, RateLimited, SourceDown, StoreError
from pubtrack.transport.messages import Host, Rate, Request, Response
from pubtrack.transport.recording import Recorder, Replayer, request_key

HOST = Host("here", "https://x.org", Rate(3, 1.0))
WHEN = datetime(2026, 11, 22, 1, 2, 3, 456, tzinfo=UTC)


def response(content: bytes, **headers: str) -> Response:
    return Response(200, "https://x.org/y", content, headers, WHEN)


def test_answers_come_back_in_any_order_and_in_turn(tmp_path: Path) -> None:
    one, two = Request(HOST, "/one"), Request(HOST, "/two", expects="xml")
    recorder = Recorder(tmp_path)
    for request, content in ((one, b"1"), (two, b"<x/>"), (one, b"2")):
        recorder.answer(request, response(content))
    replayer = Replayer(tmp_path)
    assert replayer.send(two).content == b"<x/>"
    assert [replayer.send(one).content for _ in range(3)] == [b"1", b"2", b"1"]
    assert replayer.send(two).retrieved_at == WHEN


def test_failures_come_back_as_what_they_were(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path)
    recorder.failure(Request(HOST, "/a"), RateLimited("here", "wait", None, 9.0))
    recorder.failure(Request(HOST, "/b"), BadResponse("here", "html"))
    replayer = Replayer(tmp_path)
    with pytest.raises(RateLimited) as caught:
        replayer.send(Request(HOST, "/a"))
    assert caught.value.retry_after_s == 9
    with pytest.raises(BadResponse, match="html"):
        replayer.send(Request(HOST, "/b"))
    with pytest.raises(SourceDown, match="no answer"):
        replayer.send(Request(HOST, "/never"))


def test_words_with_signs_that_python_takes_for_line_ends_are_one_line(tmp_path: Path) -> None:
    Recorder(tmp_path).failure(Request(HOST, "/a"), SourceDown("here", "one\u2028two\x85three"))
    with pytest.raises(SourceDown, match="one\u2028two\x85three"):
        Replayer(tmp_path).send(Request(HOST, "/a"))


def test_what_is_no_recording_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        Replayer(tmp_path / "nowhere")
    (tmp_path / "index.jsonl").write_text("{\n")
    with pytest.raises(StoreError):
        Replayer(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError):
        Recorder(tmp_path / "file")
    Recorder(tmp_path).answer(Request(HOST, "/a"), response(b"x"))
    for body in (tmp_path / "bodies").iterdir():
        body.unlink()
    with pytest.raises(StoreError):
        Replayer(tmp_path).send(Request(HOST, "/a"))


def test_an_unknown_kind_of_error_is_still_a_failure(tmp_path: Path) -> None:
    row = {
        "key": request_key(Request(HOST, "/a")),
        "turn": 0,
        "error": {"kind": "StoreError", "detail": "x", "url": None},
    }
    (tmp_path / "index.jsonl").write_text(__import__("json").dumps(row))
    with pytest.raises(SourceDown):
        Replayer(tmp_path).send(Request(HOST, "/a"))
