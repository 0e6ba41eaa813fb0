"""The history of citation counts: rows are added, never rewritten, and a damaged one is named."""

from __future__ import annotations

from datetime import date

import pytest

from pubtrack.errors import InputError
from pubtrack.store.citations import CitationRow, append_rows, latest_counts, read_rows

OLD = CitationRow(date(2026, 11, 1), "k", "openalex", 3)
NEW = CitationRow(date(2026, 11, 22), "k,2", "crossref", 0)


def test_rows_come_back_as_they_were_added() -> None:
    data = append_rows(append_rows(None, [OLD]), [NEW])
    assert read_rows(data) == [OLD, NEW]
    assert read_rows(None) == []
    assert latest_counts(append_rows(data, [CitationRow(date(2026, 11, 23), "k", "openalex", 4)])) == {
        "openalex": {"k": 4}, "crossref": {"k,2": 0},
    }  # fmt: skip


def test_what_stands_there_keeps_its_bytes() -> None:
    by_hand = b"\xef\xbb\xbfdate,key,source,count\r\n2026-11-01,k,openalex,3"
    data = append_rows(by_hand, [NEW])
    assert data.startswith(by_hand + b"\n")
    assert read_rows(data) == [OLD, NEW]


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("yesterday,k,openalex,3", 2),
        ("2026-11-01,k,openalex,many", 2),
        ("2026-11-01,k,openalex", 2),
        ('2026-11-01,"k,openalex,3\n' + "2026-11-01,k,openalex,3\n" * 6000, 2),  # a quote that swallows the rest
    ],
)
def test_a_damaged_row_is_named_with_its_line(row: str, line: int) -> None:
    with pytest.raises(InputError, match="this row is not date,key,source,count") as caught:
        read_rows(f"date,key,source,count\n{row}\n".encode(), "history/citations.csv")
    assert caught.value.path == "history/citations.csv"
    assert caught.value.line == line
