"""How well a record explains a reference string."""

from __future__ import annotations

from pubtrack.match.prepare import prepare
from pubtrack.match.textual import TEXT_NAMES, measure_text, names_everybody

TEXT = "Smith, A., & Wang, L. (2001). Zebrafish optics of the eye. J. Exp. Biol., 47(15), 9967-9970."
RECORD = {
    "title": "Zebrafish optics of the eye",
    "author": [{"family": "Smith", "given": "Anna"}, {"family": "Wang", "given": "Li"}],
    "container-title": "Journal of Experimental Biology",
    "volume": "47",
    "page": "9967-9970",
    "issued": {"date-parts": [[2001]]},
}


def test_a_record_that_fits_is_found_in_the_text() -> None:
    said = dict(zip(TEXT_NAMES, measure_text(prepare(TEXT), prepare(RECORD)), strict=True))
    assert (said["title words in the text"], said["authors in the text"], said["year in the text"]) == (1, 1, 1)
    assert (said["volume in the text"], said["first page in the text"], said["venue in the text"]) == (1, 1, 1)
    assert said["numbers agreeing"] == 3


def test_another_record_leaves_the_text_unexplained() -> None:
    said = dict(
        zip(TEXT_NAMES, measure_text(prepare(TEXT), prepare({"title": "Quantum lattices", "volume": "3"})), strict=True)
    )
    assert (said["title words in the text"], said["volume in the text"]) == (0, 0)
    assert said["longest stretch unexplained"] > 3
    assert said["authors in the text"] is None


def test_a_year_beside_is_half_right() -> None:
    said = dict(zip(TEXT_NAMES, measure_text(prepare(TEXT), prepare({**RECORD, "issued": 2002})), strict=True))
    assert said["year in the text"] == 0.5


ACS = "(1) Faustov, V. I.; Smit, W. A. Bulletin of the Academy 1989, 38, 1439-1445."
ACS_RECORD = {
    "title": "Quantum chemistry of episulfonium ions",
    "author": [{"family": "Faustov", "given": "V. I."}, {"family": "Smit", "given": "W. A."}],
    "container-title": "Bulletin of the Academy",
    "issued": 1989,
    "volume": "38",
    "issue": "7",
    "page": "1439-1445",
}


def measured(text: str, record: dict[str, object]) -> dict[str, float | None]:
    return dict(zip(TEXT_NAMES, measure_text(prepare(text), prepare(record)), strict=True))


def test_the_end_of_a_page_range_is_no_first_page() -> None:
    assert measured(ACS, ACS_RECORD)["first page in the text"] == 1
    assert measured(ACS, {**ACS_RECORD, "page": "1445-1450"})["first page in the text"] == 0


def test_the_number_of_a_reference_in_its_list_is_no_page() -> None:
    assert measured(ACS, {**ACS_RECORD, "page": "1-12"})["first page in the text"] == 0


def test_a_number_that_the_text_leaves_out_says_nothing_where_it_has_no_other() -> None:
    assert measured(ACS, ACS_RECORD)["issue in the text"] is None
    short = "Faustov, V. I.; Smit, W. A. Bulletin of the Academy 1989, 38."
    assert measured(short, ACS_RECORD)["first page in the text"] is None
    assert measured(short, {**ACS_RECORD, "volume": "39"})["volume in the text"] == 0


def test_authors_stand_in_their_order_or_in_another() -> None:
    swapped = {**RECORD, "author": RECORD["author"][::-1]}
    alone = {**RECORD, "author": RECORD["author"][:1]}
    order = [measure_text(prepare(TEXT), prepare(one))[TEXT_NAMES.index("authors in their order")]
             for one in (RECORD, swapped, alone)]  # fmt: skip
    assert order == [1.0, 0.0, None]


def test_everybody_is_named_or_somebody_is_not() -> None:
    more = {**RECORD, "author": [*RECORD["author"], {"family": "Silva", "given": "Eva"}]}
    assert names_everybody(prepare(TEXT), prepare(RECORD))
    assert not names_everybody(prepare(TEXT), prepare(more))


def test_a_page_of_letters_or_with_the_number_of_an_abstract_is_found() -> None:
    page = TEXT_NAMES.index("first page in the text")
    for said, stated in (("Cover11", "Cover11"), ("A207.1–A207", "A207.1-A207"), ("306.1–306", "306.1-306")):
        text, record = prepare(f"(1) Smith, A. J. Exp. Biol. 2001, 47, {said}."), prepare({**RECORD, "page": stated})
        assert measure_text(text, record)[page] == 1.0
