"""RIS in its dialects."""

from __future__ import annotations

import pytest

from counting import no_hang
from pubtrack.model import Fields
from pubtrack.readers.ris import read_ris


def _one(*lines: str) -> Fields:
    reading = read_ris("\n".join([*lines, "ER  - "]))
    assert len(reading.works) == 1
    fields = reading.works[0].fields
    assert fields is not None
    return fields


def test_a_conference_paper_has_its_event_and_its_proceedings() -> None:
    fields = _one("TY  - CONF", "TI  - T", "T2  - NeurIPS 2024", "C3  - Advances")
    assert (fields.event_title, fields.container_title) == ("NeurIPS 2024", "Advances")
    assert _one("TY  - CPAPER", "T2  - Advances").container_title == "Advances"


def test_a_book_has_its_series_in_t2_and_its_title_in_bt() -> None:
    fields = _one("TY  - BOOK", "BT  - The Book", "T2  - The Series")
    assert (fields.title, fields.collection_title) == ("The Book", "The Series")


def test_the_number_of_a_report_is_no_issue() -> None:
    assert _one("TY  - RPRT", "IS  - TR-1").number == "TR-1"
    assert _one("TY  - JOUR", "IS  - 3").issue == "3"
    assert _one("TY  - JOUR", "C7  - e12").number == "e12"
    assert _one("TY  - CHAP", "SE  - 4").chapter_number == "4"
    assert _one("TY  - JOUR", "SE  - News").custom == {"section": "News"}


@pytest.mark.parametrize(
    ("lines", "page"),
    [
        (("SP  - 12", "EP  - 19"), "12-19"),
        (("SP  - 12-19",), "12-19"),
        (("SP  - 12–19",), "12-19"),
        (("SP  - e12",), "e12"),
        (("EP  - 19",), "19"),
        (("SP  - 12", "EP  - 12"), "12"),
        (("SP  - 12-19", "EP  - 19"), "12-19"),
    ],
)
def test_pages_are_first_and_last(lines: tuple[str, ...], page: str) -> None:
    assert _one("TY  - JOUR", *lines).page == page


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (("PY  - 2020", "DA  - 2020/05/12"), "2020-05-12"),
        (("DA  - 2020/05/12", "PY  - 2020"), "2020-05-12"),
        (("Y1  - 2020/05//",), "2020-05"),
        (("PY  - in press",), "in press"),
        (("PY  - in press", "DA  - 2020"), "2020"),
    ],
)
def test_the_finest_date_of_the_year_counts(lines: tuple[str, ...], date: str) -> None:
    assert str(_one("TY  - JOUR", *lines).issued) == date


def test_a_second_year_is_kept_beside_the_first() -> None:
    fields = _one("TY  - JOUR", "PY  - 2020", "DA  - 2021/01/01")
    assert (fields.year, fields.custom) == (2020, {"ris-da": "2021/01/01"})


def test_serial_numbers_are_told_apart() -> None:
    fields = _one("TY  - BOOK", "SN  - 978-0-306-40615-7", "SN  - 0028-0836 (print); 1476-4687", "SN  - odd")
    assert fields.ids("isbn") == ("9780306406157",)
    assert fields.ids("issn") == ("0028-0836", "1476-4687")
    assert fields.custom == {"ris-sn": "odd"}


def test_a_resolver_address_gives_the_doi() -> None:
    assert _one("TY  - JOUR", "UR  - https://doi.org/10.1000/X").doi == "10.1000/x"
    assert _one("TY  - JOUR", "DO  - 10.1000/y", "UR  - https://doi.org/10.1000/X").doi == "10.1000/y"
    assert _one("TY  - JOUR", "DO  - nonsense").custom == {"ris-do": "nonsense"}


def test_paragraphs_keywords_and_notes_keep_their_lines() -> None:
    fields = _one(
        "TY  - JOUR", "AB  - one", "two", "KW  - a", "b", "N1  - first", "N1  - second", "TI  - long", "title"
    )
    assert fields.abstract == "one\ntwo"
    assert fields.keyword == ("a", "b")
    assert fields.note == "first\nsecond"
    assert fields.title == "long title"


def test_unknown_tags_and_codes_are_kept() -> None:
    reading = read_ris("TY  - XXXX\nTI  - T\nC6  - x\nC6  - y\nER  - \n")
    assert reading.works[0].fields is not None
    assert reading.works[0].fields.custom == {"ris-c6": "x\ny", "ris-ty": "XXXX"}
    assert [issue.check for issue in reading.issues] == ["unknown-type"]


def test_our_own_lines_say_what_ris_cannot() -> None:
    fields = _one(
        "TY  - GEN", "U1  - type: speech", "U1  - event-title: E", "U1  - arxiv: 2407.02273", "U1  - event-date: 2020-05",
        "U1  - container-author: Li, Wei", "U1  - award: Best", "U1  - plain words",
    )  # fmt: skip
    assert (fields.type, fields.event_title, fields.arxiv, str(fields.event_date)) == (
        "speech",
        "E",
        "2407.02273",
        "2020-05",
    )
    assert fields.container_author[0].family == "Li"
    assert fields.custom == {"award": "Best", "ris-u1": "plain words"}


def test_entries_without_end_and_words_outside_are_told() -> None:
    reading = read_ris("stray\nTY  - JOUR\nTI  - a\nTY  - JOUR\nTI  - b\n")
    assert [(issue.check, issue.line) for issue in reading.issues] == [
        ("stray-text", 1),
        ("unclosed-entry", 4),
        ("unclosed-entry", 4),
    ]
    assert len(reading.works) == 2


def test_a_key_used_twice_is_told() -> None:
    reading = read_ris("TY  - JOUR\nID  - k\nTI  - a\nER  - \nTY  - JOUR\nID  - k\nTI  - b\nER  - \n")
    assert [(issue.check, issue.line) for issue in reading.issues] == [("duplicate-key", 5)]


def test_an_entry_without_title_stands_where_it_stands() -> None:
    text = "TY  - JOUR\nAU  - Li, Wei\nER  - \n"
    work = read_ris(text).works[0]
    assert (work.title, text[work.start : work.end]) == (None, "TY  - JOUR\nAU  - Li, Wei")


def test_one_entry_that_cannot_be_is_told() -> None:
    reading = read_ris("TY  - JOUR\nU1  - issued: 2020-02-02\nTI  - a\nER  - \n")
    assert len(reading.works) == 1


def test_an_entry_that_no_text_can_hold_is_told() -> None:
    reading = read_ris("TY  - JOUR\nID  - \udcf6\nTI  - a\nER  - \nTY  - JOUR\nTI  - b\nER  - \n")
    assert [work.title for work in reading.works] == ["b"]
    assert reading.issues[0].check == "broken-entry"


def test_mpct_is_a_film_with_its_genre_and_an_address_alone_a_doi() -> None:
    assert _one("TY  - MPCT", "TI  - T").genre == "motion picture"
    assert _one("TY  - MPCT", "M3  - Short").genre == "Short"
    assert _one("TY  - JOUR", "UR  - not an address", "EP  - ", "Y2  - 2020/01/02").custom == {
        "ris-ur": "not an address"
    }


def test_many_lines_of_one_tag_are_read_in_linear_time():
    """Seen: each secondary title of a conference paper looked through all lines, each custom field was copied again."""
    text = "TY  - CONF\n" + "T2  - a\n" * 100_000 + "M9  - bbbbbbbbbb\n" * 100_000 + "ER  - \n"
    with no_hang():
        fields = read_ris(text).works[0].fields
    assert fields is not None
    assert fields.custom["ris-m9"].count("\n") == 99_999
