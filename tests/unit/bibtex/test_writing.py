from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.bibtex import Document
from pubtrack.bibtex.encoding import Encoding
from pubtrack.bibtex.style import Style
from pubtrack.bibtex.writing import Expression, ValueWriter, check_key, check_name
from pubtrack.errors import InputError

WRITER = ValueWriter(Encoding(), False)


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40),
    st.sampled_from(["title", "doi", "author", "x"]),
    st.booleans(),
)
def test_whatever_is_written_is_one_value_again_or_refused(text, name, quotes):
    try:
        expression = WRITER.expression(name, text, False, Style(delimiter='"' if quotes else "{"))
    except InputError:
        return
    (entry,) = Document.parse(f"@misc{{k, {name} = {expression}, last = 1}}").entries
    assert entry.reading in ("regular", "exact")
    assert [(f.name, f.raw) for f in entry.fields.values()] == [(name, expression), ("last", "1")]


def test_numbers_are_bare_where_the_file_has_them_so():
    assert WRITER.expression("year", "2020", False, Style(bare_numbers=True)) == "2020"
    assert WRITER.expression("year", "2020", False, Style()) == "{2020}"
    assert WRITER.expression("year", "٣", False, Style(bare_numbers=True)) == "{٣}"


@pytest.mark.parametrize("key", ["a b", "a,b", "a}b", "", "a#b", "a%b", "a\\b", "a=b", 'a"b', "a~b", "a\tb"])
def test_keys_that_break_files_are_refused(key):
    with pytest.raises(InputError):
        check_key(key)


@pytest.mark.parametrize("key", ["a", "DBLP:conf/x/Y20", "müller2020", "10.1000/x_y-z", "a+b'"[:3]])
def test_keys_of_real_files_are_fine(key):
    check_key(key)


def test_names_of_real_files_are_fine():
    for name in ("title", "bdsk-url-1", "x_y", "Date-Added", "größe"):
        check_name(name)


def test_an_expression_is_a_string():
    assert WRITER.expression("x", Expression("a # b"), False, Style()) == "a # b"
