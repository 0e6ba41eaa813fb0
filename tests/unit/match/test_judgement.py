"""What a reference string without a title tells of a record."""

from __future__ import annotations

from typing import Any

import pytest

from pubtrack.match.compare import compare
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


@pytest.mark.parametrize(
    ("text", "record", "why"),
    [
        ("(1) Tulchin, A. A. That Men Would Praise the Lord 2010, 121–154.",
         {"title": "That Men Would Praise the Lord", "author": [{"family": "Tulchin", "given": "Allan"}], "issued": 2010},
         "pages are named, and the record is a whole book"),
        ("(1) Omidian, S. SGEM2011 11th International Multidisciplinary Conference 2011.",
         {"title": "SGEM2011 11th International Multidisciplinary Conference", "issued": 2011},
         "people are named, and the record has none"),
        ("(1) Wang, P.; Xu, G.; Cheng, Y. Computer Vision and Image Understanding 2018.",
         {"title": "An efficient solution of a pose problem", "container-title": "Computer Vision and Image Understanding",
          "author": [{"family": f, "given": "P."} for f in ("Wang", "Xu", "Huang", "Cheng")], "issued": 2018},
         "not all the authors are named"),
        ("(1) Arredondo, I. Storytelling in World Cinemas 2013.",
         {"title": "Telling stories about unknown people", "container-title": "Storytelling in World Cinemas",
          "author": [{"family": "Arredondo", "given": "I."}], "page": "65-75", "issued": 2013},
         "volume or page is not named"),
    ],
)  # fmt: skip
def test_what_a_string_leaves_open_makes_it_a_question(text: str, record: dict[str, Any], why: str) -> None:
    said = compare(text, record)
    assert (said.verdict, said.reasons) == ("unsure", (why,))
