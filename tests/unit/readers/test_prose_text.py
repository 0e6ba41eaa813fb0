"""The four prose readers."""

from __future__ import annotations

import pytest

from pubtrack.errors import InputError
from pubtrack.readers import PROSE, READERS, read_text

SAME = "Our paper “A Theory of Things: Why and How” was published in Mind."


@pytest.mark.parametrize("fmt", sorted(PROSE))
def test_every_prose_reader_finds_the_paper(fmt: str) -> None:
    assert [w.title for w in READERS[fmt](SAME).works] == ["A Theory of Things: Why and How"]


def test_a_page_head_before_html_is_data() -> None:
    page = "---\ntitle: A Theory of Things\njournal: Mind\nauthors: A. Bee\n---\n<p>Text.</p>"
    reading = read_text(page, format="html")
    assert [(w.title, w.venue) for w in reading.works] == [("A Theory of Things", "Mind")]


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="known are: text"):
        read_text("x", format="odt")
