import pytest

from pubtrack.csl.clean_names import Name, clean_names
from pubtrack.csl.items import clean_text


def _one(**name: object) -> Name:
    (cleaned,) = clean_names([name], clean_text)
    return cleaned


@pytest.mark.parametrize(
    ("family", "particle", "rest"),
    [
        ("van der Vlist", "van der", "Vlist"),
        ("d'Aubignac", "d'", "Aubignac"),
        ("d’Aubignac", "d’", "Aubignac"),
        ("al-Hakim", "al-", "Hakim"),
        ("'t Hooft", "'t", "Hooft"),
        ("Van Buren", "", "Van Buren"),
        ("Smith-Jones", "", "Smith-Jones"),
        ("jean-luc Smith", "", "jean-luc Smith"),
        ("hooks", "", "hooks"),
        ("O'Brien", "", "O'Brien"),
        ("毛", "", "毛"),
    ],
)
def test_particles_in_the_family_name_are_found(family, particle, rest):
    name = _one(family=family, given="X")
    assert (name.non_dropping, name.family) == (particle, rest)


def test_particles_after_the_given_name_are_dropping():
    name = _one(family="Beethoven", given="Ludwig van")
    assert (name.given, name.dropping) == ("Ludwig", "van")
    assert _one(family="Smith", given="jean").given == "jean"


def test_given_particles_are_not_looked_for_again():
    name = _one(**{"family": "La Fontaine", "given": "Jean", "dropping-particle": "de", "non-dropping-particle": "La"})
    assert name == Name("La Fontaine", "Jean", "de", "La")


def test_suffixes_after_a_comma_are_taken_apart():
    assert _one(family="King", given="Martin, Jr.") == Name("King", "Martin", suffix="Jr.")
    assert _one(family="King", given="Martin,! Jr.").comma_suffix
    assert _one(**{"family": "King", "given": "M", "suffix": "III", "comma-suffix": True}).comma_suffix
    assert _one(family="King", given="Martin,").given == "Martin,"


def test_quotation_marks_protect_a_family_name():
    assert _one(family='"van Foo"', given="Bar").family == "van Foo"


def test_institutions_are_literal():
    assert _one(literal="WHO").literal == "WHO"
    assert _one(name="CERN", affiliation=[]).literal == "CERN"
    assert _one(family="ACM", isInstitution="true").literal == "ACM"


def test_names_that_must_not_be_parsed_are_not():
    assert _one(**{"family": "van Dyke", "given": "J", "parse-names": False}).non_dropping == ""


def test_the_order_can_be_fixed():
    assert _one(**{"family": "Nagy", "given": "I", "static-ordering": True}).order_fixed


@pytest.mark.parametrize("value", [None, 3, {}, [None], [{}], [{"family": None}], [[]], [{"family": {}, "given": []}]])
def test_what_holds_no_name_gives_none(value):
    assert clean_names(value, clean_text) in ((), (Name(literal="3"),))


def test_a_text_for_a_name_is_a_literal_name():
    assert clean_names("Doe, J.", clean_text) == (Name(literal="Doe, J."),)
    assert clean_names({"family": "Doe"}, clean_text) == (Name("Doe"),)
    assert clean_names(["A", {"family": "B"}], clean_text) == (Name(literal="A"), Name("B"))
