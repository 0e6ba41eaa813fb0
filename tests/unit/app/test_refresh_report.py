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


def test_what_hosts_and_files_say_is_no_markup_either():
    """A host's own words mention nobody, and an id with underscores is not set in italics."""
    report = RefreshReport()
    report.tell("a", "crossref", "unreachable", "HTTP 500: ask @octocat <img src=x>")
    report.changes = [Change("a", "year", "1", "2", "crossref 10.1000/a_b_c, https://x.org/*a*")]
    report.notices = [("a", Notice(type="retraction", identifier="doi:10.1000/a_b_c"))]
    text = report.to_markdown()
    assert "- crossref unreachable: HTTP 500: ask \\@octocat \\<img src=x>" in text
    assert "(crossref 10.1000/a\\_b\\_c, https://x.org/\\*a\\*)" in text
    assert "10.1000/a\\_b\\_c" in text.partition("### Changes")[0]


def test_a_summary_is_never_longer_than_a_pull_request_takes():
    report = made()
    long = "word " * 200
    report.changes = [Change(f"key{n}", "title", long, long, "crossref") for n in range(5_000)]
    report.proposals = [Proposal(id=str(n), kind="unsure", summary=long, key="a") for n in range(5_000)]
    report.disagreements = [(f"key{n}", Disagreement(field="year", said=long, where="crossref")) for n in range(900)]
    report.citations = [CitationDelta(f"key{n}", "openalex", n, n + 1) for n in range(5_000)]
    report.notices = [(f"key{n}", Notice(type="retraction")) for n in range(5_000)]
    text = report.to_markdown()
    assert 40_000 < len(text) < 65_536
    assert "### Changes (5000)" in text
    shown = text.count(" title: ")
    assert shown > 20
    assert f"- and {5_000 - shown:,} more: `history/changes.jsonl`" in text
    assert "| arxiv |  |  |  | 1 | 1 |" in text


def test_nothing_changed_is_said():
    assert "Nothing changed." in RefreshReport().to_markdown()
    assert RefreshReport().exit_code == 0


def test_everything_is_there_as_data():
    data = made().to_json()
    assert data["outcomes"]["a"] == {"crossref": "found", "arxiv": "throttled"}
    assert data["proposals"][0]["id"] == "p"
    assert data["citations"] == [{"key": "a", "source": "openalex", "old": None, "new": 3}]
