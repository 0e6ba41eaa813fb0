from __future__ import annotations

from dataclasses import replace

from cv_library import assert_calm, assert_golden, hostile_view
from form_library import FORM_VIEW, form_view
from pubtrack.writers.erc import OUTPUTS, write_erc
from pubtrack.writers.view import LibraryView


def test_the_track_record_is_as_reviewed() -> None:
    assert_golden("erc", write_erc(FORM_VIEW))


def test_at_most_ten_outputs_are_shown_and_all_are_counted() -> None:
    text = write_erc(FORM_VIEW)
    assert f"\n{OUTPUTS}. " in text
    assert f"\n{OUTPUTS + 1}. " not in text
    assert "   10  in all; first author of 8, last author of 1" in text


def test_retracted_works_are_left_out_and_said() -> None:
    assert "did not hold" not in write_erc(FORM_VIEW)
    assert "1 retracted or withdrawn left out" in write_erc(FORM_VIEW)


def test_what_the_data_cannot_say_is_said() -> None:
    text = " ".join(write_erc(replace(form_view(selected=()), appointments=())).split())
    assert "no source tells them apart" in text
    assert "No work is selected" in text
    assert "Who supervised your doctorate is not in the library" in text
    assert "Without your PhD supervisor" not in text


def test_an_empty_library_is_a_form_to_fill_in() -> None:
    text = write_erc(LibraryView())
    assert "[fill in: outputs]" in text
    assert "    0  in all" in text


def test_hostile_texts_keep_to_their_lines() -> None:
    text = write_erc(hostile_view())
    assert_calm(text)
    assert "\n# three" not in text
