"""Lines that are the name of one award and stand over who or what got it."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text
from pubtrack.readers.layout.markdown import text_blocks
from pubtrack.readers.prose.award_headings import award_heading, is_named, stands_over_winners


@pytest.mark.parametrize("heading", ["Awards and Honors", "Research awards", "Prix et distinctions", "Auszeichnungen"])
def test_a_heading_of_general_words_names_no_award(heading: str) -> None:
    assert not is_named(heading)
    assert award_heading(heading) is None


@pytest.mark.parametrize("heading", ["Elspeth Moray Prize", "Dorothy Kerrigan Prize (joint)", "Prix Henri Affre"])
def test_a_name_of_its_own_names_an_award(heading: str) -> None:
    assert award_heading(heading) is not None


def test_a_line_stands_over_winners_only_where_no_other_award_follows() -> None:
    prize, person, next_prize = text_blocks("Moray Prize\n\nRuta Blaszczyk, Delaware\n\nTarn Prize\n")
    assert stands_over_winners(prize, person)
    assert not stands_over_winners(prize, next_prize)
    assert not stands_over_winners(prize, None)


def test_prizes_of_a_society_go_to_the_books_below_them_and_keep_who_won() -> None:
    text = (
        "2022 Awards for Publications\n\nElspeth Moray Prize\n\nRuta Blaszczyk, University of Delaware\n\n"
        "Salt and Sovereignty: The Baltic Herring Wars (Cornell Univ. Press, 2021)\n\n"
        "Dorothy Kerrigan Prize (joint)\n\nMei-Ling Sorensen, University of Oslo\n\n"
        "The Clockmakers' Strike (Oxford Univ. Press, 2021)\n"
    )
    awards = read_text(text, format="text").awards
    assert [(a.name, a.work_title, a.person) for a in awards] == [
        ("Elspeth Moray Prize", "Salt and Sovereignty: The Baltic Herring Wars", "Ruta Blaszczyk"),
        ("Dorothy Kerrigan Prize", "The Clockmakers' Strike", "Mei-Ling Sorensen"),
    ]


def test_recipients_year_by_year_stand_below_the_name_of_their_prize() -> None:
    text = (
        "Past recipients of the Gilbert Barratt Memorial Award for the best paper by an early-career scientist\n\n"
        '2023: Yuki Hasegawa, "Nectar robbers as thieves of time" (Behavioral Ecology)\n'
        '2022: Olamide Bassey, "Viral spillover at the flower bed" (Proc. R. Soc. B)\n'
    )
    reading = read_text(text, format="text")
    assert [(a.name, a.work_title) for a in reading.awards] == [
        ("Gilbert Barratt Memorial Award", "Nectar robbers as thieves of time"),
        ("Gilbert Barratt Memorial Award", "Viral spillover at the flower bed"),
    ]


@pytest.mark.parametrize(
    "heading", ["Student awards", "Preise unserer Gruppe", "Premios del grupo", "Prix de nos membres"]
)
def test_a_heading_over_awards_of_a_group_names_none(heading: str) -> None:
    text = (
        f"# {heading}\n\n**Otto Hahn Medal**\n- 2020 Ada Holm\n- 2018 Bo Lund\n\n**Moray Prize**\n- 2019 Ines Vidal\n"
    )
    assert [(a.name, a.person) for a in read_text(text, format="markdown").awards] == [
        ("Otto Hahn Medal", "Ada Holm"),
        ("Otto Hahn Medal", "Bo Lund"),
        ("Moray Prize", "Ines Vidal"),
    ]
