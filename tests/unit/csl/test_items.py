import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.csl.items import Item, clean_item, clean_text

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", "a"),
        (7, "7"),
        (7.0, "7"),
        (7.5, "7.5"),
        (math.nan, "nan"),
        (["", None, "b"], "b"),
        (None, ""),
        (True, ""),
        ({"a": 1}, ""),
        ("a\nb\tc", "a b c"),
        ("a\x00\ud800b", "ab"),
    ],
)
def test_any_value_becomes_one_line_of_text(value, text):
    assert clean_text(value) == text


@given(JSON)
def test_clean_text_can_always_be_written(value):
    clean_text(value).encode("utf-8")


@given(st.dictionaries(st.sampled_from(["id", "type", "author", "issued", "title", "page", "note", "volume"]), JSON))
def test_no_item_breaks_the_cleaning(raw):
    assert isinstance(clean_item(raw), Item)


@pytest.mark.parametrize("raw", [None, 3, "x", [], object()])
def test_what_is_no_mapping_is_an_empty_item(raw):
    item = clean_item(raw, "item-1")
    assert (item.id, item.texts) == ("item-1", {})


def test_crossref_answers_are_understood():
    item = clean_item(
        {
            "type": "journal-article",
            "title": ["On A"],
            "container-title": ["J. of B", "JB"],
            "short-container-title": ["JB"],
            "author": [{"given": "A", "family": "B", "sequence": "first", "affiliation": []}, {"name": "CERN"}],
            "issued": {"date-parts": [[2020, 1]]},
            "article-number": "e12",
            "ISSN": ["1-2", "3-4"],
        }
    )
    assert item.type == "article-journal"
    assert item.texts["title"] == "On A"
    assert item.texts["container-title-short"] == "JB"
    assert item.texts["number"] == "e12"
    assert [name.family or name.literal for name in item.names["author"]] == ["B", "CERN"]


def test_repairs_are_listed():
    item = clean_item({"title": {"x": 1}, "author": "   ", "issued": "", "volume": ["1", "2"]})
    assert item.issues == ["title: left out a dict", "author: no name in it", "volume: took one text of a list"]


def test_the_first_page_comes_from_the_pages():
    assert clean_item({"page": "22-45"}).texts["page-first"] == "22"
    assert clean_item({"page": "pp. 7-8"}).texts["page-first"] == "7"
    assert clean_item({"page": "22-45", "page-first": "x"}).texts["page-first"] == "x"


def test_old_and_new_names_of_the_event_are_one():
    assert clean_item({"event": "E"}).texts["event-title"] == "E"
    assert clean_item({"event-title": "E"}).texts["event"] == "E"


def test_unknown_variables_with_names_are_names():
    assert clean_item({"inventor": [{"family": "Bell"}]}).names["inventor"][0].family == "Bell"


def test_variables_kept_in_the_note_are_taken_out():
    item = clean_item(
        {
            "type": "article",
            "note": "original-date: 1920\neditor: Doe || Jane\neditor: Roe\ntype: book\ngenre: Letter\nA real note",
            "genre": "kept",
        }
    )
    assert item.dates["original-date"].start.year == 1920
    assert [name.family or name.literal for name in item.names["editor"]] == ["Doe", "Roe"]
    assert (item.type, item.texts["genre"], item.texts["note"]) == ("book", "kept", "A real note")


def test_variables_in_braces_and_a_note_of_nothing_else():
    assert clean_item({"note": "see {:PMID: 123} there"}).texts["PMID"] == "123"
    assert "note" not in clean_item({"note": "PMID: 123"}).texts
    assert clean_item({"note": "Remark: nothing"}).texts["note"] == "Remark: nothing"
    assert clean_item({"note": "type: nonsense", "type": "book"}).type == "book"


def test_absurdly_long_numbers_are_left_out():
    assert clean_text(10**5000) == ""
