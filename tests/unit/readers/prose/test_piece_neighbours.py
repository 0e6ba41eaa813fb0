"""What neighbours say about a piece."""

from __future__ import annotations

from pubtrack.markup.spans import Block
from pubtrack.readers.prose.piece_labels import Piece
from pubtrack.readers.prose.pieces import cut
from pubtrack.readers.prose.sections import Placed


def pieces(text: str) -> dict[str, Piece]:
    block = Block("item", text, [(0, 0, len(text))], [])
    return {text[p.start : p.end]: p for p in cut(Placed(block))}


def test_a_lone_word_between_names_is_a_name() -> None:
    assert pieces("Smith, J., Lindqvist, Doe, B. (2020). A study of ropes.")["Lindqvist"].name > 1


def test_family_name_and_first_name_before_a_colon_are_the_author() -> None:
    found = pieces("Gramsch, Robert: Erfurter Juristen im Spätmittelalter, Leiden 2003.")
    assert found["Gramsch"].name == found["Robert"].name == 2.3


def test_the_time_a_book_is_about_is_no_page_range() -> None:
    found = pieces("Kirk and Kindred: Parish Life in Early Modern Fife, 1560-1640. Edinburgh: Donald, 1973.")
    assert found["1560-1640"].number == 0


def test_pages_behind_a_journal_stay_pages() -> None:
    assert pieces("A. Lee. On the nature of ropes and knots. Journal of Ropes, 1123-1130.")["1123-1130"].number > 2


def test_co_authors_in_brackets_do_not_make_a_name_of_the_title() -> None:
    assert (
        pieces("Childcare Costs and Maternal Careers (with Nora Lind)")["Childcare Costs and Maternal Careers"].known
        < 0.5
    )


def test_a_journal_with_volume_and_pages_in_one_ends_the_title() -> None:
    found = pieces("Chang HY (2011) Processing is required for gliding. J Bacteriol 193:5841–5846.")
    assert found["J Bacteriol 193:5841–5846"].venue == 3.0
    assert pieces("Smith J (2001) Romans 8:28. Mind 120:1-9.")["Romans 8:28"].venue < 1
