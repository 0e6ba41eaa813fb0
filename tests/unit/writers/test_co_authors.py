from __future__ import annotations

import hashlib

from counting import calls
from cv_library import person
from form_library import FORM_VIEW
from pubtrack.model import Contributor, Fields, Owner
from pubtrack.writers.co_authors import CoAuthor, co_authors
from pubtrack.writers.view import Entry, LibraryView

OWNER = Owner(name="Ada Marlowe")


def _of(*teams: tuple[Contributor, ...], years: tuple[int, ...] = ()) -> list[CoAuthor]:
    entries = [
        Entry(f"w{n}", Fields(author=(person("Marlowe", "Ada"), *team), issued=str(years[n]) if years else None))
        for n, team in enumerate(teams)
    ]
    return co_authors(LibraryView(owner=OWNER), entries)


def _names(found: list[CoAuthor]) -> list[str]:
    return [one.person.sort_name for one in found]


def test_a_person_is_listed_once_under_the_fullest_spelling() -> None:
    found = _of((person("Smith", "J."),), (person("Smith", "John Paul"),), (person("Smith", "John"),))
    assert _names(found) == ["Smith, John Paul"]
    assert found[0].spellings == ("Smith, J.", "Smith, John")
    assert [entry.key for entry in found[0].works] == ["w0", "w1", "w2"]


def test_initials_that_may_be_two_people_stand_for_themselves() -> None:
    found = _of((person("Smith", "John"),), (person("Smith", "Jane"),), (person("Smith", "J."),))
    assert _names(found) == ["Smith, J.", "Smith, Jane", "Smith, John"]
    assert found[0].perhaps == ("Smith, Jane", "Smith, John")


def test_two_authors_of_one_work_are_two_people() -> None:
    found = _of((person("Smith", "John"), person("Smith", "J.")))
    assert _names(found) == ["Smith, J.", "Smith, John"]


def test_an_orcid_decides_either_way() -> None:
    one, other = "0000-0002-1825-0097", "0000-0001-5109-3700"
    same = _of((person("Smith", "Jane", orcid=one),), (person("Doe", "Jane", orcid=one),))
    assert len(same) == 1
    different = _of((person("Zhang", "Wei", orcid=one),), (person("Zhang", "Wei", orcid=other),))
    assert len(different) == 2
    with_a_third = _of(
        (person("Zhang", "Wei", orcid=one),), (person("Zhang", "Wei", orcid=other),), (person("Zhang", "Wei"),)
    )
    assert sorted(len(found.perhaps) for found in with_a_third) == [0, 0, 2]


def test_bodies_are_not_people() -> None:
    found = _of((Contributor(literal="ATLAS Collaboration"),), (person("Collaboration", "Atlas"),))
    assert len(found) == 2


def test_the_newest_affiliation_counts_and_says_its_date() -> None:
    old, new = person("Öz", "Ümit", affiliation=("Old Place",)), person("Oez", "Umit", affiliation=("New Place",))
    found = _of((old,), (new,), (person("Öz", "Ümit"),), years=(2019, 2022, 2024))
    assert (found[0].affiliation, str(found[0].affiliation_from)) == (("New Place",), "2022")
    assert [entry.key for entry in found[0].works] == ["w2", "w1", "w0"]


def test_the_owner_is_no_co_author_under_any_name() -> None:
    names = _names(co_authors(FORM_VIEW, FORM_VIEW.entries))
    assert names == ["Gone, Long", "Nakamura, Ren", "Okoro, Chidi B.", "Vale, Rosa", "Öz, Ümit"]


def _word(number: int) -> str:
    """Another word of letters for each number."""
    digest = hashlib.sha256(str(number).encode()).hexdigest()[:12]
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digest).capitalize()


def test_names_without_letters_are_not_one_person() -> None:
    assert len(_of((person("???", "!"),), (person("!!!", "?"),), (Contributor(literal="42"),))) == 3


def test_time_grows_with_the_works_not_with_their_square() -> None:
    def needed(number: int) -> int:
        teams = tuple(
            (person(_word(n), _word(-n)), person(_word(n % 50), _word(10**6 + n))) for n in range(1, number + 1)
        )
        assert len(_of(*teams)) > 1.9 * number
        return calls(_of, *teams)

    assert needed(2000) <= 30 * needed(200)
