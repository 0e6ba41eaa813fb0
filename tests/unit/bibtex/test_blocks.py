from __future__ import annotations

import pytest

from pubtrack.bibtex.blocks import Block, FieldSpan, Issue


def test_a_block_is_regular_until_somebody_says_otherwise():
    block = Block("article", 0, 10, "k")
    assert (block.reading, block.spans, block.error) == ("regular", None, "")


def test_an_issue_cannot_be_changed():
    issue = Issue("nul-byte", 1, 0, "", "reason")
    with pytest.raises(AttributeError):
        issue.line = 2  # type: ignore[misc]


def test_a_span_is_four_offsets():
    assert tuple(FieldSpan(1, 2, 3, 4)) == (1, 2, 3, 4)
