"""Unpaywall's habits."""

from __future__ import annotations

from typing import Any

from pubtrack.model import Identifier
from pubtrack.sources import SOURCES

UP: Any = SOURCES["unpaywall"]


def test_a_record_with_people_in_three_forms() -> None:
    item = {"doi": "10.1000/A", "title": "T", "genre": "journal-article", "oa_status": "gold", "journal_issns": "0028-0836,1476-4687",
            "published_date": "2020-02-03", "best_oa_location": {"url_for_pdf": None, "url": "https://x.org", "license": "cc-by"},
            "z_authors": [{"family": "Li", "given": "A"}, {"name": "CERN"}, {"raw_author_name": "B Wu"}]}  # fmt: skip
    for reply in (item, {"results": [{"response": item}]}):
        fields = UP.parse(reply)
        assert [a.name for a in fields.author] == ["A Li", "CERN", "B. Wu"]
        assert (fields.open_access.url, fields.open_access.status) == ("https://x.org", "gold")
        assert fields.ids("issn") == ("0028-0836", "1476-4687")
    assert UP.parse({**item, "best_oa_location": None, "z_authors": None}).author == ()
    assert UP.items(item, ()) == [item]
    assert UP.items({}, ()) == []
    assert UP.ask((Identifier(scheme="doi", value="10.1000/a"),)).path == "/10.1000%2Fa"
