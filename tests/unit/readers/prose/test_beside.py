"""What a sentence says about a title: year, venue, identifiers."""

from __future__ import annotations

import pytest

from pubtrack.model import WorkMention
from pubtrack.readers import read_text


def the_work(text: str, fmt: str = "text") -> WorkMention:
    (work,) = read_text(text, format=fmt).works
    return work


@pytest.mark.parametrize(
    ("text", "year", "venue"),
    [
        ("Her first book, The Privy Council of James VI (Cambridge University Press, 1964), is still read.", 1964, "Cambridge University Press"),
        ("Our article “Salt, Timber, and Empire in the Baltic” was published in Past & Present in 2015.", 2015, "Past & Present"),
        ("Unser Aufsatz „Zahlensinn ohne Zahlwörter im Kindergarten“ ist in der Zeitschrift für Psychologie erschienen.", None, "Zeitschrift für Psychologie"),
        ("Su artículo «¿Existe el caso partitivo en vasco?», publicado en Lingua en 2015, es muy citado.", 2015, "Lingua"),
    ],
)  # fmt: skip
def test_the_words_behind_a_title_tell_year_and_venue(text: str, year: int | None, venue: str) -> None:
    work = the_work(text)
    assert (work.year, work.venue) == (year, venue)


def test_a_legal_citation_behind_a_title_is_its_journal_and_year() -> None:
    work = the_work("Her article *The Quiet Nondelegation Doctrine*, 125 Yale L.J. 1422 (2016), was cited.", "markdown")
    assert (work.year, work.venue) == (2016, "Yale L.J.")


def test_the_link_of_a_title_gives_its_identifier() -> None:
    work = the_work("New preprint: [Who Speaks for the Annotators?](https://arxiv.org/abs/2310.00123)", "markdown")
    assert [str(i) for i in work.identifiers] == ["arxiv:2310.00123"]


def test_what_the_next_title_says_is_not_said_of_this_one() -> None:
    first, second = read_text(
        "Our papers “The Long Way of Things Home” and “Ropes and Their Knots in Time” (2019) are out."
    ).works
    assert (first.year, second.year) == (None, 2019)
