"""OpenCitations' habits: everything is text, and 0 is not found."""

from __future__ import annotations

from typing import Any

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
