"""Names written as one text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.markup.name_keys import name_key, name_keys_agree
from pubtrack.markup.names import is_body, is_et_al, parse_name, parse_names

SPLIT = [
    ("Zhijing Jin", "Jin", "Zhijing"),
    ("Jin, Zhijing", "Jin", "Zhijing"),
    ("Joel R. Tetreault", "Tetreault", "Joel R."),
    ("Bernhard Schölkopf,,", "Schölkopf", "Bernhard"),
    ('Sch\\"olkopf,, Bernhard', "Schölkopf", "Bernhard"),
    ("Andr\\'as Strausz", "Strausz", "András"),
    ("Tetreault JR", "Tetreault", "J. R."),
    ("J.R.R. Tolkien", "Tolkien", "J. R. R."),
    ("Wei Wang 0001", "Wang", "Wei"),
    ("Jean DUPONT", "Dupont", "Jean"),
    ("DUPONT Jean", "Dupont", "Jean"),
    ("SMITH, JOHN", "Smith", "John"),
    ("Vincent Van Gogh", "Van Gogh", "Vincent"),
    ("Nguyen Van Anh", "Anh", "Nguyen Van"),
    ("Max Kleiman-Weiner", "Kleiman-Weiner", "Max"),
    ("O'Brien, Conor", "O'Brien", "Conor"),
    ("Ananya Kumar*1,2", "Kumar", "Ananya"),
    ("Smith, John, PhD", "Smith", "John"),
    ("Jane Doe (jane@example.org)", "Doe", "Jane"),
    ("and Jane Doe", "Doe", "Jane"),
    ("金志静", "金", "志静"),
    ("欧阳修", "欧阳", "修"),
    ("山田 太郎", "山田", "太郎"),
    ("김철수", "김", "철수"),
]


@pytest.mark.parametrize(("text", "family", "given_name"), SPLIT)
def test_family_and_given_name_are_told_apart(text: str, family: str, given_name: str) -> None:
    person = parse_name(text)
    assert (person.family, person.given) == (family, given_name)


@pytest.mark.parametrize(
    "text",
    ["Plato", "OpenAI", "ATLAS Collaboration", "World Health Organization", "The LIGO Scientific Collaboration", "{Google DeepMind}",
     "Max Planck Institute for Intelligent Systems", "山田太郎の会", ".", "1"],
)  # fmt: skip
def test_bodies_and_single_words_stay_whole(text: str) -> None:
    assert parse_name(text).literal == text.strip("{}")


@pytest.mark.parametrize("text", ["", "   ", ",,", "\n"])
def test_a_blank_text_is_no_name(text: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        parse_name(text)


@pytest.mark.parametrize(
    ("text", "particle", "family"),
    [
        ("van der Berg, Jan", "van der", "Berg"),
        ("Ludwig van Beethoven", "van", "Beethoven"),
        ("de la Cruz MA", "de la", "Cruz"),
    ],
)
def test_a_small_particle_stands_before_the_family_name(text: str, particle: str, family: str) -> None:
    person = parse_name(text)
    assert (person.non_dropping_particle, person.family) == (particle, family)


def test_a_particle_behind_the_given_name_drops() -> None:
    assert parse_name("Berg, Jan van der").dropping_particle == "van der"


@pytest.mark.parametrize(
    "text",
    [
        "King, Jr., Martin Luther",
        "Martin Luther King Jr.",
        "King, Martin Luther, Jr.",
        "King Jr, Martin Luther",
        "King, Martin Luther Jr.",
    ],
)
def test_a_suffix_is_no_name(text: str) -> None:
    person = parse_name(text)
    assert (person.family, person.given, person.suffix) == ("King", "Martin Luther", "Jr.")


def test_a_second_spelling_in_brackets_is_an_alias() -> None:
    person = parse_name("Fernando Gonzalez (Adauto)")
    assert (person.name, person.aliases) == ("Fernando Gonzalez", ("Fernando Gonzalez Adauto",))


def test_an_orcid_beside_the_name_is_kept_if_its_digits_are_right() -> None:
    assert parse_name("Zhijing Jin (0000-0003-0238-9024)").orcid == "0000-0003-0238-9024"
    wrong = parse_name("Zhijing Jin (0000-0003-0238-9025)")
    assert (wrong.orcid, wrong.name) == (None, "Zhijing Jin")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jin, Z., Mihalcea, R. and van der Berg, J.", ["Jin, Z.", "Mihalcea, R.", "van der Berg, J."]),
        (
            "Zhijing Jin, Rada Mihalcea & Joel R. Tetreault, et al.",
            ["Jin, Zhijing", "Mihalcea, Rada", "Tetreault, Joel R."],
        ),
        ("Smith J, Jones AB, de Vries K", ["Smith, J.", "Jones, A. B.", "de Vries, K."]),
        ("Smith, John; Jones, Anna", ["Smith, John", "Jones, Anna"]),
        ("Smith, John and Jones, Anna", ["Smith, John", "Jones, Anna"]),
        ("J. Smith, A. Jones, and B. Brown", ["Smith, J.", "Jones, A.", "Brown, B."]),
        ("Smith, J. A., & Brown, B., Jr.", ["Smith, J. A.", "Brown, B., Jr."]),
        ("张三, 李四", ["张, 三", "李, 四"]),
        ("et al.", []),
    ],
)
def test_a_list_of_names_is_cut_into_names(text: str, names: list[str]) -> None:
    assert [p.sort_name for p in parse_names(text)] == names


def test_et_al_and_bodies_are_recognised() -> None:
    assert is_et_al(" and others ")
    assert not is_et_al("Alan Others")
    assert is_body("University of Toronto")
    assert not is_body("Toronto, Anna")


@given(st.text(max_size=60))
def test_any_text_is_a_name_or_a_value_error(text: str) -> None:
    try:
        person = parse_name(text)
    except ValueError:
        return
    key = name_key(person)
    assert parse_name(text) == person
    assert name_keys_agree(key, key) or not key.family


@given(st.text(max_size=200))
def test_any_list_is_read(text: str) -> None:
    assert isinstance(parse_names(text), tuple)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Brothers, Bob Smith", ["Jane Brothers", "Bob Smith"]),
        ("Ann Carothers and Bob Lee", ["Ann Carothers", "Bob Lee"]),
        ("Janet Al-Khalili & Eve Poe", ["Janet Al-Khalili", "Eve Poe"]),
        ("Jan Al-Khalili et al.", ["Jan Al-Khalili"]),
        ("U. A. Khan, B. Lee", ["U. A. Khan", "B. Lee"]),
        ("Gupta, U. A., Singh, B.", ["U. A. Gupta", "B. Singh"]),
        ("Müller, J., u. a.", ["J. Müller"]),
        ("Li, A., and others", ["A. Li"]),
        ("Li, A. et al", ["A. Li"]),
        ("Li, A.; others.", ["A. Li"]),
        ("王伟，等", ["伟 王"]),
    ],
)
def test_words_for_more_authors_are_no_part_of_names(text, names):
    """Seen: "Jane Brothers" lost all behind "Br", Janet Al-Khalili was two people, U. A. Khan lost his initials."""
    assert [person.name for person in parse_names(text)] == names


def test_a_command_that_stands_for_nothing_is_nobody() -> None:
    assert [p.name for p in parse_names(r"\A, Zhijing Jin; \A")] == ["Zhijing Jin"]
