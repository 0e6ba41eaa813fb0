"""What writers see."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from types import SimpleNamespace

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


def test_the_newest_statement_is_of_a_work_or_of_a_count() -> None:
    said = Provenance(source="x", retrieved_at=datetime(2026, 3, 1, tzinfo=UTC))
    work = Work(key="k", title="T", provenance={"title": said})
    assert LibraryView().last_told is None
    assert LibraryView(works=(work,)).last_told == date(2026, 3, 1)
    counts = (SimpleNamespace(date=date(2026, 4, 2)),)
    assert LibraryView(works=(work,), citations=counts).last_told == date(2026, 4, 2)
