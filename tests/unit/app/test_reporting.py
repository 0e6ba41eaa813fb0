"""Reports: figures source by source, nothing executed in a spreadsheet, nothing invented where nothing was told."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import lxml.html
import pytest
from markdown_it import MarkdownIt

from cv_library import HOSTILE, assert_calm, assert_golden
from pubtrack.app.library import Library
from pubtrack.app.metrics import counts_on, metrics_of
from pubtrack.app.reporting import BY, FORMATS, render, report, to_json
from pubtrack.cli import main
from pubtrack.model import Award, Citations, Event, Fields, Notice, Provenance, SourceRecord
from pubtrack.store.citations import CitationRow, append_rows, latest_counts, read_rows

from .conftest import NOW


@pytest.fixture
def counted(library):
    """A library with counts of two sources, an award and a retraction."""
    with library.change("refresh", "t") as (draft, tx):
        by_year = ((2020, 4), (2021, 8))
        fields = Fields(
            title="=Sounds", citations=Citations(count=12, by_year=by_year), notices=(Notice(type="retraction"),)
        )
        said = Provenance(source="openalex", retrieved_at=NOW)
        draft.say(SourceRecord(work="li2019sounds", fields=fields, provenance=said))
        rows = [
            CitationRow(date(2026, 1, 1), "li2019sounds", "openalex", 9),
            CitationRow(date(2026, 6, 1), "li2019sounds", "openalex", 12),
            CitationRow(date(2026, 6, 1), "li2020words", "openalex", 1),
            CitationRow(date(2026, 6, 1), "li2019sounds", "crossref", 10),
        ]
        tx.write("history/citations.csv", append_rows(tx.read("history/citations.csv"), rows))
    library.add(Award(id="a", name="Prize", awarder="Academy", date="2020", works=("li2019sounds",)))
    return library


def test_figures_are_told_source_by_source(counted):
    made = report(counted)
    assert [(m.source, m.works, m.citations, m.h_index, m.i10_index) for m in made.metrics] == [
        ("crossref", 1, 10, 1, 1),
        ("openalex", 2, 13, 1, 1),
    ]
    assert made.metrics[1].by_year == {2020: 4, 2021: 8}
    assert made.groups == (("2020", 1), ("2019", 1))
    assert made.notices == (("li2019sounds", "retraction"),)


@pytest.mark.parametrize("by", BY)
def test_works_can_be_counted_in_many_ways(counted, by):
    assert sum(n for _, n in report(counted, by=by).groups) >= 2


@pytest.mark.parametrize("form", [f for f in FORMATS if f != "json"])
def test_each_format_holds_the_figures(counted, form):
    text = render(report(counted), form)
    assert "Sounds" in text
    assert "12" in text if form == "csv" else "13" in text
    assert text == render(report(counted), form)


def test_no_cell_is_a_formula(counted):
    counted.set("li2019sounds", "title", '=HYPERLINK("http://evil")')
    rows = list(csv.reader(io.StringIO(render(report(counted), "csv"))))
    assert rows[0][-2:] == ["crossref", "openalex"]
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert rows[2][-2:] == ["10", "12"]


def test_hostile_titles_stay_text(counted):
    counted.set("li2019sounds", "title", "<script>x</script> [a](javascript:b)")
    assert "<script>" not in render(report(counted), "html")
    assert "\\[a\\](javascript:b)" in render(report(counted), "md")


def test_since_leaves_out_what_was_before(counted):
    made = report(counted, since=date(2020, 1, 1))
    assert [w.key for w in made.works] == ["li2020words"]
    assert [a.id for a in made.awards] == ["a"]
    assert made.changes
    assert to_json(made)["since"] == "2020-01-01"
    assert report(counted, since=date(2021, 1, 1)).awards == ()


def test_without_counts_the_report_says_so(library):
    assert "No source has been asked" in render(report(library), "md")
    assert "No source has been asked" in render(report(library), "html")


def test_the_command_line_reports(counted, capsys, tmp_path):
    at = ["--library", str(counted.path)]
    assert main(["report", *at, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["citations"][0]["source"] == "crossref"
    assert main(["report", *at, "--by", "person", "--since", "2019"]) == 0
    assert main(["report", *at, "--format", "html", "-o", str(tmp_path / "r.html")]) == 0
    assert (tmp_path / "r.html").read_text().startswith("<!DOCTYPE html>")


def test_counts_of_an_earlier_day_can_be_asked_for():
    rows = [CitationRow(date(2026, 1, 1), "k", "s", 3), CitationRow(date(2026, 6, 1), "k", "s", 5)]
    assert counts_on(rows, date(2025, 1, 1)) == {}
    assert counts_on(rows) == {"s": {"k": 5}}
    assert latest_counts(append_rows(None, rows)) == {"s": {"k": 5}}
    assert metrics_of([], [], []) == []


def test_a_broken_row_of_counts_is_named():
    from pubtrack.errors import InputError

    with pytest.raises(InputError, match=r"citations.csv:3: this row"):
        read_rows(b"date,key,source,count\n2026-01-01,k,s,3\n2026-01-01,k,s\n")
    assert append_rows(b"date,key,source,count", []) == b"date,key,source,count\n"


@pytest.mark.parametrize("form", [f for f in FORMATS if f != "json"])
def test_the_annual_report_is_as_reviewed(counted, form):
    counted.set("li2020words", "note", "a *star* of 2026")
    counted.add(Award(id="b", name="Medal without a date"))
    assert_golden(f"report-{form}", render(report(counted, since=date(2020, 1, 1), until=date(2026, 12, 31)), form))


def test_the_same_library_gives_the_same_report_on_any_day(counted):
    later = Library(counted.path, now=lambda: NOW.replace(year=2031))
    for form in ("md", "html", "csv"):
        assert render(report(later, since=date(2020, 1, 1)), form) == render(
            report(counted, since=date(2020, 1, 1)), form
        )


def test_an_award_without_a_date_is_in_no_period_and_still_told(counted):
    counted.add(Award(id="b", name="Medal"))
    counted.add(Event(id="e", name="Gala", date="2025-05"))
    counted.add(Award(id="c", name="Cup", event="e"))
    made = report(counted, since=date(2025, 1, 1), until=date(2025, 12, 31))
    assert [a.id for a in made.awards] == ["c"]
    assert [a.id for a in made.undated_awards] == ["b"]
    assert "without a date, not counted: Medal" in render(made, "md")
    assert [a.id for a in report(counted).awards] == ["a", "b", "c"]


def test_a_past_name_is_not_shown(counted, monkeypatch):
    monkeypatch.setenv("PUBTRACK_PAST_NAMES", "Ana Li")
    settings = counted.path / "pubtrack.toml"
    settings.write_text(settings.read_text().replace('"Ana Li"', '"Ana Present"'))
    made = report(Library.open(counted.path), by="person")
    assert dict(made.groups) == {"Ana Present": 2, "ELLIS Consortium": 1}
    assert "Ana Li" not in "".join(render(made, form) for form in ("md", "html", "csv"))


def test_counts_are_those_of_the_last_day(counted):
    made = report(counted, until=date(2026, 2, 1))
    assert [(m.source, m.citations) for m in made.metrics] == [("openalex", 9)]
    assert made.counts == {"openalex": {"li2019sounds": 9}}


def test_writers_see_the_years_that_records_hold(counted):
    assert counted.view().counts_by_year == {"openalex": {"li2019sounds": {2020: 4, 2021: 8}}}
    assert len(counted.view().counts_by_year) == 1


def test_a_csv_of_a_period_says_what_was_added(counted):
    rows = list(csv.DictReader(io.StringIO(render(report(counted, since=date(2019, 1, 1)), "csv"))))
    assert rows[1]["openalex added"] == "3"
    assert rows[0]["crossref added"] == ""


def test_works_of_a_period_stand_under_their_type(counted):
    made = report(counted)
    assert [(heading, [w.key for w in works]) for heading, works in made.by_type] == [
        ("Journal articles", ["li2019sounds"]),
        ("Conference papers", ["li2020words"]),
    ]
    assert "### Conference papers (1)" in render(made, "md")


@pytest.fixture
def attacked(library):
    """A library in which every title, venue, award and source is hostile."""
    with library.change("refresh", "t") as (draft, tx):
        rows = []
        for number, text in enumerate(t for t in HOSTILE if t.strip()):
            fields = Fields(
                type="article-journal",
                title=text,
                container_title=text,
                issued="2026",
                notices=(Notice(type="retraction", label=text),),
            )
            said = Provenance(source="openalex", source_id=text[:50], retrieved_at=NOW)
            draft.say(SourceRecord(work=f"w{number}", fields=fields, provenance=said))
            rows.append(CitationRow(date(2026, 1, 1), f"w{number}", "=source", number))
        tx.write("history/citations.csv", append_rows(None, rows))
    for number, text in enumerate(t for t in HOSTILE if t.strip() and "\x00" not in t):
        library.add(Award(id=f"a{number}", name=text, awarder=text, date="2026"))
    return library


def test_hostile_texts_stay_texts_in_every_format(attacked):
    made = report(attacked, since=date(2026, 1, 1))
    html = render(made, "html")
    assert_calm(html)
    page = lxml.html.document_fromstring(html)
    assert not page.xpath("//script|//img|//iframe|//@onerror")
    assert not [link for link in page.xpath("//@href") if not link.startswith("https://doi.org/")]
    markdown = render(made, "md")
    assert_calm(markdown)
    shown = MarkdownIt("commonmark").enable("table").render(markdown)
    assert "<script" not in shown
    assert 'href="javascript' not in shown
    rows = list(csv.reader(io.StringIO(render(made, "csv"))))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert json.loads(json.dumps(to_json(made)))


def test_the_command_line_reports_a_period(counted, capsys, tmp_path):
    at = ["--library", str(counted.path)]
    assert main(["report", *at, "--since", "2019", "--until", "2019-12", "--json", "-o", str(tmp_path / "r.json")]) == 0
    data = json.loads((tmp_path / "r.json").read_text())
    assert (data["since"], data["until"]) == ("2019-01-01", "2019-12-31")
    assert [work["key"] for work in data["works"]] == ["li2019sounds"]
    assert main(["report", *at, "--since", "2020", "--until", "2019"]) == 2
    assert "ends" in capsys.readouterr().err
    assert main(["report", *at, "--since", "lately"]) == 2
    assert main(["report", *at, "--grant", "X-1"]) == 2
