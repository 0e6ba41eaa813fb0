from __future__ import annotations

from typing import Any

import pytest

from cv_library import VIEW, with_settings
from pubtrack.model import Fields
from pubtrack.writers.cv_parts import Group, Item
from pubtrack.writers.cv_publications import Publications, heading_of, links_of
from pubtrack.writers.versions import one_of_each
from pubtrack.writers.view import Entry, LibraryView


def items(groups: tuple[Group, ...]) -> list[Item]:
    return [item for group in groups for item in (*group.items, *items(group.groups))]


def test_works_stand_by_type_then_year_newest_first() -> None:
    groups = Publications(VIEW).groups()
    assert [(g.title, [(i.title, i.count) for i in g.groups]) for g in groups] == [
        ("Journal articles", [("2024", 1), ("2021", 1)]),
        ("Conference papers", [("2023", 1)]),
        ("Workshop papers", [("2019", 1)]),
        ("Theses", [("2018", 1)]),
    ]


def test_preprint_and_publication_are_one_line_with_both_links() -> None:
    item = next(i for i in items(Publications(VIEW).groups()) if i.key == "marlowe2023lanterns")
    assert [link.label for link in item.links] == ["OpenReview", "arXiv"]
    assert not [i for i in items(Publications(VIEW).groups()) if i.key == "marlowe2023pre"]


def test_an_award_of_the_preprint_is_shown_at_the_publication() -> None:
    from dataclasses import replace

    award = VIEW.awards[0].replace(works=("marlowe2023pre",))
    item = next(i for i in items(Publications(replace(VIEW, awards=(award,))).groups()) if i.badges)
    assert item.key == "marlowe2023lanterns"


def test_the_owner_is_bold_under_past_names_which_are_not_shown() -> None:
    made = items(Publications(VIEW).groups())
    assert all("Quill" not in item.text for item in made)
    assert {"".join(r.text for r in i.runs if r.bold and r.role) for i in made} >= {"Marlowe, A."}
    assert all(any(run.bold for run in item.runs) for item in made)


@pytest.mark.parametrize(
    ("numbered", "numbers"), [(False, [None] * 5), (True, [1, 2, 3, 4, 5]), ("descending", [5, 4, 3, 2, 1])]
)
def test_numbers_run_through_all_groups(numbered: Any, numbers: list[int | None]) -> None:
    assert [item.number for item in items(Publications(with_settings(numbered=numbered)).groups())] == numbers


def test_groups_may_be_years_or_none() -> None:
    assert [g.title for g in Publications(with_settings(group=("year",))).groups()][:2] == ["2024", "2023"]
    assert [g.title for g in Publications(with_settings(group=())).groups()] == [None]
    assert Publications(LibraryView(settings={"group": ()})).groups() == ()


def test_the_chosen_works_are_marked_and_listed() -> None:
    works = Publications(VIEW)
    assert [item.key for item in items(works.groups()) if item.selected] == ["marlowe2024tides"]
    assert [(item.key, item.selected) for item in items(works.selected())] == [("marlowe2024tides", False)]
    assert Publications(with_settings(selected=())).selected() == ()


def test_a_retracted_work_says_so() -> None:
    flagged = [(item.key, item.flags) for item in items(Publications(VIEW).groups()) if item.flags]
    assert flagged == [("marlowe2021gone", ("retracted",))]


def test_arxivs_own_doi_gives_way() -> None:
    both = Fields(title="T", identifiers=("doi:10.48550/arxiv.2401.00001", "arxiv:2401.00001v2"))
    links = links_of(one_of_each([Entry("k", both)])[0])
    assert [link.url for link in links] == ["https://arxiv.org/abs/2401.00001"]


def test_a_free_copy_is_linked_once() -> None:
    fields = Fields(title="T", arxiv="2401.00001", open_access={"url": "https://arxiv.org/abs/2401.00001"})
    assert len(links_of(one_of_each([Entry("k", fields)])[0])) == 1
    fields = fields.replace(open_access={"url": "https://free.example"})
    assert [link.label for link in links_of(one_of_each([Entry("k", fields)])[0])] == ["arXiv", "Open access"]


def test_headings_of_unusual_works() -> None:
    assert heading_of(Fields(type="map")) == "Other publications"
    assert heading_of(Fields(), "year") == "Undated"


def test_a_work_without_anything_still_has_a_line() -> None:
    class Silent:
        def bibliography(self, items: Any, style: str, locale: str | None) -> list[Any]:
            return []

    view = LibraryView(works=(Entry(None, Fields()), Entry("k", Fields(title="<i>T</i>"))))
    assert {item.text for item in items(Publications(view, Silent()).groups())} == {"Untitled", "T"}
