"""Usual names of columns need no mapping; a mapping wins."""

from __future__ import annotations

import pytest

from pubtrack.errors import InputError
from pubtrack.scale.names import NAMES, chosen_names


def test_usual_names_are_found_whatever_their_case_and_marks():
    there = ["ID", "Article Number", "TITLE", "Publication-Year", "Source title", "other"]
    assert chosen_names(there, {}, "x.csv") == {
        "id": "ID", "title": "TITLE", "year": "Publication-Year", "container": "Source title", "page": "Article Number",
    }  # fmt: skip


def test_a_mapping_wins_and_must_name_a_column():
    assert chosen_names(["title", "Titel"], {"title": "Titel"}, "x")["title"] == "Titel"
    with pytest.raises(InputError, match=r"x: there is no column 'Nr'; the columns are: title"):
        chosen_names(["title"], {"id": "Nr"}, "x")


def test_no_name_is_taken_for_two_columns():
    names = [name for known in NAMES.values() for name in known]
    assert len(names) == len(set(names))
