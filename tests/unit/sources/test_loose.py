"""Reading what may be missing, null, single, listed or of another type."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.model import PartialDate
from pubtrack.sources import loose

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("sent", "ours"),
    [
        (None, None), ("", None), (" ", None), ("null", None), (":unav", None), (True, None), (3, "3"), (3.0, "3"), (2.5, "2.5"),
        ({"value": " x "}, "x"), ({"content": "y"}, "y"), ({"z": 1}, None), (["x"], None), ("BÃ¤ck", "Bäck"), ("Ã x", "Ã x"),
        ("a\x00b\ud800", "ab?"), (float("nan"), None), (float("inf"), "inf"),
    ],
)  # fmt: skip
def test_only_what_says_something_is_text(sent: Any, ours: str | None) -> None:
    assert loose.text(sent) == ours


@pytest.mark.parametrize(
    ("sent", "ours"),
    [
        ("2020", "2020"), (2020, "2020"), ("2020-5", "2020-05"), ("2020/05/06", "2020-05-06"), ("20200506", "2020-05-06"),
        ("2020-05-06T10:00:00Z", "2020-05-06"), ({"date-parts": [[2020, 2]]}, "2020-02"), ({"date-parts": [[None]]}, None),
        ({"date-parts": [[2020], [2021]]}, "2020/2021"), ({"date-parts": []}, None), ({"date-parts": [[0]]}, None),
        ({"year": {"value": "2020"}, "month": {"value": "0"}, "day": None}, "2020"), ("unknown", None), (None, None),
        ({"date-time": "2020-01-02T00:00:00Z"}, "2020-01-02"), ("2020-06-30/2020-07-05", "2020-06-30/2020-07-05"),
        ([2020, 13, 4], "2020"), ("2020 Jan", "2020"), (True, None), (1e300, None), ({"raw": "2021"}, "2021"), ("12", None),
    ],
)  # fmt: skip
def test_dates_keep_their_stated_parts(sent: Any, ours: str | None) -> None:
    date = loose.date(sent)
    assert (str(date) if date else None) == ours


def test_a_stretch_of_days_has_its_end() -> None:
    one, two = PartialDate.parse("2020-01-01"), PartialDate.parse("2020-01-05")
    assert str(loose.spanning(one, two)) == "2020-01-01/2020-01-05"
    assert loose.spanning(None, two) == two
    assert loose.spanning(two, one) == two


def test_moments_become_days() -> None:
    assert str(loose.moment_day(1_700_000_000_000)) == "2023-11-14"
    assert loose.moment_day(10**15) is None
    assert loose.moment_day("x") is None


def test_people_need_a_name_and_bad_orcids_are_dropped() -> None:
    assert loose.contributor() is None
    assert loose.contributor("Li", "A", orcid="0000-0000-0000-0002").orcid is None  # type: ignore[union-attr]
    assert loose.contributor(None, "Plato").literal == "Plato"  # type: ignore[union-attr]
    assert loose.contributor(body="WHO").literal == "WHO"  # type: ignore[union-attr]
    assert loose.named("  ") is None
    assert loose.named("--") is None
    assert loose.named("J. Smith", alias="John Smith", orcid="https://orcid.org/0000-0003-0238-9024").aliases == (
        "John Smith",
    )  # type: ignore[union-attr]


def test_subtitles_are_joined_once() -> None:
    assert loose.with_subtitle("Why?", "Because") == ("Why? Because", "Why?")
    assert loose.with_subtitle(None, "Only") == ("Only", None)
    assert loose.with_subtitle("A", None) == ("A", None)


def test_counts_and_years_read_from_texts() -> None:
    held = loose.citations("7", [("2020", 3), (None, 1), ("2019", "2"), (2021, -1)])
    assert held is not None
    assert held.by_year == ((2019, 2), (2020, 3))
    assert loose.citations(None) is None
    assert loose.citations(-3) is None


def test_unknown_types_and_empty_lists_say_nothing() -> None:
    assert loose.fields(type="nonsense", title="", keyword=("a", "a", None)).stated() == {"keyword": ("a",)}


@given(JSON)
def test_no_json_raises(value: Any) -> None:
    for read in (loose.text, loose.first, loose.markup, loose.titles, loose.abstract, loose.date, loose.count, loose.from_url,
                 loose.moment_day, loose.mapping, loose.objects, loose.named, loose.markup_free, loose.pages):  # fmt: skip
        read(value)
    loose.contributor(value, value, value, orcid=value, affiliation=value, body=value)
    loose.identifiers(("doi", value), ("url", value))
    loose.funding(value, value, value, value)
    loose.open_access(value, value, value)
