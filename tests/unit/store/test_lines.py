"""Which lines changed: nothing is lost, and entries that look alike are kept apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.store import lines
from pubtrack.store.blob import Blob
from pubtrack.store.lines import Lines, Span, split_lines

FEW = st.lists(st.sampled_from([b"a\n", b"b\n", b"}\n", b"\n", b"  c\n", b"d\n"]), max_size=20)


def changed_spans(old: list[bytes], new: list[bytes]) -> list[Span]:
    return lines.changed_spans(Lines(Blob.of(b"".join(old))), Lines(Blob.of(b"".join(new))))


@given(st.binary(), st.data())
def test_lines_are_read_from_where_they_stand(content: bytes, data: st.DataObject) -> None:
    read, split = Lines(Blob.of(content)), split_lines(content)
    assert list(read) == split
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(split)), st.integers(0, len(split)))))
    assert read[start:end] == split[start:end]
    assert read.size(start, end) == len(b"".join(split[start:end]))


@given(st.binary())
def test_lines_joined_are_the_data(data: bytes) -> None:
    assert b"".join(split_lines(data)) == data


@given(FEW, FEW)
def test_outside_the_spans_both_sides_are_equal(old: list[bytes], new: list[bytes]) -> None:
    rebuilt, done = [], 0
    for span in changed_spans(old, new):
        rebuilt += [*old[done : span.old_start], *new[span.new_start : span.new_end]]
        done = span.old_end
    assert rebuilt + old[done:] == new


@given(FEW, FEW)
def test_spans_run_from_top_to_bottom_and_never_touch(old: list[bytes], new: list[bytes]) -> None:
    spans = changed_spans(old, new)
    for before, after in pairwise(spans):
        assert before.old_end < after.old_start or before.new_end < after.new_start
    assert all(span.old_end > span.old_start or span.new_end > span.new_start for span in spans)


@given(FEW)
def test_equal_lines_did_not_change(old: list[bytes]) -> None:
    assert changed_spans(old, old) == []


def test_a_removed_entry_is_removed_from_its_first_line_to_its_blank_line() -> None:
    old = split_lines(b"@a{x,\n y\n}\n\n@a{1,\n y\n}\n\n@a{2,\n y\n}\n\n@a{3,\n y\n}\n")
    new = old[:4] + old[8:]
    assert changed_spans(old, new) == [Span(4, 8, 4, 4)]


def test_an_added_table_begins_at_its_head() -> None:
    old = split_lines(b"[[award]]\nname = 1\n\n[[award]]\nname = 3\n")
    new = split_lines(b"[[award]]\nname = 1\n\n[[award]]\nname = 2\n\n[[award]]\nname = 3\n")
    assert changed_spans(old, new) == [Span(3, 3, 3, 6)]


def test_an_added_entry_at_the_end_begins_at_its_own_head() -> None:
    old = split_lines(b"@a{1,\n  y,\n}\n")
    new = split_lines(b"@a{1,\n  y,\n}\n@a{2,\n  y,\n}\n")
    assert changed_spans(old, new) == [Span(3, 3, 3, 6)]


def test_large_blocks_without_a_common_line_are_taken_as_a_whole() -> None:
    old, new = [b"a\n", b"a\n", b"b\n", b"b\n"] * 300, [b"b\n", b"b\n", b"a\n", b"a\n"] * 300
    assert (len(old) - 2) * (len(new) - 2) > lines._SMALL
    assert len(changed_spans(old, new)) == 1


@pytest.mark.parametrize("at_once", [1, 3, 50_000])
def test_lines_that_occur_once_are_the_same_however_many_are_sorted_at_a_time(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "_SORTED_AT_ONCE", at_once)
    words = [b"%d\n" % (number % 70) for number in range(100)]
    marks = Lines(Blob.of(b"".join(words))).marks
    found = list(lines.once(marks, 10, 100))
    assert sorted(found) == [at for at in range(10, 100) if words[10:].count(words[at]) == 1]
    assert [marks[at] for at in found] == sorted(marks[at] for at in found)
