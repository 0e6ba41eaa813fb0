"""What is wrong in a TOML file is told with its line."""

from __future__ import annotations

import pytest

from pubtrack.errors import InputError
from pubtrack.store.toml_text import line_of_table, parse_toml


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\n= 2\n", 2),
        ("a = 1\r\nb\r\n", 2),
        ('[owner]\nname = "Ana\n', 2),
        ("a = 1\n[[outputs]\n\n\n", 2),
        ("[owner]\naliases = [\n\n", 2),  # the end of the document is where it was missed
        ("a = " + "[" * 5000, None),
    ],
)
def test_what_is_no_toml_is_named_with_its_line(text: str, line: int | None) -> None:
    with pytest.raises(InputError, match="not readable as TOML") as caught:
        parse_toml(text, "pubtrack.toml")
    assert (caught.value.path, caught.value.line) == ("pubtrack.toml", line)


def test_tables_are_found_by_name_and_number() -> None:
    text = 'x = "a\u2028b"\n[[award]] # one\n[[award.evidence]]\n[awards]\n  [[ award ]]\n[["award"]]\n'
    assert [line_of_table(text, "award", number) for number in range(4)] == [2, 5, 6, None]
