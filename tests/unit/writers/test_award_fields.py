from __future__ import annotations

import json
from dataclasses import replace

from cv_library import VIEW, hostile_view
from pubtrack.model import Award
from pubtrack.readers import READERS
from pubtrack.writers import WRITERS
from pubtrack.writers.award_fields import awards_of, with_awards
from pubtrack.writers.view import LibraryView


def test_bibtex_says_awards_in_a_field_and_on_request_in_the_note() -> None:
    text = WRITERS["bibtex"].write(VIEW)
    assert "  award = {Best Paper Award, Fictional Conference},\n" in text
    assert "note = " not in text
    noted = WRITERS["biblatex"].write(replace(VIEW, settings={"award_note": True}))
    assert "  note = {Best Paper Award, Fictional Conference},\n" in noted


def test_csl_says_awards_in_the_note() -> None:
    items = {item["id"]: item for item in json.loads(WRITERS["csl-json"].write(VIEW))}
    assert items["marlowe2024tides"]["note"] == "Team Medal, Society for Tides, 2024"
    assert "note" not in items["quill2018thesis"]


def test_what_is_said_already_is_not_said_again() -> None:
    once = with_awards(VIEW, note=True)
    assert with_awards(once, note=True) == once


def test_two_awards_of_a_work_stand_side_by_side() -> None:
    more = Award(id="x", name="Second Prize", works=("marlowe2024tides",))
    view = replace(VIEW, awards=(*VIEW.awards, more))
    assert awards_of(view, ["marlowe2024tides"]) == ("Team Medal, Society for Tides, 2024", "Second Prize")
    entry = with_awards(view).entries[0]
    assert entry.fields.custom["award"] == "Team Medal, Society for Tides, 2024; Second Prize"


def test_a_library_without_awards_stays_as_it_is() -> None:
    view = LibraryView(works=VIEW.works)
    assert with_awards(view) is view


def test_hostile_awards_keep_bibtex_readable() -> None:
    view = hostile_view(award_note=True)
    reading = READERS["bibtex"](WRITERS["bibtex"].write(view))
    assert len(reading.works) == len(view.works)
