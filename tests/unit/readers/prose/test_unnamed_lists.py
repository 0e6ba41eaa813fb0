"""Lists below headings that say nothing."""

from __future__ import annotations

from pubtrack.readers import read_text

LIST = (
    "- Ann Lee, Bo Ray, “Ropes and their makers in small harbours”, *Journal of Ropes*, 2019.\n"
    "- Ann Lee, “Knots without ends in northern trade”, *Harbour Review*, 12(3), 2018.\n"
    "- Ann Lee, Cy Dow, “The price of hemp in wartime cities”, *Journal of Ropes*, vol. 4, 2016, pp. 3-9.\n"
    "- “Hemp contracts, a note”, 2014.\n"
)


def test_a_list_of_references_is_one_of_publications_whatever_its_heading_says() -> None:
    titles = [w.title for w in read_text("## Harbours and trade\n\n" + LIST, format="markdown").works]
    assert titles[-1] == "Hemp contracts, a note"
    assert len(titles) == 4


def test_a_single_doubtful_entry_under_such_a_heading_is_none() -> None:
    text = "## Harbours and trade\n\n- “Hemp contracts, a note”, 2014.\n"
    assert not read_text(text, format="markdown").works


def test_a_list_under_a_known_heading_stays_what_it_says() -> None:
    assert not read_text("## Invited talks\n\n" + LIST, format="markdown").works


def test_a_list_of_titles_with_volumes_and_pages_is_one_of_publications() -> None:
    text = (
        "1966\n\n1. [Efectos del nudo civil](http://tarn.example/a.pdf), Lecciones y cuerdas, vol. 32, pp. 157-168.\n2. [Nota a los nudos marinos](http://tarn.example/b.pdf), Lecciones y cuerdas, vol. 35, pp. 157-158.\n\n"
        "1967\n\n1. [La definición de cuerda](http://tarn.example/c.pdf), La vela, vol. 126, pp. 966-975.\n"
    )
    assert [(w.title, w.year) for w in read_text(text, format="markdown").works] == [
        ("Efectos del nudo civil", 1966),
        ("Nota a los nudos marinos", 1966),
        ("La definición de cuerda", 1967),
    ]


def test_names_before_quoted_titles_make_a_list_one_of_publications() -> None:
    entries = [
        ("2026", "Convertirse en vela", "Grafonudo"),
        ("2023", "Letras y cuerdas del norte", "Revista Tarn"),
        ("2022", "Un nudo en cada lengua", "Harpa"),
    ]
    page = "".join(
        f"<p>{year}</p><p>Olm, Berenice. «{title}.» <em>{journal}.</em></p>" for year, title, journal in entries
    )
    assert [w.title for w in read_text(page, format="html").works] == [title for _, title, _ in entries]
