import pytest

from pubtrack.csl.elements import parse_xml
from pubtrack.errors import InputError


def test_namespaces_and_prefixes_do_not_matter():
    plain = parse_xml('<style xmlns="http://purl.org/net/xbiblio/csl"><info/></style>')
    prefixed = parse_xml('<cs:style xmlns:cs="http://purl.org/net/xbiblio/csl"><cs:info/></cs:style>')
    assert (plain.tag, plain.children[0].tag) == (prefixed.tag, prefixed.children[0].tag) == ("style", "info")


def test_children_are_found_by_name():
    root = parse_xml("<a><b/><c/><b x='1'/></a>")
    assert root.find("b") is root.children[0]
    assert root.find("d") is None
    assert [child.attrs for child in root.find_all("b")] == [{}, {"x": "1"}]


def test_entities_are_refused_before_they_expand():
    bomb = '<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><style>&b;</style>'
    with pytest.raises(InputError, match="entities"):
        parse_xml(bomb)


def test_external_entities_are_refused():
    with pytest.raises(InputError, match="entities"):
        parse_xml('<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><style>&x;</style>')


@pytest.mark.parametrize("text", ["", "<style>", "no xml", "<a></b>", "<a>\ud800</a>"])
def test_what_is_no_xml_names_the_file(text):
    with pytest.raises(InputError, match=r"x\.csl"):
        parse_xml(text, "x.csl")


def test_bytes_are_decoded_as_declared():
    assert parse_xml('<?xml version="1.0" encoding="latin-1"?><a>é</a>'.encode("latin-1")).text == "é"
