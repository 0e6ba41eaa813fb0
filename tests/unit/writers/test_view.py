"""What writers see."""

from __future__ import annotations

import dataclasses

import pytest

from pubtrack.model import Fields, Provenance, Work
from pubtrack.writers.view import Entry, LibraryView


def test_works_entries_and_bare_fields_are_all_entries() -> None:
    fields = Fields(title="T")
    work = Work(key="k", title="T", provenance={"title": Provenance(source="user")})
    view = LibraryView.of([fields, Entry("e", fields), work], ascii=True)
    assert view.entries == (Entry(None, fields), Entry("e", fields), Entry("k", fields))
    assert view.settings == {"ascii": True}


def test_a_view_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        LibraryView().works = ()  # type: ignore[misc]
