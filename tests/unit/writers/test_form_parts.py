from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from form_library import FORM_VIEW, form_view
from pubtrack.errors import ConfigError
from pubtrack.model import Fields, PartialDate, Provenance, Work
from pubtrack.writers.form_parts import (
    as_of,
    chosen_first,
    is_withdrawn,
    latest_counts,
    months_before,
    not_before,
    owner_name,
    reference,
    reference_text,
    wrapped,
)
from pubtrack.writers.view import LibraryView


@pytest.mark.parametrize("stated", ["2026-11-22", date(2026, 11, 22), datetime(2026, 11, 22, 9, tzinfo=UTC)])
def test_the_day_can_be_stated(stated: Any) -> None:
    assert as_of(form_view(as_of=stated)) == date(2026, 11, 22)


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ConfigError, match="write it as"):
        as_of(form_view(as_of="last week"))


def test_without_a_stated_day_the_last_one_that_the_library_saw_counts() -> None:
    seen = Provenance(source="crossref", retrieved_at=datetime(2026, 7, 2, 23, tzinfo=UTC))
    work = Work(key="k", title="T", provenance={"title": seen})
    assert as_of(form_view(as_of=None)) == date(2026, 6, 1)
    assert as_of(LibraryView(works=(work,), citations=FORM_VIEW.citations)) == date(2026, 7, 2)
    assert as_of(LibraryView()) is None


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2024, 2, 29), 48, date(2020, 2, 29)),
        (date(2023, 5, 31), 3, date(2023, 2, 28)),
        (date(2023, 7, 31), 1, date(2023, 6, 30)),
        (date(2024, 1, 1), 1, date(2023, 12, 1)),
    ],
)
def test_months_are_counted_back_to_days_that_exist(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


def test_a_date_that_is_not_over_counts() -> None:
    day = date(2022, 11, 22)
    stated = ["2022", "2022-11", "2022-11-22", "2022-11-21", "2022-10", "2021", "soon"]
    assert [not_before(PartialDate.parse(text), day) for text in stated] == [True] * 3 + [False] * 4
    assert not not_before(None, day)


def test_works_that_a_setting_names_come_first_in_its_order() -> None:
    view = form_view(related="okoro2022buoys, quill2018thesis")
    keys = [work.entry.key for work in chosen_first(view, "related", "selected")]
    assert keys[:4] == ["okoro2022buoys", "quill2018thesis", "marlowe2024tides", "marlowe2026data"]
    assert len(keys) == len(set(keys)) == 11
    assert view.keys_in("selected") == ("marlowe2024tides",)
    assert view.keys_in("nothing") == ()


def test_a_key_of_a_preprint_chooses_what_stands_for_it() -> None:
    assert chosen_first(form_view(selected=("marlowe2023pre",)), "selected")[0].entry.key == "marlowe2023lanterns"


def test_counts_are_the_last_ones_and_those_of_versions_are_not_added() -> None:
    assert latest_counts(FORM_VIEW, ["marlowe2025fog", "marlowe2023pre"]) == {
        "crossref": (5, date(2026, 6, 1)),
        "openalex": (8, date(2026, 6, 1)),
    }
    assert latest_counts(FORM_VIEW, ["x"]) == {}


@pytest.mark.parametrize("style", ["ieee", "nlm-citation-sequence", "vancouver", "nature"])
def test_no_number_of_a_style_stands_before_a_reference(style: str) -> None:
    text = reference_text(Fields(type="book", title="1. First things", issued="2020"), style, FORM_VIEW)
    assert text.replace("“", "").lower().startswith("1. first things")
    assert not reference_text(FORM_VIEW.entries[0].fields, style, FORM_VIEW).startswith(("1", "["))


def test_a_reference_has_no_marks_no_letter_after_the_year_and_no_tex() -> None:
    text = "".join(run.text for run in reference(FORM_VIEW.entries[0].fields, "apa", FORM_VIEW))
    assert "(2024)" in text
    assert "α-rays" in text
    assert not {"*", "§", "‡"} & set(text)


def test_a_work_without_anything_is_untitled() -> None:
    assert reference_text(Fields(), "apa", LibraryView()) in ("Untitled", "(N.d.).")
    assert owner_name(LibraryView()) == "[fill in: name]"


def test_withdrawn_works_are_told_by_their_notices() -> None:
    assert is_withdrawn(Fields(notices=({"type": "removal"},)))
    assert not is_withdrawn(Fields(notices=({"type": "correction"},)))


def test_long_words_stay_whole() -> None:
    assert wrapped("a " + "x" * 100, "- ", "  ") == ["- a", "  " + "x" * 100]
    assert wrapped("", "- ") == ["-"]


def test_a_range_counts_until_it_is_over() -> None:
    day = date(2022, 11, 22)
    assert not_before(PartialDate.parse("2021/2023"), day)
    assert not_before(PartialDate.parse("2021-03/2022-11"), day)
    assert not not_before(PartialDate.parse("2020/2021"), day)
