"""Which award belongs to which work and person."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("“A Study of Ropes: Part One” won the Turing Award and “A Study of Knots: Part Two” won the Abel Prize.", [("Turing Award", "A Study of Ropes: Part One"), ("Abel Prize", "A Study of Knots: Part Two")]),
        ("We received the Turing Award for our paper “A Study of Ropes: Part One” and the Abel Prize for our paper “A Study of Knots: Part Two”.", [("Turing Award", "A Study of Ropes: Part One"), ("Abel Prize", "A Study of Knots: Part Two")]),
        ("Our paper “A Study of Ropes: Part One” appeared in Mind. It received the Turing Award.", [("Turing Award", "A Study of Ropes: Part One")]),
        ("Our paper “A Study of Ropes: Part One” won the Turing Award and the Abel Prize.", [("Turing Award", "A Study of Ropes: Part One"), ("Abel Prize", "A Study of Ropes: Part One")]),
    ],
)  # fmt: skip
def test_awards_find_their_works(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(a.name, a.work_title) for a in read_text(text, format="text").awards] == pairs


def test_every_named_person_has_an_award_of_their_own() -> None:
    reading = read_text(
        "Congratulations to Ada Lovelace and Grace Hopper on the Turing Award from the Royal Society in 2001!"
    )
    assert [(a.person, a.awarder, a.year) for a in reading.awards] == [
        ("Ada Lovelace", "Royal Society", 2001),
        ("Grace Hopper", "Royal Society", 2001),
    ]


def test_what_the_awards_of_a_page_are_for_is_no_award() -> None:
    text = "# Best Paper Awards\n\nThe Best Paper Awards recognise excellent work at EACL 2024.\n"
    assert [
        a.name for a in read_text(text, format="markdown").awards if a.work_title is None and a.person is None
    ] == []


def test_who_stands_alone_between_the_year_and_an_award_gave_it() -> None:
    text = r"\section{Awards}\cventry{2012}{University of Tarn, Port}{Olga Reed Award}{}{}{}\begin{itemize}\item[2011] Institute for Tides, Summer Fellowship\end{itemize}"
    assert [(a.name, a.awarder) for a in read_text(text, name="cv.tex").awards] == [
        ("Olga Reed Award", "University of Tarn, Port"),
        ("Summer Fellowship", "Institute for Tides"),
    ]
