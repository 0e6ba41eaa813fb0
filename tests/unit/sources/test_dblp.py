"""dblp's habits, of the search API and of SPARQL."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from pubtrack.model import Identifier
from pubtrack.sources import SOURCES
from pubtrack.transport import Request, Response

DBLP: Any = SOURCES["dblp"]


def row(**values: str) -> dict[str, Any]:
    return {k: {"type": "literal", "value": v} for k, v in values.items()}


def test_a_hit_loses_its_full_stop_and_homonym_numbers() -> None:
    info = {"authors": {"author": {"@pid": "1", "text": "Wei Wang 0001"}}, "title": "Title &amp; More.", "venue": ["ICML", "PMLR"],
            "pages": "1-2", "year": "2020", "type": "Conference and Workshop Papers", "key": "conf/icml/W20", "doi": "10.1000/ABC",
            "ee": ["https://openreview.net/forum?id=abcDEF1234"]}  # fmt: skip
    for hit in (info, {"info": info}):
        fields = DBLP.parse(hit)
        assert fields.title == "Title & More"
        assert [a.name for a in fields.author] == ["Wei Wang"]
        assert {str(i) for i in fields.identifiers} == {
            "doi:10.1000/abc",
            "openreview:abcDEF1234",
            "dblp:conf/icml/W20",
        }
        assert fields.container_title == "ICML"
    assert DBLP.record_id({"info": info}) == "conf/icml/W20"
    assert DBLP.parse({"title": "And so..."}).title == "And so..."
    assert DBLP.parse({"title": "Why?"}).title == "Why?"


def test_corr_is_arxiv() -> None:
    fields = DBLP.parse(
        {
            "venue": "CoRR",
            "volume": "abs/2407.02273",
            "type": "Informal and Other Publications",
            "key": "journals/corr/abs-2407-02273",
        }
    )
    assert (fields.type, fields.genre, fields.volume, fields.arxiv, fields.publisher) == (
        "article",
        "preprint",
        None,
        "2407.02273",
        "arXiv",
    )


def test_proceedings_have_editors() -> None:
    fields = DBLP.parse(
        {
            "type": "Editorship",
            "authors": {"author": [{"text": "A B"}]},
            "title": "Proc.",
            "ee": "https://example.org/x",
        }
    )
    assert fields.editor
    assert not fields.author
    assert fields.id("url") == "https://example.org/x"


def test_rows_become_one_record_with_authors_in_order() -> None:
    base = {"pub": "https://dblp.org/rec/conf/x/Y20", "title": "T.", "type": "http://purl.org/net/nknouf/ns/bibtex#Inproceedings",
            "year": "2020", "venue": "X", "doi": "https://doi.org/10.1000/ABC"}  # fmt: skip
    rows = [row(**base, ordinal=str(n), name=name) for n, name in ((10, "C D"), (2, "B C"), (1, "A B 0002"))]
    (item,) = DBLP.items({"results": {"bindings": rows}}, ())
    fields = DBLP.parse(item)
    assert [a.name for a in fields.author] == ["A. B", "B. C", "C. D"]
    assert fields.type == "paper-conference"
    assert [str(i) for i in fields.identifiers] == ["doi:10.1000/abc", "dblp:conf/x/Y20"]
    assert DBLP.parse(rows[0]).title == "T"
    assert DBLP.items({"result": {"hits": {"@total": "0"}}}, ()) == []


def test_queries_hold_only_safe_iris() -> None:
    evil = Identifier.model_construct(scheme="doi", value='10.1/a> } DROP ALL # "')
    body = DBLP.ask((evil,)).body.decode()
    assert "<https://doi.org/10.1/A%3E%20%7D%20DROP%20ALL%20#%20%22>" in body
    assert (
        "VALUES ?pub { <https://dblp.org/rec/conf/x/Y20> }"
        in DBLP.ask((Identifier(scheme="dblp", value="conf/x/Y20"),)).body.decode()
    )


def test_a_persons_works_are_listed_by_orcid() -> None:
    class Says:
        def send(self, request: Request) -> Response:
            assert b"0000-0003-0238-9024" in (request.body or b"")
            body = {"results": {"bindings": [row(pub="https://dblp.org/rec/a/b", title="T.")]}}
            return Response(200, "u", json.dumps(body).encode(), {}, datetime(2026, 1, 1, tzinfo=UTC))

    assert len(list(DBLP.works_of(Identifier(scheme="orcid", value="0000-0003-0238-9024"), Says()))) == 1
