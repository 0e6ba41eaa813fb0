"""Lists of identifiers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.readers.id_list import read_id_list


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("10.1000/xyz", "doi:10.1000/xyz"),
        ("doi: 10.1000/XYZ", "doi:10.1000/xyz"),
        ("https://doi.org/10.1000/xyz", "doi:10.1000/xyz"),
        ("10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
         "doi:10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"),
        ("2407.02273", "arxiv:2407.02273"),
        ("arXiv:2407.02273v4", "arxiv:2407.02273v4"),
        ("https://arxiv.org/abs/math/0309136", "arxiv:math/0309136"),
        ("PMID: 123", "pmid:123"),
        ("31452104", "pmid:31452104"),
        ("PMC1234567", "pmcid:PMC1234567"),
        ("https://pubmed.ncbi.nlm.nih.gov/31452104/", "pmid:31452104"),
        ("978-0-306-40615-7", "isbn:9780306406157"),
        ("978 0 306 40615 7", "isbn:9780306406157"),
        ("0306406152", "isbn:9780306406157"),
        ("W2741809807", "openalex:W2741809807"),
        ("P18-1001", "acl:P18-1001"),
        ("2024.acl-long.12", "acl:2024.acl-long.12"),
        ("https://openreview.net/forum?id=abcDEF123", "openreview:abcDEF123"),
        ("openreview:abcdefghij", "openreview:abcdefghij"),
        ("0000-0003-0238-9024", "orcid:0000-0003-0238-9024"),
        ("https://orcid.org/0000-0003-0238-9024", "orcid:0000-0003-0238-9024"),
        ("https://example.org/a,b?c=d", "url:https://example.org/a,b?c=d"),
        ("dblp:conf/acl/Jin24", "dblp:conf/acl/Jin24"),
        ('"10.1000/xyz"', "doi:10.1000/xyz"),
        ("- 10.1000/xyz.", "doi:10.1000/xyz"),
    ],
)  # fmt: skip
def test_every_costume_is_known(text: str, identifier: str) -> None:
    for written in (text, f"  {text}\n", f"# mine\r\n{text}\r\n"):
        reading = read_id_list(written)
        assert [str(w.identifiers[0]) for w in reading.works] == [identifier]
        assert reading.issues == ()


def test_a_line_may_hold_several() -> None:
    text = "10.1000/a, 10.1000/b;2407.02273 PMID: 123 and 10.1000/c"
    reading = read_id_list(text)
    assert [text[w.start : w.end] for w in reading.works] == [
        "10.1000/a",
        "10.1000/b",
        "2407.02273",
        "PMID: 123",
        "10.1000/c",
    ]


def test_an_orcid_id_is_a_person() -> None:
    assert read_id_list("0000-0003-0238-9024").works[0].kind == "person"


@pytest.mark.parametrize("text", ["2020", "hello", "0000-0003-0238-9025", "10.1000", "p. 12", "s2:zzz1"])
def test_what_is_no_identifier_is_told(text: str) -> None:
    reading = read_id_list(text)
    assert reading.works == ()
    assert {issue.check for issue in reading.issues} == {"unknown-identifier"}


def test_a_repeated_identifier_counts_once() -> None:
    reading = read_id_list("10.1000/x\n10.1000/X\n")
    assert len(reading.works) == 1
    assert [(issue.check, issue.line, issue.severity) for issue in reading.issues] == [
        ("duplicate-identifier", 2, "info")
    ]


def test_prose_ends_the_reading_early() -> None:
    reading = read_id_list("x1 " * 50_000)
    assert len(reading.issues) == 101
    assert "rest was not read" in reading.issues[-1].message


@given(
    st.lists(
        st.sampled_from(["10.1000/x", "PMID: 7", " ", ", ", ";", "\n", "(", ")", "'", "#", "x", "978 0 306"]),
        max_size=30,
    ).map("".join)
)
def test_places_are_true(text: str) -> None:
    for work in read_id_list(text).works:
        again = read_id_list(text[work.start : work.end])
        assert [w.identifiers for w in again.works] == [work.identifiers]
