"""What a refresh was told is kept while it runs, and a disk that refuses is told in a sentence."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pubtrack.errors import StoreError
from pubtrack.store.run_journal import RunJournal

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def told(number: int, outcome: str = "found") -> dict[str, str]:
    return {"work": f"w{number}", "source": "crossref", "outcome": outcome, "detail": "é \u2028"}


def test_the_last_line_about_a_work_and_source_counts(tmp_path: Path) -> None:
    journal = RunJournal(tmp_path, NOW)
    with journal.held(), journal.appending() as lines:
        for line in (told(1, "unreachable"), told(2), told(1)):
            lines.add(line)
    index = journal.index()
    outcome, place = index.of("w1")["crossref"]
    assert (outcome, len(index)) == ("found", 2)
    assert list(journal.read_at([place])) == [told(1)]
    journal.finish()
    assert len(journal.index()) == 0


def test_a_line_that_was_cut_off_is_left_out_and_not_joined(tmp_path: Path) -> None:
    journal = RunJournal(tmp_path, NOW)
    with journal.held():
        with journal.appending() as lines:
            lines.add(told(1))
        with (tmp_path / ".pubtrack" / "refresh.jsonl").open("ab") as file:
            file.write(b'{"work": "w2", "sou')
        with journal.appending() as lines:
            lines.add(told(3))
    assert [work for work in ("w1", "w2", "w3") if journal.index().of(work)] == ["w1", "w3"]


def test_a_journal_of_another_day_is_begun_anew(tmp_path: Path) -> None:
    for now, kept in ((NOW, 1), (NOW + timedelta(hours=23), 1), (NOW + timedelta(hours=25), 0)):
        journal = RunJournal(tmp_path, now)
        with journal.held():
            if now == NOW:
                with journal.appending() as lines:
                    lines.add(told(1))
            assert len(journal.index()) == kept


def test_a_library_that_may_only_be_read_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(StoreError, match="writing is not permitted"), RunJournal(tmp_path, NOW).held():
        pass


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_says_that_the_answers_so_far_are_kept(tmp_path: Path) -> None:
    journal = RunJournal(tmp_path, NOW)
    with journal.held():
        path = tmp_path / ".pubtrack" / "refresh.jsonl"
        path.unlink()
        path.symlink_to("/dev/full")
        words = r"the disk is full\. No work was changed, and the next refresh goes on"
        with pytest.raises(StoreError, match=words), journal.appending() as lines:
            lines.add(told(1))


def test_two_refreshes_never_hold_one_journal(tmp_path: Path) -> None:
    one, other = RunJournal(tmp_path, NOW), RunJournal(tmp_path, NOW)
    with one.held(), pytest.raises(StoreError, match="another refresh"), other.held():
        pass
