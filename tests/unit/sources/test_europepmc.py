"""Europe PMC's habits."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

import pytest

from pubtrack.model import Identifier
from pubtrack.sources import SOURCES
from pubtrack.sources.base import Query

PMC: Any = SOURCES["europepmc"]


def test_names_in_every_form() -> None:
    listed = {"authorList": {"author": [{"lastName": "Li", "firstName": "A", "authorId": {"type": "ORCID", "value": "0000-0003-0238-9024"}},
                                        {"collectiveName": "A Group"}, {"lastName": "Wu", "initials": "B"}]}}  # fmt: skip
    assert [a.name for a in PMC.parse(listed).author] == ["A Li", "A Group", "B Wu"]
    assert PMC.parse(listed).author[0].orcid
    assert [a.sort_name for a in PMC.parse({"authorString": "van der Berg JM, Some Consortium, Li A."}).author] == [
        "van der Berg, J. M.", "Some Consortium", "Li, A.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "ours"),
    [("A title.", "A title"), ("[Ein Titel.]", "Ein Titel"), ("[A] and [B].", "[A] and [B]"), ("And...", "And...")],
)
def test_titles_lose_their_stop_and_brackets(title: str, ours: str) -> None:
    assert PMC.parse({"title": title}).title == ours


def test_standing_is_told_by_links_or_type() -> None:
    links = [{"id": "99", "source": "MED", "type": "Retraction in", "reference": "J. 2021"}, {"id": "PPR1", "source": "PPR", "type": "Preprint in"},
             {"id": "98", "source": "MED", "type": "Erratum in"}, {"type": "Comment in"}]  # fmt: skip
    fields = PMC.parse(
        {"commentCorrectionList": {"commentCorrection": links}, "pubTypeList": {"pubType": ["Retracted Publication"]}}
    )
    assert [(n.type, str(n.identifier)) for n in fields.notices] == [("retraction", "pmid:99"), ("erratum", "pmid:98")]
    assert [str(r) for r in fields.relations] == [
        "retracted-by pmid:99",
        "has-preprint europepmc:PPR:PPR1",
        "corrected-by pmid:98",
    ]
    assert PMC.parse({"pubType": "journal article; retracted publication"}).notices[0].type == "retraction"


def test_dates_from_issue_or_first_appearance() -> None:
    journal = {"yearOfPublication": 2020, "monthOfPublication": 4}
    assert str(PMC.parse({"pubYear": "2020", "journalInfo": journal}).issued) == "2020-04"
    assert str(PMC.parse({"pubYear": "2020", "firstPublicationDate": "2020-02-03"}).issued) == "2020-02-03"
    assert str(PMC.parse({"pubYear": "2020", "firstPublicationDate": "2019-02-03"}).issued) == "2020"
    assert str(PMC.parse({"firstPublicationDate": "2019-02-03"}).issued) == "2019-02-03"


def test_ids_access_and_money() -> None:
    item = {"id": "PPR5", "source": "PPR", "doi": "10.1101/A", "isOpenAccess": "Y", "license": "cc by",
            "fullTextUrlList": {"fullTextUrl": {"availabilityCode": "OA", "url": "https://x.org/f"}},
            "grantsList": {"grant": [{"agency": "NIH", "grantId": "1"}]}, "journalInfo": {"journal": {"issn": "0028-0836", "essn": "1476-4687"}}}  # fmt: skip
    fields = PMC.parse({"resultList": {"result": [item]}})
    assert (fields.type, fields.genre) == ("article", "preprint")
    assert [str(i) for i in fields.identifiers] == [
        "doi:10.1101/a",
        "europepmc:PPR:PPR5",
        "issn:0028-0836",
        "issn:1476-4687",
    ]
    assert (fields.open_access.url, fields.open_access.license, str(fields.funding[0])) == (
        "https://x.org/f",
        "cc by",
        "NIH 1",
    )
    assert PMC.record_id(item) == "PPR/PPR5"
    assert PMC.record_id({"id": "5"}) == "5"


def test_many_ids_go_in_one_form() -> None:
    ids = tuple(Identifier(scheme=s, value=v) for s, v in (("doi", "10.1000/a"), ("pmid", "5"), ("pmcid", "PMC7")))
    (batch,) = PMC.batches(ids)
    form = parse_qs(PMC.ask(batch).body.decode())
    assert form["query"] == ['(DOI:"10.1000/a") OR (EXT_ID:"5" AND SRC:MED) OR (PMCID:"PMC7")']
    assert form["pageSize"] == ["9"]
    assert not PMC.takes(Identifier.model_construct(scheme="doi", value='10.1/a"b'))
    assert b"TITLE" in PMC.seek(Query("T")).body
