from __future__ import annotations

import json

import lxml.html
import pytest

from cv_library import VIEW, assert_golden, hostile_view
from pubtrack.model import Fields
from pubtrack.vocab.cv_headings import WORK_GROUPS
from pubtrack.writers.json_ld import TYPES, embedded, person_json_ld, work_json_ld, write_json_ld
from pubtrack.writers.versions import one_of_each
from pubtrack.writers.view import Entry, LibraryView


def test_the_graph_is_as_reviewed() -> None:
    assert_golden("json-ld", write_json_ld(VIEW))


def test_the_owner_is_one_node_that_works_refer_to() -> None:
    graph = json.loads(write_json_ld(VIEW))["@graph"]
    assert [node["@id"] for node in graph if node["@type"] == "Person"] == ["https://orcid.org/0000-0002-1825-0097"]
    assert all(any(a.get("@id") == graph[0]["@id"] for a in node["author"]) for node in graph[1:])
    assert "Quill" not in json.dumps(graph)


def test_a_library_without_owner_has_no_person() -> None:
    assert person_json_ld(LibraryView()) == {}
    assert json.loads(write_json_ld(LibraryView())) == {"@context": "https://schema.org", "@graph": []}


@pytest.mark.parametrize("type", ["speech", "map", None])
def test_unusual_works_are_creative_works(type: str | None) -> None:
    work = one_of_each([Entry("k", Fields(type=type, title="T"))])[0]
    assert work_json_ld(work, VIEW) == {"@type": "CreativeWork", "@id": "#k", "name": "T"}


def test_types_are_those_of_csl() -> None:
    known = {name.split("/")[0] for _, types in WORK_GROUPS for name in types} | {"webpage"}
    assert TYPES.keys() <= known


def test_nothing_hostile_leaves_the_script_element() -> None:
    text = write_json_ld(hostile_view())
    page = lxml.html.document_fromstring(f'<body><script type="application/ld+json">{text}</script></body>')
    assert len(page.xpath("//script")) == 1
    assert page.xpath("//img") == []
    graph = json.loads(page.xpath("//script/text()")[0])["@graph"]
    assert not [
        url for node in graph for url in (node.get("url"), *node.get("sameAs", ())) if url and "javascript" in url
    ]
    assert embedded("a\ud800b") == '"ab"'
