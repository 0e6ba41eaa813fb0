from __future__ import annotations

import pytest

from pubtrack.bibtex import Document


@pytest.mark.parametrize(
    ("text", "key", "fields"),
    [
        ("@misc{k,\n % remark\n a = 1,\n % another, one\n b = {x}\n}", "k", ["a", "b"]),
        ("@misc{k, % remark\n a = 1}", "k", ["a"]),
        ("@misc{k, a = {1} b = {2}}", "k", ["a", "b"]),
        ("@misc{k, a = 1,, b = 2}", "k", ["a", "b"]),
        ("@misc{k\n a = {1}}", "k", ["a"]),
        ("@misc{\n a = {1},\n b = {2}}", "", ["a", "b"]),
    ],
)
def test_common_slips_cost_no_field(text, key, fields):
    document = Document.parse(text)
    (entry,) = document.entries
    assert (entry.key, list(entry.fields), entry.reading) == (key, fields, "lenient")
    assert [issue.kind for issue in document.issues][:1] == ["irregular-entry"]


@pytest.mark.parametrize("text", ["@misc{k, a = {1}, ? }", "@misc{k, a = {1}, b = {x} {y} }", "@misc{k, a"])
def test_what_cannot_be_told_apart_stays_partial(text):
    assert Document.parse(text).entries[0].reading == "partial"


def test_a_mended_entry_can_be_edited():
    document = Document.parse("@misc{k, a = {1} b = {2}}")
    document.set("k", "b", "3")
    document.set("k", "c", "4")
    assert document.render() == "@misc{k, a = {1} b = {3}, c = {4}}"


def test_a_comment_beside_a_field_keeps_it_from_being_removed():
    from pubtrack.errors import InputError

    document = Document.parse("@misc{k, a = 1, % keep me\n b = 2}")
    with pytest.raises(InputError, match="something other than a comma"):
        document.remove_field("k", "b")
