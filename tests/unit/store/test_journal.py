"""The journal is whole or it does not count."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from pubtrack.errors import StoreError
from pubtrack.store.disk import Disk
from pubtrack.store.folder import Folder
from pubtrack.store.journal import Journal, JournalFiles, Step
from unit.store.library_states import build, state

JOURNAL = Journal("id", (Step("works.bib", ".works.bib.id.tmp", None, "0" * 64), Step("b", None, "1" * 64, None)))


def test_a_journal_comes_back_as_it_was_written() -> None:
    assert Journal.decode(JOURNAL.encode()) == JOURNAL


def test_a_journal_cut_off_anywhere_does_not_count() -> None:
    data = JOURNAL.encode()
    for end in range(len(data) - 1):  # without its last line end it is whole
        with pytest.raises(ValueError, match="damaged"):
            Journal.decode(data[:end])


def test_a_journal_of_a_later_format_is_not_guessed_at() -> None:
    body = json.dumps({"format": 2}).encode()
    with pytest.raises(ValueError, match="another version"):
        Journal.decode(sha256(body).hexdigest().encode() + b"\n" + body)


def test_a_prepared_journal_that_was_cut_off_is_cleared_away(tmp_path: Path) -> None:
    root = build(tmp_path)
    (root / ".pubtrack/journal.next").write_bytes(JOURNAL.encode()[:-10])
    before = state(root)
    Folder(root).read("works.bib")
    assert state(root) == before
    assert not (root / ".pubtrack/journal.next").exists()


def test_a_valid_journal_that_was_damaged_stops_everything(tmp_path: Path) -> None:
    root = build(tmp_path)
    (root / ".pubtrack/journal.json").write_bytes(b"damaged")
    with pytest.raises(StoreError, match=r"journal\.json: .* cannot be finished: the journal is damaged\. Nothing was"):
        Folder(root).read("works.bib")


def test_no_journal_is_nothing_to_do(tmp_path: Path) -> None:
    files = JournalFiles(tmp_path, Disk())
    files.revoke()
    files.forget()
    assert files.read_prepared() is files.read_committed() is None
