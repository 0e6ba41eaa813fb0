"""DataCite's habits."""

from __future__ import annotations

from typing import Any

import pytest

from pubtrack.model import Identifier
from pubtrack.sources import SOURCES
from pubtrack.sources.base import Query

DATACITE: Any = SOURCES["datacite"]


def parse(**attributes: Any) -> Any:
    return DATACITE.parse({"data": {"id": "10.5281/zenodo.1", "attributes": {"doi": "10.5281/ZENODO.1", **attributes}}})


def test_titles_by_their_kind() -> None:
    fields = parse(
        titles=[
            {"title": "Sub", "titleType": "Subtitle"},
            {"title": "Main"},
            {"title": "Autre", "titleType": "TranslatedTitle"},
        ]
    )
    assert (fields.title, fields.title_short, fields.alternative_titles) == ("Main: Sub", "Main", ("Autre",))
    assert parse(titles=[{"title": "Only", "titleType": "Other"}]).title == "Only"
    assert parse(titles=None, title="Flat").title == "Flat"


def test_people_split_or_not_and_bodies() -> None:
    people = [{"name": "Li, A", "nameType": "Personal", "familyName": "Li", "givenName": "A",
               "nameIdentifiers": [{"nameIdentifier": "https://orcid.org/0000-0003-0238-9024"}], "affiliation": ["U", {"name": "V"}]},
              {"name": "Garza, K."}, {"name": "CERN", "nameType": "Organizational"}, {"name": None}]  # fmt: skip
    author = parse(creators=people).author
    assert [a.sort_name for a in author] == ["Li, A", "Garza, K.", "CERN"]
    assert author[0].affiliation == ("U", "V")
    assert author[0].orcid


@pytest.mark.parametrize(
    ("attributes", "day"),
    [
        ({"publicationYear": 2020, "dates": [{"date": "2020-03-04", "dateType": "Issued"}]}, "2020-03-04"),
        ({"publicationYear": 2020, "dates": [{"date": "2023-03-04", "dateType": "Issued"}]}, "2020"),
        ({"publicationYear": None, "dates": [{"date": "2019-05", "dateType": "Available"}]}, "2019-05"),
        ({"publicationYear": 2020, "published": "2020-07"}, "2020-07"),
        ({"dates": None}, None),
    ],
)  # fmt: skip
def test_the_year_of_publication_stands(attributes: dict[str, Any], day: str | None) -> None:
    issued = parse(**attributes).issued
    assert (str(issued) if issued else None) == day


@pytest.mark.parametrize(
    ("types", "kind", "genre"),
    [
        ({"resourceTypeGeneral": "Text", "resourceType": "Journal Article"}, "article-journal", None),
        ({"resourceTypeGeneral": "Text", "resourceType": "?", "citeproc": "thesis"}, "thesis", None),
        ({"resourceTypeGeneral": "ConferencePaper"}, "paper-conference", None),
        ({"resourceTypeGeneral": "Software", "resourceType": "article"}, "software", None),
        ({"resourceTypeGeneral": "Preprint"}, "article", "preprint"),
        (None, None, None),
    ],
)
def test_free_text_says_more_than_text(types: Any, kind: str | None, genre: str | None) -> None:
    fields = parse(types=types)
    assert (fields.type, fields.genre) == (kind, genre)


def test_relations_funding_counts_and_versions() -> None:
    fields = parse(relatedIdentifiers=[{"relationType": "IsNewVersionOf", "relatedIdentifier": "10.5281/zenodo.0", "relatedIdentifierType": "DOI"},
                                       {"relationType": "IsCitedBy", "relatedIdentifier": "10.1000/c", "relatedIdentifierType": "DOI"},
                                       {"relationType": "IsIdenticalTo", "relatedIdentifier": "arXiv:2407.02273", "relatedIdentifierType": "arXiv"}],
                   fundingReferences=[{"funderName": "EC", "awardNumber": "777", "funderIdentifier": "https://doi.org/10.13039/1"}],
                   citationCount=2, citationsOverTime=[{"year": "2021", "total": 2}], version="1.0", publisher={"name": "Zenodo"},
                   container={"title": "J", "volume": "1", "firstPage": "1", "lastPage": "2"},
                   descriptions=[{"description": "M", "descriptionType": "Methods"}, {"description": "<p>A</p>", "descriptionType": "Abstract"}],
                   contributors=[{"name": "Ed, A", "contributorType": "Editor"}, {"name": "Host", "contributorType": "HostingInstitution"}],
                   rightsList=[{"rightsUri": "info:eu-repo/semantics/openAccess"}, {"rightsIdentifier": "cc-by-4.0"}])  # fmt: skip
    assert [str(r) for r in fields.relations] == ["version-of doi:10.5281/zenodo.0", "same-as arxiv:2407.02273"]
    assert fields.arxiv == "2407.02273"
    assert fields.citations.by_year == ((2021, 2),)
    assert (fields.version, fields.publisher, fields.page, fields.abstract) == ("1.0", "Zenodo", "1-2", "A")
    assert [e.family for e in fields.editor] == ["Ed"]
    assert fields.open_access.license == "cc-by-4.0"
    assert str(fields.funding[0]) == "EC 777"


def test_arxiv_papers_are_asked_by_arxivs_own_doi() -> None:
    (batch,) = DATACITE.batches(
        [Identifier(scheme="arxiv", value="2407.02273v3"), Identifier(scheme="doi", value="10.5281/zenodo.1")]
    )
    assert dict(DATACITE.ask(batch).params)["ids"] == "10.48550/arxiv.2407.02273,10.5281/zenodo.1"
    item = {"attributes": {"doi": "10.48550/arXiv.2407.02273"}}
    assert [str(i) for i in DATACITE.parse(item).identifiers] == ["doi:10.48550/arxiv.2407.02273", "arxiv:2407.02273"]
    assert DATACITE.record_id(item) == "10.48550/arxiv.2407.02273"
    assert dict(DATACITE.seek(Query('A "b": c*')).params)["query"] == 'titles.title:"A b c"'
    assert DATACITE.ask((Identifier(scheme="doi", value="10.1000/a,b"),)).path == "/dois/10.1000%2Fa%2Cb"
