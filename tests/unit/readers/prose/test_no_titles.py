"""Entries that have no title: an award and its giver, a journal and its volume, a place, a stump."""

from __future__ import annotations

import pytest

from pubtrack.markup.spans import Block
from pubtrack.readers import read_text
from pubtrack.readers.prose.no_titles import no_title
from pubtrack.readers.prose.references import read_reference
from pubtrack.readers.prose.sections import Placed


def _has_none(text: str) -> bool:
    reference = read_reference(Placed(Block("item", text, [(0, 0, len(text))], []), "publications"))
    return reference is None or no_title(text, reference)


@pytest.mark.parametrize(
    "text",
    [
        "Otis Dudley Duncan Award, Section on Population, American Sociological Association, 2021",
        "Journal of Labor Economics, 42(3), July 2024, 711-748",
        "H. Gregg Lewis Prize for best article in the Journal of Labor Economics, 2024-2025",
        "The older ones are on",
    ],
)
def test_what_has_no_title_gives_none(text: str) -> None:
    assert _has_none(text)


@pytest.mark.parametrize(
    "text",
    [
        "Art. „Idylle“. In: Jean-Paul-Handbuch. Stuttgart 2014, S. 88–92.",
        "Delacroix, M. A. (2020). Sleep. In M. Boltz (Ed.), Protocols for best practice (6th ed., pp. 633-652). Springer Publishing.",
        "Halloran, B. 2015. Heads of Household and Other Strangers. Social Forces 93:877-905.",
        "Elton, C. (1939). The journal of a country doctor. Medical History 27(2): 535.",
    ],
)
def test_a_title_may_be_short_before_its_container_or_hold_the_name_of_a_journal(text: str) -> None:
    assert not _has_none(text)


def test_quotes_around_a_whole_reference_are_no_title() -> None:
    text = '## Reseñas\n\n- Reseña de "Rendoso, M. Cuerdas y nudos. Barcelona: UOC, 2018, 172 páginas. ISBN: 97884" en la revista Nudos, 2018.\n'
    assert not any("Rendoso" in w.title for w in read_text(text, format="markdown").works)


def test_what_somebody_is_stands_for_no_work() -> None:
    text = "## Publications\n\n- Librarian and Director of the Office of Ropes, Lund, 2005\n"
    assert not read_text(text, format="markdown").works


@pytest.mark.parametrize("body", ["Facultad de Ciencias Exactas", "Department of Anaesthesiology"])
def test_a_body_that_stands_for_itself_is_no_title(body: str) -> None:
    text = f"## Tesis\n\n- {body}, Universidad de Tarn, 2002. Director: Olga Reed\n"
    assert body not in [w.title for w in read_text(text, format="markdown").works]


def test_the_name_of_an_award_is_no_title_whatever_it_stands_in() -> None:
    text = "# Publications\n\n- *Harbour Salt Award 2024*, A. Holm and K. Brandt, Guild of Weavers, 2024\n"
    reading = read_text(text, format="markdown")
    assert not reading.works
    assert [a.name for a in reading.awards] == ["Harbour Salt Award"]


def test_money_for_a_journey_is_no_work() -> None:
    text = "# Awards\n\n- **Travel grant recipient for attendance of the 33rd Annual Meeting, Tarn, Lund** <br>\n  Guild of Ropes (GR) Scholarship Recipient, 2017\n"
    assert not read_text(text, format="markdown").works


def test_a_run_that_ends_inside_of_quotes_is_no_title() -> None:
    assert _has_none('Organized the "Slip, Twins, and Void" meeting at Tarn, 2023, Lund')


def test_what_a_meeting_left_in_print_has_its_name_for_a_title() -> None:
    text = (
        "## Édition d'ouvrages collectifs\n\n"
        "- 2nd International Workshop on Knots. J. Morel, P. Viau (éds.), Springer, Lecture Notes in Ropes 6709, 2011.\n"
        "- International Workshop on Salt, Tarn, May 2012.\n"
    )
    assert [w.title for w in read_text(text, format="markdown").works] == ["2nd International Workshop on Knots"]


def test_what_an_award_was_given_for_is_no_title() -> None:
    text = 'In 2012 the Harbour Society gave her its prize for "Outstanding Scientific Achievement".'
    assert read_text(text, format="text").works == ()
    listed = "# Publications\n\n- Outstanding Contributions to Rope Science\n- Ropes that hold: a study of nets (2012). Tarn Review 3.\n"
    assert [w.title for w in read_text(listed, format="markdown").works] == ["Ropes that hold: a study of nets"]
