from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from browser.library import OWNER, career, person
from counting import calls
from pubtrack.model import Fields
from pubtrack.store.citations import CitationRow
from pubtrack.writers import Entry, LibraryView
from pubtrack.writers.plot_data import (
    SHOWN_PEOPLE,
    Network,
    citations_by_year,
    coauthor_network,
    h_index_over_time,
    layout,
    new_citations,
    works_by_year,
)


def _rows(*rows: tuple[int, str, str, int]) -> list[CitationRow]:
    return [CitationRow(date(year, 6, 1), key, source, count) for year, key, source, count in rows]


def test_the_first_count_of_a_work_is_no_new_citation() -> None:
    rows = _rows((2024, "a", "x", 100), (2025, "a", "x", 130), (2025, "b", "x", 7), (2026, "a", "x", 125))
    assert new_citations(rows) == {"x": {2024: 0, 2025: 30, 2026: -5}}


def test_sources_are_never_added_up() -> None:
    rows = _rows((2024, "a", "x", 1), (2025, "a", "x", 2), (2024, "a", "y", 5), (2025, "a", "y", 9))
    assert new_citations(rows) == {"x": {2024: 0, 2025: 1}, "y": {2024: 0, 2025: 4}}


def test_years_of_versions_are_not_added_and_gaps_are_zero() -> None:
    works = (
        Entry("p", Fields(type="article", genre="preprint", title="T", arxiv="2401.00001", issued="2024")),
        Entry("c", Fields(type="paper-conference", title="T", arxiv="2401.00001", issued="2025")),
        Entry("b", Fields(type="book", title="Other", issued="2020")),
    )
    told = {"x": {"p": {2022: 3, 2024: 1}, "c": {2024: 5}, "b": {2024: 2}, "gone": {2020: 9}}, "y": {"b": {2021: 0}}}
    view = LibraryView(works=works, counts_by_year=told)
    assert citations_by_year(view) == {"x": {2022: 3, 2023: 0, 2024: 7}}
    assert citations_by_year(LibraryView(works=works)) == {}


def test_the_h_index_follows_the_counts() -> None:
    rows = _rows((2024, "a", "x", 5), (2024, "b", "x", 1), (2025, "b", "x", 2), (2026, "c", "x", 3))
    assert [value for _, value in h_index_over_time(rows)["x"]] == [1, 2, 2]


@given(st.lists(st.tuples(st.integers(2000, 2030), st.sampled_from("abc"), st.just("x"), st.integers(0, 50))))
def test_the_h_index_never_exceeds_the_works(rows: list[tuple[int, str, str, int]]) -> None:
    found = h_index_over_time(_rows(*rows))
    assert all(0 <= value <= len({row[1] for row in rows}) for _, value in found.get("x", []))


def test_works_are_counted_once_for_their_year_and_type() -> None:
    works = (
        Entry("p", Fields(type="article", genre="preprint", title="T", arxiv="2401.00001", issued="2024")),
        Entry("c", Fields(type="paper-conference", title="T", arxiv="2401.00001", issued="2025")),
        Entry("u", Fields(type="book", title="Undated")),
    )
    assert works_by_year(LibraryView(works=works)) == {"Conference papers": {2025: 1}}


def test_the_owner_stands_outside_their_network() -> None:
    team = [person("Ada Müller-Okafor"), person("Li Wei"), person("Jo Roe")]
    works = (
        Entry("a", Fields(title="A", author=tuple(team))),
        Entry("b", Fields(title="B", author=tuple(team[:2]))),
    )
    network = coauthor_network(LibraryView(works=works, owner=OWNER))
    assert network == Network(
        ("Li Wei", "Jo Roe"), {"Li Wei": 2, "Jo Roe": 1}, {("Li Wei", "Jo Roe"): 1}, {("Li Wei", "Jo Roe"): 1.0}, 0
    )


def test_a_network_shows_those_with_most_works() -> None:
    network = coauthor_network(career())
    assert len(network.people) == SHOWN_PEOPLE
    assert network.left_out == 46 - SHOWN_PEOPLE


def test_places_are_the_same_every_time_and_inside_the_square() -> None:
    network = coauthor_network(career())
    places = layout(network)
    assert places == layout(network)
    assert len(set(places.values())) == len(places)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places.values())


def test_who_wrote_together_stands_together() -> None:
    works = [(f"{team}{n}", [f"Ann {team}", f"Bob {team}", f"Cid {team}"]) for team in "xyz" for n in range(3)]
    view = LibraryView(
        works=tuple(Entry(key, Fields(title=key, author=tuple(map(person, names)))) for key, names in works)
    )
    at = layout(coauthor_network(view))

    def apart(one: str, other: str) -> float:
        return (at[one][0] - at[other][0]) ** 2 + (at[one][1] - at[other][1]) ** 2

    assert apart("Ann x", "Bob x") < min(apart("Ann x", "Bob y"), apart("Ann x", "Bob z"))


def test_nobody_and_one_person_have_a_layout() -> None:
    assert layout(Network((), {}, {}, {}, 0)) == {}
    assert layout(Network(("A",), {"A": 1}, {}, {}, 0)) == {"A": (0.5, 0.5)}


def test_the_h_index_of_a_day_is_counted_once_not_for_every_count() -> None:
    """Seen: 1,000 works counted each week for a year took a minute."""
    days = [date(2025, 1, 1) + timedelta(weeks=week) for week in range(40)]
    rows = [CitationRow(date=day, key=f"k{n}", source="s", count=n + 1) for day in days for n in range(500)]
    found: dict[str, list[tuple[date, int]]] = {}
    assert calls(lambda: found.update(h_index_over_time(rows))) < 20 * len(rows)
    assert found == {"s": [(day, 250) for day in days]}
