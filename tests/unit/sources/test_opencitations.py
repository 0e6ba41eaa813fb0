"""OpenCitations' habits: everything is text, and 0 is not found."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest

from emulator.answering import Says
from pubtrack.model import Identifier
from pubtrack.sources import SOURCES

OC: Any = SOURCES["opencitations"]


def test_a_row_of_meta() -> None:
    said = {"id": "doi:10.1000/A omid:br/061 pmid:12", "title": "T", "author": "Li, A [orcid:0000-0003-0238-9024 omid:ra/1]; CERN; ",
            "editor": "", "pub_date": "2018-03", "venue": "Journal [issn:0028-0836 omid:br/2]", "type": "journal article", "page": "1-2",
            "volume": "1", "issue": "", "publisher": "P [crossref:1]"}  # fmt: skip
    fields = OC.parse(said)
    assert [a.sort_name for a in fields.author] == ["Li, A.", "CERN"]
    assert fields.author[0].orcid
    assert (fields.container_title, fields.publisher, str(fields.issued)) == ("Journal", "P", "2018-03")
    assert [str(i) for i in fields.identifiers] == ["doi:10.1000/a", "pmid:12", "issn:0028-0836"]
    assert OC.record_id(said) == "br/061"
    assert OC.parse({**said, "type": "book"}).collection_title == "Journal"


def test_old_metadata_and_counts() -> None:
    old = {
        "doi": "10.1000/a",
        "source_title": "J",
        "year": "2015",
        "citation_count": "20",
        "author": "Peroni, Silvio",
        "title": "T",
    }
    fields = OC.parse([old])
    assert (fields.doi, fields.citations.count, fields.year) == ("10.1000/a", 20, 2015)
    assert OC.record_id(old) == "10.1000/a"
    assert OC.parse([{"count": "34"}]).citations.count == 34
    rows = [
        {"citing": "x", "cited": "omid:br/1 doi:10.1000/a", "creation": day} for day in ("2020-01", "2020", "2021", "")
    ]
    counted = OC.parse(rows)
    assert (counted.citations.count, counted.citations.by_year, counted.doi) == (4, ((2020, 2), (2021, 1)), "10.1000/a")
    assert OC.parse({"citing": "x", "cited": "y"}).stated() == {}


def test_questions() -> None:
    one, two = Identifier(scheme="doi", value="10.1000/a"), Identifier(scheme="pmid", value="12")
    assert OC.ask((one, two)).path == "/meta/v1/metadata/doi:10.1000/a__pmid:12"
    assert OC.counts_request(one).path == "/index/v2/citations/doi:10.1000/a"


@pytest.mark.parametrize("value", ["10.1002/a;2-#", "10.1002/a{b}c", "10.1002/a?b", "10.1002/a%b", "10.1002/a__b/c"])
def test_signs_of_old_dois_stay_in_the_path(value: str) -> None:
    asked = OC.ask((Identifier(scheme="doi", value=value), Identifier(scheme="pmid", value="12")))
    assert not set("#?{}") & set(asked.target)
    assert unquote(asked.target) == f"/meta/v1/metadata/doi:{value}__pmid:12"


def _says(answers: dict[str, Any]) -> Says:
    return Says(lambda request: next(said for part, said in answers.items() if part in request.target))


META = [{"id": "doi:10.1000/a omid:br/1", "title": "A"}, {"id": "doi:10.1000/b pmid:7", "title": "B"}]


def test_the_citations_of_each_work_that_is_there_are_asked_for() -> None:
    citing = [{"citing": "x", "cited": "doi:10.1000/a", "creation": day} for day in ("2020-01", "2021", "")]
    says = _says({"/metadata/": (200, META), "citations/doi:10.1000/a": (200, citing), "10.1000/b": (200, [])})
    ids = [Identifier(scheme="doi", value=f"10.1000/{c}") for c in "abc"]
    answers = OC.fetch(ids, says)
    told = {i.value: OC.record("w", answers.found[i][0]).fields.citations for i in ids[:2]}
    assert {key: (said.count, said.by_year) for key, said in told.items()} == {
        "10.1000/a": (3, ((2020, 1), (2021, 1))), "10.1000/b": (0, ()),
    }  # fmt: skip
    assert answers.absent == (ids[2],)
    assert len(says.asked) == 3


def test_a_work_whose_citations_cannot_be_had_is_asked_for_again() -> None:
    says = _says({"/metadata/": (200, META), "10.1000/a": (404, []), "10.1000/b": (400, {"error": "no"})})
    ids = [Identifier(scheme="doi", value=f"10.1000/{c}") for c in "ab"]
    answers = OC.fetch(ids, says)
    assert [OC.record("w", found[0]).fields.citations for found in answers.found.values()] == [None]
    assert "HTTP 400" in answers.failed[ids[1]].detail
