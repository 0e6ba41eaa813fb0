"""The report of a refresh: five outcomes, one line per source, Markdown in which nothing is markup."""

from __future__ import annotations

from pubtrack.app.refresh_report import CitationDelta, RefreshReport
from pubtrack.model import Disagreement, Notice, Proposal
from pubtrack.store import Change


def made() -> RefreshReport:
    report = RefreshReport()
    report.tell("a", "crossref", "found", None)
    report.tell("b", "crossref", "absent", "it holds no such work")
    report.tell("a", "arxiv", "throttled", "wait 3600 s")
    report.tell("b", "arxiv", "not_asked", "no identifier that it takes")
    report.changes = [Change("a", "title", "Old", "New [x](javascript:y)", "crossref"), Change("c", "", None, "C")]
    report.disagreements = [("a", Disagreement(field="year", said="2020", where="crossref"))]
    report.proposals = [Proposal(id="p", kind="unsure", summary="Is it @me?", key="a")]
    report.notices = [("a", Notice(type="retraction"))]
    report.citations = [CitationDelta("a", "openalex", None, 3)]
    return report


def test_absent_throttled_and_not_asked_are_three_things():
    report = made()
    assert report.counts == {"arxiv": {"throttled": 1, "not_asked": 1}, "crossref": {"found": 1, "absent": 1}}
    assert report.failed == {"arxiv": "throttled: wait 3600 s"}
    assert report.exit_code == 1
    assert "arxiv: 1 throttled, 1 not asked (throttled: wait 3600 s)" in report.lines()


def test_the_summary_is_ready_for_a_pull_request():
    text = made().to_markdown()
    assert "### Changes (2)" in text
    assert "\\[x](javascript:y)" in text
    assert "\\@me" in text
    assert "**c**: new: C" in text
    assert "| arxiv |  |  |  | 1 | 1 |" in text
    assert "– → 3" in text


def test_nothing_changed_is_said():
    assert "Nothing changed." in RefreshReport().to_markdown()
    assert RefreshReport().exit_code == 0


def test_everything_is_there_as_data():
    data = made().to_json()
    assert data["outcomes"]["a"] == {"crossref": "found", "arxiv": "throttled"}
    assert data["proposals"][0]["id"] == "p"
    assert data["citations"] == [{"key": "a", "source": "openalex", "old": None, "new": 3}]
