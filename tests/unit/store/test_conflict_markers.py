"""What git leaves behind where it could not merge is found; what only looks like it is not."""

from __future__ import annotations

import pytest

from pubtrack.store.conflict_markers import find_conflict_markers


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n", 1),
        ("a\r\n<<<<<<< HEAD\r\na\r\n", 2),
        ("a\n||||||| base\n", 2),
        ("a\n>>>>>>>", 2),
        ("", None),
        ("=======\n", None),
        (" <<<<<<< HEAD\n", None),
        ("<<<<<<<< HEAD\n", None),
        ("abstract = {a <<<<<<< b}\n", None),
    ],
)
def test_the_first_marker_is_named_by_its_line(text: str, line: int | None) -> None:
    assert find_conflict_markers(text.encode()) == line
