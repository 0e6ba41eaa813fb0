from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from cv_library import OWNER, assert_golden, hostile_view
from form_library import FORM_VIEW, form_view
from pubtrack.errors import ConfigError
from pubtrack.model import Contributor, Fields
from pubtrack.writers.nsf_coa import HEADER, write_nsf_coa
from pubtrack.writers.view import Entry, LibraryView


def _rows(view: LibraryView) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write_nsf_coa(view))))


def test_the_table_is_as_reviewed() -> None:
    assert_golden("nsf-coa", write_nsf_coa(FORM_VIEW))


def test_the_first_columns_are_those_of_the_template() -> None:
    assert HEADER[:5] == ("4", "Name:", "Organizational Affiliation", "Optional  (email, Department)", "Last Active")


def test_only_the_last_48_months_count() -> None:
    assert "Gone, Long" not in [row["Name:"] for row in _rows(FORM_VIEW)]
    assert "Gone, Long" in [row["Name:"] for row in _rows(form_view(as_of="2025-01-31"))]
    assert "Gone, Long" not in [row["Name:"] for row in _rows(form_view(as_of="2025-02-01"))]


def test_without_any_day_nobody_is_left_out() -> None:
    view = replace(form_view(as_of=None), citations=())
    assert "Gone, Long" in [row["Name:"] for row in _rows(view)]


def test_dates_are_american_and_no_more_precise_than_known() -> None:
    rows = {row["Name:"]: row for row in _rows(FORM_VIEW)}
    assert rows["Nakamura, Ren"]["Last Active"] == "3/9/2025"
    assert rows["Öz, Ümit"]["Last Active"] == "5/2024"
    assert rows["Vale, Rosa"]["Last Active"] == "2022"
    assert "the day is not known" in rows["Vale, Rosa"]["Check"]


def test_what_is_not_known_is_a_blank_to_fill_in() -> None:
    rows = {row["Name:"]: row for row in _rows(FORM_VIEW)}
    assert rows["Öz, Ümit"]["Organizational Affiliation"] == "[fill in: affiliation]"
    assert rows["Okoro, Chidi B."]["Organizational Affiliation"] == "Harbour Institute; Universität Überall"


def test_undated_works_and_bodies_are_in_with_a_word() -> None:
    team = (Contributor(family="Marlowe", given="Ada"), Contributor(literal="Tide Consortium"))
    rows = _rows(LibraryView(works=(Entry("k", Fields(author=team)),), owner=OWNER, settings={"as_of": "2026-01-01"}))
    assert rows[0]["Last Active"] == "[fill in: date]"
    assert "undated" in rows[0]["Check"]
    assert "a body" in rows[0]["Check"]


def test_a_work_that_does_not_name_the_owner_is_in_with_a_word() -> None:
    work = Entry("k", Fields(author=(Contributor(family="Roe", given="Jo"),), issued="2026-01-02"))
    rows = _rows(LibraryView(works=(work,), owner=OWNER, settings={"as_of": "2026-02-01"}))
    assert rows[0]["Check"] == "you are not named as an author of k"


def test_the_form_needs_an_owner() -> None:
    with pytest.raises(ConfigError, match=r"\[owner\]"):
        write_nsf_coa(LibraryView())


def test_no_hostile_name_is_a_formula_or_a_second_row() -> None:
    rows = list(csv.reader(io.StringIO(write_nsf_coa(replace(hostile_view(), owner=OWNER)))))
    assert all(len(row) == len(HEADER) for row in rows)
    assert all(row[0] == "A:" for row in rows[1:])
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for row in rows for cell in row)
