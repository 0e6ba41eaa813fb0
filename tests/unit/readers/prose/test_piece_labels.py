"""What a piece looks like."""

from __future__ import annotations

import pytest

from pubtrack.markup.html import html_blocks
from pubtrack.readers.prose.piece_labels import Piece
from pubtrack.readers.prose.pieces import cut


def only(words: str) -> Piece:
    return cut(html_blocks(f"<li>x, {words}</li>")[0])[1]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Torres J", "name"),
        ("with Nora Lind", "name"),
        ("Deep Sea Study Group", "name"),
        ("Journal of Soil Science", "venue"),
        ("ICML 2020", "venue"),
        ("3–9", "number"),
        ("2020", "number"),
        ("10.1000/x1", "number"),
        ("forthcoming", "note"),
    ],
)
def test_parts_are_told_apart(words: str, part: str) -> None:
    piece = only(words)
    weights = {name: getattr(piece, name) for name in ("name", "venue", "number", "note")}
    assert weights[part] == max(weights.values()) >= 1.5
