"""The tables are what the documentation says, and matching gets all columns it reads."""

from __future__ import annotations

from pathlib import Path

from pubtrack.scale.schema import IDENTIFIERS, KEYS, RECORDS, RESULT, TEXT

PAGE = Path(__file__).resolve().parents[3] / "docs" / "explanation" / "scale.md"


def test_every_column_is_documented_with_its_type():
    page = PAGE.read_text(encoding="utf-8")
    missing = [c.name for c in (*RECORDS, *KEYS, *IDENTIFIERS, *RESULT) if f"| `{c.name}` | {c.type} |" not in page]
    assert missing == []


def test_what_matching_reads_stands_in_the_records():
    assert set(TEXT) <= {column.name for column in RECORDS}
