"""A library from an ORCID record: works, prizes and posts wait as proposals."""

from __future__ import annotations

import json

import pytest

from emulator.scripted import Heard, Say, serving
from pubtrack.app.library import Library
from pubtrack.app.orcid_record import propose_record
from pubtrack.cli import main
from pubtrack.errors import InputError, SourceError
from pubtrack.model import Owner

from .conftest import NOW

pytestmark = pytest.mark.loopback

ORCID = "0000-0002-1825-0097"


@pytest.fixture(autouse=True)
def _loopback(socket_enabled: None) -> None:
    """Real sockets, on 127.0.0.1 only."""


def affiliation(kind: str, role: str, place: str) -> dict:
    summary = {
        "put-code": 7, "role-title": role, "start-date": {"year": {"value": "2020"}},
        "organization": {"name": place, "address": {"city": "Oslo", "country": "NO"}},
    }  # fmt: skip
    return {"affiliation-group": [{"summaries": [{f"{kind}-summary": summary}]}]}


def record(request: Heard) -> Say:
    path = request.path
    if path.endswith("/works"):
        ids = {
            "external-id": [
                {"external-id-type": "doi", "external-id-value": "10.1000/tones", "external-id-relationship": "self"}
            ]
        }
        summary = {
            "put-code": 1, "title": {"title": {"value": "Tones of the Night in Northern Cities"}}, "type": "journal-article",
            "publication-date": {"year": {"value": "2021"}}, "external-ids": ids, "display-index": "1",
        }  # fmt: skip
        body: object = {"group": [{"external-ids": ids, "work-summary": [summary]}]}
    elif path.endswith("/distinctions"):
        body = affiliation("distinction", "Prize for Sounds", "Academy of Oslo")
    elif path.endswith("/employments"):
        body = affiliation("employment", "Professor of Physics", "University of Oslo")
    else:
        body = {"affiliation-group": []}
    return Say(body=json.dumps(body).encode())


def library_at(tmp_path, url: str) -> Library:
    Library.create(tmp_path / "bib", Owner(name="Ana Li", orcid=ORCID), now=lambda: NOW)
    path = tmp_path / "bib/pubtrack.toml"
    path.write_text(path.read_text() + f'\n[sources.orcid]\nbase_url = "{url}"\n')
    return Library(tmp_path / "bib", now=lambda: NOW)


def test_works_prizes_and_posts_wait_for_the_person(tmp_path):
    with serving(record) as server:
        library = library_at(tmp_path, server.url)
        found = propose_record(library, ORCID)
    assert [p.kind for p in found] == ["new", "award", "appointment"]
    assert library.works == {} or dict(library.works) == {}
    assert (
        main(
            [
                "review",
                "--library",
                str(library.path),
                "--yes-to",
                "new",
                "--yes-to",
                "award",
                "--yes-to",
                "appointment",
            ]
        )
        == 0
    )
    library = Library(library.path)
    (work,) = library.works.values()
    assert (work.title, work.year, work.doi) == ("Tones of the Night in Northern Cities", 2021, "10.1000/tones")
    assert work.provenance["title"].source == "orcid"
    assert [(a.name, a.awarder) for a in library.awards] == [("Prize for Sounds", "Academy of Oslo")]
    assert [p.role for p in library.appointments] == ["Professor of Physics"]


def test_a_wrong_id_is_refused_before_anybody_is_asked(library):
    with pytest.raises(InputError, match="no ORCID iD"):
        propose_record(library, "0000-0002-1825-0098")


def test_orcid_that_cannot_be_asked_is_an_error_not_an_empty_record(tmp_path):
    with pytest.raises(SourceError):
        propose_record(library_at(tmp_path, "http://127.0.0.1:9"), ORCID)
