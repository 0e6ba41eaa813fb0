"""BibTeX files."""

from __future__ import annotations

import pytest

from pubtrack.errors import ConfigError
from pubtrack.model import Contributor, Fields
from pubtrack.readers.bibtex import read_bibtex
from pubtrack.writers.bibtex import bibtex_entry, write_bibtex
from pubtrack.writers.view import Entry, LibraryView

WORKS = (
    Entry("b", Fields(type="book", title="Beta", issued="2001")),
    Entry("A", Fields(type="book", title="Älpha", issued="2003", author=(Contributor(family="Ödegård"),))),
    Entry("c", Fields(type="book", title="Gamma")),
)


def _keys(text: str) -> list[str | None]:
    return [work.key for work in read_bibtex(text).works]


@pytest.mark.parametrize(
    ("sort", "keys"), [("none", ["b", "A", "c"]), ("key", ["A", "b", "c"]), ("year", ["A", "b", "c"])]
)
def test_works_keep_their_order_unless_asked(sort: str, keys: list[str]) -> None:
    assert _keys(write_bibtex(LibraryView(works=WORKS, settings={"sort": sort}))) == keys


def test_an_unknown_order_is_refused() -> None:
    with pytest.raises(ConfigError, match="moon"):
        write_bibtex(LibraryView(works=WORKS, settings={"sort": "moon"}))


def test_ascii_output_holds_ascii_alone_and_means_the_same() -> None:
    text = write_bibtex(LibraryView(works=WORKS, settings={"ascii": True}))
    assert text.isascii()
    assert [work.fields for work in read_bibtex(text).works] == [entry.fields for entry in WORKS]


def test_keys_that_bibtex_cannot_hold_are_mended() -> None:
    assert _keys(
        write_bibtex(LibraryView(works=(Entry("a b{c},d", WORKS[0].fields), Entry("{}", WORKS[0].fields))))
    ) == [
        "a-b-c-d",
        "2001beta",
    ]


def test_months_are_macros_and_texts_are_not() -> None:
    assert "month = jul," in bibtex_entry("k", Fields(type="book", issued="2024-07"))
    assert "month = {7}," in bibtex_entry("k", Fields(type="book", custom={"month": "7"}))


def test_a_value_that_ends_in_a_backslash_is_quoted() -> None:
    text = bibtex_entry("k", Fields(type="book", title="T", custom={"x": "a\\", "y": "b"}))
    assert 'x = "a\\",' in text
    fields = read_bibtex(text).works[0].fields
    assert fields is not None
    assert fields.custom == {"x": "a\\", "y": "b"}
