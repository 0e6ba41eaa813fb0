"""Heads of pages."""

from __future__ import annotations

from pubtrack.markup.spans import NEXT_PAGE, BlockBuilder
from pubtrack.readers.layout.front_matter import add_data_lines, front_matter_end
from pubtrack.readers.layout.markdown import markdown_blocks


def test_values_lose_their_quotes_and_keep_their_place() -> None:
    text = "+++\ntitle = 'A B'\nyear: 2020\nempty:\n- name: \"C\",\n+++\nrest"
    head = front_matter_end(text)
    assert head is not None
    builder = BlockBuilder(text)
    add_data_lines(text, head[0], head[1], builder)
    assert [(b.label, b.text, b.level) for b in builder.blocks] == [
        ("title", "A B", 0),
        ("year", "2020", 0),
        ("name", "C", 1),
    ]
    assert text[head[2] :].strip() == "rest"


def test_a_rule_is_no_head() -> None:
    assert front_matter_end("---\nnever closed") is None
    assert front_matter_end("text\n---\n") is None


def values(text: str) -> list[tuple[str, int, str]]:
    builder = BlockBuilder(text)
    add_data_lines(text, 0, len(text), builder)
    return [(b.label, b.level, b.text) for b in builder.blocks]


def test_a_value_goes_on_in_deeper_lines() -> None:
    text = "- title: >-\n    A long title\n    in two lines\n  authors:\n    - Ann Bee\n    - Cy Dee\n  year: 2020\n"
    assert values(text) == [
        ("title", 1, "A long title in two lines"),
        ("authors", 0, "Ann Bee, Cy Dee"),
        ("year", 0, "2020"),
    ]


def test_a_comment_or_the_head_of_a_toml_table_ends_a_value() -> None:
    text = '[[papers]]\ntitle = "A"\n# note\n  loose text\n[[papers]]\ntitle = "B"\n'
    assert values(text) == [("title", 0, "A"), ("title", 0, "B")]


def test_heads_of_pages_that_follow_one_another_are_data_each() -> None:
    text = "---\ntitle: News\n---\n\n---\ntitle: New harbour\ndate: 2020-01-02\n---\nWe dug it.\n---\nPhone: 12\nMail: a\n---\n"
    blocks = markdown_blocks(text)
    assert [(b.kind, b.label, b.level, b.text) for b in blocks if b.kind == "meta"] == [
        ("meta", "title", 0, "News"),
        ("meta", "title", NEXT_PAGE, "New harbour"),
        ("meta", "date", 0, "2020-01-02"),
    ]
    assert "Phone: 12" in " ".join(b.text for b in blocks if b.kind != "meta")
