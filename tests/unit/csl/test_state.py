from pubtrack.csl.items import clean_item
from pubtrack.csl.locales import load_locale
from pubtrack.csl.state import Disambiguation, Environment, State


def _state(raw: dict, lang: str = "en-US", **style: str) -> State:
    return State(Environment(load_locale(lang), style), clean_item(raw), "citation")


def test_reading_a_variable_is_noted_for_groups_and_substitutions():
    state = _state({"title": "T"})
    state.record = []
    assert state.text("genre") == ""
    assert (state.called, state.filled) == (True, False)
    assert state.text("title") == "T"
    assert (state.filled, state.record) == (True, ["title"])
    state.suppressed = {"title"}
    assert state.text("title") == ""


def test_looking_does_not_count_as_reading():
    state = _state({"title": "T", "author": [{"family": "Doe"}], "issued": 1999})
    assert [state.has(name) for name in ("title", "author", "issued", "genre", "citation-number")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert state.text_quietly("title") == "T"
    assert state.text_quietly("genre") == ""
    assert not state.called


def test_computed_variables_come_from_the_cite_and_the_run():
    state = _state({})
    state.number, state.first_note, state.cite = 3, 7, {"locator": "12"}
    assert [
        state.text(name) for name in ("citation-number", "first-reference-note-number", "locator", "year-suffix")
    ] == ["3", "7", "12", ""]


def test_the_environment_reads_the_languages_marks():
    assert Environment(load_locale("de-DE"), {}).quotes == ("„", "“", "‚", "‘")
    english = Environment(load_locale("en-US"), {"page-range-format": "chicago", "initialize-with-hyphen": "false"})
    assert (english.in_quote, english.page_format, english.initialize_hyphen) == (True, "chicago", False)


def test_a_copy_of_settings_is_independent():
    first = Disambiguation()
    second = first.copy()
    second.names[0], second.givens[0], second.year_suffix, second.condition = 2, {0: 1}, "a", 1
    assert (first.names, first.givens, first.year_suffix, first.condition) == ({}, {}, "", 0)
    assert second.copy().givens == {0: {0: 1}}
