"""doi.org: agencies and content negotiation."""

from __future__ import annotations

from typing import Any

from pubtrack.model import Identifier
from pubtrack.sources import SOURCES

RA: Any = SOURCES["doi_ra"]


def test_agencies_of_many_and_those_that_do_not_exist() -> None:
    told = [{"DOI": "10.1000/A", "RA": "Crossref"}, {"DOI": "10.1000/b", "status": "DOI does not exist"}]
    items = RA.items(told, ())
    assert [RA.agency_of(i) for i in items] == ["crossref"]
    fields = RA.parse(items[0])
    assert (fields.doi, fields.custom) == ("10.1000/a", {"registration_agency": "Crossref"})
    assert RA.agency_of({}) is None


def test_csl_json_parses_too() -> None:
    assert RA.parse({"type": "dataset", "title": "T", "DOI": "10.5281/ZENODO.1"}).doi == "10.5281/zenodo.1"


def test_dois_are_encoded_into_the_path() -> None:
    ids = [Identifier(scheme="doi", value="10.1000/a"), Identifier(scheme="doi", value="10.1000/b;c")]
    (batch,) = RA.batches(ids)
    assert RA.ask(batch).path == "/doiRA/10.1000%2Fa,10.1000%2Fb%3Bc"
    assert len(list(RA.batches([*ids, Identifier(scheme="doi", value="10.1000/a,b")]))) == 2
