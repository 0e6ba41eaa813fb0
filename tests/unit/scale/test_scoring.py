"""The function that engines call gives what `choose` gives, as text."""

from __future__ import annotations

import json

from pubtrack.match import choose
from pubtrack.scale.schema import FIELD_MARK, TEXT
from pubtrack.scale.scoring import decide


def row(corpus_id: str, title: str, authors: str = "Given Family", year: str = "2020") -> str:
    said = {"corpus_id": corpus_id, "title": title, "authors": authors, "year": year, "container": "Journal of Things"}
    return FIELD_MARK.join(said.get(name, "") for name in TEXT)


def test_the_answer_is_that_of_choose_whatever_the_order():
    title = "On the history of time and other things that pass"
    rows = [row("b", title), row("a", f"{title}, Part II"), row("c", "Something else")]
    answers = [decide(row("", title), some) for some in (rows, rows[::-1], [*rows, rows[0]])]
    assert answers[0] == answers[1] == answers[2]
    corpus_id, verdict, distance, penalties, _ = answers[0]
    assert (corpus_id, verdict) == ("b", "same")
    assert 0 <= float(distance) < 0.5
    assert isinstance(json.loads(penalties), dict)


def test_without_candidates_it_is_different_as_in_the_library():
    choice = choose({"title": "T"}, [])
    assert decide(row("", "T"), []) == [None, choice.verdict, f"{choice.distance:.6f}", "{}", None]


def test_two_records_of_one_id_are_no_rivals():
    title = "On the history of time and other things that pass"
    assert decide(row("", title), [row("a", title), row("a", title, year="2021")])[4] is None
