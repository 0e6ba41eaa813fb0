"""Labels in front of titles."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text


@pytest.mark.parametrize(
    ("text", "title", "year"),
    [
        ("## Education\n- PhD in Botany, University of Tarn, 2013–2016. Dissertation title: Seeds that travel with ants\n", "Seeds that travel with ants", 2016),
        ("## Proyectos\n2015-2016 *Tesis de Grado: Polinización en plantas de marisma*\n", "Polinización en plantas de marisma", 2016),
        ("## Formation\n- 2008-2011 Doctorat de chimie, Université de Tarn. Sujet de thèse : Mécanisme de formation des nitrosamines\n", "Mécanisme de formation des nitrosamines", 2011),
        ("## Lebenslauf\n**1964: Habilitation** im Fachgebiet Botanik: **Zur Kenntnis der Moose im\nVorland der Alpen**\n", "Zur Kenntnis der Moose im\nVorland der Alpen", 1964),
        ("## Lebenslauf\n**1959:** Erste Veröffentlichung: **Die Vegetation der Umgebung von Tarn**\n", "Die Vegetation der Umgebung von Tarn", 1959),
    ],
)  # fmt: skip
def test_a_label_inside_an_entry_announces_a_title(text: str, title: str, year: int) -> None:
    assert [(w.title, w.year) for w in read_text(text, format="markdown").works] == [(title, year)]


def test_a_cell_named_title_below_a_doctorate_holds_the_thesis() -> None:
    text = r"\section{Promotion}\cvitem{Titel}{Neue Mutationen im Lymphom der Maus}\cvitem{Betreuer}{Prof. Arno Keil}"
    (work,) = read_text(text, name="cv.tex").works
    assert (work.title, work.kind) == ("Neue Mutationen im Lymphom der Maus", "thesis")


@pytest.mark.parametrize(
    "text",
    [
        "## Education\n- PhD 2016. Thesis: University of Tarn, Department of Botany\n",
        "## Supervision\n- Ann Bee, 2016. Master thesis: Seeds that travel with ants\n",
        "## Education\n- Titel\tDoktor der Philosophie\n",
    ],
)
def test_a_place_the_thesis_of_others_and_a_degree_are_no_titles(text: str) -> None:
    assert read_text(text, format="markdown").works == ()


def test_quoted_titles_below_research_are_works_and_projects_are_none() -> None:
    text = "## Research\n\n- “Riding the Wave? Ropes and Entry”\n- “Knots and Consolidation” with Ann Bee and Cy Dee\n- **Harbour**: a tool for ropes\n"
    assert [w.title for w in read_text(text, format="markdown").works] == [
        "Riding the Wave? Ropes and Entry",
        "Knots and Consolidation",
    ]


def test_a_quoted_title_beside_a_degree_is_the_thesis() -> None:
    text = r"\section{Akademische Grade}\cvitem{Mai 1997}{Diplom (Betreuerin: Prof. Olga Reed) \\ (\glqq Darstellungen von Knoten\grqq)}\cvitem{2001}{Promotion \\ mit Auszeichnung, Seminar \glqq Taue und Netze heute\grqq}"
    assert [(w.title, w.kind, w.year) for w in read_text(text, name="cv.tex").works] == [
        ("Darstellungen von Knoten", "thesis", 1997)
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "Diplomarbeit zum Thema „Couches auf Reisen – eine Plattform im Netz“",
        "Mémoire sur le thème « Couches auf Reisen – eine Plattform im Netz »",
    ],
)
def test_a_thesis_is_announced_by_its_subject(entry: str) -> None:
    reading = read_text(f"## Vorträge und Vita\n\n### Ausbildung\n\n- {entry}\n", format="markdown")
    assert [w.title for w in reading.works] == ["Couches auf Reisen – eine Plattform im Netz"]


def test_a_quote_behind_a_label_may_never_close() -> None:
    entry = "Dr. phil., Universität Tarn; Dissertationsschrift: »Das Habitat der blauen Maus. Eine Untersuchung der Literatur am Meer, Betreuer: Prof. Dr. Ralf Grün"
    reading = read_text(f"## Ausbildung\n\n06/2019\n{entry}\n", format="markdown")
    assert [w.title for w in reading.works] == ["Das Habitat der blauen Maus. Eine Untersuchung der Literatur am Meer"]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        (
            "**PhD in Rope Science**, University of Tarn, 2015–2018. Advisor: Ada Holm. Title: *Wet ropes under load*",
            "Wet ropes under load",
        ),
        ("2011 Promotion an der Universität Lund, Thema: Nasse Seile unter Last", "Nasse Seile unter Last"),
        (
            "**Doctorado en Historia**, Universidad de Tarn. Director: Juan Sol. Título: *La sal en los muros*. 2014",
            "La sal en los muros",
        ),
        ("**Summer course** on ropes, Tarn, 2014. Topic: Wet ropes under load", ""),
    ],
)
def test_a_title_inside_the_entry_of_a_degree_is_its_thesis(entry: str, title: str) -> None:
    works = read_text(f"## Education\n\n- {entry}\n", format="markdown").works
    assert [(w.title, w.kind) for w in works] == ([(title, "thesis")] if title else [])


def test_a_stay_at_a_school_is_no_work_whatever_its_dates() -> None:
    text = "## Parcours\n\n| | |\n|-|-|\n| sept. 2011–août 2015 | **Élève de l’École Navale**, _EN Tarn_, Lund. (2014–2015) Stage à Tarn. |\n"
    assert not read_text(text, format="markdown").works


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("2010–2013 **Doctorat** : *Les digues et leurs comptes*, Université de Tarn", "Les digues et leurs comptes"),
        ("2015–2019 Promotion: „Wellen im Salz: eine Theorie“, Universität Olm", "Wellen im Salz: eine Theorie"),
        (
            "2011-2015 Doctorado en Geografía: *Mapas de sal del litoral*, Universidad de Tarn",
            "Mapas de sal del litoral",
        ),
    ],
)
def test_a_degree_and_a_colon_announce_what_is_set_off(entry: str, title: str) -> None:
    works = read_text(f"Ada Holm\n\n## Formation\n\n- {entry}\n", format="markdown").works
    assert [(w.title, w.kind) for w in works] == [(title, "thesis")]


def test_a_degree_and_a_colon_announce_no_university() -> None:
    assert not read_text("## Werdegang\n\n- 2012–2015 Promotion: Universität Tarn\n", format="markdown").works
