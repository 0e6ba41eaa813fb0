"""Reports: figures source by source, nothing executed in a spreadsheet, nothing invented where nothing was told."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from pubtrack.app.metrics import counts_on, metrics_of
from pubtrack.app.reporting import BY, FORMATS, render, report, to_json
from pubtrack.cli import main
from pubtrack.model import Award, Citations, Fields, Notice, Provenance, SourceRecord
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
    assert latest_counts(rows) == {("k", "s"): 5}
    assert metrics_of([], [], []) == []


def test_a_broken_row_of_counts_is_named():
    from pubtrack.errors import InputError

    with pytest.raises(InputError, match=r"citations.csv:3: this row"):
        read_rows(b"date,key,source,count\n2026-01-01,k,s,3\n2026-01-01,k,s\n")
    assert append_rows(b"date,key,source,count", []) == b"date,key,source,count\n"
