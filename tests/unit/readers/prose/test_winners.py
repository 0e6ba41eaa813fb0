"""People below the name of a prize."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text

LIST = """### Elspeth Moray Award

This award recognizes service to the guild. Past recipients of this award are as follows:

- 2012 - R. Julian C. Brown
- 2011 - Ronald L Ettinger (BDS '66 MDS '70)
- 2010 - Michael Tallis (BE(Civil) '54) and family
- 2003 - Prof Ernest Lindqvist and Dr. Ada Holm, Uppsala
- 2001 - Not awarded
"""


def test_the_people_listed_below_a_prize_got_it_and_are_no_works() -> None:
    reading = read_text(LIST, format="markdown")
    assert [(a.name, a.person, a.year) for a in reading.awards] == [
        ("Elspeth Moray Award", "R. Julian C. Brown", 2012),
        ("Elspeth Moray Award", "Ronald L Ettinger", 2011),
        ("Elspeth Moray Award", "Michael Tallis", 2010),
        ("Elspeth Moray Award", "Ernest Lindqvist", 2003),
        ("Elspeth Moray Award", "Ada Holm", 2003),
    ]
    assert not reading.works


def test_a_name_in_front_of_a_colon_is_no_winner() -> None:
    text = "# Awards\n\n## Elspeth Moray Prize\n\nMission Uptake: A Game of Archives\n"
    assert [(a.name, a.person) for a in read_text(text, format="markdown").awards] == [("Elspeth Moray Prize", None)]


def test_people_in_the_lines_below_the_sentence_got_the_prize() -> None:
    text = "The Academy has decided to award the Lovelock Prize 2023 to\n\n**Chidi Oke**\nLeeds, UK\n\n**Anni Rautio**\nTurku\n\nMore soon.\n"
    awards = read_text(text, format="markdown").awards
    assert [(a.name, a.person) for a in awards] == [("Lovelock Prize", "Chidi Oke"), ("Lovelock Prize", "Anni Rautio")]


def test_a_book_with_its_press_below_a_prize_is_no_person() -> None:
    text = "# Prizes\n\n## Moray Prize\n\n- Paper Freedoms (Harbour University Press, 2022)\n"
    reading = read_text(text, format="markdown")
    assert [w.title for w in reading.works] == ["Paper Freedoms"]
    assert [(a.work_title, a.person) for a in reading.awards] == [("Paper Freedoms", None)]


FRENCH = """Le prix de thèse du GDR Ports 2023 est décerné à :

* **Jean Morel** (Université de Tarn) pour sa thèse intitulée « Cordages procéduraux pour petits quais ».

Deux accessits ont aussi été décernés à :

* **Anne Olm** (Université de Holm) pour sa thèse intitulée « Retours sensoriels en mer agitée ».
"""
GERMAN = """Der Dissertationspreis der Gesellschaft für Küstenforschung 2022 geht an:

* **Ada Holm** (Universität Tarn) für ihre Dissertation „Wellen im Salz: eine Theorie“.

Lobende Erwähnungen gehen an:

* **Cai Moor** (TU Olm) für seine Dissertation „Küsten und ihre Zahlen“.
"""
SPANISH = """El Premio a la Mejor Tesis de la Sociedad de Riegos 2021 se otorgó a:

- **Ana Ríos** (Universidad de Tarn) por su tesis titulada «Redes que olvidan despacio».

Se otorgaron además dos accésits a:

- **Luis Sol** por su tesis «Mapas de sal para navegantes».
"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (FRENCH, ["prix de thèse du GDR Ports", "accessits"]),
        (GERMAN, ["Dissertationspreis der Gesellschaft für Küstenforschung", "Lobende Erwähnungen"]),
        (SPANISH, ["Premio a la Mejor Tesis de la Sociedad de Riegos", "accésits"]),
    ],
)
def test_who_comes_second_is_announced_as_who_wins(text: str, names: list[str]) -> None:
    reading = read_text(text, format="markdown")
    assert [(a.name, a.work_title) for a in reading.awards] == list(
        zip(names, [w.title for w in reading.works], strict=True)
    )


def test_what_a_prize_is_given_to_in_general_announces_nobody() -> None:
    assert not read_text("Le prix Marie Dorval est décerné à un jeune chercheur.\n", format="text").awards
