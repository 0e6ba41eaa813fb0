"""JSON with places."""

from __future__ import annotations

from pubtrack.readers.json_spans import Broken, Item, StringIndex, items_of


def test_items_know_where_they_stand() -> None:
    text = ' [ {"a": 1}, 2 ]'
    assert [text[i.start : i.end] for i in items_of(text) if isinstance(i, Item)] == ['{"a": 1}', "2"]


def test_one_value_is_one_item() -> None:
    assert [i.value for i in items_of('{"a": 007.50}') if isinstance(i, Item)] == []
    assert [i.value for i in items_of('{"a": 7.50}') if isinstance(i, Item)] == [{"a": "7.50"}]


def test_numbers_of_any_length_are_text() -> None:
    assert next(iter(items_of("[" + "9" * 10_000 + "]"))) == Item("9" * 10_000, 1, 10_001)


def test_a_missing_comma_is_told_and_the_rest_read() -> None:
    found = list(items_of('[{"a": 1} {"b": 2}, {"c": 3}]'))
    assert [type(i) for i in found] == [Item, Broken, Item]


def test_a_cut_off_list_is_told() -> None:
    assert isinstance(list(items_of('[{"a": 1}, '))[-1], Broken)
    assert isinstance(list(items_of('[{"a": 1}'))[-1], Broken)


def test_too_many_broken_items_end_the_reading() -> None:
    found = list(items_of("[" + "{x}, " * 500 + "{}]"))
    assert len(found) < 100


def test_deep_nesting_is_told() -> None:
    assert "deep" in str(next(iter(items_of("[" * 200_000))))


def test_strings_are_found_by_what_they_say() -> None:
    text = r'{"title": "H\u00e9 \"q\"", "x": "bad \u12", "y": "a"}'
    place = StringIndex(text).find('Hé "q"')
    assert place is not None
    assert text[slice(*place)] == r"H\u00e9 \"q\""
    assert StringIndex(text).find("missing") is None
    assert StringIndex(text).find("a", after=len(text)) is None


def test_half_a_pair_becomes_the_replacement_character() -> None:
    (item,) = items_of(r'[{"a\ud83d": ["\ud83d\ude00", "x\ud83d", null]}]')
    assert isinstance(item, Item)
    assert item.value == {"a\ufffd": ["\U0001f600", "x\ufffd", None]}
