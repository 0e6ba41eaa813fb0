"""Lines in bold that are no headings."""

from __future__ import annotations

import pytest

from pubtrack.markup.spans import Block
from pubtrack.readers.prose.bold_lines import is_among_awards, is_title_over


def _block(text: str, kind: str = "para") -> Block:
    return Block(kind, text, [(0, 0, len(text))], [])


@pytest.mark.parametrize(
    ("line", "below", "title"),
    [
        ("The Unlit Lamp: Reading Aloud in Vilna", "Harbour University Press, 2017", True),
        ("The Unlit Lamp: Reading Aloud in Vilna", "Keller, M. (2012). Dues. Journal of Ports 4: 1-20.", False),
        ("Journal articles", "Harbour University Press, 2017", False),
        ("Miriam Keller", "Harbour University, 2017", False),
    ],
)
def test_a_line_over_its_publisher_is_a_title(line: str, below: str, title: bool) -> None:
    assert is_title_over(_block(line), _block(below)) is title


def test_an_award_among_items_is_no_heading() -> None:
    award, other = _block("Outstanding Reviewer Award (2019)", "item"), _block("Best Paper Award (2018)", "item")
    assert is_among_awards(award, other)
    assert not is_among_awards(award, _block("Signe Toft, 2019"))
    assert not is_among_awards(_block("Awards and honours", "item"), other)
