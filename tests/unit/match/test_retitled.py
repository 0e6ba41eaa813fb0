"""Titles that changed between versions."""

from __future__ import annotations

from typing import Any

import pytest

from pubtrack.match.compare import compare
from pubtrack.match.prepare import prepare
from pubtrack.match.retitled import retitled

PEOPLE = [
    {"family": "Berg", "given": "Ada"},
    {"family": "Lund", "given": "Olaf"},
    {"family": "Kim", "given": "Jo"},
    {"family": "Silva", "given": "Eva"},
]
WHALES = "Sounds of the northern sea and its whales"


def item(title: str, people: list[dict[str, str]], year: int = 2012) -> Any:
    return prepare({"title": title, "author": people, "issued": year})


@pytest.mark.parametrize(
    ("title", "people", "year", "verdict", "why"),
    [
        ("Sounds of the northern sea, its whales and ships", PEOPLE, 2013, "version", "same authors, changed title"),
        ("Songs under ice: whales of the northern bays", PEOPLE, 2013, "unsure", "same authors, other title"),
        ("Sounds of the northern sea, its whales and ships", PEOPLE, 2019, "different", None),
        ("Xylem flux by MRI", PEOPLE, 2013, "different", None),
        (WHALES, PEOPLE[:3], 2014, "unsure", "same title, but a list of authors is cut"),
        (WHALES, [PEOPLE[0], *({"family": "Ota", "given": "Ken"}, {"family": "Abe", "given": "Rin"})], 2014, "unsure",
         "one title, not all the authors"),
        (WHALES, [{"family": "Ota", "given": "Ken"}], 2012, "different", None),
    ],
)  # fmt: skip
def test_the_same_people_make_a_version_or_a_question_of_a_changed_title(
    title: str, people: list[dict[str, str]], year: int, verdict: str, why: str | None
) -> None:
    one, two = item(WHALES, PEOPLE), item(title, people, year)
    share = sum(1 for p in people if p in PEOPLE) / len(people)
    assert retitled(one, two, share, ()) == retitled(two, one, share, ()) == (verdict, (why,) if why else ())


def test_reasons_that_were_known_before_stay_in_front() -> None:
    said = retitled(item(WHALES, PEOPLE), item("Kernels", PEOPLE[:1]), 1.0, ("identifier differs: doi",))
    assert said == ("different", ("identifier differs: doi",))


def test_a_title_alone_is_a_version_of_another_year_or_a_changed_title() -> None:
    one, later = prepare({"title": WHALES, "issued": 2011}), prepare({"title": WHALES, "issued": 2012})
    assert retitled(one, later, None, ()) == ("version", ("the years differ",))
    changed = prepare({"title": f"{WHALES} today", "issued": 2012})
    assert retitled(one, changed, None, ()) == ("version", ("changed title",))
    assert retitled(one, prepare({"title": "Kernels for long documents"}), None, ()) == ("different", ())


def test_a_telling_title_of_one_year_under_other_names_is_a_question() -> None:
    """References are invented so: a real title, and people who did not write it."""
    title = "Ontoprotein: protein pretraining with gene ontology embedding"
    cited = {"title": title, "author": [{"literal": n} for n in ("Yue Zhang", "Xiang Li", "Liang Gao")], "issued": 2022}
    held = {**cited, "author": [{"literal": n} for n in ("Ningyu Zhang", "Zhen Bi", "Siyuan Cheng")]}
    assert compare(cited, held).verdict == "unsure"
    assert compare(cited, {**held, "issued": 2019}).verdict == "different"
