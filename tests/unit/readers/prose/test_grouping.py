"""Entries made of several blocks."""

from __future__ import annotations

from pubtrack.readers import read_text


def test_title_authors_and_journal_on_lines_of_their_own_are_one_work() -> None:
    page = (
        "<h1>Publications</h1><div><h3>The life of ropes in old harbours</h3><p>Bee A., Dee C.</p><p><em>Journal of Ropes</em>, 3:1-9, 2020</p></div>"
        * 2
    )
    works = read_text(page, format="html").works
    assert [(w.title, w.year, w.authors) for w in works] == [
        ("The life of ropes in old harbours", 2020, ("Bee A.", "Dee C."))
    ] * 2


def test_the_journal_in_the_line_below_authors_and_title_belongs_to_them() -> None:
    text = (
        "Norman A Lapin*, Mara Quint*, Olga Reed: Radio waves and the warmth of small animals in winter.\n"
        "Scientific Reports 2017, 7, 43961\n\n"
        "M. Quint, R. Miller, O. Reed, The role of cold in the life of animals after radio waves.\n"
        "In: Shukla A. (eds) Methods of Warmth. Springer, Tarn, 2019, 1-42.\n"
    )
    reading = read_text("Publications\n\n" + text, name="list.txt")
    assert [(w.title, w.year) for w in reading.works] == [
        ("Radio waves and the warmth of small animals in winter", 2017),
        ("The role of cold in the life of animals after radio waves", 2019),
    ]


def _titles(text: str) -> list[str]:
    return [work.title for work in read_text(text, name="list.txt").works]


def test_a_journal_that_is_set_in_below_an_item_belongs_to_it() -> None:
    text = (
        "Publications\n\n- H. Marlow. Counting the knots of long ropes.\n\n      In Discrete Ropes 327(C), 118-129. Hemp Press, 2014.\n\n"
        "- O. Reed, H. Marlow. On the shape of wet sails.\n\n      In Journal of Sails 20(2), P48. 2013.\n"
    )
    assert _titles(text) == ["Counting the knots of long ropes", "On the shape of wet sails"]


def test_a_mark_alone_in_its_line_begins_an_item_whose_journal_stands_below() -> None:
    text = (
        "Publications\n\n-\n\nReligion, thrift, and the keeping of ropes\n\nwith Luca Renner. Tarn Economic Papers, 2012, 64(1): 103-127.\n\n"
        "-\n\nFaktoren der Seemacht\n\nDie Reeperbahn 11 (1978), S. 309-334\n"
    )
    assert _titles(text) == ["Religion, thrift, and the keeping of ropes", "Faktoren der Seemacht"]


def test_title_authors_journal_and_number_in_paragraphs_of_their_own_are_one_work() -> None:
    text = (
        "Blood flow in the eyes of sailors at night.\n\nMarlow-Reed I, Kiss B, Olm G, Krebs K.\n\nAm J Nautik. 2001 Nov;132(5):720-6.\n\nPMID: 11704033\n\n"
        "Etiology of injuries by wet ropes.\n\nNepp J, Olm G, Krebs K.\n\nKlin Monbl Taukunde. 1999 Dec;215(6):334-7. German.\n\nPMID: 10637795\n"
    )
    reading = read_text(text, name="list.txt")
    assert [(w.title, w.year) for w in reading.works] == [
        ("Blood flow in the eyes of sailors at night", 2001),
        ("Etiology of injuries by wet ropes", 1999),
    ]


def test_names_over_a_title_over_a_journal_are_one_work() -> None:
    text = (
        "Artikel\n\nWeiser AA, Olm C, Falk A, Krebs B.\nFoodchain Lab: Tracing the Salt of Old Harbours\nProcedia Salt Science. 2016, 7: 101-104.\n\n"
        "Olm C, Falk A.\nA Strategy to Keep Models of Ropes\nInternational Journal of Ropes. 2015, 204: 81-90.\n"
    )
    assert _titles(text) == ["Foodchain Lab: Tracing the Salt of Old Harbours", "A Strategy to Keep Models of Ropes"]


def test_blocks_of_one_class_begin_entries_though_titles_read_like_names() -> None:
    entries = [
        ("Nautik und Seerecht", "DÖV 1978, S. 189-198"),
        ("Die Interessenverbände in der Seefahrt", "Die Reeperbahn 14 (1973), S. 27-65"),
        ("Präsident und Flotte", "Der Stapel 16 (1977), S. 32-58"),
    ]
    page = "".join(
        f'<div><div class="entry__title">{title}</div><div class="entry__meta">{meta}</div></div>'
        for title, meta in entries
    )
    assert [w.title for w in read_text(page, format="html").works] == [title for title, _ in entries]


def test_an_issue_in_bold_over_a_title_says_where_that_appeared() -> None:
    issues = [
        ("Revista de Cuerdas, 4º trimestre 2014", "Las funciones de los nudos marinos"),
        ("Práctica de Velas, marzo-abril 2012", "Los actos de comunicación entre barcos: una reforma"),
        ("Revista La Sal, núm. 68, 2011", "El nudo está muerto. ¡Larga vida al nudo!"),
    ]
    page = "<p><strong>Publicaciones recientes</strong></p>" + "".join(
        f"<p><strong>{issue}</strong></p><p>{title}</p>" for issue, title in issues
    )
    works = read_text(page, format="html").works
    assert [(w.title, w.year) for w in works] == [(title, int(issue[-4:])) for issue, title in issues]


CARDS = """<h2>Artículos</h2><div class="year"><span>2025</span></div>
<a class="card" href="a.html"><span class="label">Artículo</span><div class="title">Mapas de sal (1890). Cartografías
del litoral</div><div class="citation">María Alejandra Ríos · 2025</div></a>
<a class="card" href="b.html"><span class="label">Artículo</span><div class="title">Narrativas en el artículo de
investigación</div><div class="citation">Alex Mora · 2024</div></a>
"""


def test_the_class_of_a_line_says_that_it_is_a_title_or_who_wrote_it() -> None:
    works = read_text(CARDS, format="html").works
    assert [(" ".join((w.title or "").split()), w.year) for w in works] == [
        ("Mapas de sal (1890). Cartografías del litoral", 2025),
        ("Narrativas en el artículo de investigación", 2024),
    ]
