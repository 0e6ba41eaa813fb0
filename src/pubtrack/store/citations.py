"""`history/citations.csv`: how often each source said a work was cited, one row only when a count changed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from sys import intern

from pubtrack.errors import InputError

__all__ = ["CITATIONS_FILE", "CitationRow", "append_rows", "latest_counts", "read_rows"]

CITATIONS_FILE = "history/citations.csv"
_HEADER = ("date", "key", "source", "count")


@dataclass(frozen=True, slots=True)
class CitationRow:
    """One count of one source on one day. Counts of different sources are never added up."""

    date: date
    key: str
    source: str
    count: int


def read_rows(data: bytes | None, path: str = CITATIONS_FILE) -> list[CitationRow]:
    """Gives the rows of the file, oldest first; a missing file holds none.

    Raises:
        InputError: A row is not `date,key,source,count`; names file and line.
    """
    return list(_rows(data, path))


def _rows(data: bytes | None, path: str) -> Iterator[CitationRow]:
    reader = csv.reader(io.StringIO((data or b"").decode("utf-8-sig", "replace")))
    line = 1  # where the row starts: a quote without a partner swallows many
    try:
        for row in reader:
            if row and tuple(row) != _HEADER:
                day, key, source, count = row
                yield CitationRow(date.fromisoformat(day), key, source, int(count))
            line = reader.line_num + 1
    except (ValueError, csv.Error) as error:
        message = "this row is not date,key,source,count; restore it from git or take it out."
        raise InputError(message, path, line) from error


def latest_counts(data: bytes | None, path: str = CITATIONS_FILE) -> dict[str, dict[str, int]]:
    """Gives source -> key -> last count. Raises like `read_rows`."""
    found: dict[str, dict[str, int]] = {}
    for row in _rows(data, path):
        found.setdefault(row.source, {})[intern(row.key)] = row.count
    return found


def append_rows(data: bytes | None, rows: Iterable[CitationRow]) -> bytes:
    r"""Gives the file with rows added; what stands there keeps its bytes.

    >>> append_rows(None, [CitationRow(date(2026, 11, 22), "k", "openalex", 3)])
    b'date,key,source,count\n2026-11-22,k,openalex,3\n'
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if not data:
        writer.writerow(_HEADER)
    for row in rows:
        writer.writerow((row.date.isoformat(), row.key, row.source, row.count))
    old = data or b""
    return old + (b"" if not old or old.endswith(b"\n") else b"\n") + out.getvalue().encode()
