"""What no sum of points outweighs."""

from __future__ import annotations

from typing import Any

import pytest

from pubtrack.match.evidence import (
    compare_ids,
    governs,
    is_part,
    kinds_apart,
    kinds_exclude,
    led,
    nothing_apart,
    printed_once,
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


PLACE = {"volume": "12", "page": "307-319", "issued": 2001}
ANNA = [{"family": "Smith", "given": "Anna"}]


def test_what_begins_on_one_page_of_one_volume_was_printed_once() -> None:
    one = item("Optics of eyes", author=ANNA, **PLACE)
    assert printed_once(one, item("Optcs of teh eyes", author=ANNA, **PLACE))
    assert printed_once(one, item("Optics of eyes", author=ANNA, **{**PLACE, "issued": 2002}))
    assert printed_once(one, item("Optics of eyes", **PLACE))
    assert printed_once(one, item("Optics of eyes: a survey of fishes", author=ANNA, **PLACE))
    assert printed_once(one, item("Optics of eyes", author=[{"family": "Smyth", "given": "Anna"}], **PLACE))


@pytest.mark.parametrize(
    "said",
    [
        {"volume": "13"}, {"page": "309"}, {"issued": 2003}, {"issue": "2"}, {"container_title": "Marine Biology"},
        {"author": [{"family": "Okafor", "given": "Ben"}]}, {"title": "Ears of bats"}, {"title": "Optics of eyes, part 2"},
        {"title": "Optics of lenses"},
    ],
)  # fmt: skip
def test_another_place_year_issue_venue_author_or_title_is_not_printed_once(said: dict[str, Any]) -> None:
    facts = {"title": "Optics of eyes", "author": ANNA, "container_title": "Vision", "issue": "1", **PLACE}
    other = {**facts, **said}
    one, two = (item(f.pop("title"), **f) for f in (dict(facts), dict(other)))
    assert not printed_once(one, two)


def test_a_column_on_the_first_pages_of_every_issue_is_not_printed_once() -> None:
    early, late = {**PLACE, "page": "5"}, {**PLACE, "page": "305"}
    assert not printed_once(item("Editorial", author=ANNA, **early), item("Editorial", author=ANNA, **early))
    assert printed_once(item("Editorial", author=ANNA, **late), item("Editorial", author=ANNA, **late))


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        ("Strudel: a web site management system", "Overview of Strudel: a web site management system", True),
        ("Watermarking relational databases", "A system for watermarking of relational databases", False),
        ("Watermarking relational databases", "A system for watermarking the relational databases", False),
        ("Watermarking relational databases", "A system for watermarking relational databases", True),
        ("Dynamic query evaluation plans", "Optimization of the dynamic query evaluation plans", True),
        ("Index configuration in databases", "On index configuration in databases", False),
        ("Deep sea eyes", "Zebrafish optics: deep sea eyes", False),
        ("Deep sea eyes", "Deep sea eyes: an overview of optics", False),
    ],
)
def test_a_title_behind_of_or_for_is_spoken_of(one: str, two: str, said: bool) -> None:
    assert governs(item(one), item(two)) == governs(item(two), item(one)) == said


def test_one_venue_of_no_known_kind_holds_one_form_of_a_work() -> None:
    same = {"container_title": "Mind and Brain"}
    assert not kinds_apart(item(type="paper-conference", **same), item(type="article-journal", **same))
    assert not kinds_apart(item(**same), item(type="thesis"))


@pytest.mark.parametrize(
    ("other", "apart"),
    [({}, True), ({"issued": 2021}, False), ({"page": "9"}, False), ({"container_title": "Nature"}, False), ({"title": "Editors"}, False)],
)  # fmt: skip
def test_a_generic_title_with_nothing_else_apart_may_be_one_work(other: dict[str, Any], apart: bool) -> None:
    said: dict[str, Any] = {"title": "Editorial", "author": [{"family": "Li", "given": "A"}], "issued": 2020, "page": "3", "container_title": "Mind"}  # fmt: skip
    assert nothing_apart(item(**said), item(**{**said, **other})) is apart


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        ("Effects of monitoring systems", "Moral hazards and effects of monitoring systems", True),
        ("Dynamic programming", "Applied dynamic programming", True),
        ("Monitoring of systems", "On the monitoring of systems", False),  # these say nothing
        ("Monitoring of systems", "Hazards: monitoring of systems", False),  # a main title was added
        ("Monitoring of systems", "Silva monitoring of systems", False),  # the author's name
        ("A realtime stereo matcher", "A real-time stereo matcher", False),
        ("Monitoring of systems", "Monitoring of systems in labour markets", False),
    ],
)
def test_telling_words_in_front_lead_a_title(one: str, two: str, said: bool) -> None:
    people = [{"family": "Silva", "given": "Eva"}]
    assert led(item(one, author=people), item(two, author=people)) == said
    assert led(item(two, author=people), item(one, author=people)) == said
