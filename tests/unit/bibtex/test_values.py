from __future__ import annotations

import pytest

from pubtrack.bibtex import Document
from pubtrack.bibtex.values import LONGEST_EXPANSION, MONTHS, Macros, evaluate, month_macro, month_number


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("{a}", "a"), ('"a{"}b"', 'a{"}b'), ("12", "12"), ("jan", "January"), ("JAN # {~1}", "January~1"),
        ("{a} # {b}#\"c\"", "abc"), ("nothing # {x}", "nothingx"), ("", ""), ("  {a}  ", "a"), ("May 2020", "May 2020"),
        ("{a \\{ b}", "a \\{ b"), ("# {a}", "# {a}"), ("{a} {b}", "{a} {b}"), ("?", "?"),
    ],
)  # fmt: skip
def test_expressions_mean_what_bibtex_takes_them_for(expression, value):
    assert evaluate(expression, Macros()) == value


def test_undefined_macros_are_reported():
    names: list[str] = []
    evaluate("a # jan # {b} # c", Macros(), 0, names)
    assert names == ["a", "c"]


def test_definitions_hold_from_where_they_stand():
    macros = Macros()
    macros.define("A", 10, "1")
    macros.define("a", 20, "2")
    assert [macros.value("a", at) for at in (10, 11, 20, 21)] == [None, "1", "1", "2"]
    assert macros.last() == {"a": "2"}


def test_macros_that_double_do_not_fill_the_memory():
    document = Document.parse("@string{a={xx}}" + "@string{a = a # a}" * 1000 + "@misc{k, t = a}")
    assert len(document.entry("k").text("t")) == LONGEST_EXPANSION


def test_every_month_is_a_number():
    assert [month_number(name) for name in MONTHS] == list(range(1, 13))
    assert [month_number(name) for name in MONTHS.values()] == list(range(1, 13))
    assert [month_number(text) for text in ("sept", "Sep.", "3", "03", "13", "0", "", "marching", "1 May", "May/June", "decade")] == [
        9, 9, 3, 3, None, None, None, None, 5, 5, None,
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["²", "1" * 5000, "0", "13", "١"])
def test_what_is_no_month_is_none_and_never_an_error(text):
    """Seen: a superscript digit in `month` stopped every command that read the file."""
    assert month_number(text) is None
    assert month_macro(text) is None
