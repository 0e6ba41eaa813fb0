"""What a piece looks like."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guarding import never_rules_out
from pubtrack.markup.html import html_blocks
from pubtrack.readers.prose import piece_labels as labels
from pubtrack.readers.prose.piece_labels import Piece
from pubtrack.readers.prose.pieces import cut
from pubtrack.readers.prose.words import wording


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


def any_token(words: frozenset[str]) -> Callable[[str], bool]:
    return lambda text: not words.isdisjoint(wording(text).tokens)


def first_token(words: frozenset[str]) -> Callable[[str], bool]:
    return lambda text: not words.isdisjoint(wording(text).tokens[:1])


def test_a_pattern_is_tried_wherever_it_would_find_something() -> None:
    never_rules_out(any_token(labels._GROUP_WORDS), labels._GROUP)
    never_rules_out(lambda text: any_token(labels._ET_AL_WORDS)(text) or wording(text).chinese, labels._ET_AL)
    never_rules_out(any_token(labels._ROMAN_WORDS), labels._ROMAN, folded=False)
    never_rules_out(lambda text: any_token(labels._AND_WORDS)(text) or "&" in text, labels._AND_NAMES, folded=False)
    never_rules_out(any_token(labels._STEM_WORDS), labels._STEMS)


def test_a_pattern_of_first_words_is_tried_wherever_it_would_find_something() -> None:
    never_rules_out(first_token(labels._WITH_WORDS), labels._WITH, first=True, folded=False)
    never_rules_out(first_token(labels._SUBTITLE_WORDS), labels._SUBTITLE, first=True)
    never_rules_out(first_token(labels._NOTE_FIRST), labels._NOTE, first=True)
