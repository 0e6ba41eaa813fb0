from pubtrack.csl.runs import CLOSE, QUOTE, Mark, Role, Run, Tag, flatten, plain, to_runs
from pubtrack.markup.inline import BOLD, ITALIC, NOCASE, NODECOR, SMALL_CAPS

QUOTES = ("“", "”", "‘", "’")


def _runs(*tokens: object) -> tuple[Run, ...]:
    return to_runs(flatten(tokens, QUOTES))


def test_runs_know_their_formatting_and_role():
    (run,) = _runs(Tag("font-style", "italic"), Role("title"), "On", CLOSE, CLOSE)
    assert run == Run("On", (Mark("font-style", "italic", 1),), Role("title"))
    assert run.italic
    assert not run.bold
    assert run.value("no") == ""


def test_neighbours_of_one_stretch_become_one_run():
    assert [run.text for run in _runs("a", "b", Role("x"), "c", CLOSE, "", "d")] == ["ab", "c", "d"]


def test_two_stretches_of_one_formatting_stay_two():
    first, second = _runs(Tag("font-weight", "bold"), "a", CLOSE, Tag("font-weight", "bold"), "b", CLOSE)
    assert first.marks != second.marks


def test_quotation_marks_alternate_with_depth():
    assert plain(run.text for run in _runs(QUOTE, "a ", QUOTE, "b ", QUOTE, "c", CLOSE, CLOSE, CLOSE)) == "“a ‘b “c”’”"


def test_formatting_inside_a_field_flips_that_of_the_element():
    for kind, value, tag in (
        ("font-style", "italic", ITALIC),
        ("font-weight", "bold", BOLD),
        ("font-variant", "small-caps", SMALL_CAPS),
    ):
        inner = _runs(Tag(kind, value), tag, "x", CLOSE, CLOSE)[0]
        assert inner.value(kind) == "normal"
        again = _runs(Tag(kind, value), tag, tag, "x", CLOSE, CLOSE, CLOSE)[0]
        assert again.value(kind) == value


def test_an_element_in_an_element_does_not_flip():
    assert _runs(Tag("font-style", "italic"), Tag("font-style", "italic"), "x", CLOSE, CLOSE)[0].italic


def test_normal_shows_only_where_there_is_something_to_undo():
    assert _runs(Tag("font-style", "normal"), "x", CLOSE)[0].marks == ()
    assert (
        _runs(Tag("font-style", "italic"), Tag("font-style", "normal"), "x", CLOSE, CLOSE)[0].value("font-style")
        == "normal"
    )


def test_nodecor_undoes_all_and_nocase_shows_nothing():
    run = _runs(Tag("font-style", "italic"), Tag("font-weight", "bold"), NODECOR, "x", CLOSE, CLOSE, CLOSE)[0]
    assert not run.italic
    assert not run.bold
    assert _runs(NOCASE, "x", CLOSE)[0].marks == ()


def test_a_caller_can_add_a_mark():
    assert Run("x").with_mark("owner").marks == (Mark("owner", ""),)
    assert Run("x").with_mark("font-weight", "bold").bold
