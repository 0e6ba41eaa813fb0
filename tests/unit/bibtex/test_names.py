"""Names as BibTeX 0.99d takes them apart; the cases were checked against it with `format.name$`."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pubtrack.bibtex.names import Name, parse_name, split_names

CASES = [
    # first, von, last, jr
    ("Donald E. Knuth", "Donald E.", "", "Knuth", ""),
    ("Knuth, Donald E.", "Donald E.", "", "Knuth", ""),
    ("Ludwig van Beethoven", "Ludwig", "van", "Beethoven", ""),
    ("van Beethoven, Ludwig", "Ludwig", "van", "Beethoven", ""),
    (
        "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
        "Charles Louis Xavier Joseph",
        "de la",
        "Vall{\\'e}e Poussin",
        "",
    ),
    ("de la Vall{\\'e}e Poussin, Charles", "Charles", "de la", "Vall{\\'e}e Poussin", ""),
    ("King, Jr, Martin Luther", "Martin Luther", "", "King", "Jr"),
    ("von Last, Jr., First", "First", "von", "Last", "Jr."),
    ("Jean-Paul Sartre", "Jean-Paul", "", "Sartre", ""),
    ("Mary Smith-Jones", "Mary", "", "Smith-Jones", ""),
    ("Smith-Jones", "", "", "Smith-Jones", ""),
    ("Joseph - James Ahern", "Joseph James", "", "Ahern", ""),
    ("Donald~E. Knuth", "Donald E.", "", "Knuth", ""),
    ("jean de la fontaine", "", "jean de la", "fontaine", ""),
    ("Jean {de la} fontaine", "Jean {de la}", "", "fontaine", ""),
    ("Jean {De} la Fontaine", "Jean {De}", "la", "Fontaine", ""),
    ("{\\'E}mile Zola", "{\\'E}mile", "", "Zola", ""),
    ("{\\'e}mile Zola", "", "{\\'e}mile", "Zola", ""),
    ("{\\ae}lfric Abbot", "", "{\\ae}lfric", "Abbot", ""),
    ("{\\OE}dipus Rex", "{\\OE}dipus", "", "Rex", ""),
    ("Óscar Pérez", "Óscar", "", "Pérez", ""),
    ("Ángel da Silva", "Ángel", "da", "Silva", ""),
    ("Moser, B.,", "B.", "", "Moser", ""),
    ("A, B, C, D", "C D", "", "A", "B"),
    ("Madonna", "", "", "Madonna", ""),
    ("{\\relax Ch}arles Babbage", "{\\relax Ch}arles", "", "Babbage", ""),
    ("V{\\'a}zques{ de }Parga, Luis", "Luis", "", "V{\\'a}zques{ de }Parga", ""),
    ("1st Name", "", "1st", "Name", ""),
    ("{}", "", "", "", ""),
    ("", "", "", "", ""),
]


@pytest.mark.parametrize(("text", "first", "von", "last", "jr"), CASES)
def test_a_name_is_taken_apart_as_bibtex_does(text, first, von, last, jr):
    assert parse_name(text) == Name(first, von, last, jr)


def test_a_wholly_braced_name_is_one_literal():
    assert parse_name("{Barnes and Noble, Inc.}") == Name(literal="Barnes and Noble, Inc.")
    assert parse_name("{Barnes} and {Noble}").literal == ""
    assert parse_name("{a").literal == ""


@pytest.mark.parametrize("text", ["others", "et al.", "et~al."])
def test_a_list_that_is_cut_short_is_flagged(text):
    assert parse_name(text) == Name(others=True)
    assert str(parse_name(text)) == "others"


def test_others_with_a_capital_is_somebody():
    assert parse_name("Others") == Name(last="Others")


def test_the_extended_format_of_biblatex_is_read():
    name = parse_name('given=Jean, prefix=de la, prefix-i=d, family="Rue, X", suffix={Jr, II}, useprefix=true')
    assert name == Name("Jean", "de la", "Rue, X", "Jr, II", use_von=True)
    assert parse_name("family=A, useprefix=false").use_von is False
    assert parse_name("E=mc Squared").use_von is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A and B", ["A", "B"]),
        ("A AND B\nand\tC", ["A", "B", "C"]),
        ("{A and B} and C", ["{A and B}", "C"]),
        ("A and and B", ["A", "B"]),
        ("Anderson and Brandand", ["Anderson", "Brandand"]),
        ("", []),
        ("A} and B", ["A}", "B"]),
        ("{A and B", ["{A and B"]),
    ],
)
def test_names_are_split_at_and_outside_braces(text, names):
    assert split_names(text) == names


@given(st.text("AaBb ,-~{}\\'\"=é", max_size=40))
@settings(max_examples=400)
def test_any_text_gives_a_name_and_keeps_its_letters(text):
    name = parse_name(text)
    if "=" not in text and not name.others:
        kept = "".join((name.first, name.von, name.last, name.jr, name.literal))
        assert sorted(c for c in kept if c.isalpha()) == sorted(c for c in text if c.isalpha())


@given(st.sampled_from(CASES))
def test_the_written_name_reads_as_the_same_name(case):
    name = parse_name(case[0])
    if name.last and not (name.von and name.von[0].isupper()):
        again = parse_name(str(name))
        assert (again.first, again.jr, f"{again.von} {again.last}") == (name.first, name.jr, f"{name.von} {name.last}")


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("A and and {B and {C and D} and E} and F", ["A", "{B and {C and D} and E}", "F"]),
        ("and {a} and {b and c} and d and", ["and {a}", "{b and c}", "d and"]),
        ("{A and B} and and {C} and D", ["{A and B}", "{C}", "D"]),
    ],
)
def test_odd_lists_are_cut_outside_braces_too(value, names):
    assert split_names(value) == names
