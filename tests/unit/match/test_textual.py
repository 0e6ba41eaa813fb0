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


def test_an_umlaut_written_out_is_found_as_the_key_of_the_name_has_it() -> None:
    people = [{"family": "Bauer", "given": "E."}, {"family": "Schoelkopf", "given": "B."}]
    record = {**ACS_RECORD, "author": people}
    text = "(1) Bauer, E.; Schölkopf, B. Bulletin of the Academy 1989, 38, 1439-1445."
    assert measured(text, record)["authors in the text"] == 1
    assert measured(text.replace("ö", "oe"), record)["authors in the text"] == 1


def test_particles_inside_a_double_name_do_not_hide_it() -> None:
    record = {**ACS_RECORD, "author": [{"family": "Vélaz de Medrano Ureta", "given": "C."}]}
    assert measured("Vélaz de Medrano Ureta, C. Bulletin 1989, 38.", record)["first author in the text"] == 1


def test_the_share_of_all_authors_is_known_where_the_list_is_not_cut() -> None:
    three = {**ACS_RECORD, "author": [*ACS_RECORD["author"], {"family": "Third", "given": "X."}]}  # type: ignore[misc]
    name = "all authors in the text"
    assert measured(ACS, ACS_RECORD)[name] == 1
    assert 0.6 < (measured(ACS, three)[name] or 0) < 0.7
    assert measured(ACS.replace("Smit, W. A.", "Smit, W. A. et al."), three)[name] is None
    assert measured("Faustov, V. I. Bulletin of the Academy 1989.", ACS_RECORD)[name] is None


def test_the_initials_beside_the_first_author_agree_or_are_others() -> None:
    name = "initials of the first author"
    assert [measured(text, ACS_RECORD)[name] for text in
            (ACS, ACS.replace("Faustov, V.", "Faustov, X."), ACS.replace("Faustov, V. I.", "V. Faustov"))
            ] == [1, 0, 1]  # fmt: skip
    assert measured(ACS.replace("Faustov, V. I.", "Faustov"), ACS_RECORD)[name] is None


def test_the_first_author_stands_at_the_head_or_later() -> None:
    swapped = {**ACS_RECORD, "author": ACS_RECORD["author"][::-1]}  # type: ignore[index]
    assert measured(ACS, ACS_RECORD)["first author at the head"] == 1
    longer = ACS.replace("Faustov", "Aue, D.; Bos, C.; Faustov")
    assert measured(longer, ACS_RECORD)["first author at the head"] == 0
    assert measured(longer, swapped)["first author at the head"] == 0


def test_a_range_of_pages_agrees_to_its_end_or_not() -> None:
    name = "last page in the text"
    assert measured(ACS, ACS_RECORD)[name] == 1
    assert measured(ACS, {**ACS_RECORD, "page": "1439-1440"})[name] == 0
    assert measured(ACS.replace("1439-1445", "1439-45"), ACS_RECORD)[name] == 1
    assert measured(ACS.replace("1439-1445", "1439"), ACS_RECORD)[name] == 0
    assert measured(ACS, {**ACS_RECORD, "page": "1439"})[name] is None


def test_a_page_of_letters_is_a_page_and_explained() -> None:
    text = "(1) Advances in Mathematics 2010, 223, IFC."
    record = {"title": "Editorial board", "container-title": "Advances in Mathematics", "volume": "223", "issued": 2010}
    said = measured(text, {**record, "page": "IFC"})
    assert (said["first page in the text"], said["share of the text unexplained"]) == (1, 0)
    abstract = measured(text.replace("IFC", "161A–161A"), {**record, "page": "161A-161A"})
    assert abstract["share of the text unexplained"] == 0
