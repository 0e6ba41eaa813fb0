"""An entry taken apart is the same entry put together, and no new text is taken that says something else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from pubtrack.bibtex import Document
from pubtrack.bibtex.rewriting import EntryText, layout, only_block, read_again, rewrite, take, unique, whole
from pubtrack.errors import InputError
from unit.bibtex.strategies import files, soup


@given(files() | soup)
@settings(max_examples=300, deadline=None)
def test_an_entry_taken_apart_and_put_together_is_the_same_text(text):
    for entry in Document.parse(text).entries:
        assert EntryText(entry).joined() == entry.raw
        assert [name for name, _ in EntryText(entry).pairs()][:1] == list(entry.fields)[:1]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("@misc{k, a = {2}", "could not read it"),
        ("@misc{k, a = {2}} ", "could not read it"),
        ("@misc{k, a = {2}}@misc{l}", "could not read it"),
        ("@misc{k, a = {3}}", "more than the one value"),
        ("@misc{l, a = {2}}", "more than the one value"),
        ("@book{k, a = {2}}", "more than the one value"),
    ],
)
def test_a_text_that_says_something_else_is_refused(text, reason):
    document = Document.parse("@misc{k, a = {1}}")
    with pytest.raises(InputError, match=reason):
        rewrite(document, document.entries[0], text, [("a", "{2}")])
    assert not document.is_edited


def test_a_text_that_says_what_was_meant_is_taken():
    document = Document.parse("@misc{k, a = {1}}")
    entry = document.entries[0]
    block = read_again(entry, "@Misc{k,a={2}}", "k", [("a", "{2}")])
    take(document, entry, block, "@Misc{k,a={2}}")
    assert document.render() == "@Misc{k,a={2}}"
    assert entry.value("a") == "2"
    assert only_block(document.render()) == block


def test_who_is_meant_must_be_clear_and_readable():
    document = Document.parse("@misc{a}@misc{a}@misc{b, c = {")
    with pytest.raises(InputError, match="2 entries have this key"):
        unique(document, "a")
    assert unique(document, document.entries[1]) is document.entries[1]
    assert unique(document, "b") is document.entries[2]
    with pytest.raises(InputError, match="correct it by hand first"):
        whole(document, "b")


def test_what_an_entry_does_not_show_comes_from_the_first_that_does():
    document = Document.parse("@misc{a}\n@misc{b,\n\tx = 1,\n\tyy = 2\n}\n@misc{c, d={e}}")
    assert layout(document, document.entries[0]).separator == ",\n\t"
    assert layout(document, document.entries[0]).bare_numbers
    assert layout(document, document.entries[2]).separator == ", "
    assert layout(document, None).separator == ",\n  "
