"""Edits beside broken entries: what is read around them stays, or the edit is refused."""

from __future__ import annotations

import pytest

from pubtrack.bibtex import Document, NewEntry
from pubtrack.errors import InputError


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("@misc(\n@article{}", lambda document: document.set(document.entries[1], "doi", "1")),
        ("@misc()x@misc(12)12@,", lambda document: document.set(document.entries[1], "year", "1")),
        ("@misc(", lambda document: document.add(NewEntry("book", "new", {"title": "T"}))),
        ('@misc(\n@misc(k"@misc()', lambda document: document.remove(document.entries[1])),
    ],
)
def test_an_edit_that_lets_broken_entries_read_others_differently_is_refused(text, edit):
    document = Document.parse(text)
    with pytest.raises(InputError, match="cannot read to its end"):
        edit(document)
    assert document.render() == text
    assert [entry.raw for entry in document.entries] == [entry.raw for entry in Document.parse(text).entries]


def test_an_edit_that_changes_nothing_around_is_done_beside_broken_entries():
    document = Document.parse("@misc{a, x = 1}\n@misc{b, y = {\n\n@misc{c, z = 3}")
    document.set("a", "x", "2")
    document.add(NewEntry("book", "d", {"title": "T"}))
    document.remove("c")
    assert [entry.key for entry in Document.parse(document.render()).entries] == ["a", "d", "b"]
