"""What is plainly one work."""

from __future__ import annotations

from typing import Any

import pytest

from pubtrack.match.plain import plainly_one, shortened
from pubtrack.match.prepare import prepare

SMITH, BERG, KIM, SILVA = ({"family": f, "given": g} for f, g in (
    ("Smith", "Anna"), ("Berg", "Ole"), ("Kim", "Jo"), ("Silva", "Eva"),
))  # fmt: skip


def item(title: str = "Zebrafish optics of the eye", **more: Any) -> Any:
    return prepare({"title": title, **{k.replace("_", "-"): v for k, v in more.items()}})


def test_equal_title_and_people_are_plainly_one_work_but_not_a_column() -> None:
    people = [{"family": "Smith", "given": "Anna"}]
    long = "Zebrafish optics of the deep sea eye"
    one, two = item(long, author=people, issued=2001), item(long, author=people, issued=2002)
    assert plainly_one(one, two)
    assert not plainly_one(one, item(long, author=people, issued=2011))
    assert not plainly_one(item("Editorial", author=people), item("Editorial", author=people))
    others = [{"family": "B", "given": "C"}, {"family": "D", "given": "E"}]
    assert not plainly_one(one, item(long, author=[*others, *people], issued=2001))


def test_the_first_author_alone_is_a_cut_list_where_year_and_venue_do_not_disagree() -> None:
    people = [
        {"family": "Smith", "given": "Anna"},
        {"family": "Berg", "given": "Ole"},
        {"family": "Kim", "given": "Jo"},
    ]
    long = "Zebrafish optics of the deep sea eye"
    whole = item(long, author=people, issued=2001, container_title="Vision Research", volume="4", page="17")
    cut = {"author": people[:1], "issued": 2002}
    assert plainly_one(whole, item(long, **cut))
    assert not plainly_one(whole, item(long, **cut, container_title="Marine Optics"))
    assert not plainly_one(whole, item(long, **cut, volume="5"))
    assert not plainly_one(whole, item(long, **{**cut, "issued": 2003}))
    short = item("Zebrafish optics", author=people, issued=2002)
    assert not plainly_one(short, item("Zebrafish optics", **cut))


def test_the_very_same_people_make_up_for_a_short_title() -> None:
    people = [{"family": "Smith", "given": "Anna"}, {"family": "Berg", "given": "Ole"}]
    one = item("Zebrafish optics", author=people, issued=2001, container_title="Vision Research")
    assert plainly_one(one, item("Zebrafish optics", author=people, issued=2002))
    assert not plainly_one(one, item("Zebrafish optics", author=people, issued=2002, container_title="Marine Physics"))
    assert not plainly_one(one, item("Zebrafish optics", author=people[:1], issued=2001))
    alone = item("Zebrafish optics", author=people[:1], issued=2001)
    assert not plainly_one(alone, item("Zebrafish optics", author=people[:1], issued=2002))
    four = [*people, {"family": "Kim", "given": "Jo"}, {"family": "Silva", "given": "Eva"}]
    spoilt = [*four[:3], {"family": "Slvia", "given": "Eva"}]
    assert plainly_one(
        item("Zebrafish optics", author=four, issued=2001), item("Zebrafish optics", author=spoilt, issued=2001)
    )
    assert not plainly_one(one, item("Zebrafish optics", author=[people[0], spoilt[3]], issued=2001))
    initials = [{"family": "Smith", "given": "A."}]
    assert not plainly_one(alone, item("Zebrafish optics", author=initials, issued=2001))


def test_the_first_author_alone_is_enough_for_a_short_title_in_one_venue_and_year_that_heads_no_column() -> None:
    said = {"issued": 2001, "container_title": "Vision Research"}
    whole, cut = {**said, "author": [SMITH, BERG, KIM]}, {**said, "author": [SMITH]}
    assert plainly_one(item("Zebrafish optics", **whole), item("Zebrafish optics", **cut))
    assert plainly_one(item("Zebrafish optics", **whole), item("Zerbafish optics", **cut))
    initial = {"author": [{"family": "Smith", "given": "A."}]}
    for other in (initial, {"author": [BERG]}, {"issued": 2002}, {"container_title": "Marine Optics"}):
        assert not plainly_one(item("Zebrafish optics", **whole), item("Zebrafish optics", **{**cut, **other}))
    assert not plainly_one(item("Zebrafish notes", **whole), item("Zebrafish notes", **cut))
    record = {"container_title": "Vision Record"}
    assert not plainly_one(item("Zebrafish optics", **whole), item("Zebrafish optics", **{**cut, **record}))


