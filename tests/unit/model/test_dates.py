"""Partial dates stay partial."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pubtrack.model import PartialDate

days = st.dates().map(lambda d: PartialDate(year=d.year, month=d.month, day=d.day))
plain = st.one_of(
    st.integers(-9999, 9999).map(lambda year: PartialDate(year=year)),
    st.builds(PartialDate, year=st.integers(1000, 9999), month=st.integers(1, 12), circa=st.booleans()),
    st.builds(PartialDate, year=st.integers(1000, 9999), season=st.sampled_from([1, 2, 3, 4]), circa=st.booleans()),
    days,
    st.text(min_size=1).filter(str.strip).map(lambda text: PartialDate(literal=text)),
)
anything = plain | st.builds(lambda start, end: start.replace(end=end), plain, plain)


@given(anything)
def test_a_date_written_and_read_is_the_same_date(date: PartialDate) -> None:
    assert PartialDate.model_validate_json(date.model_dump_json()) == date


@given(st.text())
def test_any_text_is_a_date_or_kept_as_said(text: str) -> None:
    if text.strip():
        date = PartialDate.parse(text)
        assert date.literal == text.strip() or date.year is not None
    else:
        with pytest.raises(ValidationError):
            PartialDate.parse(text)


@given(st.lists(plain))
def test_sorting_is_total_and_puts_what_is_no_year_last(dates: list[PartialDate]) -> None:
    ordered = sorted(dates)
    literal = [date.year is None for date in ordered]
    assert literal == sorted(literal)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2024", (2024,)),
        ("2024-07", (2024, 7)),
        ("2024-7-3", (2024, 7, 3)),
        ("2024-12-14T09:00:00Z", (2024, 12, 14)),
        ("2024-12-14 09:00", (2024, 12, 14)),
        ("2024-13", (2024,)),
        ("2024-02-31", (2024, 2)),
        ("-350", (-350,)),
        ("24", ()),
        ("in press", ()),
    ],
)
def test_only_what_was_stated_is_known(text: str, parts: tuple[int, ...]) -> None:
    date = PartialDate.parse(text)
    assert date.parts == parts
    assert bool(date.literal) == (not parts)


@pytest.mark.parametrize(
    ("text", "season", "circa"), [("2024-21", 1, False), ("2024-24~", 4, True), ("2024~", None, True)]
)
def test_seasons_and_doubt_are_kept(text: str, season: int | None, circa: bool) -> None:
    date = PartialDate.parse(text)
    assert (date.season, date.circa) == (season, circa)
    assert str(date) == text


def test_a_range_has_a_last_day() -> None:
    date = PartialDate.parse("2024-06-30/2024-07-05")
    assert date.end == PartialDate(year=2024, month=7, day=5)
    assert date.parts == (2024, 6, 30)
    assert PartialDate.parse("spring/summer").literal == "spring/summer"


@pytest.mark.parametrize(
    "wrong", [{}, {"year": 2024, "day": 3}, {"year": 2024, "month": 2, "day": 30}, {"year": 10_000}, {"month": 3}]
)
def test_a_date_that_no_calendar_has_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        PartialDate(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([2020], (2020,)),
        (["2020", "7"], (2020, 7)),
        ([2020, 13, 1], (2020,)),
        ([2020, 2, 30], (2020, 2)),
        ([2020, None], (2020,)),
        (2020, (2020,)),
        ([None], None),
        ([], None),
        ([0], None),
        ([99999], None),
        ({"year": 2020}, None),
    ],
)
def test_date_parts_of_services_lose_only_what_no_calendar_has(parts: object, expected: object) -> None:
    date = PartialDate.from_parts(parts)
    assert (date.parts if date else None) == expected


def test_csl_gets_parts_seasons_ranges_and_literals() -> None:
    assert PartialDate.parse("2024-07").to_csl() == {"date-parts": [[2024, 7]]}
    assert PartialDate.parse("in press").to_csl() == {"literal": "in press"}
    assert PartialDate.parse("2024-06-30/2024-07-05").to_csl() == {"date-parts": [[2024, 6, 30], [2024, 7, 5]]}
    season = PartialDate.parse("2024-22~").to_csl()
    assert season["season"] == 2
    assert season["circa"]


def test_a_date_is_not_compared_with_other_things() -> None:
    with pytest.raises(TypeError):
        _ = PartialDate(year=2024) < 2024  # type: ignore[operator]
    assert PartialDate(year=2024) < PartialDate(year=2024, month=1) < PartialDate(year=2025)
    assert repr(PartialDate(year=2024)) == "PartialDate(2024)"
