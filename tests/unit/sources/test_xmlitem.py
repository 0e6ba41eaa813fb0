"""XML entries, safely."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from pubtrack.sources.xmlitem import element, local, tag_text


def test_no_entity_is_expanded_and_no_file_is_read() -> None:
    node = element('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;b</a>')
    assert "root:" not in tag_text(node)
    bomb = '<!DOCTYPE a [<!ENTITY b "' + "x" * 100 + '">]><a>' + "&b;" * 100 + "</a>"
    assert len(tag_text(element(bomb))) < 200


def test_inner_markup_is_kept_and_comments_are_not() -> None:
    node = element('<a xmlns:m="u">x <m:b c="1">y</m:b><!-- no --> z</a>')
    assert tag_text(node) == 'x <b c="1">y</b> z'
    assert local(node) == "a"
    assert tag_text(None) == ""


def test_elements_of_both_libraries_pass_and_junk_does_not() -> None:
    assert element(ET.fromstring("<a/>")) is not None
    assert element("") is None
    assert element(5) is None
    assert element({"a": 1}) is None
