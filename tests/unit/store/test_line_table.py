"""Lines by key: kept as they are, read when asked for, and named where they are broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.errors import InputError
from pubtrack.model import Fields, Provenance, SourceRecord
from pubtrack.store.blob import Blob
from pubtrack.store.json_lines import write_line, write_lines
from pubtrack.store.line_table import LineTable


def record(work: str, source: str, title: str = "T") -> SourceRecord:
    return SourceRecord(work=work, fields=Fields(title=title), provenance=Provenance(source=source))


def table(data: bytes | None, known: LineTable[SourceRecord] | None = None) -> LineTable[SourceRecord]:
    return LineTable.read(None if data is None else Blob.of(data), SourceRecord, "work", "bib/records.jsonl", known)


FILE = write_lines([record("a", "acl"), record("a", "arxiv"), record("b", "acl")])


def test_values_are_found_by_key_in_the_order_of_the_file():
    read = table(FILE)
    assert list(read.keys()) == ["a", "b"]
    assert [one.provenance.source for one in read.values("a")] == ["acl", "arxiv"]
    assert read.values("c") == ()
    assert "b" in read
    assert "c" not in read


def test_a_line_that_nobody_touched_keeps_its_bytes():
    odd = b'{ "work":"a",  "fields":{"title":"\\u0054"}, "provenance":{"source":"acl"}}\n'
    read = table(b"\xef\xbb\xbf" + odd + b"\r\n" + FILE.splitlines(True)[2])
    read.put("b", [record("b", "dblp")])
    assert b"".join(read.chunks()) == odd + write_lines([record("b", "dblp")])


def test_signs_that_python_takes_for_line_ends_stay_in_a_value():
    odd = record("a", "acl", "one\u2028two\x85three\x0cfour")
    assert table(write_lines([odd, record("b", "acl")])).values("a") == (odd,)


def test_files_are_sorted_by_key_and_a_key_without_values_goes():
    read = table(None)
    read.put("b", [record("b", "acl")])
    read.put("a", [record("a", "acl")])
    read.put("b", [])
    read.put("c", [])
    assert b"".join(read.chunks()) == write_lines([record("a", "acl")])


def test_a_copy_changes_alone_and_tells_what_changed():
    read = table(FILE)
    copy = read.copy()
    assert copy == read
    copy.put("b", [record("b", "acl", "New")])
    copy.put("c", [record("c", "acl")])
    copy.put("a", [])
    assert copy.changed_since(read) == ["b", "c"]
    assert b"".join(read.chunks()) == FILE


def test_a_file_that_did_not_change_is_not_read_again():
    read = table(FILE)
    assert table(FILE, read) is read
    assert table(FILE + b"\n", read) is not read
    assert table(FILE + b"\n", read) == read


def test_members_are_given_without_reading_the_rest():
    assert table(b'{"work": "a", "fields": 7}\n').members("a", "fields") == [7]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b"{", "records.jsonl:5: this line is no SourceRecord"),
        (b"[]", "records.jsonl:5: this line is no SourceRecord"),
        (b'{"fields": {}}', "records.jsonl:5: .*work"),
        (b'{"work": "", "fields": {}}', "records.jsonl:5: .*work"),
        (b"<<<<<<< HEAD", "records.jsonl:5: a git conflict"),
        (b"\xff\xfe\x00", "records.jsonl:5: this line is no SourceRecord"),
    ],
)
def test_a_line_without_a_key_is_named_when_the_file_is_read(line, sentence):
    with pytest.raises(InputError, match=sentence):
        table(FILE + b"\n" + line + b"\n")


def test_a_line_of_another_kind_is_named_when_its_key_is_asked_for():
    read = table(FILE + b"\n" + b'{"work": "c", "titel": 1}\n')
    assert len(read.values("a")) == 2
    with pytest.raises(InputError, match=r"records.jsonl:5: this line is no SourceRecord \(fields: Field required"):
        read.values("c")


RECORDS = st.lists(
    st.builds(record, st.sampled_from("abc"), st.sampled_from(["acl", "arxiv"]), st.sampled_from(["T", "Tüte"])),
    max_size=8,
)
DRESSED = st.sampled_from([b"%s\n", b"%s\r\n", b"  %s\n", b"\n%s\n"])


@given(RECORDS, st.data())
def test_lines_of_one_key_that_stand_apart_are_put_together_in_their_order(records, data):
    lines = [data.draw(DRESSED) % write_line(one) for one in records]
    read = table(data.draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + b"".join(lines))
    assert list(read.keys()) == list(dict.fromkeys(one.work for one in records))
    assert all(read.values(key) == tuple(one for one in records if one.work == key) for key in "abc")
    assert b"".join(read.chunks()) == write_lines(sorted(records, key=lambda one: one.work))


@given(RECORDS, RECORDS)
def test_tables_are_equal_where_their_lines_are(one, other):
    def by_key(records):
        return {key: [r for r in records if r.work == key] for key in sorted({r.work for r in records})}

    left, right = table(write_lines(one)), table(write_lines(other))
    assert (left == right) == (by_key(one) == by_key(other))
    assert set(left.changed_since(right)) == {k for k, lines in by_key(one).items() if by_key(other).get(k) != lines}
    assert left == left.copy()
    assert left != by_key(one)


def test_a_copy_reads_and_names_like_the_table_that_it_was_made_from():
    copy = table(FILE + b'{"work": "c", "titel": 1}\n').copy()
    assert copy.values("a") == table(FILE).values("a")
    with pytest.raises(InputError, match=r"bib/records.jsonl:4: this line is no SourceRecord"):
        copy.values("c")


def test_a_line_that_was_put_and_cannot_be_read_has_no_number():
    read = table(b"\xef\xbb\xbf" + b'{"work": "a", "titel": 1}\n')
    with pytest.raises(InputError, match=r"records.jsonl:1: "):
        read.values("a")
    read._places["b"] = read._added(b'{"work": "b", "titel": 2}\n')
    with pytest.raises(InputError) as refused:
        read.values("b")
    assert refused.value.line == 0
