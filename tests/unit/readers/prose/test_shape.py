"""Does it look like a title, or like names?"""

from __future__ import annotations

from guarding import never_rules_out
from pubtrack.readers.prose import shape
from pubtrack.readers.prose.shape import is_greeting, looks_like_names, shape_of, title_shape, words_of


def test_titles_score_above_what_is_none() -> None:
    assert title_shape("Deep Learning for Weather: A Survey") > title_shape("deep learning stuff") > title_shape("here")
    assert title_shape("Download the slides") == title_shape("") == 0.0
    assert title_shape("城市更新研究") > title_shape("城市")


def test_counts_of_parts_add_up() -> None:
    whole = "A Test of Things and Others"
    parts = [words_of(p) for p in ("A Test of", "Things and Others")]
    total = [sum(p[i] for p in parts) for i in range(3)]
    assert shape_of(whole, *total, False, 0) == title_shape(whole)


def test_names_are_told_from_titles() -> None:
    assert looks_like_names("Ludwig van Beethoven, A. B. See & 李明") == 1.0
    assert looks_like_names("Art of Politics") == looks_like_names("") == 0.0


def test_a_greeting_is_told_whatever_stands_around_it() -> None:
    never_rules_out(lambda text: len(text) >= 60 or is_greeting(text), shape._GREETINGS, first=True)
    assert is_greeting("[PDF]")
    assert not is_greeting("Ropes and knots")
