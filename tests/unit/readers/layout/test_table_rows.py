"""Rows of Markdown tables."""

from __future__ import annotations

from pubtrack.readers.layout.markdown import markdown_blocks
from pubtrack.readers.layout.table_rows import cells, parts_rows

BORDERLESS = """*Year* | *Author* | *Title*
--- | :---: | ---
2019 | Ada Holm | Ropes and Harbours
2018 | | Salt

Left | right of a bar
"""


def test_a_table_without_borders_at_its_sides_is_rows_up_to_the_blank_line() -> None:
    blocks = markdown_blocks(BORDERLESS)
    assert [(b.kind, b.text) for b in blocks] == [
        ("row", "Year\tAuthor\tTitle"),
        ("row", "2019\tAda Holm\tRopes and Harbours"),
        ("row", "2018\t\tSalt"),
        ("para", "Left | right of a bar"),
    ]


def test_an_empty_first_cell_keeps_its_column() -> None:
    row = "| | Ada | Salt \\| Wind |"
    assert [row[a:b].strip() for a, b in cells(row, 0, len(row))] == ["", "Ada", "Salt \\| Wind", ""]


def test_a_row_of_marks_has_no_cells() -> None:
    row = "| --- | :--: |"
    assert parts_rows(row)
    assert list(cells(row, 0, len(row))) == []
