"""Whose page is it?"""

from __future__ import annotations

import pytest

from pubtrack.readers.layout.markdown import markdown_blocks
from pubtrack.readers.prose.owner import find_owner
from pubtrack.readers.prose.sections import place_blocks


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Name: Ada Lovelace\n", "Ada Lovelace"),
        ("---\nauthor: Ada Lovelace\n---\n", "Ada Lovelace"),
        ("# Ada Lovelace - Homepage\n", "Ada Lovelace"),
        ("# Best Paper Awards\n", ""),
        ("# Selected Publications\n", ""),
        ("Her Mottos:\n", ""),
    ],
)
def test_the_owner_is_named_or_unknown(text: str, name: str) -> None:
    assert find_owner(list(place_blocks(markdown_blocks(text)))) == name
