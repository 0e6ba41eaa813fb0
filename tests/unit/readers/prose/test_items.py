"""Items that are works."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text
from pubtrack.readers.prose.reference_fields import split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Torres, J.; Vidal, S.", ("Torres, J.", "Vidal, S.")),
        ("Smith J, Doe B, et al.", ("Smith J", "Doe B")),
        ("李明，王强", ("李明", "王强")),
        ("", ()),
    ],
)
def test_author_lists_are_split_as_written(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


def test_a_title_that_is_labelled_is_one_anywhere() -> None:
    assert [
        w.title
        for w in read_text("## Formation\n\n- Doctorat, 2011\n  - Titre : Indexation de séries temporelles\n").works
    ] == ["Indexation de séries temporelles"]


def test_a_work_carries_what_stands_around_it() -> None:
    text = "## Papers\n\n1. Bee, A., & Dee, C. (2020). The life of ropes in old harbours. *Journal of Ropes*, 3, 1-9. https://doi.org/10.1000/x1\n"
    (work,) = read_text(text, format="markdown").works
    assert (work.year, work.venue, work.authors, str(work.identifiers[0])) == (
        2020,
        "Journal of Ropes",
        ("Bee, A.", "Dee, C."),
        "doi:10.1000/x1",
    )


def test_items_of_talks_are_no_works() -> None:
    reading = read_text("## Talks\n\n- “The life of ropes”, ROPE Conference, Oslo, 2019\n")
    assert not reading.works
    assert [(o.text, o.kind) for o in reading.others] == [("The life of ropes", "talk")]


def test_two_quoted_titles_in_a_row_are_two_works() -> None:
    text = "# Publications\n\n- « Gabelle », « Grenier à sel », dans L. Bély (dir.), Dictionnaire des institutions, Paris, PUF, 2010.\n"
    assert [w.title for w in read_text(text, format="markdown").works] == ["Gabelle", "Grenier à sel"]


def test_a_remark_under_a_book_is_no_work() -> None:
    text = (
        "## Bücher\n\n2014: *Taue und Knoten*. Paderborn: Fink.\n\n"
        "Das Buch untersucht das Verhältnis zwischen Tauen und Knoten. Dabei werden Häfen als Orte begriffen.\n"
    )
    assert [w.title for w in read_text(text, format="markdown").works] == ["Taue und Knoten"]


def test_what_follows_in_and_a_colon_is_the_book_not_the_chapter() -> None:
    text = (
        "## Aufsätze\n\n2019c: Hafen: Taue, Knoten, Netze. In: Norwin M. Tauber (Hg.): Der maritime Blick: Zur Ästhetik der "
        "Häfen. Wien: Verlag für Moderne Kunst, S. 241–258.\n\n"
        "2019: Die Sprache der Taue. In: Uda Hafner, Irmela Kaldig (Hg.): Visuelle Seefahrt. Berlin: de Gruyter, S. 83–90.\n"
    )
    titles = [w.title for w in read_text(text, format="markdown").works]
    assert titles == ["Hafen: Taue, Knoten, Netze", "Die Sprache der Taue"]


def test_a_year_in_square_brackets_is_no_number_of_a_list() -> None:
    text = "# Publications\n\n- [2013] A. Bee, C. Dee. “Ropes and how to tie them.” Journal of Knots.\n"
    assert [(w.title, w.year) for w in read_text(text, format="markdown").works] == [
        ("Ropes and how to tie them", 2013)
    ]


def test_an_entry_of_news_may_link_to_several_papers() -> None:
    text = (
        "# News\n\n- Aug 2026: Two new preprints: [Modular knots emerge in large nets](https://arxiv.org/abs/2608.13567) (led by Ada Holm) and "
        "[Ropes and their responses to levels of salt](https://www.biorxiv.org/content/10.64898/2026.08.21.746238v1) (with Keith Brandt).\n"
    )
    titles = sorted(work.title for work in read_text(text, format="markdown").works)
    assert titles == ["Modular knots emerge in large nets", "Ropes and their responses to levels of salt"]


NEWS = """## News

**May 2024**: Ada Holm won the Poster Prize at KNOT 2024 for her outstanding poster:
*“Wet ropes under load.”*

**April 2024**: Bo Lund won the 2nd Poster Prize at KNOT 2024.
"""


def test_what_stands_behind_the_noun_of_a_poster_is_one_and_prizes_go_to_people() -> None:
    reading = read_text(NEWS, format="markdown")
    assert not reading.works
    assert [(a.person, a.work_title) for a in reading.awards] == [("Ada Holm", None), ("Bo Lund", None)]


REMARKS = """## Begutachtete Zeitschriftenartikel

**Holm A, Lund B, Moor C.** Salt crystals in thin films: a randomized trial. *Journal of Salt* 2024;12(1):3-9.

: Dritter von vier Autoren. Statistische Beratung zu einer randomisierten, kontrollierten, doppelblinden Studie.

**Lund B, Holm A, Moor C.** Wet sails and dry ropes. *Rope Review* 2023;4:1-8.

{label} Erstautor. Statistische Beratung zu einer kontrollierten, doppelblinden Studie in den Häfen.
"""


@pytest.mark.parametrize("label", ["Mein Beitrag:", "Contribution :", "My role:", "Contribución:", ":"])
def test_what_a_label_says_of_the_entry_above_is_no_entry(label: str) -> None:
    works = read_text(REMARKS.replace("{label}", label), format="markdown").works
    assert [w.title for w in works] == ["Salt crystals in thin films: a randomized trial", "Wet sails and dry ropes"]


@pytest.mark.parametrize(
    "heading",
    ["Manuskripte in Begutachtung", "Eingereichte Manuskripte", "Manuscrits soumis", "Manuscritos enviados"],
)
def test_manuscripts_are_works(heading: str) -> None:
    text = f"## {heading}\n\nBüchler B, Büttner M, Holm A. What salt remembers: a study of quays. *In Begutachtung.*\n"
    assert [w.title for w in read_text(text, format="markdown").works] == ["What salt remembers: a study of quays"]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("(mit Bo Lund), Salzhandel im Norden in: Cai Moor (Hrsg.), Handbuch der Küsten, Olm, 2010.", "Salzhandel im Norden"),
        ("Les greniers à sel de l'Ouest in: Marie Dorval (dir.), Histoires du sel, Paris, 2010, p. 33-58.", "Les greniers à sel de l'Ouest"),
        ("(mit Bo Lund), Rope guilds: rights on the quay, TCS Working papers 2014-07, Tarn, 2014.", "Rope guilds: rights on the quay"),
        ("Ríos A., La sal y sus cuentas, Documento de Trabajo N.º 33, Universidad de Tarn, 2015.", "La sal y sus cuentas"),
    ],
)  # fmt: skip
def test_a_title_ends_in_front_of_its_book_and_its_series(entry: str, title: str) -> None:
    text = f"## Publikationen\n\n- {entry}\n"
    assert [w.title for w in read_text(text, format="markdown").works] == [title]


@pytest.mark.parametrize("poster", ["Poster für die 50. Jahrestagung", "Póster para el Congreso de Riegos"])
def test_a_poster_for_a_meeting_is_a_talk(poster: str) -> None:
    text = (
        f"## Arbeitspapiere\n\n- (mit Bo Lund), Diffusion im Fischhandel am Hafen, {poster}, 29. September 2010, Olm.\n"
    )
    reading = read_text(text, format="markdown")
    assert not reading.works
    assert [other.kind for other in reading.others] == ["talk"]
