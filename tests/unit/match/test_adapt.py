"""What a record says, whatever its form and dirt."""

from __future__ import annotations

from typing import Any

import pytest

from pubtrack.errors import InputError
from pubtrack.match.adapt import bare_identifiers, stated
from pubtrack.model import Identifier


@pytest.mark.parametrize(
    ("value", "year"),
    [({"date-parts": [[2020, 5]]}, 2020), ({"date-parts": [["2020"]]}, 2020), ({"raw": "c. 1999"}, 1999), ("2021-01-01", 2021), (2022, 2022), ({}, None), (None, None), (True, None)],
)  # fmt: skip
def test_a_year_is_read_from_any_form(value: Any, year: int | None) -> None:
    assert stated({"issued": value}).year == year


@pytest.mark.parametrize(
    "value",
    [[{"family": "Jin", "given": "Z."}], [{"literal": "Z. Jin"}], ["Z. Jin"], "Jin, Z.", {"family": "Jin", "given": "Z."}, [{"name": "Z. Jin"}]],
)  # fmt: skip
def test_people_are_read_from_any_form(value: Any) -> None:
    assert [a.family for a in stated({"author": value}).authors] == ["jin"]


def test_a_whole_list_in_one_name_is_taken_apart() -> None:
    assert [a.family for a in stated({"author": [{"literal": "c. mohan , i. narang"}]}).authors] == ["mohan", "narang"]


def test_et_al_says_that_there_are_more() -> None:
    says = stated({"author": [{"literal": "Z. Jin"}, {"literal": "et al."}]})
    assert (len(says.authors), says.more_authors) == (1, True)


def test_identifiers_under_two_schemes_are_one() -> None:
    found = bare_identifiers(Identifier.parse(t) for t in ("doi:10.48550/arXiv.2407.02273", "doi:10.18653/v1/2025.acl-long.1", "url:https://openreview.net/forum?id=VEqPDZIDAh", "orcid:0000-0003-0238-9024"))  # fmt: skip
    assert found == {
        ("arxiv", "2407.02273"),
        ("doi", "10.18653/v1/2025.acl-long.1"),
        ("acl", "2025.acl-long.1"),
        ("openreview", "VEqPDZIDAh"),
    }


def test_identifiers_and_relations_of_our_own_json_are_read() -> None:
    says = stated(
        {
            "identifiers": ["doi:10.1000/X", "dirt", 3],
            "relations": [{"type": "has-preprint", "identifier": "arxiv:2407.02273"}, {"type": "x"}],
        }
    )
    assert says.identifiers == {("doi", "10.1000/x")}
    assert says.relations == (("has-preprint", "arxiv", "2407.02273"),)


def test_a_subtitle_of_its_own_joins_the_title() -> None:
    assert (
        stated({"title": ["Cooperate or Collapse"], "subtitle": ["Emergence"]}).title
        == "Cooperate or Collapse: Emergence"
    )


def test_dirt_says_nothing() -> None:
    says = stated({"title": None, "author": 3, "volume": float("nan"), "page": [], "DOI": {"x": 1}, "issued": [[]]})
    assert (says.title, says.authors, says.volume, says.page, says.identifiers, says.year) == (
        "",
        (),
        "",
        "",
        frozenset(),
        None,
    )


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(InputError, match="cannot compare a int"):
        stated(3)  # type: ignore[arg-type]


def test_an_author_that_is_only_marks_is_nobody() -> None:
    assert stated({"title": "A", "author": [{"literal": "\\A"}, {"literal": "--"}]}).authors == ()


def test_particles_of_either_kind_belong_to_the_family_name() -> None:
    for kind in ("non-dropping-particle", "dropping-particle"):
        says = stated({"author": [{"family": "Berg", kind: "Lo", "given": "Ana"}]})
        assert says.author_text == "Ana Lo Berg"


@pytest.mark.parametrize("cut", ["Z. Jin et al.", "Z. Jin et al", "Z. Jin, A. Roe, …", "Z. Jin, A. Roe ..."])
def test_a_list_cut_inside_one_name_says_that_there_are_more(cut: str) -> None:
    assert stated({"author": [{"literal": cut}]}).more_authors
    assert not stated({"author": [{"literal": "Z. Jin"}]}).more_authors


def test_every_further_year_is_kept() -> None:
    says = stated({"issued": 2020, "published-online": 2019, "submitted": 2018})
    assert (says.year, says.other_years) == (2020, (2019, 2018))