def test_one_misspelt_name_among_several_is_no_other_person() -> None:
    one = item("Zebrafish optics", author=[SMITH, BERG], issued=2001)
    assert plainly_one(one, item("Zebrafish optics", author=[SMITH, {"family": "Breg", "given": "O."}], issued=2001))
    others = ({"family": "Breg", "given": "Olaf"}, {"family": "Kim", "given": "Ole"})
    assert not any(plainly_one(one, item("Zebrafish optics", author=[SMITH, other], issued=2001)) for other in others)


def test_spaces_elsewhere_make_no_other_numbers() -> None:
    people = {"author": [SMITH, BERG], "issued": 2001}
    assert plainly_one(item("Optics with HTML4 and SVG", **people), item("Optics with HTML 4 and SVG", **people))
    assert not plainly_one(item("Optics with HTML 4 and SVG", **people), item("Optics with HTML 5 and SVG", **people))


def test_a_very_telling_title_needs_neither_names_nor_venue_in_one_kind_of_work() -> None:
    long = "Zebrafish optics beneath polarised moonlight: oceanic camouflage experiments"
    printed = item(long, type="article-journal", issued=2001, author=[SMITH], container_title="Vision Research")
    assert plainly_one(item(long, type="article-journal", issued=2002), printed)
    assert not plainly_one(item(long, type="article-journal", issued=2003), printed)
    assert not plainly_one(item(long, type="paper-conference", issued=2002), printed)
    short = "Zebrafish optics beneath moonlight"
    said = item(short, type="article-journal", issued=2001, author=[SMITH], container_title="Vision Research")
    assert not plainly_one(item(short, type="article-journal", issued=2002), said)


CUT = "Zebrafish optics of the"
TWO = {"author": [SMITH, BERG], "issued": 2001, "container_title": "Vision Research"}


@pytest.mark.parametrize(
    ("other", "one_work"),
    [
        ({}, True),
        ({"issued": 2002}, True),  # first online
        ({"issued": 2003}, False),
        ({"container_title": "Marine Optics"}, False),
        ({"container_title": ""}, False),
        ({"author": [SMITH]}, False),
        ({"author": [SMITH, KIM]}, False),
        ({"author": [SMITH, BERG, KIM]}, False),
        ({"title": "Zebrafish optics of the eye: part II"}, False),
        ({"title": "Optics of the eye"}, False),
        ({"title": "Zebrafish optics: an erratum"}, False),
    ],
)
def test_a_title_is_shortened_where_people_year_and_venue_are_the_same(other: dict[str, Any], one_work: bool) -> None:
    one, two = item(CUT, **TWO), item(**{**TWO, "title": "Zebrafish optics of the eye", **other})
    assert shortened(one, two) == shortened(two, one) == one_work


def test_a_shortened_title_of_another_page_or_of_a_yearly_conference_is_another() -> None:
    whole = item(**TWO, page="17")
    assert shortened(item(CUT, **TWO, page="17"), whole)
    assert not shortened(item(CUT, **TWO, page="23"), whole)
    meeting = {**TWO, "container_title": "Conference on Vision"}
    assert shortened(item(CUT, **meeting), item(**meeting))
    assert not shortened(item(CUT, **meeting), item(**{**meeting, "issued": 2002}))


def test_most_of_the_authors_are_enough_or_the_first_and_some() -> None:
    names = ["Li", "Roe", "Kim", "Diaz", "Okafor", "Novak"]
    authors = [{"family": name, "given": "Ana"} for name in names]
    title = "Zebrafish optics of the developing eye under constant darkness"
    whole = item(title, author=authors, issued=2020)
    others = [{"family": name, "given": "Eva"} for name in ("Weber", "Rossi")]
    assert plainly_one(whole, item(title, author=[*authors[1:], others[0]], issued=2020))
    assert plainly_one(whole, item(title, author=[*authors[:4], *others], issued=2020))
    assert not plainly_one(whole, item(title, author=[*others, *authors[:4]], issued=2020))
