"""Awards that stand in the first line of a stanza over the work they are for."""

from __future__ import annotations

from pubtrack.readers import read_text

PRIZES = (
    "PRIX\n\nPrix de l'innovation, doté par la ville\nLauréate : Mme Solène Vidalenc\n"
    "Thèse : « Valorisation des sous-produits par fermentation ».\n\n"
    "Prix du Conseil départemental : instruction\nLauréat : M. Gaspard Ferré\nThèse : « L'école et le causse, 1881 ».\n"
)


def test_an_award_over_its_stanza_is_for_the_work_below() -> None:
    awards = read_text(PRIZES, format="text").awards
    assert [(a.name, a.work_title) for a in awards] == [
        ("Prix de l'innovation", "Valorisation des sous-produits par fermentation"),
        ("Prix du Conseil départemental", "L'école et le causse, 1881"),
    ]


def test_an_award_does_not_reach_into_the_next_stanza() -> None:
    text = "PRIX\n\nPrix de l'innovation, doté par la ville\n\nM. Ferré, « L'école et le causse », Annales, 2019, p. 3-9.\n"
    assert [a.work_title for a in read_text(text, format="text").awards if a.name == "Prix de l'innovation"] == [None]


def test_an_award_under_its_work_in_a_list_is_for_that_work() -> None:
    text = (
        "### Books\n\n`2020` Halloran, B. ***Kin Counts***. Princeton University Press.  \n"
        "- Otis Dudley Duncan Award, Section on Population, 2021\n- William J. Goode Book Award (honorable mention), 2021\n"
    )
    awards = read_text(text, format="markdown").awards
    assert [(a.name, a.work_title) for a in awards] == [
        ("Otis Dudley Duncan Award", "Kin Counts"),
        ("William J. Goode Book Award", "Kin Counts"),
    ]


def test_an_award_of_a_line_with_a_colon_is_for_all_of_the_list_below() -> None:
    text = (
        "<h2>Premios 2020</h2><p>Accésits, dotados con 500 euros cada uno:</p>"
        "<ul><li>“Canales y esclusas de la frontera”, de Luz Gil Mar</li>"
        "<li>“La sal en los muros”, escrito por Eva Sol Paz</li></ul>"
    )
    assert [(a.name, a.work_title) for a in read_text(text, format="html").awards] == [
        ("Accésits", "Canales y esclusas de la frontera"),
        ("Accésits", "La sal en los muros"),
    ]


def test_a_line_with_a_colon_over_no_works_names_no_award() -> None:
    text = "## News\n\nThe Moray Prizes, 500 euros each, are of three kinds:\n\n- for the young\n- for the old\n"
    assert not read_text(text, format="markdown").awards
