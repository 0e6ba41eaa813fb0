from __future__ import annotations

import pytest

from cv_library import assert_calm, assert_golden, hostile_view
from form_library import FORM_VIEW, form_view
from pubtrack.model import WORK_TYPES, Fields
from pubtrack.vocab.funder_headings import CCV_GROUPS, CCV_OTHER
from pubtrack.writers.tri_agency import ccv_heading, write_tri_agency
from pubtrack.writers.view import LibraryView


def test_the_lists_are_as_reviewed() -> None:
    assert_golden("tri-agency", write_tri_agency(FORM_VIEW))


@pytest.mark.parametrize(
    ("type", "genre", "heading"),
    [
        ("report", "Working paper", "Working papers"),
        ("book", "edited book", "Edited books"),
        ("book", None, "Books"),
        ("article-journal", "preprint", "Preprints"),
        ("map", None, CCV_OTHER),
    ],
)
def test_headings_are_those_of_the_common_cv(type: str, genre: str | None, heading: str) -> None:
    assert ccv_heading(Fields(type=type, genre=genre)) == heading


def test_the_table_names_only_types_of_csl() -> None:
    assert {name.split("/")[0] for _, types in CCV_GROUPS for name in types} <= set(WORK_TYPES)


def test_every_work_is_in_one_list() -> None:
    text = write_tri_agency(form_view(selected=()))
    counts = [
        int(line.rpartition("(")[2].rstrip(")")) for line in text.splitlines() if line.endswith(")") and line.isupper()
    ]
    assert sum(counts) == 11
    assert "the setting `selected` names them" in text


def test_a_retraction_is_never_hidden() -> None:
    assert "Status: retracted or withdrawn" in write_tri_agency(FORM_VIEW)


def test_an_empty_library_is_a_form_to_fill_in() -> None:
    assert "[fill in: contributions" in write_tri_agency(LibraryView())


def test_hostile_texts_keep_to_their_lines() -> None:
    text = write_tri_agency(hostile_view(selected=("w0", "w7")))
    assert_calm(text)
    assert "\n# three" not in text
