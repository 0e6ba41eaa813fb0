"""References that are all one link."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text


@pytest.mark.parametrize(
    ("entry", "title", "year"),
    [
        ("Dry peas, wet fields, and starch in the north. Agronomy Journal, In press, 2017", "Dry peas, wet fields, and starch in the north", 2017),
        ("Waves in narrow harbours under load. Ocean Engineering, 193:123–132, 2016", "Waves in narrow harbours under load", 2016),
        ("Wellen in engen Häfen. Küste und Meer, 79(2), 2015", "Wellen in engen Häfen", 2015),
        ("La sal en los muros viejos. Arquitectura y Mar (2013)", "La sal en los muros viejos", 2013),
        ("Ann Lee, Cy Dee and Bo Lund. Ropes under load. PortConf, pp. 3-9, 2018.", "Ropes under load", 2018),
    ],
)  # fmt: skip
def test_the_title_is_cut_out_of_a_link_around_a_whole_reference(entry: str, title: str, year: int) -> None:
    text = f"# Publications\n\n[{entry}](https://doi.org/10.1000/a)\n\n[Other ropes: an atlas of the north](https://doi.org/10.1000/b). Rope Studies, 2011.\n"
    works = read_text(text, format="markdown").works
    assert [(w.title, w.year) for w in works] == [(title, year), ("Other ropes: an atlas of the north", 2011)]


def test_a_title_of_a_link_stays_whole_where_publisher_and_year_stand_behind() -> None:
    text = "# Books\n\n- [Wet sails and their makers: subtle histories of 1945](https://x.example). Tarn Press, 2011.\n"
    assert [w.title for w in read_text(text, format="markdown").works] == [
        "Wet sails and their makers: subtle histories of 1945"
    ]


def test_an_entry_that_is_all_link_is_no_detail_of_the_one_above() -> None:
    text = "# Papers\n\n[A proxy to predict salt in old walls. Walls and Stone, 220:64–76, 2016](https://doi.org/10.1000/a)\n\n[Salt of stone is predicted by rain. Stone Society Journal, 79(2), 2015](https://doi.org/10.1000/b)\n"
    assert [(w.title, w.year) for w in read_text(text, format="markdown").works] == [
        ("A proxy to predict salt in old walls", 2016),
        ("Salt of stone is predicted by rain", 2015),
    ]


def test_a_text_in_prep_has_its_year_behind() -> None:
    text = "# Papers\n\nSalt and stone in the north. _In prep_. 2018.\n"
    assert [(w.title, w.year) for w in read_text(text, format="markdown").works] == [
        ("Salt and stone in the north", 2018)
    ]
