"""People and bodies, and the two orders of their names."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from pubtrack.model import Contributor


def test_someone_without_any_name_is_refused() -> None:
    with pytest.raises(ValidationError, match="needs a family name"):
        Contributor(suffix="Jr.")


@pytest.mark.parametrize(
    ("parts", "spoken", "sorted_"),
    [
        ({"family": "Jin", "given": "Zhijing"}, "Zhijing Jin", "Jin, Zhijing"),
        ({"family": "Plato"}, "Plato", "Plato"),
        ({"given": "Zhijing"}, "Zhijing", "Zhijing"),
        ({"literal": "OpenAI"}, "OpenAI", "OpenAI"),
        ({"family": "King", "given": "Martin Luther", "suffix": "Jr."}, "Martin Luther King, Jr.",
         "King, Martin Luther, Jr."),
        ({"family": "Beethoven", "given": "Ludwig", "non_dropping_particle": "van"}, "Ludwig van Beethoven",
         "van Beethoven, Ludwig"),
        ({"family": "La Fontaine", "given": "Jean", "dropping_particle": "de"}, "Jean de La Fontaine",
         "La Fontaine, Jean de"),
    ],
)  # fmt: skip
def test_a_name_is_spoken_in_one_order_and_sorted_in_another(parts: dict[str, str], spoken: str, sorted_: str) -> None:
    person = Contributor(**parts)  # type: ignore[arg-type]
    assert (person.name, person.sort_name) == (spoken, sorted_)


def test_csl_sees_names_with_hyphens_and_nothing_else() -> None:
    person = Contributor(family="Gogh", given="Vincent", non_dropping_particle="van", orcid="0000-0002-1825-0097")
    assert person.to_csl() == {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}
    assert Contributor(literal="CERN").to_csl() == {"literal": "CERN"}


def test_an_orcid_is_kept_canonical_and_checked() -> None:
    assert Contributor(family="Jin", orcid="https://orcid.org/0000-0003-0238-9024").orcid == "0000-0003-0238-9024"
    with pytest.raises(ValidationError, match="check digit"):
        Contributor(family="Jin", orcid="0000-0003-0238-9025")


def test_marks_are_a_set() -> None:
    twice = Contributor(family="Jin", marks=("equal-contribution", "corresponding", "equal-contribution"))
    assert twice.marks == ("corresponding", "equal-contribution")


def test_other_spellings_are_matched_by_and_never_shown() -> None:
    person = Contributor(family="Jin", given="Zhijing", aliases=("Old Name",))
    assert "Old Name" not in repr(person)
    assert "Old Name" not in person.name + person.sort_name
