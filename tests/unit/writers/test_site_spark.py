from __future__ import annotations

from datetime import date

from pubtrack.store.citations import CitationRow
from pubtrack.writers import LibraryView
from pubtrack.writers.site_spark import HEIGHT, WIDTH, drawn, sparks


def _row(year: int, source: str, count: int, key: str = "k") -> CitationRow:
    return CitationRow(date(year, 1, 1), key, source, count)


def test_the_source_that_knows_most_of_the_history_is_drawn_alone() -> None:
    rows = [_row(2026, "openalex", 9), _row(2024, "openalex", 1), _row(2025, "crossref", 500)]
    line = sparks(LibraryView(citations=tuple(rows)))["k"]
    assert (line.total, line.source, line.since, line.until) == (9, "OpenAlex", "2024-01-01", "2026-01-01")


def test_one_count_is_a_number_without_a_line() -> None:
    assert sparks(LibraryView(citations=(_row(2024, "my-source", 3),)))["k"][:2] == (3, "my-source")
    assert sparks(LibraryView(citations=(_row(2024, "my-source", 3),)))["k"].points == ""


def test_no_history_draws_nothing() -> None:
    assert sparks(LibraryView()) == {}


def test_the_line_stays_inside_its_frame() -> None:
    line = drawn([(date(2020 + n, 3, 1), count) for n, count in enumerate((0, 0, 7, 3))], "x")
    points = [tuple(map(float, point.split(","))) for point in line.points.split()]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)
    flat = drawn([(date(2020, 1, 1), 0), (date(2021, 1, 1), 0)], "x")
    assert flat.points == "1,15 71,15"
