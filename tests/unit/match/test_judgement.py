"""What a reference string without a title tells of a record."""

from __future__ import annotations

from typing import Any

import pytest

from pubtrack.match.judgement import fits_better, names_no_title, names_page, told_in_full
from pubtrack.match.judging import judge
from pubtrack.match.prepare import prepare

TEXT = "(1) Smith, A.; Wang, L. Journal of Zebrafish Optics 2001, 47, 17."
SMITH, WANG, SILVA = ({"family": f, "given": g} for f, g in (("Smith", "Anna"), ("Wang", "Li"), ("Silva", "Eva")))


def record(**more: Any) -> dict[str, Any]:
    said = {
        "title": "Lenses of the deep sea", "author": [SMITH, WANG], "container-title": "Journal of Zebrafish Optics",
        "issued": {"date-parts": [[2001]]}, "volume": "47", "page": "17",
    }  # fmt: skip
    return {**said, **more}


def test_a_string_names_title_and_page_or_not() -> None:
    said = judge(prepare(TEXT), prepare(record()))
    assert names_no_title(said)
    assert names_page(said)
    assert not names_page(judge(prepare(TEXT), prepare(record(page="23"))))
    assert not names_no_title(judge(prepare(TEXT.replace("Journal", "Lenses of the deep sea. J.")), prepare(record())))
    assert not names_no_title(judge(prepare(record()), prepare(record())))


def test_of_two_records_the_one_with_authors_in_the_order_of_the_string_fits_better() -> None:
    one, other = (judge(prepare(TEXT), prepare(record(author=people))) for people in ([SMITH, WANG], [WANG, SMITH]))
    assert fits_better(one, other)
    assert not fits_better(other, one)
    assert not fits_better(one, one)


@pytest.mark.parametrize(
    ("other", "full"),
    [
        ({}, True),
        ({"volume": "", "page": ""}, True),
        ({"author": [WANG, SMITH]}, False),
        ({"author": [SMITH, WANG, SILVA]}, False),
        ({"author": []}, False),
        ({"container-title": "Journal of Marine Optics"}, False),
        ({"issued": {"date-parts": [[2002]]}}, False),
        ({"issued": None}, False),
        ({"volume": "48"}, False),
        ({"page": "23"}, False),
        ({"author": [SMITH]}, False),  # who is Wang?
    ],
)
def test_all_is_told_where_authors_in_order_and_venue_agree_and_nothing_does_not(
    other: dict[str, Any], full: bool
) -> None:
    text, item = prepare(TEXT), prepare(record(**other))
    row = judge(text, item).row
    assert row is not None
    assert told_in_full(text, item, row) == told_in_full(item, text, row) == full
