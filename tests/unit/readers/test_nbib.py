"""PubMed's format."""

from __future__ import annotations

import pytest

from pubtrack.model import Fields
from pubtrack.readers.nbib import read_nbib


def _one(*lines: str) -> Fields:
    fields = read_nbib("\n".join(["PMID- 31452104", *lines])).works[0].fields
    assert fields is not None
    return fields


def test_authors_have_their_ids_and_affiliations() -> None:
    fields = _one("FAU - Jin, Zhijing", "AU  - Jin Z", "AUID- ORCID: 0000-0003-0238-9024", "AD  - ETH", "AD  - MPI",
                  "FAU - Li, Wei", "CN  - The Group", "FED - Ed, A")  # fmt: skip
    assert [p.name for p in fields.author] == ["Zhijing Jin", "Wei Li", "The Group"]
    assert fields.author[0].orcid == "0000-0003-0238-9024"
    assert fields.author[0].affiliation == ("ETH", "MPI")
    assert fields.author[2].literal == "The Group"
    assert fields.editor[0].family == "Ed"


def test_short_names_serve_where_full_ones_are_missing() -> None:
    assert [p.family for p in _one("AU  - Jin Z", "AU  - Li W").author] == ["Jin", "Li"]


@pytest.mark.parametrize(
    ("pages", "full"), [("1234-9", "1234-1239"), ("12-19", "12-19"), ("e12", "e12"), ("12-1", "12-11")]
)
def test_shortened_pages_are_written_out(pages: str, full: str) -> None:
    assert _one(f"PG  - {pages}").page == full


def test_a_title_loses_pubmeds_full_stop_only() -> None:
    text = "PMID- 1\nTI  - A title that\n      goes on.\n"
    work = read_nbib(text).works[0]
    assert work.title == text[work.start : work.end] == "A title that\n      goes on"
    assert work.title_plain == "A title that goes on"
    assert _one("TI  - And so on...").title == "And so on..."
    assert _one("TI  - [Übersetzt].").title == "Übersetzt"


def test_identifiers_are_read_with_their_label() -> None:
    fields = _one("LID - 10.1000/x [doi]", "AID - 10.1000/x [doi]", "AID - S1 [pii]", "PMC - PMC123456", "IS  - 0028-0836 (Electronic)",
                  "ISBN- 978-0-306-40615-7")  # fmt: skip
    assert {str(i) for i in fields.identifiers} == {
        "pmid:31452104", "doi:10.1000/x", "pmcid:PMC123456", "issn:0028-0836", "isbn:9780306406157"
    }  # fmt: skip


def test_an_article_number_is_taken_where_there_are_no_pages() -> None:
    assert _one("LID - e12 [pii]").number == "e12"
    assert _one("LID - e12 [pii]", "PG  - 1-2").number is None


@pytest.mark.parametrize(
    ("kind", "csl"), [("Preprint", "article"), ("Journal Article", "article-journal"), ("Dataset", "dataset")]
)
def test_publication_types_give_the_type(kind: str, csl: str) -> None:
    assert _one("PT  - Journal Article", f"PT  - {kind}").type == csl


def test_dates_status_grants_and_notices() -> None:
    fields = _one("DP  - 2020 May-Jun", "DEP - 20200412", "PST - aheadofprint", "GR  - R01 GM1/GM/NIGMS NIH HHS/United States",
                  "GR  - ERC", "RIN - Nature. 2021. doi: 10.1038/xyz. PMID: 3", "EIN - somewhere", "OT  - NLP", "MH  - Humans")  # fmt: skip
    assert (str(fields.issued), str(fields.available), fields.status) == ("2020-05", "2020-04-12", "ahead of print")
    assert [(f.funder, f.award_number) for f in fields.funding] == [("NIGMS NIH HHS", "R01 GM1"), ("ERC", None)]
    assert [str(n) for n in fields.notices] == ["retraction doi:10.1038/xyz", "erratum somewhere"]
    assert fields.keyword == ("NLP", "Humans")


def test_published_articles_have_no_status() -> None:
    assert _one("PST - ppublish").status is None


def test_several_records_are_told_apart() -> None:
    reading = read_nbib("\nPMID- 1\nTI  - a.\n\nPMID- 2\nTI  - b.\n")
    assert [w.title for w in reading.works] == ["a", "b"]


def test_an_entry_that_no_text_can_hold_is_told() -> None:
    reading = read_nbib("PMID- 1\nTI  - \udcf6.\n\nPMID- 2\nTI  - b.\n")
    assert [work.title for work in reading.works] == ["b"]
    assert reading.issues[0].check == "broken-entry"


def test_plain_text_is_not_pubmeds() -> None:
    assert [issue.check for issue in read_nbib("words").issues] == ["no-entry"]
