from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from cv_library import assert_calm, assert_golden, hostile_view
from form_library import FORM_VIEW
from pubtrack.model import Fields, Funding, Grant
from pubtrack.writers.grant_lists import grant_number, works_by_grant, write_grants
from pubtrack.writers.view import Entry, LibraryView


def _grants(view: LibraryView) -> dict[str, list[str | None]]:
    return {grant.label: [work.entry.key for work in grant.works] for grant in works_by_grant(view)[0]}


def test_the_lists_are_as_reviewed() -> None:
    assert_golden("grants", write_grants(FORM_VIEW))


def test_a_work_is_found_by_number_however_it_and_its_funder_are_spelled() -> None:
    assert _grants(FORM_VIEW)["Fund of Examples, EF-2023-7"] == ["marlowe2025fog", "marlowe2024tides"]
    view = LibraryView(
        works=(Entry("k", Fields(funding=(Funding(funder="NSF", award_number="IIS 1234567"),))),),
        funding=(Grant(id="g", title="T", funder="National Science Foundation", award_number="iis-1234567"),),
    )
    assert _grants(view) == {"National Science Foundation, iis-1234567": ["k"]}


def test_a_short_number_needs_its_funder() -> None:
    works = (
        Entry("a", Fields(title="A", funding=(Funding(funder="Club", award_number="3"),))),
        Entry("b", Fields(title="B", funding=(Funding(funder="Other", award_number="3"),))),
    )
    grants = (Grant(id="g", title="T", funder="Club", award_number="3"),)
    assert _grants(LibraryView(works=works, funding=grants)) == {"Club, 3": ["a"], "Other, 3": ["b"]}


def test_a_work_with_two_grants_stands_under_both_and_one_without_is_said() -> None:
    grants, rest = works_by_grant(FORM_VIEW)
    under = [grant.label for grant in grants if any(w.entry.key == "marlowe2025fog" for w in grant.works)]
    assert under == ["Fund of Examples, EF-2023-7", "Other Council"]
    assert "marlowe2026data" in [work.entry.key for work in rest]


@pytest.mark.parametrize(("one", "other"), [("EF-7", "ef7"), ("ABC/12.3", "abc123"), (" 5 ", "5")])
def test_numbers_compare_without_signs(one: str, other: str) -> None:
    assert grant_number(one) == other


def test_an_empty_library_has_a_heading() -> None:
    assert write_grants(LibraryView()) == "# Works by grant: \\[fill in: name\\]\n"


def test_hostile_texts_stay_texts() -> None:
    text = write_grants(hostile_view())
    assert_calm(text)
    html = MarkdownIt("commonmark").render(text)
    assert "<script" not in html
    assert 'href="javascript' not in html
