"""What a piece looks like."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from counting import no_hang
from guarding import never_rules_out
from pubtrack.markup.html import html_blocks
from pubtrack.readers.prose import piece_labels as labels
from pubtrack.readers.prose import piece_names as names
from pubtrack.readers.prose import piece_numbers as numbers
from pubtrack.readers.prose.piece_labels import Piece
from pubtrack.readers.prose.pieces import cut
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.words import wording


def only(words: str) -> Piece:
    return cut(Placed(html_blocks(f"<li>x, {words}</li>")[0]))[1]


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
    never_rules_out(any_token(names._GROUP_WORDS), names._GROUP)
    never_rules_out(lambda text: any_token(names._ET_AL_WORDS)(text) or wording(text).chinese, names._ET_AL)
    never_rules_out(any_token(names._ROMAN_WORDS), names._ROMAN, folded=False)
    never_rules_out(lambda text: any_token(names._AND_WORDS)(text) or "&" in text, names._AND_NAMES, folded=False)
    never_rules_out(any_token(labels._STEM_WORDS), labels._STEMS)


def test_a_pattern_of_first_words_is_tried_wherever_it_would_find_something() -> None:
    never_rules_out(first_token(names._WITH_WORDS), names._WITH, first=True, folded=False)
    never_rules_out(first_token(labels._SUBTITLE_WORDS), labels._SUBTITLE, first=True)
    never_rules_out(first_token(labels._NOTE_FIRST), labels._NOTE, first=True)


def test_words_of_status_are_told_by_their_first_word() -> None:
    for status in labels.STATUS_WORDS:
        assert not labels._STATUS_FIRST.isdisjoint(wording(status).tokens[:1]), status


def test_a_row_of_capitals_is_looked_at_in_time() -> None:
    with no_hang():
        assert not labels._CAPS_VENUE.match("ABCDEFGHIJ" * 40 + "é")
    assert only("ICML 2020").venue >= 1.5


def test_the_name_of_an_award_is_told() -> None:
    assert only("Otis Dudley Duncan Award").award
    assert not only("The award winning novels of the nineteenth century and their readers").award


def test_no_rule_for_names_is_left_out_where_it_would_find_something() -> None:
    for pattern in (names._GROUP, names._ROMAN):
        never_rules_out(any_token(names.TELLING), pattern, folded=pattern is names._GROUP)
    never_rules_out(any_token(names.TELLING), names._WITH, first=True, folded=False)
    assert names.TELLING >= names.TITLE_WORDS | names.SMALL_IN_CAPITALS


def test_no_lead_of_a_venue_is_left_out() -> None:
    for lead in labels.VENUE_LEADS:
        said = wording(f"{lead}x")
        assert not labels._LED_FIRST.isdisjoint(said.tokens[:1]) or said.folded.startswith(labels._LED_BEGINNINGS), lead
    never_rules_out(first_token(labels._LED_FIRST), labels._IN_EDITORS, first=True, folded=False)


def test_no_kind_of_text_is_left_out_of_the_notes() -> None:
    for genre in labels._GENRES:
        assert labels._note_like(wording(genre.title()), False) == 2.0, genre


def words_of_rules() -> set[str]:
    """Every word that stands in a pattern or a table of the rules for pieces."""
    found: set[str] = set()
    for value in (value for module in (labels, names, numbers) for value in vars(module).values()):
        if isinstance(value, re.Pattern):
            found.update(re.findall("[a-zà-ÿ]{2,}", value.pattern))
        elif isinstance(value, frozenset | tuple):
            found.update(word for item in value if isinstance(item, str) for word in re.findall("[a-zà-ÿ]{2,}", item))
    return found


SHAPES = ("{}", "{} Lovelace", "Lovelace {}", "Ada {} Lovelace", "J. {}", "{} J", "A. {}")


@pytest.mark.parametrize("parens", [False, True])
def test_the_shape_of_a_name_says_the_same_as_all_rules_together(parens: bool) -> None:
    """`plain_name` only saves work: tried with every word that any of the rules asks for."""
    label = labels._labels.__wrapped__
    samples = [shape.format(word.capitalize()) for word in sorted(words_of_rules()) for shape in SHAPES]
    shaped = [label(words, parens) for words in samples]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(labels, "plain_name", lambda _: 0.0)
        different = [words for words, by_shape in zip(samples, shaped, strict=True) if by_shape != label(words, parens)]
    assert different == []
    assert sum(names.plain_name(words) > 0 for words in samples) > 1000
