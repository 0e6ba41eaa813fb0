"""Crossref's habits."""

from __future__ import annotations

from typing import Any

import pytest

from pubtrack.model import Identifier
from pubtrack.sources import SOURCES
from pubtrack.sources.base import Query

CROSSREF = SOURCES["crossref"]


def parse(**item: Any) -> Any:
    return CROSSREF.parse({"DOI": "10.1000/X", "type": "journal-article", **item})


@pytest.mark.parametrize(
    ("item", "day"),
    [
        ({"issued": {"date-parts": [[None]]}, "published-print": {"date-parts": [[2019, 4]]}}, "2019-04"),
        ({"issued": {"date-parts": [[2020]]}, "created": {"date-parts": [[2021, 1, 1]]}}, "2020"),
        ({"created": {"date-parts": [[2021, 1, 1]]}, "deposited": {"date-parts": [[2022]]}}, None),
        ({"posted": {"date-parts": [[2022, 2, 2]]}, "type": "posted-content"}, "2022-02-02"),
    ],
)
def test_the_day_of_a_deposit_is_no_date_of_a_work(item: dict[str, Any], day: str | None) -> None:
    issued = parse(**item).issued
    assert (str(issued) if issued else None) == day


def test_notices_of_both_sources_are_kept_with_date_and_doi() -> None:
    updates = [
        {
            "DOI": "10.1000/n",
            "type": "retraction",
            "label": "Retraction",
            "source": s,
            "updated": {"date-parts": [[2021, 5, 1]]},
        }
        for s in ("publisher", "retraction-watch")
    ]
    notices = parse(
        **{"updated-by": [*updates, {"DOI": "10.1000/c", "type": "expression_of_concern"}, {"type": "new odd word"}]}
    ).notices
    assert [(n.type, n.stated_by) for n in notices] == [
        ("retraction", "publisher"), ("retraction", "retraction-watch"), ("expression-of-concern", None), ("other", None),
    ]  # fmt: skip
    assert str(notices[0].date) == "2021-05-01"
    assert str(notices[0].identifier) == "doi:10.1000/n"


def test_a_notice_points_to_the_work_it_is_about() -> None:
    relations = parse(**{"update-to": [{"DOI": "10.1000/a", "type": "retraction"}, {"DOI": "10.1000/b", "type": "correction"},
                                       {"DOI": "10.1000/c", "type": "new_version"}, {"DOI": None}]}).relations  # fmt: skip
    assert [str(r) for r in relations] == [
        "retracts doi:10.1000/a",
        "corrects doi:10.1000/b",
        "version-of doi:10.1000/c",
    ]


@pytest.mark.parametrize(
    "title", ["RETRACTED: A tale", "WITHDRAWN: A tale", "Retracted Article: A tale", "[RETRACTED] A tale"]
)
def test_a_prefix_in_the_title_is_a_notice_too(title: str) -> None:
    fields = parse(title=[title])
    assert fields.notices
    assert fields.notices[0].type in ("retraction", "withdrawal")
    assert fields.title == title
    assert not parse(title=["Retracted muscles of the mouse"]).notices


def test_titles_subtitles_and_translations() -> None:
    fields = parse(
        title=["Main <i>x</i>", "Haupt"], subtitle=["The Rest"], **{"original-title": ["Ur"], "container-title": ["J"]}
    )
    assert (fields.title, fields.title_short) == ("Main <i>x</i>: The Rest", "Main <i>x</i>")
    assert fields.alternative_titles == ("Haupt",)
    assert fields.original_title == "Ur"


def test_a_chapter_names_its_series_before_its_book() -> None:
    fields = parse(type="book-chapter", **{"container-title": ["Lecture Notes", "The Book"], "ISBN": ["9780306406157"]})
    assert (fields.container_title, fields.collection_title) == ("The Book", "Lecture Notes")
    assert fields.ids("isbn") == ("9780306406157",)


def test_people_bodies_and_mononyms() -> None:
    fields = parse(author=[{"family": "Li", "given": "A", "suffix": "Jr.", "ORCID": "http://orcid.org/0000-0003-0238-9024",
                            "affiliation": [{"name": "U"}]}, {"name": "WHO"}, {"given": "Plato"}, {}, None])  # fmt: skip
    assert [p.name for p in fields.author] == ["A Li, Jr.", "WHO", "Plato"]
    assert fields.author[0].orcid == "0000-0003-0238-9024"
    assert fields.author[0].affiliation == ("U",)


def test_grants_are_funding_one_for_each_number() -> None:
    fields = parse(funder=[{"name": "NSF", "DOI": "10.13039/1", "award": ["1", "2"]}, {"name": "DFG"}, {}])
    assert [(f.funder, f.award_number) for f in fields.funding] == [("NSF", "1"), ("NSF", "2"), ("DFG", None)]


def test_preprints_reviews_and_relations() -> None:
    fields = parse(type="posted-content", subtype="preprint", institution=[{"name": "bioRxiv"}], publisher="CSHL",
                   relation={"is-preprint-of": [{"id-type": "doi", "id": "10.1000/y"}], "is-referenced-by": [{"id": "10.1/z"}],
                             "has-review": {"id-type": "doi", "id": "10.1000/r"}})  # fmt: skip
    assert (fields.type, fields.genre, fields.publisher) == ("article", "preprint", "bioRxiv")
    assert [str(r) for r in fields.relations] == ["preprint-of doi:10.1000/y", "reviewed-by doi:10.1000/r"]
    assert parse(type="posted-content", subtype="odd_word").genre == "odd word"


def test_only_open_licences_are_open_access() -> None:
    assert parse(license=[{"URL": "https://www.elsevier.com/tdm/userlicense/1.0/"}]).open_access is None
    assert parse(license=[{"URL": "https://creativecommons.org/licenses/by/4.0/"}]).open_access.license.endswith(
        "by/4.0/"
    )


def test_events_pages_and_article_numbers() -> None:
    fields = parse(event={"name": "Conf", "location": "X", "start": {"date-parts": [[2020, 1, 1]]}, "end": {"date-parts": [[2020, 1, 3]]}},
                   **{"article-number": "e5"})  # fmt: skip
    assert (fields.event_title, fields.event_place, str(fields.event_date), fields.page) == (
        "Conf",
        "X",
        "2020-01-01/2020-01-03",
        "e5",
    )
    assert parse(event="Plain").event_title == "Plain"


def test_whole_replies_open_too() -> None:
    item = {"DOI": "10.1000/x", "title": "As text"}
    for reply in (item, {"message": item}, {"message": {"items": [item]}}, {"items": [item]}):
        assert CROSSREF.parse(reply).title == "As text"
    assert CROSSREF.record_id({"message": item}) == "10.1000/x"
    assert CROSSREF.parse({"message": [{"type": "error"}]}).stated() == {}


def test_a_search_names_title_people_and_year() -> None:
    request = CROSSREF.seek(Query("A Title", ("Li", "Wu", "Xu", "Yi"), 2020, 3))
    assert dict(request.params)["query.bibliographic"] == "A Title Li Wu Xu 2020"  # type: ignore[union-attr]


def test_a_doi_with_a_comma_goes_alone_and_percent_encoded() -> None:
    odd = Identifier(scheme="doi", value="10.1002/(sici)1097,4571")
    batches = list(CROSSREF.batches([odd, Identifier(scheme="doi", value="10.1000/a")]))
    assert len(batches) == 2
    assert CROSSREF.ask(batches[0]).target == "/works/10.1002%2F%28sici%291097%2C4571"
