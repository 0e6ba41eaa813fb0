"""EndNote's XML."""

from __future__ import annotations

import pytest

from pubtrack.model import Fields
from pubtrack.readers.endnote_xml import read_endnote_xml


def _xml(inside: str) -> str:
    return f"<xml><records><record>{inside}</record></records></xml>"


def _one(inside: str) -> Fields:
    fields = read_endnote_xml(_xml(inside)).works[0].fields
    assert fields is not None
    return fields


def test_styles_around_a_title_are_not_part_of_it() -> None:
    text = _xml('<titles><title><style face="bold">A &amp; B </style></title></titles>')
    work = read_endnote_xml(text).works[0]
    assert (work.title, work.title_plain) == ("A &amp; B", "A & B")


def test_styles_inside_a_title_are() -> None:
    text = _xml("<titles><title><style>On </style><style face='italic'>E. coli</style></title></titles>")
    work = read_endnote_xml(text).works[0]
    assert work.title == "<style>On </style><style face='italic'>E. coli</style>"
    assert work.title_plain == "On E. coli"


@pytest.mark.parametrize(
    ("ref", "kind"),
    [
        ('<ref-type name="Conference Paper">47</ref-type>', "paper-conference"),
        ('<ref-type name="Thesis">2</ref-type>', "thesis"),
        ("<ref-type>17</ref-type>", "article-journal"),
        ('<ref-type name="Odd">99</ref-type>', None),
        ("", None),
    ],
)
def test_types_go_by_name_then_number(ref: str, kind: str | None) -> None:
    assert _one(ref).type == kind


def test_one_element_means_different_things_by_type() -> None:
    inside = "<titles><secondary-title>S</secondary-title></titles><number>3</number>"
    book = _one('<ref-type name="Book">6</ref-type>' + inside)
    report = _one('<ref-type name="Report">27</ref-type>' + inside)
    article = _one('<ref-type name="Journal Article">17</ref-type>' + inside)
    assert (book.collection_title, report.number, article.issue) == ("S", "3", "3")


def test_people_have_their_roles() -> None:
    fields = _one(
        "<contributors><authors><author>Jin, Z.</author><author>WHO,</author><author/></authors>"
        "<secondary-authors><author>Ed, A.</author></secondary-authors>"
        "<subsidiary-authors><author>Tr, B.</author></subsidiary-authors></contributors>"
    )
    assert [p.name for _, p in fields.contributors] == ["Z. Jin", "WHO", "A. Ed", "B. Tr"]


@pytest.mark.parametrize(
    ("dates", "issued"),
    [
        ("<year>2020</year><pub-dates><date>May 3</date></pub-dates>", "2020-05-03"),
        ("<year>2020</year>", "2020"),
        ("<pub-dates><date>2020-05</date></pub-dates>", "2020-05"),
        ("<year>in press</year>", "in press"),
    ],
)
def test_year_and_day_make_a_date(dates: str, issued: str) -> None:
    assert str(_one(f"<dates>{dates}</dates>").issued) == issued


def test_no_date_is_no_date() -> None:
    assert _one("<dates><year/></dates>").issued is None


def test_identifiers_are_recognised_wherever_endnote_puts_them() -> None:
    fields = _one(
        "<isbn>978-0-306-40615-7; 0028-0836 x</isbn><electronic-resource-num>doi:10.1000/X</electronic-resource-num>"
        "<custom2>PMC123456</custom2><accession-num>31452104</accession-num><remote-database-name>PubMed</remote-database-name>"
        "<urls><related-urls><url>http://x.org/a</url><url>https://doi.org/10.1000/z</url></related-urls></urls>"
    )
    assert {str(i) for i in fields.identifiers} == {
        "isbn:9780306406157", "issn:0028-0836", "doi:10.1000/x", "doi:10.1000/z", "pmcid:PMC123456", "pmid:31452104",
        "url:http://x.org/a", "url:https://doi.org/10.1000/z",
    }  # fmt: skip
    assert fields.custom["endnote-isbn"] == "x"
    assert _one("<electronic-resource-num>none</electronic-resource-num>").custom == {
        "endnote-electronic-resource-num": "none"
    }


def test_pages_of_a_whole_book_are_a_count() -> None:
    assert _one('<ref-type name="Book">6</ref-type><pages>320</pages>').number_of_pages == "320"
    assert _one("<pages>1–9</pages>").page == "1-9"


def test_the_label_is_the_key_and_twice_is_told() -> None:
    record = "<record>\n<label>k</label></record>"
    reading = read_endnote_xml(f"<xml><records>{record}{record}</records></xml>")
    assert [work.key for work in reading.works] == ["k", "k"]
    assert [issue.check for issue in reading.issues] == ["duplicate-key"]


def test_entities_are_refused_and_the_rest_of_the_world_is_not_opened() -> None:
    text = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + _xml("<titles><title>&e;</title></titles>")
    reading = read_endnote_xml(text)
    assert reading.works == ()
    assert "entity" in reading.issues[0].message


def test_xml_of_others_is_told() -> None:
    assert [issue.check for issue in read_endnote_xml("<a><b/></a>").issues] == ["no-entry"]


def test_access_dates_are_read() -> None:
    assert str(_one("<access-date>2020-05-12</access-date><dates><year>2019</year></dates>").accessed) == "2020-05-12"


def test_an_entry_that_no_text_can_hold_is_told() -> None:
    reading = read_endnote_xml(_xml("<titles><title>a</title></titles><label>k</label>").replace("a</", "\udcf6</"))
    assert reading.works == ()
    assert reading.issues
