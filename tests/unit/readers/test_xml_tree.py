"""XML of unknown origin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.readers.xml_tree import parse_xml

BOMB = '<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><r>&b;</r>'


def test_elements_know_their_inside() -> None:
    text = '<?xml version="1.0" encoding="latin-1"?><a>é<r x="a>b">One <b>zwei</b> &amp; 中</r></a>'
    element = parse_xml(text, "r").elements[0]
    assert text[element.start : element.end] == "One <b>zwei</b> &amp; 中"
    assert element.text == "One zwei & 中"
    assert element.attributes == {"x": "a>b"}


def test_a_path_finds_all_elements_under_it() -> None:
    record = parse_xml("<r><a><b>1</b></a><a><b>2</b><b>3</b></a></r>", "r").elements[0]
    assert [e.text for e in record.all("a/b")] == ["1", "2", "3"]
    assert record.find("a/c") is None


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        BOMB.replace('"lol"', 'SYSTEM "file:///etc/passwd"'),
        '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://x.org/"> %p;]><r/>',
    ],
)
def test_entities_are_refused(text: str) -> None:
    parsed = parse_xml(text, "r")
    assert parsed.elements == []
    assert "entity" in (parsed.error or "")


def test_a_doctype_without_entities_is_harmless() -> None:
    assert parse_xml('<!DOCTYPE r SYSTEM "http://x.org/r.dtd"><r>x</r>', "r").elements[0].text == "x"


def test_what_stands_before_an_error_is_read() -> None:
    parsed = parse_xml("<a><r>1</r>\n<r>2</s></a>", "r")
    assert [e.text for e in parsed.elements] == ["1"]
    assert parsed.line == 2


def test_deep_nesting_is_refused() -> None:
    assert "deep" in (parse_xml("<r>" * 1000, "r").error or "")


def test_an_element_inside_its_own_kind_is_part_of_it() -> None:
    assert len(parse_xml("<r><r>x</r></r>", "r").elements) == 1


@given(st.text(st.sampled_from("<>/raé中&;\"' =\n"), max_size=60))
def test_any_text_gives_true_places(text: str) -> None:
    for element in parse_xml(text, "r").elements:
        assert 0 <= element.start <= element.end <= len(text)


@given(st.text(st.characters(exclude_characters="<>&\r", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=3000))
def test_places_hold_whatever_the_characters_are(words: str) -> None:
    text = f"<a>{words}<r>{words}</r></a>"
    element = next(iter(parse_xml(text, "r").elements), None)
    assert element is None or text[element.start : element.end] == words
