"""How well a record explains a reference string."""

from __future__ import annotations

from pubtrack.match.prepare import prepare
from pubtrack.match.textual import TEXT_NAMES, measure_text

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
