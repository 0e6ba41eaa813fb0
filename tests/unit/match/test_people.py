"""Is this author the owner?"""

from __future__ import annotations

import pytest

from pubtrack.markup.names import parse_name, parse_names
from pubtrack.match import find_owner, is_owner
from pubtrack.model import Fields, Owner

ZHIJING = Owner(
    name="Zhijing Jin",
    orcid="0000-0003-0238-9024",
    aliases=("Z. J. Jin",),
    past_names=("Zhijing Wang",),
    affiliations=("University of Toronto",),
)
FRIENDS = ("Rada Mihalcea", "Bernhard Schölkopf")


@pytest.mark.parametrize("name", ["Zhijing Jin", "Jin, Zhijing", "Jin Zhijing", "Zhijing Wang", "ZHIJING JIN"])
def test_a_whole_name_is_the_owner(name: str) -> None:
    assert is_owner(parse_name(name), ZHIJING).verdict == "owner"


@pytest.mark.parametrize("name", ["Rada Mihalcea", "Zhihao Jin", "Jin, R.", "WHO Group"])
def test_another_name_is_another_person(name: str) -> None:
    assert is_owner(parse_name(name), ZHIJING).verdict == "other"


def test_initials_alone_are_not_enough_but_known_company_is() -> None:
    assert is_owner(parse_name("Z. Jin"), ZHIJING).verdict == "unsure"
    work = Fields(title="T", author=parse_names("Z. Jin, Rada Mihalcea"))
    assert is_owner(work.author[0], ZHIJING, work=work, coauthors=FRIENDS).reasons == (
        "the name fits",
        "1 known co-authors",
    )


def test_a_known_affiliation_decides_for_initials() -> None:
    person = parse_name("Z. Jin").replace(affiliation=("Vector Institute, University of Toronto",))
    assert is_owner(person, ZHIJING).verdict == "owner"


def test_an_orcid_decides_either_way() -> None:
    assert is_owner(parse_name("Somebody Else (0000-0003-0238-9024)"), ZHIJING).verdict == "owner"
    assert is_owner(parse_name("Zhijing Jin (0000-0002-1825-0097)"), ZHIJING).verdict == "other"


def test_company_of_works_that_are_not_mine_speaks_against_me() -> None:
    not_mine = Fields(title="Dialogue", author=parse_names("Zhijing Jin, Xiang Li, Anna Smith"))
    again = Fields(title="More dialogue", author=parse_names("Zhijing Jin, Xiang Li"))
    assert is_owner(again.author[0], ZHIJING, work=again, not_mine=[not_mine]).verdict == "other"
    mixed = Fields(title="Odd", author=parse_names("Zhijing Jin, Xiang Li, Rada Mihalcea"))
    assert is_owner(mixed.author[0], ZHIJING, work=mixed, not_mine=[not_mine], coauthors=FRIENDS).verdict == "unsure"


def test_the_owner_is_found_among_the_authors() -> None:
    found = find_owner(Fields(author=parse_names("Rada Mihalcea, Z. Jin, Zhijing Jin")), Owner(name="Zhijing Jin"))
    assert found is not None
    assert (found[0], found[1].verdict) == (2, "owner")
    assert find_owner(Fields(author=parse_names("Rada Mihalcea")), Owner(name="Zhijing Jin")) is None
    assert find_owner(Fields(), Owner(name="Zhijing Jin")) is None


def test_an_alias_of_the_author_counts() -> None:
    assert is_owner(parse_name("Fernando Gonzalez (Adauto)"), Owner(name="Fernando Gonzalez Adauto")).verdict == "owner"
