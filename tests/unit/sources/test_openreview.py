"""OpenReview's habits: wrapped content, venues as words, days as milliseconds."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pubtrack.model import Identifier
from pubtrack.sources import SOURCES

OR: Any = SOURCES["openreview"]
BIBTEX = "@inproceedings{\nx,\ntitle={T},\nbooktitle={The Conference on Things},\nyear={2024},\nurl={https://openreview.net/forum?id=abcDEF1234}\n}"


def note(venue: str | None, wrapped: bool = True, **more: Any) -> dict[str, Any]:
    content: dict[str, Any] = {
        "title": "T",
        "authors": ["A Li", "B Wu"],
        "abstract": "A.",
        "keywords": ["k"],
        **more.pop("content", {}),
    }
    if venue:
        content["venue"] = venue
    if wrapped:
        content = {k: {"value": v} for k, v in content.items()}
    return {"id": "abcDEF1234", "forum": "abcDEF1234", "content": content, "cdate": 1_700_000_000_000, **more}


@pytest.mark.parametrize("wrapped", [True, False])
def test_an_accepted_paper_of_both_versions_of_the_api(wrapped: bool) -> None:
    fields = OR.parse(
        {"notes": [note("NeurIPS 2024 poster", wrapped, content={"_bibtex": BIBTEX}, pdate=1_727_287_000_000)]}
    )
    assert (fields.type, fields.container_title, fields.annote) == (
        "paper-conference",
        "The Conference on Things",
        "poster",
    )
    assert str(fields.issued) == "2024-09-25"
    assert str(fields.submitted) == "2023-11-14"
    assert [a.name for a in fields.author] == ["A. Li", "B. Wu"]
    assert OR.record_id(note(None)) == "abcDEF1234"


@pytest.mark.parametrize(
    "venue", ["Submitted to ICLR 2025", "ICLR 2025 Conference Withdrawn Submission", "Rejected by TMLR"]
)
def test_what_was_not_accepted_is_a_preprint_with_its_status(venue: str) -> None:
    fields = OR.parse(note(venue))
    assert (fields.type, fields.genre, fields.container_title, fields.status) == ("article", "preprint", None, venue)
    assert str(fields.issued) == "2023-11-14"


def test_journals_years_and_authors_as_objects() -> None:
    fields = OR.parse(
        note(
            "TMLR",
            content={"authors": [{"fullname": "A Li"}], "_bibtex": "@article{x,\njournal={TMLR},\nyear={2022},\n}"},
        )
    )
    assert (fields.type, str(fields.issued), fields.author[0].family) == ("article-journal", "2022", "Li")
    assert OR.parse({}).stated() == {}


def test_many_notes_go_in_one_question() -> None:
    (batch,) = OR.batches(
        [Identifier(scheme="openreview", value="abcDEF1234"), Identifier(scheme="openreview", value="xyzDEF1234")]
    )
    assert json.loads(OR.ask(batch).body) == {"ids": ["abcDEF1234", "xyzDEF1234"]}
    assert OR.items({"notes": [note(None)]}, ()) == [note(None)]
