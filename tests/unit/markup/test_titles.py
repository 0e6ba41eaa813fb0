"""Titles as they compare."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.markup.titles import (
    _normalised,
    fold,
    normalise_title,
    plain_text,
    repair_encoding,
    split_title,
    squash_title,
    tidy_title,
)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("On <i>E. coli</i> and H<sub>2</sub>O", "On E. coli and H₂O"),
        ('Sch\\"olkopf \\& Friends', "Schölkopf and friends"),
        ("{LLM}s as <fixed-case>J</fixed-case>udges", "LLMs as Judges"),
        ("“Curly” quotes – and dashes", '"Curly" quotes - and dashes'),
        ("Alzheimer’s disease", "Alzheimers disease"),
        ("α-synuclein", "$\\alpha$-synuclein"),
        ("The R&amp;D of C++", "The R&D of C++"),
        ("Collapse:  Emergence", "Collapse: Emergence"),
        ("ｆｕｌｌ ｗｉｄｔｈ", "full width"),
    ],
)
def test_costumes_of_a_title_are_one_title(one: str, two: str) -> None:
    assert normalise_title(one) == normalise_title(two)


def test_what_differs_stays_different() -> None:
    assert normalise_title("C++ in practice") != normalise_title("C in practice")
    assert normalise_title("Part I") != normalise_title("Part II")


def test_hyphens_do_not_matter_when_squashed() -> None:
    assert squash_title("Pre-training of bi-directional models") == squash_title("Pretraining of bidirectional models")


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Cooperate or Collapse: Emergence", ("Cooperate or Collapse", "Emergence")),
        ("Why? Because", ("Why?", "Because")),
        ("A study - in three parts", ("A study", "in three parts")),
        ("No subtitle", ("No subtitle", None)),
        ("Ratio 3:4 of things", ("Ratio 3:4 of things", None)),
        ("Ends with a colon:", ("Ends with a colon:", None)),
    ],
)
def test_a_title_splits_at_its_first_strong_mark(title: str, parts: tuple[str, str | None]) -> None:
    assert split_title(title) == parts


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("r gќting", "r güting"),
        ("kr &#228; mer", "krämer"),
        ("of & hellip ; , ", "of &hellip; , "),
        ("Чехов", "Чехов"),
        ("plain", "plain"),
        ("naïve", "naïve"),
    ],
)
def test_damage_of_wrong_decoding_is_undone(broken: str, whole: str) -> None:
    assert repair_encoding(broken) == whole


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ("“Title.”", "Title"),
        ("  'Title', ", "Title"),
        ("Title in the U.S.", "Title in the U.S."),
        ("Title...", "Title..."),
        ("", ""),
        ('"', ""),
    ],
)
def test_quotes_and_stops_around_a_title_go(raw: str, tidy: str) -> None:
    assert tidy_title(raw) == tidy


def test_letters_of_other_alphabets_become_latin() -> None:
    assert fold("Ångström ŁÓDŹ Чехов Ωμέγα") == "angstrom lodz chekhov omega"


@given(st.text(max_size=200))
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise_title(text)
    assert normalise_title(once) == once or not once.isascii()


@given(st.text(max_size=200))
def test_no_text_breaks_the_helpers(text: str) -> None:
    for function in (plain_text, fold, tidy_title, repair_encoding, squash_title, split_title):
        function(text)


@pytest.mark.parametrize(
    "junk", ["<" * 5000, "\\'{" * 3000, "&" * 5000, "$" * 5000, "{" * 5000, "â ?" * 3000, "<a " * 3000, ": " * 3000]
)
def test_hostile_titles_take_no_time(junk: str) -> None:
    normalise_title(junk)
    repair_encoding(junk)
    split_title(junk)


LETTERS = st.characters(codec="utf-8") | st.sampled_from(
    "aA9 -'`´+#&<\\{}$~_ÄßøéŁİДйμα²½ﬁ中かガ한\u0301\u00ad\u2019\u2013"
)


@given(st.text(LETTERS, max_size=30))
def test_letter_by_letter_a_title_becomes_what_every_rule_makes_of_it(text):
    assert normalise_title(text) == _normalised(text)
