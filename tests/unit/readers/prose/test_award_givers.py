"""Who gave an award, and at which meeting."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text
from pubtrack.readers.prose.award_givers import giver_before_verb, names_giver


@pytest.mark.parametrize(
    ("entry", "giver"),
    [
        ("**Moray Prize** (two terms), Tarn University, 2012", "Tarn University"),
        ("**Moray Prize** for excellence in teaching, Tarn University, 2012", "Tarn University"),
        ("2012: **Young Voices Prize**. Fundación Lluvia, Spain. [Video](https://x.org)", "Fundación Lluvia"),
        ("**Otto-Holm Prize** (1st prize) - German Society for Tides (DGT) e.V.", "German Society for Tides"),
        ("2015: Promotionspreis (Gesellschaft für Informatik)", "Gesellschaft für Informatik"),
        ("Premio Extraordinario de Doctorado. Universidad de Tarna, 2011.", "Universidad de Tarna"),
        ("2011 : Prix du jeune chercheur (Fondation de la marée bleue)", "Fondation de la marée bleue"),
        ("Moray Prize, towards a project “Laws of the Black Sea,” Maps Lab, University of Tarn, 2017", "University of Tarn"),
        ("Moray Prize for grain studies, 2017", None),
    ],
)  # fmt: skip
def test_who_gave_an_award_stands_further_behind_it(entry: str, giver: str | None) -> None:
    (award,) = read_text(f"# Awards\n\n- {entry}\n", format="markdown").awards
    assert award.awarder == giver


@pytest.mark.parametrize(
    ("sentence", "giver", "person"),
    [
        ("The Royal Society of Tarn awarded Ada Holm the 2019 Faraday Medal, its highest honour.", "Royal Society of Tarn", "Ada Holm"),
        ("Britain's Institute of Acoustics presented Holm with the Rayleigh Medal in 2004.", "Britain's Institute of Acoustics", "Holm"),
        ("Die Stadt Kiel hat die Physikerin Anna Holm mit dem Gezeitenpreis 2019 ausgezeichnet.", "Stadt Kiel", "Anna Holm"),
        ("Die Deutsche Physikalische Gesellschaft verleiht Jan Ohlsen den Robert-Pohl-Preis.", "Deutsche Physikalische Gesellschaft", "Jan Ohlsen"),
        ("L'Académie des sciences a décerné le prix Irène Holm à Marie Le Goff.", "Académie des sciences", "Marie Le Goff"),
        ("La Real Academia de Mareas concedió a Luis Ortega el Premio Ramón Holm.", "Real Academia de Mareas", "Luis Ortega"),
    ],
)  # fmt: skip
def test_who_is_said_to_give_an_award_gave_it_to_whom_the_verb_names(sentence: str, giver: str, person: str) -> None:
    (award,) = read_text(f"# News\n\n{sentence}\n", format="markdown").awards
    assert (award.awarder, award.person) == (giver, person)


@pytest.mark.parametrize(
    ("entry", "event"),
    [
        ("**Best reviewer award** (TIDE 2023): Best reviewer at the Tidal Conference", "TIDE 2023"),
        ("Outstanding Reviewer Award, ACL 2021", "ACL 2021"),
        ("Distinguished Service Award @ICSE'21", "ICSE'21"),
    ],
)
def test_letters_and_a_year_beside_an_award_are_its_meeting(entry: str, event: str) -> None:
    (award,) = read_text(f"# Awards\n\n- {entry}\n", format="markdown").awards
    assert award.event == event


def test_a_sentence_is_no_body_and_who_got_something_does_not_give_it() -> None:
    assert names_giver("Academy of Tides")
    assert not names_giver("The Academy was founded by her")
    assert giver_before_verb("Ada Holm of Tarn awarded the Moray Prize.", 0, 29) is None
