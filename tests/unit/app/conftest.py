"""A small library to change."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pubtrack.app.library import Library
from pubtrack.model import Fields, Funding, Grant, Owner, Provenance, SourceRecord

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

WORKS = """\
% My works. Keep this line!
@string{acl = "Proceedings of ACL"}

@inproceedings{li2020words,
    author    = {Li, Ana and {ELLIS Consortium}},
    title     = "On Words of {BERT} and Their Distant Cousins",
    booktitle = acl,
    year      = 2020,
    mykeyword = {mine}
}

@article{li2019sounds,
    author  = {Li, Ana},
    title   = {Sounds},
    journal = {Journal of Sounds},
    year    = 2019,
    doi     = {10.1000/SOUNDS},
}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a hand-written works.bib, not yet a library."""
    path = tmp_path / "bib"
    path.mkdir()
    (path / "works.bib").write_bytes(WORKS.encode())
    return path


@pytest.fixture
def library(folder: Path) -> Library:
    """A library made from that file."""
    return Library.create(folder, Owner(name="Ana Li"), now=lambda: NOW)


@pytest.fixture
def funded(library):
    """A library whose works name a grant, one by number, one by the grant's own list."""
    with library.change("refresh", "t") as (draft, _):
        fields = Fields(title="Sounds", funding=(Funding(funder="NSF", award_number="IIS-1234567"),))
        said = Provenance(source="crossref", retrieved_at=NOW)
        draft.say(SourceRecord(work="li2019sounds", fields=fields, provenance=said))
    library.add(Grant(id="g1", title="Words", funder="Fund", award_number="F-99", works=("li2020words",)))
    return library
