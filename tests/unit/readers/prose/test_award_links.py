"""Which award belongs to which work and person."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text


def test_every_named_person_has_an_award_of_their_own() -> None:
    reading = read_text(
        "Congratulations to Ada Lovelace and Grace Hopper on the Turing Award from the Royal Society in 2001!"
    )
    assert [(a.person, a.awarder, a.year) for a in reading.awards] == [
        ("Ada Lovelace", "Royal Society", 2001),
        ("Grace Hopper", "Royal Society", 2001),
    ]


def test_what_the_awards_of_a_page_are_for_is_no_award() -> None:
    text = "# Best Paper Awards\n\nThe Best Paper Awards recognise excellent work at EACL 2024.\n"
    assert [
        a.name for a in read_text(text, format="markdown").awards if a.work_title is None and a.person is None
    ] == []


def test_who_stands_alone_between_the_year_and_an_award_gave_it() -> None:
    text = r"\section{Awards}\cventry{2012}{University of Tarn, Port}{Olga Reed Award}{}{}{}\begin{itemize}\item[2011] Institute for Tides, Summer Fellowship\end{itemize}"
    assert [(a.name, a.awarder) for a in read_text(text, name="cv.tex").awards] == [
        ("Olga Reed Award", "University of Tarn"),
        ("Summer Fellowship", "Institute for Tides"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Der RAM-Preis geht an Lisa Sander. Mit ihrer Arbeit „Wer erbt die Mühle?“ leistet sie einen Beitrag.",
        "Der Otto-Holm-Preis wurde an Angela Rad vergeben. Der Titel der Arbeit lautet „Töne am Hafen“.",
        "Ada Holm won the Moray Prize. The title of her thesis is “Grain and Tolls in Fife”.",
    ],
)
def test_a_sentence_that_names_the_work_of_the_prize_ties_it_to_the_one_before(text: str) -> None:
    reading = read_text(text, format="text")
    assert [a.work_title for a in reading.awards] == [reading.works[0].title]


def test_the_body_in_front_of_an_award_of_a_list_gave_it() -> None:
    text = "## Awards\n\n- 2025, Center for Grain Studies, Summer Fellowship\n"
    assert [(a.name, a.awarder) for a in read_text(text, format="markdown").awards] == [
        ("Summer Fellowship", "Center for Grain Studies")
    ]


def test_she_is_the_person_the_paragraph_begins_with() -> None:
    text = (
        "Ada Holm is a weaver at Lund. She received the Moray Medal in 2019.\n\n"
        "Keith Brandt (2021-2024) has studied salt. He won the Harbour Prize.\n"
    )
    assert [(a.name, a.person) for a in read_text(text, format="markdown").awards] == [
        ("Moray Medal", "Ada Holm"),
        ("Harbour Prize", "Keith Brandt"),
    ]


def test_a_title_that_ends_with_a_letter_ends_its_sentence() -> None:
    text = "Ada Holm is co-author of *Analyzing Harbour Data with R*. She received the 2019 Moray Education Award."
    assert [a.work_title for a in read_text(text, format="markdown").awards] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The Moray Prize is awarded every two years for the best book on ropes.",
        "The Moray Prize was instituted in 1990 by the guild.",
        "The Moray Prize is presented to a student of the guild.",
    ],
)
def test_what_a_prize_is_says_nothing_of_who_got_it(text: str) -> None:
    assert not read_text(text, format="text").awards


def test_who_is_congratulated_may_have_a_first_name_only() -> None:
    text = "Huge congratulations to Dan on winning the Entanglement Prize!"
    assert [(a.name, a.person) for a in read_text(text, format="text").awards] == [("Entanglement Prize", "Dan")]


def test_as_many_people_as_awards_got_one_each() -> None:
    text = 'Ada Holm, Bo Brandt and Cy Dahl were awarded the "Moray Scholarship", the "Salt Prize", and the "Harbour Medal".'
    assert [(a.name, a.person) for a in read_text(text, format="text").awards] == [
        ("Moray Scholarship", "Ada Holm"),
        ("Salt Prize", "Bo Brandt"),
        ("Harbour Medal", "Cy Dahl"),
    ]


def test_who_has_a_title_at_the_beginning_won_and_not_the_place_of_work() -> None:
    text = "**Dr. Roy J. Glaub** Department of Ropes\n\nDr. Glaub, Professor of Ropes at the University of Arizona, has won the 2005 Moray Prize in Weaving."
    awards = read_text(text, format="markdown").awards
    assert [(a.name, a.person) for a in awards] == [("Moray Prize in Weaving", "Glaub")]


def test_which_points_to_the_work_in_front() -> None:
    text = (
        "<p>Ann Lee is the author of <em>Hemp: A Global History</em> (Cambridge University Press, 2022), which won the Harbour "
        "History Prize, and co-editor, with Bo Ray, of <em>Ropes and Power</em> (Brill, 2018).</p>"
    )
    assert [a.work_title for a in read_text(text, format="html").awards] == ["Hemp: A Global History"]


def test_an_honorable_mention_in_brackets_is_no_award_of_its_own() -> None:
    text = "## Awards\n\n- 2020 Victor Turner Prize in Ethnographic Writing (Honorable Mention), for Binding Matters\n"
    assert [a.name for a in read_text(text, format="markdown").awards] == [
        "Victor Turner Prize in Ethnographic Writing"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm is writing a dissertation titled “Salt and Song: Harbour Music of the North” with the help of an Alvin H. Moray Dissertation Fellowship as well as a Tarn Scholarship.",
        "Ihre Dissertation „Salz und Lied: Musik im Hafen“, gefördert durch das Tarn-Stipendium, ist abgeschlossen.",
    ],
)
def test_awards_that_paid_for_a_work_are_not_for_it(text: str) -> None:
    reading = read_text(f"# About\n\n{text}\n", format="markdown")
    assert len(reading.works) == 1
    assert reading.awards
    assert all(award.work_title is None for award in reading.awards)


@pytest.mark.parametrize(
    "text",
    [
        "Mellon Summer Fellowship, for archival work towards “Rivers of Paper: Print in the Delta”, 2019",
        "Beca de doctorado de la Fundación Lluvia para la tesis «Los caminos del agua en la sierra», 2015",
        "Promotionsstipendium der Hans-Holm-Stiftung für die Dissertation „Häfen im Umbruch: Arbeit und Alltag“, 2009",
    ],
)
def test_a_fellowship_is_given_for_plans_and_honours_no_work(text: str) -> None:
    reading = read_text(f"# Awards and Fellowships\n\n- {text}\n", format="markdown")
    assert [(a.kind, a.work_title) for a in reading.awards] == [("fellowship", None)]


def test_a_prize_for_scholarship_honours_what_was_written() -> None:
    text = "# Articles\n\n- Who Owns a Ferry?, 71 Tarn L. Rev. 203 (2019) (selected for the Harbour Law Scholarship Award)\n"
    assert [a.work_title for a in read_text(text, format="markdown").awards] == ["Who Owns a Ferry?"]
