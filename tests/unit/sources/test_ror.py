"""ROR's habits, of versions 2 and 1."""

from __future__ import annotations

from typing import Any

from pubtrack.model import Identifier
from pubtrack.sources import SOURCES
from pubtrack.sources.base import Query

ROR: Any = SOURCES["ror"]


def test_an_organisation_in_both_versions() -> None:
    new = {"id": "https://ror.org/0472cxd90", "names": [{"value": "ERC", "types": ["acronym"]}, {"value": "European Council", "types": ["ror_display"]}],
           "locations": [{"geonames_details": {"name": "Brussels", "country_name": "Belgium"}}], "links": [{"type": "website", "value": "https://e.eu"}]}  # fmt: skip
    fields = ROR.parse({"items": [{"organization": new}]})
    assert (fields.title, fields.alternative_titles, fields.publisher_place) == (
        "European Council",
        ("ERC",),
        "Brussels, Belgium",
    )
    assert [str(i) for i in fields.identifiers] == ["ror:0472cxd90", "url:https://e.eu"]
    old = {"id": "https://ror.org/0472cxd90", "name": "Old", "aliases": ["O"], "acronyms": [], "links": ["https://o.org"],
           "country": {"country_name": "France"}}  # fmt: skip
    assert (ROR.parse(old).title, ROR.parse(old).publisher_place) == ("Old", "France")


def test_questions_and_errors() -> None:
    assert ROR.ask((Identifier(scheme="ror", value="0472cxd90"),)).path == "/organizations/0472cxd90"
    assert ROR.items({"errors": ["x"]}, ()) == []
    assert not ROR.is_reply({"errors": ["x"]})
    assert dict(ROR.seek(Query("U of X")).params) == {"affiliation": "U of X"}
