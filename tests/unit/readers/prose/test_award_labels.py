"""Awards in front of the reference that got them."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text

LIST = """---
layout: page
title: distinctions
---

- **Runner-up best paper award (HARBOUR 2025):** Signe Toft, Han van der Zee, Jan de Wit: [A Context Framework for Tides]({{ '/files/a.pdf' | relative_url }})
- **Best demo award (HARBOUR 2023):** Signe Toft: [RopeBench: Knots by Example]({% link files/b.pdf %})
- **Best reviewer award (HARBOUR 2022):** Best reviewer at the International Conference on Harbours
- **Outstanding Teaching Award (Lund 2021)**
- **Runner-up, Young Scholar Prize (SHOT 2017):** Signe Toft: *Nets, Nylon and the End of Hemp*
"""


def test_what_comes_behind_an_award_and_a_colon_got_it() -> None:
    reading = read_text(LIST, format="markdown")
    assert [(a.name, a.work_title, a.year) for a in reading.awards] == [
        ("Runner-up best paper award", "A Context Framework for Tides", 2025),
        ("Best demo award", "RopeBench: Knots by Example", 2023),
        ("Best reviewer award", None, 2022),
        ("Outstanding Teaching Award", None, 2021),
        ("Young Scholar Prize", "Nets, Nylon and the End of Hemp", 2017),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "**Best Teaching Award (2016):** University of Tarnby, Faculty of Arts and Humanities",
        "**Robinson Prize (2015):** Society for the History of Ropes, Albuquerque",
        "Early Career Award (ACM Nordic): for contributions to reading interfaces",
    ],
)
def test_a_body_or_a_reason_behind_the_colon_is_no_work(entry: str) -> None:
    reading = read_text(f"# Awards\n\n- {entry}\n- Dean's Medal, 2012\n", format="markdown")
    assert not reading.works
    assert len(reading.awards) == 2


def test_a_title_in_italics_behind_names_got_it() -> None:
    text = "# Awards\n\n1. Test of Time Award (IPSN 2023): R. Castell and W. van der Meer, *Flooding Gently*, IPSN 2011.\n2. Rising Star: N2Women, 2018\n"
    reading = read_text(text, format="markdown")
    assert [(w.title, w.year) for w in reading.works] == [("Flooding Gently", 2011)]


@pytest.mark.parametrize(
    ("entry", "linked"),
    [
        ("2e prix : [Anne Olm](https://e.org/o), « Les ports de l'oubli » (directrice Marie Dorval)", "Les ports de l'oubli"),
        ("1er prix : [Jean Morel](https://e.org/m), Cordages de nos jours (directeur Paul Viau, chaire des ports)", "Cordages de nos jours"),
        ("Primer premio: Ana Ríos, «Redes que olvidan despacio»", "Redes que olvidan despacio"),
        ("Accésit: Eva Sol, Mapas de sal para los navegantes", "Mapas de sal para los navegantes"),
        ("一等奖：周岚，《面向大规模图数据的查询优化方法》", "面向大规模图数据的查询优化方法"),
        ("Segundo premio: Luis Mora, Universidad de Tarn", None),
    ],
)  # fmt: skip
def test_a_place_in_a_contest_and_a_colon_stand_in_front_of_what_won(entry: str, linked: str | None) -> None:
    reading = read_text(f"Ada Holm\n\n## Édition 2020\n\n- {entry}\n", format="markdown")
    assert [(a.work_title, a.year) for a in reading.awards] == [(linked, 2020)]


def test_behind_a_dash_the_title_begins_and_not_behind_its_colon() -> None:
    text = "# Prizes won by users\n\n- [Holm Prize at SC2015 -- An Adaptive Solver for Tidal Equations: Highly Salty Flow in the Black Sea](https://awards.tides.org/winners/a.cfm)\n- Holm Prize at SC2004\n"
    assert [w.title for w in read_text(text, format="markdown").works] == [
        "An Adaptive Solver for Tidal Equations: Highly Salty Flow in the Black Sea"
    ]
