"""Where titles begin and end."""

from __future__ import annotations

import pytest

from pubtrack.markup.spans import Block
from pubtrack.readers.prose.exact_titles import exact_title


@pytest.mark.parametrize(
    ("text", "title", "whole"),
    [
        ("The Harbour Rope Model (HRM5). Rope Review", "The Harbour Rope Model", "The Harbour Rope Model (HRM5)"),
        ("The Harbour Rope Model (ICRA). Rope Review", "The Harbour Rope Model", "The Harbour Rope Model"),
        ("Ropes in Chile (1990-2014). Rope Review", "Ropes in Chile", "Ropes in Chile (1990-2014)"),
        ("Ropes in Chile (2014). Rope Review", "Ropes in Chile", "Ropes in Chile"),
        ("Who owns the rope? Rope Review", "Who owns the rope", "Who owns the rope?"),
        ("“Ropes, Rope Review", "“Ropes", "Ropes"),
    ],
)
def test_a_title_keeps_what_belongs_to_it(text: str, title: str, whole: str) -> None:
    begin = text.index(title)
    start, end = exact_title(Block("item", text, [(0, 0, len(text))], []), begin, begin + len(title))
    assert text[start:end] == whole
