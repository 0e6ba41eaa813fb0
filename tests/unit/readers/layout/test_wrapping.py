"""Texts that were wrapped at a width."""

from __future__ import annotations

from pubtrack.readers.layout.markdown import markdown_blocks
from pubtrack.readers.layout.wrapping import had_no_room, wrapped_at


def test_a_line_end_says_something_only_where_the_next_word_had_room() -> None:
    wrapped = "A first line that is as long\nas its page is wide and then\nanother one that is as long,\nagain as wide as all others,\nand a last one.\n"
    assert markdown_blocks(wrapped)[0].soft == ()
    fields = "A title\nIts authors\nA very long journal with a volume\nLink\n"
    assert len(markdown_blocks(fields)[0].soft) == 3


def test_a_line_set_to_the_right_does_not_go_on() -> None:
    assert not had_no_room(70, " " * 60 + "Page 2", 72)


def test_few_lines_tell_no_width() -> None:
    assert wrapped_at(["one line", "and another one"], str.isdigit) == 0
