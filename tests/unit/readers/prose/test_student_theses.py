"""Doctoral theses of students."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text


def test_students_and_their_theses_below_years_are_works() -> None:
    text = (
        "## Past PhD students (with dates)\n\n### 2016\n{: .notice}\n\n"
        "[Ann Lee](https://lee.example): *Waves in narrow harbours*\\\\\n"
        "Bo van der Berg: *Ropes under load*\n\n"
        "### 2014\n\n[Cy Dee](https://dee.example), [The salt of old walls](https://tarn.example/1)\n"
    )
    works = read_text(text, format="markdown").works
    assert [(w.title, w.kind, w.year, w.authors) for w in works] == [
        ("Waves in narrow harbours", "thesis", 2016, ("Ann Lee",)),
        ("Ropes under load", "thesis", 2016, ("Bo van der Berg",)),
        ("The salt of old walls", "thesis", 2014, ("Cy Dee",)),
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("# Doktoranden\n\n## Abgeschlossene Promotionen\n\n- Dr. Jonas von Pagel (2017): „Seile unter Last: Modelle“\n\n## Laufende Promotionen\n\n- Eva Lund (seit 2022): „Mörtel am Meer“\n", ["Seile unter Last: Modelle"]),
        ("## Encadrement\n\n### Thèses soutenues\n\n**2015**\n\nAlice de la Tour : « Le sel et les murs »\n", ["Le sel et les murs"]),
        ("## Alumni\n\n### PhD\n\n2018: Bo Lund, *Ropes under load*\n\n### Master\n\n2018: Di Eff, *Mortar at sea*\n", ["Ropes under load"]),
        ("## Former PhD students\n\n- Cy Dee (2012), now at the [University of the Northern Coast](https://u.example)\n- Di Eff (2013)\n", []),
        ("## PhD students\n\n| Name | Year | Thesis |\n|---|---|---|\n| Ann Lee | 2016 | Waves in narrow harbours |\n", ["Waves in narrow harbours"]),
    ],
)  # fmt: skip
def test_only_finished_doctorates_are_works(text: str, titles: list[str]) -> None:
    assert [w.title for w in read_text(text, format="markdown").works] == titles


def test_a_link_that_ends_with_a_full_stop_is_all_of_the_title_in_its_cell() -> None:
    text = "# Prix de thèse\n\nAnnée | Lauréat | Thèse\n---|---|---\n2023 | Ann Lee | [Les cordes sous charge.](https://these.example/1) Université de Tarn\n"
    assert [w.title for w in read_text(text, format="markdown").works] == ["Les cordes sous charge"]
