from __future__ import annotations

import pytest

from pubtrack.bibtex import Document, Name

TEXT = """@string{jan1 = "January 1"}
@article{k,
  title   = {The {DNA} of {\\"o} -- \\emph{x}
             & y},
  Author  = "M{\\"u}ller, Jan and {NASA {\\&} ESA} and others",
  url     = { http://a.b/~c_d%20e },
  month   = feb # "~12",
  year    = 1999,
  note    = undefinedmacro,
  title   = {again},
  empty   = {},
}
"""


@pytest.fixture
def entry():
    return Document.parse(TEXT).entries[0]


def test_fields_are_there_in_three_forms(entry):
    assert list(entry.fields) == ["title", "author", "url", "month", "year", "note", "empty"]
    field = entry.fields["MONTH"]
    assert (field.name, field.raw, field.value, field.text, field.line) == (
        "month",
        'feb # "~12"',
        "February~12",
        "February\u00a012",
        7,
    )
    assert entry.fields["author"].name == "Author"
    assert len(entry.fields) == 7
    assert "Title" in entry.fields
    assert 3 not in entry.fields
    with pytest.raises(KeyError):
        entry.fields["nothing"]


def test_text_is_decoded_once_and_rich_text_keeps_capitals(entry):
    assert entry.text("title") == "The DNA of ö – x & y"
    assert entry.text("TITLE", rich=True) == 'The <span class="nocase">DNA</span> of ö – <i>x</i> & y'
    assert entry.text("nothing") is None
    assert entry.texts() == {name: entry.text(name) for name in entry.fields}


def test_verbatim_fields_are_not_decoded(entry):
    assert entry.text("url") == "http://a.b/~c_d%20e"


def test_people_are_decoded_and_groups_stay_whole(entry):
    assert entry.names("author") == [
        Name(first="Jan", last="Müller"),
        Name(literal="NASA & ESA"),
        Name(others=True),
    ]
    assert entry.names("editor") == []


def test_months_are_numbers_and_undefined_macros_keep_their_name(entry):
    assert entry.month() == 2
    assert Document.parse("@misc{k}").entries[0].month() is None
    assert entry.text("note") == "undefinedmacro"
    assert entry.value("empty") == ""


def test_a_macro_means_what_stands_before_the_entry():
    text = "@string{a={1}}@misc{x, t=a}@string{A={2}}@misc{y, t=a}"
    document = Document.parse(text)
    assert [entry.text("t") for entry in document.entries] == ["1", "2"]
    document.set("x", "u", "v")
    assert document.entry("x").text("t") == "1"


def test_bytes_that_are_not_utf8_read_as_windows_1252():
    document = Document.parse("@misc{k, title={é ".encode() + b"\xf6}, author={L\xf6w, A}}")
    assert document.entry("k").texts() == {"title": "é ö", "author": "Löw, A"}
    assert document.entry("k").names("author")[0].last == "Löw"
