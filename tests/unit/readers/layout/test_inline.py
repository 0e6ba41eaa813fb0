"""Marks inside a line of Markdown."""

from __future__ import annotations

from pubtrack.markup.spans import BlockBuilder
from pubtrack.readers.layout.inline import Inline
from pubtrack.readers.layout.markdown import markdown_blocks


def test_a_stretch_of_markdown_becomes_words_and_marks() -> None:
    source = "see [the *paper*](http://x.y) and \\*this\\*"
    builder = BlockBuilder(source)
    Inline(source, builder).feed(0, len(source))
    builder.close()
    assert builder.blocks[0].text == "see the paper and *this*"
    assert [(s.kind, s.href) for s in builder.blocks[0].spans] == [("link", "http://x.y"), ("md-em", "")]


def test_italics_that_close_behind_a_space_close_before_a_small_word() -> None:
    (block,) = markdown_blocks("Awarded for *Terms of Rope: A Study *by the society\n")
    assert [block.text[s.start : s.end].strip() for s in block.spans] == ["Terms of Rope: A Study"]


def test_links_of_restructured_text_and_of_org_are_links() -> None:
    text = "Wet Sails (`draft <https://tarn.example/d.pdf>`__), [[https://tarn.example/r][Ropes]] and `code`"
    block = markdown_blocks(text)[0]
    assert block.text == "Wet Sails (draft), Ropes and code"
    assert [(block.text[s.start : s.end], s.href) for s in block.spans] == [
        ("draft", "https://tarn.example/d.pdf"),
        ("Ropes", "https://tarn.example/r"),
    ]
