"""Works by the number of the grant that paid for them."""

from __future__ import annotations

import pytest

from pubtrack.app.exporting import export_of
from pubtrack.errors import NotFoundError


@pytest.mark.parametrize(
    ("number", "key"),
    [("IIS-1234567", "li2019sounds"), ("iis 1234567", "li2019sounds"), ("f99", "li2020words"), ("g1", "li2020words")],
)
def test_works_are_chosen_by_the_number_of_their_grant(funded, number, key):
    text = export_of(funded, "bibtex", grants=[number])
    assert text.count("@") == 1
    assert key in text


def test_several_grants_add_up_and_a_filter_still_holds(funded):
    assert export_of(funded, "bibtex", grants=["F-99", "IIS1234567"]).count("\n@") == 1
    assert export_of(funded, "bibtex", grants=["F-99", "IIS1234567"], where="year==2019").count("@") == 1


def test_a_grant_that_nobody_names_is_told_with_the_nearest(funded):
    with pytest.raises(NotFoundError, match="IIS-1234568") as told:
        export_of(funded, "bibtex", grants=["IIS-1234568"])
    assert "IIS-1234567" in str(told.value)
