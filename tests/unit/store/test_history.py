"""The history: plain lines that only grow, exact to the byte."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.errors import StoreError
from pubtrack.store.history import FileUndo, HistoryRow, UndoRecord, last_standing, stamp
from pubtrack.store.hunks import reverse_hunks

TEXT = st.text(st.characters(codec="utf-8"))


def record(change: str, undoes: tuple[str, ...] = (), verb: str = "set") -> UndoRecord:
    return UndoRecord(change, "2026-11-22T15:04:39Z", verb, "", undoes, ())


@given(st.binary(), st.binary())
def test_old_bytes_survive_the_history(old: bytes, new: bytes) -> None:
    file = FileUndo("works.bib", "0" * 64, None, tuple(reverse_hunks(old, new)))
    written = UndoRecord("id", "2026-11-22T15:04:39Z", "set", "weil", (), (file,))
    data = b"".join(written.encoded())
    assert data.endswith(b"\n")
    assert data.count(b"\n") == 1
    assert UndoRecord.decode(data + data, "undo.jsonl") == [written, written]


@given(TEXT, st.none() | TEXT | st.lists(TEXT) | st.dictionaries(TEXT, st.integers()))
def test_a_row_survives_the_history(text: str, value: object) -> None:
    row = HistoryRow("id", "2026-11-22T15:04:39Z", "set", text, "title", None, value, text)
    assert HistoryRow.decode(row.encode(), "changes.jsonl") == [row]


def test_a_row_is_readable_and_its_keys_stand_in_a_fixed_order() -> None:
    row = HistoryRow("id", "2026-11-22T15:04:39Z", "set", "jin2024", "title", "Café", "Kaffee", "by hand")
    assert "Café" in row.encode().decode()
    assert list(json.loads(row.encode())) == ["change", "when", "verb", "key", "field", "old", "new", "because"]


def test_no_file_is_no_history() -> None:
    assert UndoRecord.decode(None, "undo.jsonl") == []
    assert HistoryRow.decode(b"\r\n\n", "changes.jsonl") == []


@pytest.mark.parametrize("damage", [b"<<<<<<< HEAD", b"{", b"[]", b'{"change": 1}', b"\xff", b"[" * 100_000, b"7"])
def test_a_damaged_line_is_named(damage: bytes) -> None:
    for kind in (UndoRecord, HistoryRow):
        good = b"" if kind is HistoryRow else b"".join(record("a").encoded())
        with pytest.raises(StoreError, match=r"jsonl:[12]: this line of the history is damaged"):
            kind.decode(good + damage + b"\n", "history/x.jsonl")


def test_what_stands_is_neither_an_undo_nor_undone() -> None:
    records = [record("a"), record("b"), record("c"), record("u", ("c",), "undo"), record("d")]
    assert [standing.change for standing in last_standing(records)] == ["d", "b", "a"]


def test_a_moment_is_written_in_utc_and_needs_a_zone() -> None:
    berlin = timezone(timedelta(hours=2))
    assert stamp(datetime(2026, 7, 1, 1, 30, tzinfo=berlin)) == "2026-06-30T23:30:00Z"
    assert stamp(datetime(2026, 7, 1, tzinfo=UTC)) < stamp(datetime(2026, 7, 1, 0, 0, 1, tzinfo=UTC))
    with pytest.raises(ValueError, match="time zone"):
        stamp(datetime(2026, 7, 1))
