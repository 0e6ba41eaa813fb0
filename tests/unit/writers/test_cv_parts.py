from __future__ import annotations

from pubtrack.csl import Run
from pubtrack.writers.cv_parts import Cv, Group, Item, Section, listed


def test_counts_reach_through_groups() -> None:
    inner = Group((Item((Run("a"),)), Item((Run("b"),))), "2024")
    assert Section("publications", "P", (Group((), "Articles", (inner, inner)),)).count == 4


def test_a_year_that_the_text_says_is_not_said_twice() -> None:
    assert Item((Run("Meeting 2024"),), when="2024").tail is None
    assert Item((Run("Meeting"),), when="2024").tail == "2024"


def test_the_legend_belongs_under_the_last_section_of_works() -> None:
    sections = (Section("selected", "S", (), True), Section("publications", "P", (), True), Section("events", "E", ()))
    assert Cv("T", None, sections).last_of_works == "publications"
    assert Cv("T", None, ()).last_of_works is None


def test_no_items_are_no_group() -> None:
    assert listed([]) == ()
