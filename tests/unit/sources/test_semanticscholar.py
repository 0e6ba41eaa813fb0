"""Semantic Scholar's habits."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pubtrack.errors import BadResponse
from pubtrack.model import Identifier
from pubtrack.sources import SOURCES
from pubtrack.sources.base import Query

S2: Any = SOURCES["semanticscholar"]


def test_schemes_share_one_list_and_position_counts() -> None:
    ids = [
        Identifier(scheme=s, value=v)
        for s, v in (("doi", "10.1000/a"), ("arxiv", "2407.02273"), ("s2", "123"), ("s2", "a" * 40))
    ]
    (batch,) = S2.batches(ids)
    assert json.loads(S2.ask(batch).body)["ids"] == ["DOI:10.1000/a", "ARXIV:2407.02273", "CorpusId:123", "a" * 40]
    assert [i for i, _, _ in S2.matched([None, {"paperId": "x"}, None, None], batch)] == [batch[1]]
    with pytest.raises(BadResponse):
        list(S2.matched([None], batch))
    assert not S2.is_reply({"error": "busy"})


@pytest.mark.parametrize(
    ("item", "kind", "genre", "container"),
    [
        ({"venue": "arXiv.org", "publicationTypes": ["JournalArticle"]}, "article", "preprint", None),
        ({"venue": "ACL", "publicationVenue": {"type": "conference"}, "publicationTypes": ["JournalArticle"]}, "paper-conference", None, "ACL"),
        ({"venue": "", "journal": {"name": "Nature"}, "publicationVenue": {"type": "journal"}}, "article-journal", None, "Nature"),
        ({"publicationTypes": ["Review", "Conference"], "venue": "X"}, "paper-conference", None, "X"),
        ({"publicationTypes": None, "venue": None}, None, None, None),
    ],
)  # fmt: skip
def test_type_and_venue(item: dict[str, Any], kind: str | None, genre: str | None, container: str | None) -> None:
    fields = S2.parse(item)
    assert (fields.type, fields.genre, fields.container_title) == (kind, genre, container)


def test_ids_pages_and_envelopes() -> None:
    item = {"paperId": "a" * 40, "externalIds": {"DOI": "10.1000/A", "DBLP": "conf/x/Y20", "CorpusId": 5, "PubMedCentral": "12"},
            "title": "T", "journal": {"pages": "\n 1 - 9 "}, "openAccessPdf": {"url": "u", "status": "GREEN"}}  # fmt: skip
    for reply in (item, {"data": [item]}, {"citingPaper": item}):
        fields = S2.parse(reply)
        assert {str(i) for i in fields.identifiers} == {
            "doi:10.1000/a", "dblp:conf/x/Y20", "s2:5", "pmcid:PMC12", "s2:" + "a" * 40,
        }  # fmt: skip
        assert (fields.page, fields.open_access.status) == ("1-9", "green")
    assert S2.record_id({"corpusId": 5}) == "5"
    assert S2.items({"data": [item, None]}, ()) == [item]
    assert S2.seek(Query("T")).path == "/paper/search/match"
