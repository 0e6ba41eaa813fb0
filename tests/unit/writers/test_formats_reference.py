"""The page of mapping tables."""

from __future__ import annotations

from pathlib import Path

from pubtrack.vocab.bibtex_mapping import FIELDS, TYPES
from pubtrack.writers.formats_reference import formats_reference

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "formats.md"


def test_the_page_is_what_the_tables_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == formats_reference()


def test_every_field_and_type_is_on_the_page() -> None:
    page = formats_reference()
    for name in (*TYPES, *(rule.bibtex for rule in FIELDS), *(rule.biblatex for rule in FIELDS)):
        assert f"`{name}`" in page
