"""RIS output."""

from __future__ import annotations

import pytest

from pubtrack.model import WORK_TYPES, Contributor, Fields
from pubtrack.readers.ris import read_ris
from pubtrack.writers.ris import write_ris
from pubtrack.writers.view import Entry, LibraryView


def _back(fields: Fields) -> Fields | None:
    return read_ris(write_ris(LibraryView.of([fields]))).works[0].fields


@pytest.mark.parametrize("kind", WORK_TYPES)
def test_every_type_reads_back(kind: str) -> None:
    fields = Fields.model_validate(
        {"type": kind, "title": "T", "number": "7", "container_title": "C", "event_title": "E"}
    )
    assert _back(fields) == fields


@pytest.mark.parametrize(
    "date", ["2020", "2020-05", "2020-05-12", "2020-21", "1850~", "2020-05/2020-06", "in press", "-0044"]
)
def test_every_date_reads_back(date: str) -> None:
    fields = Fields(type="book", title="T", issued=date, accessed="2021-01-02", event_date=date)
    assert _back(fields) == fields


def test_what_ris_has_no_tag_for_is_said_in_words() -> None:
    fields = Fields(
        type="paper-conference",
        event_title="Only the event",
        event_place="Vienna",
        collection_number="3",
        number_of_pages="12",
        container_author=(Contributor(family="Li", given="Wei"),),
        status="in press",
        identifiers=("arxiv:2407.02273v4", "pmid:12"),
        custom={"award": "Best", "call-number": "QA 7", "ris-c6": "x\ny"},
    )
    assert _back(fields) == fields


def test_paragraphs_that_look_like_tags_become_one_line() -> None:
    assert _back(Fields(type="book", abstract="a\nER  - b\nc")) == Fields(type="book", abstract="a ER  - b c")
    assert _back(Fields(type="book", abstract="a\nb")) == Fields(type="book", abstract="a\nb")


def test_a_book_with_series_and_container() -> None:
    fields = Fields(type="book", title="T", container_title="C", collection_title="S")
    assert _back(fields) == fields


def test_one_page_is_one_page() -> None:
    assert "EP" not in write_ris(LibraryView.of([Fields(type="book", page="e12")]))
    for page in ("12-19", "7-7", "1-3, 5-7", "xiv + 781"):
        assert _back(Fields(type="article-journal", page=page)) == Fields(type="article-journal", page=page)


def test_bodies_end_in_a_comma() -> None:
    fields = Fields(
        type="book", author=(Contributor(literal="World Health Organization"), Contributor(literal="A, B and Sons"))
    )
    assert _back(fields) == fields


def test_a_key_of_several_lines_stays_one_value() -> None:
    text = write_ris(LibraryView(works=(Entry("a\nER  - \nTY  - BOOK", Fields(title="T")),)))
    assert len(read_ris(text).works) == 1
    assert not read_ris(text).issues
