"""BibLaTeX files."""

from __future__ import annotations

from pubtrack.model import Fields
from pubtrack.writers.biblatex import write_biblatex
from pubtrack.writers.view import LibraryView


def test_biblatex_has_its_own_types_and_fields() -> None:
    work = Fields(
        type="dataset", title="D", issued="2020-05", publisher_place="Bern", identifiers=("arxiv:2407.02273",)
    )
    assert write_biblatex(LibraryView.of([work])) == (
        "@dataset{2020d,\n  title = {D},\n  location = {Bern},\n  date = {2020-05},\n"
        "  eprint = {2407.02273},\n  eprinttype = {arXiv},\n}\n"
    )
