"""Blocks that know their source."""

from __future__ import annotations

from pubtrack.markup.spans import Block, BlockBuilder, joined, parted


def built(source: str) -> Block:
    builder = BlockBuilder(source, keep_soft=True)
    builder.text(0, len(source))
    builder.close()
    return builder.blocks[0]


def test_wide_space_becomes_one_and_places_stay() -> None:
    source = "A  title\n  goes on"
    block = built(source)
    assert block.text == "A title goes on"
    assert block.soft == (7,)
    start, end = block.source(2, 15)
    assert source[start:end] == "title\n  goes on"


def test_joined_blocks_keep_their_places() -> None:
    source = "One.Two."
    builder = BlockBuilder(source)
    builder.text(0, 4)
    builder.open("para", label="venue")
    builder.text(4, 8)
    builder.close()
    both = joined(builder.blocks)
    assert both.text == "One.\nTwo."
    assert both.source(5, 8) == (4, 7)
    assert [s.href for s in both.spans] == ["venue"]


def test_a_long_block_is_read_in_parts_that_know_their_source() -> None:
    source = "word  " * 400
    parts = parted(built(source), 100)
    assert all(len(p.text) <= 100 for p in parts)
    for part in parts:
        start, end = part.source(0, 4)
        assert source[start:end] == "word"
    assert parted(parts[0], 100) == [parts[0]]


def test_marks_that_never_open_or_close_do_no_harm() -> None:
    builder = BlockBuilder("ab")
    builder.end_span("em", 0)
    for _ in range(200):
        builder.start_span("strong", 0)
    builder.text(0, 2)
    builder.close()
    assert builder.blocks[0].text == "ab"
    assert builder.blocks[0].source(0, 0) == (0, 0)
    assert builder.is_empty
    assert builder.kind == "para"
