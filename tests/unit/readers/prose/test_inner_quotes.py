"""Quotes that are part of a title."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.markup.spans import Block, Span
from pubtrack.readers.prose import inner_quotes
from pubtrack.readers.prose.inner_quotes import is_inner, is_part_of_marked
from pubtrack.readers.prose.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Doe, J. “Ropes and knots,” Journal", False),
        ("her paper “Ropes and knots” in Nature", False),
        ("2020 “Ropes and knots”", False),
        ("The meaning “rope” had for sailors", True),
        ("„Ein feste Burg“ ändert alles", True),
        ("„Ein feste Burg“ in: Zeitschrift", False),
        ("Response to: “Mouth care without evidence?”", True),
        ("关于“绳”的研究", True),
        ("《绳结》", False),
        ("Ann Lee and Bo Ray “Panorama of the small rope trade”, Focus", False),
        ("Ann Lee and Bo Ray “rope trade” revisited", True),
    ],
)
def test_a_quote_that_words_run_into_is_part_of_a_title(text: str, inner: bool) -> None:
    (quote,) = find_quotes(text)
    assert is_inner(text, quote) is inner


ONE_PATTERN = re.compile(rf"(?:^|[^\w\s]|\b{inner_quotes._INTRODUCES.pattern[:-2]}|\d)[\s*_]*\Z", re.IGNORECASE)
"""What `_introduced` finds out, said in one pattern, which takes five times as long."""


@given(
    st.lists(
        st.sampled_from(["of", "Titled", "rope", "9", "x_", " ", " ", "*", "_", "__", ":", "\n", "é"]), max_size=6
    ).map("".join)
)
def test_what_introduces_a_quote_is_told_as_by_one_pattern(before: str) -> None:
    assert inner_quotes._introduced(before) is (ONE_PATTERN.search(before) is not None)


def test_quotes_in_a_marked_title_are_a_part_of_it() -> None:
    text = 'From the "Age of Rope" to the Age of Wire'
    quote = find_quotes(text)[0]
    whole = Span("strong", 0, len(text), 0, len(text))
    assert is_part_of_marked(Block("para", text, [(0, 0, len(text))], [whole]), quote)
    assert not is_part_of_marked(Block("para", text, [(0, 0, len(text))], []), quote)
