"""Records built value by value."""

from __future__ import annotations

import pytest

from pubtrack.readers.collecting import Collected, contributor_of, duplicate_keys


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Jin, Zhijing", ("Zhijing", None, None, "Jin", None, None)),
        ("van der Berg, Jan", ("Jan", None, "van der", "Berg", None, None)),
        ("Berg, Jan van der", ("Jan", "van der", None, "Berg", None, None)),
        ("al, x", ("x", None, None, "al", None, None)),
        ("King, Martin Luther, Jr.", ("Martin Luther", None, None, "King", "Jr.", None)),
        ("World Health Organization,", (None, None, None, None, None, "World Health Organization")),
        ("Zhijing Jin", ("Zhijing", None, None, "Jin", None, None)),
    ],
)
def test_names_of_records_are_taken_apart(text: str, parts: tuple[str | None, ...]) -> None:
    person = contributor_of(text)
    assert person is not None
    assert (
        person.given,
        person.dropping_particle,
        person.non_dropping_particle,
        person.family,
        person.suffix,
        person.literal,
    ) == parts


def test_no_name_is_nobody() -> None:
    assert contributor_of(" ") is None


def test_the_first_statement_counts_and_the_second_is_kept() -> None:
    got = Collected()
    got.say("title", "One")
    got.say("title", "Two", "title-2")
    got.say("title", "Three")
    got.say("title", "", "title-2")
    got.say("title", "One", "title-3")
    assert got.fields().title == "One"
    assert got.fields().custom == {"title-2": "Two"}


def test_several_texts_of_one_name_stand_on_lines() -> None:
    got = Collected()
    got.keep("x", "a")
    got.keep("x", "b")
    got.keep("y", "")
    assert got.fields().custom == {"x": "a\nb"}


def test_et_al_is_nobody() -> None:
    got = Collected()
    got.person("author", "Jin, Zhijing")
    got.person("author", "et al.")
    got.person("author", " ")
    assert [p.family for p in got.fields().author] == ["Jin"]
    assert got.fields().custom["and-others"] == "author"


def test_a_key_used_twice_is_told_with_both_lines() -> None:
    got = Collected()
    got.say("title", "T")
    works = [got.mention("T T", (0, 1), is_title=True, key="k"), got.mention("T T", (2, 3), is_title=True, key="k")]
    issues = duplicate_keys([*works, got.mention("T T", (0, 1), is_title=True)], None, {0: 1, 2: 5})
    assert [(issue.line, issue.key) for issue in issues] == [(5, "k")]
    assert "line 1" in issues[0].message
