"""What a sentence that names an award says once for all of them."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("In 2012 Ada Holm won the Moray Prize.", 2012),
        ("Ada Holm won the Moray Prize for her book “Tides of 1848: A Study of Ropes”.", None),
    ],
)
def test_the_only_year_of_a_sentence_outside_its_titles_is_that_of_its_award(text: str, year: int | None) -> None:
    assert [a.year for a in read_text(text, format="text").awards] == [year]
