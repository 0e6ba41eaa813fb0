"""JSON Lines files: sorted small diffs out, clear sentences for broken lines in."""

from __future__ import annotations

import pytest

from pubtrack.errors import InputError
from pubtrack.model import Fields, Provenance, SourceRecord
from pubtrack.store.json_lines import read_lines, write_lines

RECORD = SourceRecord(work="k", fields=Fields(title="Über “Ö”"), provenance=Provenance(source="acl"))


def test_what_was_written_is_read_again():
    assert read_lines(write_lines([RECORD, RECORD]), SourceRecord, "records.jsonl") == (RECORD, RECORD)


def test_a_missing_file_and_blank_lines_hold_nothing():
    assert read_lines(None, SourceRecord, "records.jsonl") == ()
    assert read_lines(b"\n  \n", SourceRecord, "records.jsonl") == ()


def test_windows_line_ends_and_a_mark_at_the_start_are_read():
    data = b"\xef\xbb\xbf" + write_lines([RECORD]).replace(b"\n", b"\r\n")
    assert read_lines(data, SourceRecord, "records.jsonl") == (RECORD,)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b"{", r"records.jsonl:2: this line is no SourceRecord"),
        (b'{"work": "k"}', r"records.jsonl:2: .*fields"),
        (b"<<<<<<< HEAD", r"records.jsonl:2: a git conflict is not resolved"),
        (b"\xff\xfe\x00", r"records.jsonl:2: this line is no SourceRecord"),
    ],
)
def test_a_broken_line_is_named(line, sentence):
    with pytest.raises(InputError, match=sentence):
        read_lines(write_lines([RECORD]) + line + b"\n", SourceRecord, "records.jsonl")
