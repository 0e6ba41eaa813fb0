"""What no sum of points outweighs."""

from __future__ import annotations

from typing import Any

import pytest

from pubtrack.match.evidence import (
    compare_ids,
    is_part,
    kinds_apart,
    kinds_exclude,
    plainly_one,
    title_alike,
    venues_apart,
)
from pubtrack.match.prepare import prepare


def item(title: str = "Zebrafish optics of the eye", **more: Any) -> Any:
    return prepare({"title": title, **{k.replace("_", "-"): v for k, v in more.items()}})


def test_identifiers_agree_and_conflict_by_scheme() -> None:
    one, two = item(DOI="10.1000/x", PMID="1"), item(DOI="10.1000/X", PMID="2")
    assert compare_ids(one, two) == (("doi",), ("pmid",))
    assert compare_ids(one, item()) == ((), ())


def test_doubles_of_aggregators_do_not_conflict_beside_a_shared_doi() -> None:
    assert compare_ids(item(DOI="10.1000/x", openalex="W123"), item(DOI="10.1000/x", openalex="W124")).conflict == ()
    assert compare_ids(item(openalex="W123"), item(openalex="W124")).conflict == ("openalex",)


def test_a_shared_isbn_is_no_agreement_for_a_book_holds_many_chapters() -> None:
    assert compare_ids(item(ISBN="978-0-306-40615-7"), item(ISBN="9780306406157")).agree == ()


def test_a_kept_subtitle_or_main_title_counts() -> None:
    one = item("Causal AI Scientist: Facilitating Causal Data Science with Large Language Models")
    two = item("Causal AI Assistant: Facilitating Causal Data Science with Large Language Models")
    assert title_alike(one, two) == title_alike(two, one) > 0.9
    assert (
        title_alike(item("Hidden factors and hidden topics"), item("Hidden factors and hidden topics: reviews")) >= 0.8
    )
    assert title_alike(item(""), item("")) == 0


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        (item(type="article", genre="preprint"), item(type="article-journal"), True),
        (item(type="article", genre="preprint"), item(container_title="Nature"), True),
        (item(container_title="VLDB"), item(container_title="VLDB Journal"), True),
        (item(container_title="Nature"), item(type="article-journal"), False),
        (item(), item(type="article", genre="preprint"), False),
    ],
)
def test_preprint_conference_and_journal_are_told_apart(one: Any, two: Any, apart: bool) -> None:
    assert kinds_apart(one, two) == kinds_apart(two, one) == apart


def test_software_is_no_paper_and_a_chapter_no_book() -> None:
    assert kinds_exclude(item(type="software"), item(type="article-journal"))
    assert not kinds_exclude(item(type="software"), item())
    book, chapter = (
        item("Handbook of zebrafish", type="book"),
        item("Eyes", type="chapter", container_title="Handbook of Zebrafish"),
    )
    assert is_part(book, chapter)
    assert is_part(chapter, book)


def test_venues_are_apart_only_without_a_common_word_or_abbreviation() -> None:
    assert venues_apart(item(container_title="Gastroenterology"), item(container_title="Virchows Archiv"))
    assert not venues_apart(
        item(container_title="Nat. Mach. Intell."), item(container_title="Nature Machine Intelligence")
    )
    assert not venues_apart(item(container_title="Nature"), item())


def test_equal_title_and_people_are_plainly_one_work_but_not_a_column() -> None:
    people = [{"family": "Smith", "given": "Anna"}]
    long = "Zebrafish optics of the deep sea eye"
    one, two = item(long, author=people, issued=2001), item(long, author=people, issued=2002)
    assert plainly_one(one, two)
    assert not plainly_one(one, item(long, author=people, issued=2011))
    assert not plainly_one(item("Editorial", author=people), item("Editorial", author=people))
    assert not plainly_one(
        one, item(long, author=[*people, {"family": "B", "given": "C"}, {"family": "D", "given": "E"}], issued=2001)
    )
