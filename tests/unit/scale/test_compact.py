"""Rows of the index as records that compare: what an engine projects means what the sources' parsers say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.markup.name_keys import name_key
from pubtrack.markup.names import parse_name
from pubtrack.match import prepare
from pubtrack.model import Fields
from pubtrack.scale.compact import clean_title, family_of, person_key, prepare_text, row_of_fields
from pubtrack.scale.schema import FIELD_MARK, ITEM_MARK, TEXT
from pubtrack.vocab.name_words import BODY_WORDS, DEGREES, NOT_PARTICLES_AFTER, PARTICLES, SUFFIXES

NAMES = (
    "Ada Lovelace", "Ada B. Lovelace", "A. B. Lovelace", "Jean-Pierre Serre", "J.-P. Serre", "Ludwig van Beethoven",
    "Van Morrison", "World Health Organization", "The Consortium", "Wei Li", "Li Wei", "Kim Jr", "John Smith PhD",
    "Smith JR", "Maria De La Cruz", "Al Gore", "Santa Cruz", "Anna University Smith", "IBM Research", "Zoë Müller",
    "Anonymous Author", "Le Cun", "Saint Exupery", "Dr Strange",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_printed_name_has_the_key_that_parsing_gives(name):
    assert person_key(name) == name_key(parse_name(name))
    assert family_of(name) == name_key(parse_name(name)).family


WORDS = sorted(
    {
        "Ada",
        "J.",
        "J.-P.",
        "Zoë",
        "Ångström",
        "Smith-Jones",
        "O'Neill",
        "McDonald",
        "LI",
        "Nasa",
        "Who",
        "The",
        "Junior",
    }
    | {w.capitalize() for w in (*BODY_WORDS, *SUFFIXES, *DEGREES, *PARTICLES, *NOT_PARTICLES_AFTER)}
    | PARTICLES
)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=2), st.lists(st.sampled_from(WORDS), max_size=3))
def test_words_that_mean_something_in_names_are_never_taken_for_plain_ones(family, given_names):
    for name in (" ".join([*given_names, *family]), f"{' '.join(family)}, {' '.join(given_names)}"):
        parsed = name_key(parse_name(name))
        assert person_key(name) == parsed
        assert family_of(name) == parsed.family


@given(st.lists(st.from_regex(r"[A-Z][a-z]{0,5}\.?|[a-z]{1,3}|[A-Z]{1,3}", fullmatch=True), min_size=1, max_size=4))
def test_no_name_is_too_plain(words):
    name = " ".join(words)
    try:
        expected = name_key(parse_name(name))
    except ValueError:
        return
    assert person_key(name) == expected


def test_what_holds_no_letter_is_no_name():
    assert person_key("?!") is None
    assert family_of("") is None


def text_of(row: dict) -> str:
    def said(value: object) -> str:
        return ITEM_MARK.join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)

    return FIELD_MARK.join(said(row.get(name)) for name in TEXT)


def test_a_record_of_ours_is_prepared_as_it_is_without_the_detour():
    fields = Fields.model_validate(
        {
            "type": "article-journal",
            "title": "Über <i>H</i><sub>2</sub>O &amp; ice",
            "author": [{"family": "Gödel", "given": "Kurt"}, {"literal": "ATLAS Collaboration"}],
            "issued": {"year": 1931},
            "available": {"year": 1930},
            "container_title": "Monatshefte",
            "volume": "38",
            "page": "173-198",
            "identifiers": ["doi:10.1007/bf01700692", "arxiv:2407.02273", "isbn:9783161484100"],
            "relations": [{"type": "has-preprint", "identifier": "arxiv:2407.02273"}],
        }
    )
    ours = prepare_text(text_of(row_of_fields(fields)))
    plain = prepare(fields)
    different = [
        name for name in plain.__slots__ if name != "record" and getattr(ours, name, None) != getattr(plain, name, None)
    ]
    assert different == []


def test_titles_are_cleaned_as_the_sources_clean_them():
    from pubtrack.sources import loose

    for title in ("A  title\n of lines", "<i>In vivo</i> &amp; <scp>dna</scp>", "Über alles", "a < b and c > d"):
        assert clean_title(title) == loose.markup(title)
