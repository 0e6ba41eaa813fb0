"""What a file holds and where it stands, before and after edits."""

from __future__ import annotations

import pytest

from pubtrack.bibtex import Document
from pubtrack.bibtex.contents import Contents
from pubtrack.errors import NotFoundError

TEXT = (
    '@string{v = "Proc. of {X}"}\n\n@misc{one,\n  title = {A},\n}\n\n@misc{Two, title = v}\n@misc{two, title = {B}}\n'
)


def test_entries_are_all_but_strings_comments_and_preambles() -> None:
    contents = Contents("@comment{c}\n@preamble{p}\n" + TEXT)
    assert [entry.key for entry in contents.entries] == ["one", "Two", "two"]
    assert [entry.key for entry in contents.entries[1:]] == ["Two", "two"]
    assert len(contents) == len(contents.entries) == 3


def test_keys_are_found_as_spelled_before_those_that_differ_in_case() -> None:
    contents = Contents(TEXT)
    assert contents.entry("two").text("title") == "B"
    assert contents.entry("TWO").key == "Two"
    assert "ONE" in contents
    assert 1 not in contents


def test_a_key_that_is_not_there_names_those_that_are_close() -> None:
    with pytest.raises(NotFoundError) as caught:
        Contents("@misc{knuth1984, title = {T}}").entry("knuth1985")
    assert "knuth1984" in str(caught.value)


def test_offsets_and_lines_follow_edits() -> None:
    document = Document.parse(TEXT)
    last = document.entry("two")
    assert (last.line, TEXT[last.offset :]) == (8, "@misc{two, title = {B}}\n")
    document.set("one", "note", "new")
    document.remove("Two")
    now = document.render()
    assert now[last.offset :] == "@misc{two, title = {B}}\n"
    assert last.line == now[: last.offset].count("\n") + 1


def test_a_text_that_nobody_edited_renders_as_it_is() -> None:
    assert Contents(TEXT.replace("\n", "\r\n")).render() == TEXT.replace("\n", "\r\n")
    assert Contents(TEXT.replace("\n", "\r\n")).eol == "\r\n"
