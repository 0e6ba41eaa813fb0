import pytest

from pubtrack.csl.punctuation import settle
from pubtrack.csl.runs import CLOSE, QUOTE, Role, Tag, flatten, to_runs


def _text(*tokens: object, in_quote: bool = True) -> str:
    return "".join(run.text for run in to_runs(settle(flatten(tokens, ("“", "”", "‘", "’")), in_quote)))


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        (".", ".", "."), (".", ",", ".,"), (".", ":", ".:"), (":", ".", ":"), (":", "!", "!"), (";", ".", ";"),
        (";", "?", "?"), ("!", ".", "!"), ("!", "?", "!?"), ("?", ".", "?"), ("?", "!", "?!"), (",", ",", ","),
        (",", ".", ",."), (" ", " ", " "), (",", " ", ", "),
    ],
)  # fmt: skip
def test_marks_that_meet_are_settled(left, right, shown):
    assert _text("a" + left, right + "b") == f"a{shown}b"


def test_blanks_of_field_values_stay():
    assert _text(Role("title"), "a ", CLOSE, " b") == "a  b"
    assert _text(Role("issued"), "a ", CLOSE, " b") == "a b"


@pytest.mark.parametrize(
    ("title", "after", "shown"),
    [
        ("T", ". x", "“T.” x"),
        ("T", ", x", "“T,” x"),
        ("T", "; x", "“T”; x"),
        ("T", "? x", "“T?” x"),
        ("T.", ". x", "“T.” x"),
        ("T?", ". x", "“T?” x"),
        ("T?", ", x", "“T?,” x"),
        ("T?", ": x", "“T?”: x"),
    ],
)
def test_marks_move_into_american_quotations(title, after, shown):
    assert _text(QUOTE, title, CLOSE, after) == shown


@pytest.mark.parametrize(("title", "shown"), [("T", "“T”. x"), ("T.", "“T.” x"), ("T?", "“T?”. x")])
def test_marks_stay_outside_british_quotations(title, shown):
    assert _text(QUOTE, title, CLOSE, ". x", in_quote=False) == shown


def test_marks_move_into_the_innermost_of_nested_quotations():
    assert _text(QUOTE, "a ", QUOTE, "b", CLOSE, CLOSE, ".") == "“a ‘b.’”"


def test_a_moved_mark_takes_the_formatting_of_the_quoted_element():
    runs = to_runs(
        settle(flatten([QUOTE, Tag("font-style", "italic"), "T", CLOSE, CLOSE, "."], ("“", "”", "‘", "’")), True)
    )
    assert [(run.text, run.italic) for run in runs] == [("“", False), ("T.", True), ("”", False)]


def test_text_that_vanishes_lets_its_neighbours_meet():
    assert _text("a.", "", ".") == "a."
    assert _text("a", ":", "! b") == "a! b"
    assert _text(QUOTE, "a", CLOSE, ":", "! b") == "“a!” b"


def test_a_quotation_mark_alone_harms_nothing():
    assert _text(QUOTE, CLOSE, ". x") == "“.” x"
