"""What happened in a period: nothing is new that was only asked for the first time, and everything has its witness."""

from __future__ import annotations

from datetime import date

import pytest

from pubtrack.app.report_news import news_of, standing_on
from pubtrack.app.report_period import Period, period
from pubtrack.model import Fields, Notice, Proposal, Provenance, SourceRecord
from pubtrack.store.citations import CitationRow

from .conftest import NOW

ROWS = [
    CitationRow(date(2024, 12, 31), "a", "openalex", 9),
    CitationRow(date(2025, 6, 1), "a", "openalex", 12),
    CitationRow(date(2025, 6, 1), "b", "openalex", 40),
    CitationRow(date(2025, 9, 1), "b", "openalex", 38),
    CitationRow(date(2026, 2, 1), "a", "openalex", 20),
    CitationRow(date(2025, 6, 1), "a", "crossref", 5),
]


def _source(rows, source, asked):
    return next(change for change in standing_on(rows, ["a", "b"], asked) if change.source == source)


def test_citations_are_those_that_came_in_the_period():
    year = _source(ROWS, "openalex", period("2025", "2025"))
    assert (year.citations, year.added, dict(year.by_work)) == (50, 1, {"a": 3, "b": -2})
    assert (year.h_index_before, year.h_index, year.works) == (1, 2, 2)
    assert year.known_since == date(2024, 12, 31)


def test_a_first_count_is_not_new():
    assert _source(ROWS, "crossref", period("2025")).added == 0
    assert _source(ROWS, "crossref", period("2025")).h_index_before is None
    assert _source(ROWS, "openalex", Period()).by_work == {"a": 11, "b": -2}


def test_counts_of_other_works_and_later_days_are_left_out():
    assert standing_on(ROWS, ["c"], Period()) == ()
    assert _source(ROWS, "openalex", Period(until=date(2025, 1, 1))).citations == 9


@pytest.fixture
def preprint(folder):
    from pubtrack.app.library import Library
    from pubtrack.model import Owner

    text = "@misc{pre,\n  title = {Lanterns before dawn},\n  author = {Li, Ana},\n  year = {2024},\n  eprint = {2401.00001},\n  archiveprefix = {arXiv},\n}\n"
    (folder / "works.bib").write_text(text)
    return Library.create(folder, Owner(name="Ana Li"), now=lambda: NOW)


def _published(library):
    for field, value in (("type", "article-journal"), ("genre", ""), ("container_title", "Journal of Light")):
        library.set("pre", field, value)


def test_a_preprint_that_appeared_is_told_with_its_witness(preprint):
    assert news_of(preprint, preprint.select(), period("2026")).published == ()
    _published(preprint)
    found = news_of(preprint, preprint.select(), period("2026")).published
    assert [(one.key, one.what) for one in found] == [("pre", "Journal of Light")]
    assert found[0].said_by
    assert news_of(preprint, preprint.select(), period(until="2025")).published == ()


def test_a_preprint_beside_its_publication_counts_in_the_year_of_the_publication(preprint):
    fields = Fields(
        type="article-journal", title="Lanterns before dawn", author=({"family": "Li", "given": "Ana"},),
        container_title="J", issued="2025-03", doi="10.1000/lan", identifiers=("arxiv:2401.00001",),
    )  # fmt: skip
    with preprint.change("track", "t") as (draft, _):
        said = Provenance(source="crossref", source_id="10.1000/lan", retrieved_at=NOW)
        draft.say(SourceRecord(work="li2025lan", fields=fields, provenance=said))
    found = news_of(preprint, preprint.select(), period("2025", "2025")).published
    assert [(one.key, one.what, one.said_by) for one in found] == [
        ("li2025lan", "J", "crossref 10.1000/lan, 2026-11-22")
    ]
    assert news_of(preprint, preprint.select(), period("2024", "2024")).published == ()


def test_a_preprint_that_seems_to_have_appeared_waits(preprint):
    said = Provenance(source="crossref", retrieved_at=NOW)
    record = SourceRecord(work="pre", fields=Fields(title="Lanterns"), provenance=said)
    with preprint.change("refresh", "t") as (draft, _):
        draft.propose([Proposal(id="p1", kind="published", summary="Is it out?", key="pre", record=record)])
    assert [(n.key, n.what, n.said_by) for n in news_of(preprint, preprint.select(), Period()).waiting] == [
        ("pre", "Is it out?", "crossref, 2026-11-22")
    ]


@pytest.mark.parametrize(
    ("dated", "asked", "told"),
    [("2026-03", "2026", True), ("2025", "2026", False), (None, "2026", True), (None, "2027", False)],
)
def test_a_notice_is_of_its_date_or_of_the_day_on_which_it_was_first_told(library, dated, asked, told):
    fields = Fields(title="Sounds", notices=(Notice(type="retraction", date=dated, label="gone"),))
    with library.change("refresh", "t") as (draft, _):
        said = Provenance(source="crossref", retrieved_at=NOW)
        draft.say(SourceRecord(work="li2019sounds", fields=fields, provenance=said))
    found = news_of(library, library.select(), period(asked)).notices
    assert [n.key for n in found] == (["li2019sounds"] if told else [])
    assert all(n.said_by == "crossref, 2026-11-22" for n in found)


def test_changes_say_why_and_stay_within_the_period_and_the_works(library):
    library.set("li2019sounds", "note", "x")
    library.set("li2020words", "note", "y")
    asked = period("2026-11-22", "2026-11-22")
    assert all(row.because for row in news_of(library, library.select(), asked).changes)
    one = news_of(library, library.select("key==li2020words"), asked, every_key=False).changes
    assert {row.key for row in one} == {"li2020words"}
    assert news_of(library, library.select(), period("2026-11-23")).changes == ()
    assert news_of(library, library.select(), Period()).changes == ()
