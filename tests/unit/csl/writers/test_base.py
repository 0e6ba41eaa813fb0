from pubtrack.csl.runs import Mark, Run
from pubtrack.csl.writers.base import lay_out, lines, nest

BOLD, ITALIC = Mark("font-weight", "bold", 1), Mark("font-style", "italic", 2)


def _tags(mark: Mark) -> tuple[str, str] | None:
    return {"font-weight": ("<b>", "</b>"), "font-style": ("<i>", "</i>")}.get(mark.kind)


def test_stretches_nest_and_close():
    runs = [Run("a", (BOLD,)), Run("b", (BOLD, ITALIC)), Run("c", (ITALIC,)), Run("d")]
    assert nest(runs, str, _tags) == "<b>a<i>b</i></b><i>c</i>d"


def test_unknown_marks_show_nothing():
    assert nest([Run("a", (Mark("owner", ""),))], str, _tags) == "a"


def test_equal_stretches_with_other_serials_stay_apart():
    assert nest([Run("a", (BOLD,)), Run("b", (Mark("font-weight", "bold", 9),))], str, _tags) == "<b>a</b><b>b</b>"


def test_columns_get_a_blank_and_blocks_a_line():
    left, right, block = (Mark("display", value) for value in ("left-margin", "right-inline", "block"))
    assert (
        "".join(run.text for run in lay_out([Run("1.", (left,)), Run("x", (right,)), Run("y", (block,)), Run("z")]))
        == "1. x\ny\nz"
    )
    assert "".join(run.text for run in lay_out([Run("1. ", (left,)), Run("x", (right,))])) == "1. x"
    assert all(mark.kind != "display" for run in lay_out([Run("x", (block, BOLD))]) for mark in run.marks)


def test_line_breaks_are_the_formats_own():
    assert lines(str.upper, "<br>")("a\nb") == "A<br>B"
    assert lines(str.upper, "<br>")("a") == "A"
