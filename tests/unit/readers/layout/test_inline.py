"""Marks inside a line of Markdown."""

from __future__ import annotations

from pubtrack.markup.spans import BlockBuilder
from pubtrack.readers.layout.inline import Inline


def test_a_stretch_of_markdown_becomes_words_and_marks() -> None:
    source = "see [the *paper*](http://x.y) and \\*this\\*"
    builder = BlockBuilder(source)
    Inline(source, builder).feed(0, len(source))
    builder.close()
    assert builder.blocks[0].text == "see the paper and *this*"
    assert [(s.kind, s.href) for s in builder.blocks[0].spans] == [("link", "http://x.y"), ("md-em", "")]
