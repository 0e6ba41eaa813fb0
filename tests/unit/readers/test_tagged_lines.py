"""Lines that begin with a tag."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from counting import no_hang
from pubtrack.readers.tagged_lines import tagged_lines

TAG = re.compile(r"([A-Z][A-Z0-9])  - ?")


def test_values_know_their_place_and_line() -> None:
    text = "junk\r\nTI  -  a title \r\n  goes on\r\nAU  - x\r\n"
    found = list(tagged_lines(text, TAG))
    assert [(line.tag, line.value, line.line) for line in found] == [
        ("", "junk", 1),
        ("TI", "a title goes on", 2),
        ("AU", "x", 4),
    ]
    assert text[found[1].start : found[1].end] == "a title \r\n  goes on"


def test_an_empty_value_stands_behind_its_tag() -> None:
    line = next(iter(tagged_lines("ER  - ", TAG)))
    assert (line.value, line.start, line.end) == ("", 6, 6)


def test_a_value_may_begin_on_the_next_line() -> None:
    text = "AB  -\n words"
    line = next(iter(tagged_lines(text, TAG)))
    assert text[line.start : line.end] == "words"


@given(st.text(st.sampled_from("TI AU-\r\n xy"), max_size=80))
def test_places_are_true_for_any_text(text: str) -> None:
    for line in tagged_lines(text, TAG):
        assert 0 <= line.start <= line.end <= len(text)
        assert line.value.split() == text[line.start : line.end].split()


def test_many_empty_lines_before_a_value_cost_nothing_for_each_line_of_it():
    """Seen: 40,000 empty lines and as many of text took seven seconds."""
    text = "TI  - \n" + "\n" * 400_000 + " x\n" * 400_000
    with no_hang():
        (line,) = tagged_lines(text, TAG)
    assert line.parts.count("x") == 400_000
    assert text[line.start : line.end].split() == ["x"] * 400_000
