"""OpenAlex's habits."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from pubtrack.model import Identifier
from pubtrack.sources import SOURCES
from pubtrack.sources.base import Query
from pubtrack.transport import Request, Response

OPENALEX: Any = SOURCES["openalex"]


def parse(**item: Any) -> Any:
    return OPENALEX.parse({"id": "https://openalex.org/W1", **item})


def test_the_printed_name_wins_over_the_cluster() -> None:
    person = {"author": {"display_name": "Jin Zhang", "orcid": "https://orcid.org/0000-0003-0238-9024"}, "raw_author_name": "Zhijing Jin",
              "is_corresponding": True, "raw_affiliation_strings": ["U  of X"]}  # fmt: skip
    author = parse(authorships=[person]).author[0]
    assert (author.name, author.aliases, author.marks, author.affiliation) == (
        "Zhijing Jin",
        ("Jin Zhang",),
        ("corresponding",),
        ("U of X",),
    )
    fallback = parse(
        authorships=[{"author": {"display_name": "A Li"}, "institutions": [{"display_name": "U"}]}]
    ).author[0]
    assert (fallback.name, fallback.affiliation) == ("A. Li", ("U",))


def test_an_abstract_is_rebuilt_from_its_index() -> None:
    assert parse(abstract_inverted_index={"b": [1], "a": [0, 2], "bad": None, "x": ["?"]}).abstract == "a b a"
    assert parse(abstract_inverted_index=None).abstract is None


def test_the_first_of_january_is_only_a_year() -> None:
    assert str(parse(publication_date="2020-01-01", publication_year=2020).issued) == "2020"
    assert str(parse(publication_date="2020-03-01", publication_year=2020).issued) == "2020-03-01"
    assert str(parse(publication_year=2019).issued) == "2019"


@pytest.mark.parametrize(
    ("given", "place", "kind", "genre"),
    [
        ("article", {"raw_type": "proceedings-article"}, "paper-conference", None),
        ("article", {"source": {"type": "conference"}}, "paper-conference", None),
        ("article", {"source": {"type": "repository"}, "version": "submittedVersion"}, "article", "preprint"),
        ("preprint", {}, "article", "preprint"),
        ("article", {}, "article-journal", None),
        ("journal-article", {}, "article-journal", None),
        ("never heard", {}, None, None),
    ],
)
def test_the_place_says_more_than_article(
    given: str, place: dict[str, Any], kind: str | None, genre: str | None
) -> None:
    fields = parse(type=given, primary_location=place)
    assert (fields.type, fields.genre) == (kind, genre)


def test_a_repository_is_no_journal() -> None:
    source = {"display_name": "arXiv", "type": "repository"}
    fields = parse(
        primary_location={"source": source},
        locations=[{"landing_page_url": "https://arxiv.org/abs/2407.02273v1"}, None],
    )
    assert (fields.container_title, fields.publisher, fields.arxiv) == (None, "arXiv", "2407.02273")
    assert parse(primary_location={"raw_source_name": "Raw"}).container_title == "Raw"
    assert parse(host_venue={"display_name": "Old", "publisher": "P"}).container_title == "Old"


def test_counts_money_and_standing() -> None:
    fields = parse(cited_by_count=5, counts_by_year=[{"year": 2021, "cited_by_count": 2}, {"year": 2020, "cited_by_count": 3}],
                   is_retracted=True, awards=[{"funder_display_name": "NSF", "funder_award_id": "1"}],
                   funders=[{"display_name": "NSF"}, {"display_name": "ERC", "ror": "https://ror.org/0472cxd90"}],
                   grants=[{"funder_display_name": "Old", "award_id": "9"}])  # fmt: skip
    assert fields.citations.by_year == ((2020, 3), (2021, 2))
    assert fields.notices[0].type == "retraction"
    assert [(f.funder, f.award_number) for f in fields.funding] == [("NSF", "1"), ("Old", "9"), ("ERC", None)]


def test_all_ids_are_kept() -> None:
    fields = parse(
        doi="https://doi.org/10.48550/arXiv.2407.02273",
        ids={"pmid": "https://pubmed.ncbi.nlm.nih.gov/123", "mag": "77"},
    )
    assert {str(i) for i in fields.identifiers} == {
        "doi:10.48550/arxiv.2407.02273", "arxiv:2407.02273", "openalex:W1", "pmid:123", "mag:77",
    }  # fmt: skip
    assert OPENALEX.record_id({"results": [{"id": "https://openalex.org/W1"}]}) == "W1"


def test_values_that_would_break_a_filter_go_alone_or_not_at_all() -> None:
    assert not OPENALEX.takes(Identifier.model_construct(scheme="doi", value="10.1/a|b"))
    assert not OPENALEX.takes(Identifier(scheme="openalex", value="A5"))
    odd = Identifier(scheme="doi", value="10.1000/a,b")
    assert OPENALEX.ask((odd,)).target == "/works/doi:10.1000%2Fa%2Cb"
    assert dict(OPENALEX.seek(Query("Why: (a) new-ish, title?")).params)["filter"] == "title.search:Why a new ish title"


def test_an_authors_list_is_read_to_its_end() -> None:
    class Says:
        def send(self, request: Request) -> Response:
            cursor = dict(request.params)["cursor"]
            last = cursor == "two"
            body = {"meta": {"next_cursor": None if last else "two"}, "results": [{"id": f"W{1 + last}"}]}
            return Response(200, "u", json.dumps(body).encode(), {}, datetime(2026, 1, 1, tzinfo=UTC))

    for person in (Identifier(scheme="orcid", value="0000-0003-0238-9024"), Identifier(scheme="openalex", value="A1")):
        assert [i["id"] for i in OPENALEX.works_of(person, Says())] == ["W1", "W2"]
