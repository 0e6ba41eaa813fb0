"""New works of the owner: what lists under the owner's iD hold and the library does not."""

from __future__ import annotations

from types import SimpleNamespace

from pubtrack.app.listings import new_works
from pubtrack.app.refresh_report import RefreshReport
from pubtrack.errors import SourceDown
from pubtrack.model import Fields, Owner

from .conftest import NOW

LISTED = [
    Fields(title="Sounds", author=[{"family": "Li", "given": "Ana"}], doi="10.1000/sounds", issued={"year": 2019}),
    Fields(title="Entirely Unheard Tones of the Night", author=[{"family": "Li", "given": "Ana"}], doi="10.1000/tones"),
    Fields(),
]


def source(name: str, answers: list[Fields] | Exception) -> SimpleNamespace:
    def works_of(person, transport):
        if isinstance(answers, Exception):
            raise answers
        return iter(answers)

    return SimpleNamespace(name=name, works_of=works_of, parse=lambda fields: fields)


def test_what_is_not_in_the_library_is_proposed_once_over_all_lists(library):
    library._draft.settings = library.settings.replace(owner=Owner(name="Ana Li", orcid="0000-0002-1825-0097"))
    report = RefreshReport()
    sources = {
        "orcid": source("orcid", LISTED), "openalex": source("openalex", LISTED[1:]),
        "dblp": source("dblp", SourceDown("dblp", "no address")), "crossref": SimpleNamespace(name="crossref"),
    }  # fmt: skip
    found = new_works(library, sources, None, report, NOW)
    assert [p.record.fields.title for p in found] == ["Entirely Unheard Tones of the Night"]
    assert found[0].record.provenance.source == "orcid"
    assert report.failed == {"dblp": "unreachable: list of works: no address"}


def test_without_an_orcid_id_nobody_is_asked(library):
    assert new_works(library, {"orcid": source("orcid", LISTED)}, None, RefreshReport(), NOW) == []
