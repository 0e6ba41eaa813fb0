"""Whole files of data."""

from __future__ import annotations

import pytest

from pubtrack.readers.layout.data_file import data_blocks, is_data


def shown(text: str) -> list[tuple[str, str, str]]:
    return [(b.kind, b.label, b.text) for b in data_blocks(text)]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("# publications\n- title: A\n  year: 2020\n- title: B\n  year: 2021\n", True),
        ("[[papers]]\ntitle = 'A'\nyear = 2020\n", True),
        ("# Liens\n\n- e-mail: a@b.c\n\n## Formation\n\n- Titre : Indexation\n- Master\n", False),
        ("Dear all,\n- title: A\n", False),
        ("", False),
    ],
)
def test_a_list_of_keys_and_values_is_data(text: str, data: bool) -> None:
    assert is_data(text) is data


def test_sentences_over_many_lines_are_data_as_well() -> None:
    assert is_data("- date: May\n  html: >-\n" + "    some more words of it\n" * 12)


def test_an_entry_with_a_title_that_holds_others_is_a_section() -> None:
    text = """
- title: Awards
  type: time_table
  contents:
    - title: Prize of the *Guild*
      year: 2023
    - year: 2021
      items:
        - Medal of Honour, Tarn
        - Cup of the Town
"""
    assert shown(text) == [
        ("heading", "", "Awards"),
        ("field", "title", "Prize of the Guild"),
        ("field", "year", "2023"),
        ("heading", "", "2021"),
        ("item", "", "Medal of Honour, Tarn"),
        ("item", "", "Cup of the Town"),
    ]


def test_a_key_over_entries_is_a_heading_unless_it_says_nothing() -> None:
    text = "cv:\n  sections:\n    publications:\n    - title: A\n      authors:\n        - Ann Bee\n        - Cy Dee\n"
    assert shown(text) == [
        ("heading", "", "publications"),
        ("field", "title", "A"),
        ("field", "authors", "Ann Bee, Cy Dee"),
    ]


def test_what_stands_below_a_field_of_a_work_is_left_out() -> None:
    text = "- title: A\n  doi: 10.1/a_b_c\n  links:\n    - name: Code\n      url: http://x.y\n"
    assert shown(text) == [("field", "title", "A"), ("field", "doi", "10.1/a_b_c")]


def test_each_entry_of_a_toml_table_stands_below_one_heading() -> None:
    text = '[[thesis]]\ntitle = "A"\n[[thesis]]\ntitle = "B"\n[other]\nname = "C"\n'
    assert shown(text) == [
        ("heading", "", "thesis"),
        ("field", "title", "A"),
        ("field", "title", "B"),
        ("heading", "", "other"),
        ("field", "name", "C"),
    ]


@pytest.mark.parametrize("value", ['"one: *two\n    three*"', "one: *two\n    three*", ">-\n    one: *two\n    three*"])
def test_a_value_goes_on_in_deeper_lines_with_its_marks(value: str) -> None:
    (block, after) = data_blocks(f"- text: {value}\n  more: x\n")
    assert (block.text, [s.kind for s in block.spans], after.text) == ("one: two three", ["em"], "x")


def test_every_value_knows_its_place() -> None:
    text = "- text: 'see [this](http://x.y)'\n"
    (block,) = data_blocks(text)
    start, end = block.source(4, 8)
    assert text[start:end] == "this"


def test_lines_that_stand_deeper_than_anyone_nests_are_read() -> None:
    text = "".join("  " * depth + f"k{depth}:\n" for depth in range(60)) + "  " * 60 + "last: one\n"
    assert shown(text)[-1] == ("field", "last", "one")


def test_items_with_a_name_and_a_colon_each_are_a_list_and_no_data() -> None:
    assert not is_data("# News\n\n- Ann Lee: Waves in narrow harbours\n- Bo Lund: Ropes in a storm\n")
    assert is_data("# News\n- title: Waves in narrow harbours\n- title: Ropes in a storm\n")


def test_a_list_of_labels_is_no_data() -> None:
    assert not is_data("# Concours 2020\n\n- 1er prix : Ada Holm\n- Accessit : Bo Lund\n")
    assert not is_data("## Formation\n\n- Doctorat : Les digues\n")
    assert is_data("- title: Wet Sails\n- title: Dry Ropes\n")
