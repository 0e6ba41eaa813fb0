"""Markdown and plain text."""

from __future__ import annotations

import pytest

from pubtrack.readers.layout.markdown import markdown_blocks, text_blocks


def shown(source: str) -> list[tuple[str, str]]:
    return [(b.kind, b.text) for b in markdown_blocks(source)]


def test_headings_come_in_two_shapes() -> None:
    assert shown("A\n===\n\n## B ##\ntext\n\nC\n---\n") == [
        ("heading", "A"),
        ("heading", "B"),
        ("para", "text"),
        ("heading", "C"),
    ]


def test_tables_quotes_and_rules() -> None:
    assert shown("| a | b |\n|---|---|\n| c | d |\n\n> quoted\n\n* * *\n")[0][0] == "row"


def test_code_and_styles_are_skipped() -> None:
    assert shown("```\n# no\n```\n<style>\n\np {}\n</style>\nyes") == [("para", "yes")]


@pytest.mark.parametrize(
    ("source", "text", "kinds"),
    [
        ("**a b** c", "a b c", ["strong"]), ("Smith*, Doe*", "Smith*, Doe*", []), ("snake_case_name", "snake_case_name", []), ("***a***", "a", ["em", "strong"]),
        ("[a *b*](x) c", "a b c", ["em", "link"]), ("[a][1]{: .x}", "a", ["link"]), ("![pic](x) a", " a", []), ("<https://x.y>", "https://x.y", ["link"]), ("a\\*b", "a*b", []), ("`x` &amp; {{ y }}", "x & ", []), ("[not a link]", "[not a link]", []),
    ],
)  # fmt: skip
def test_inline_marks(source: str, text: str, kinds: list[str]) -> None:
    block = markdown_blocks(source)[0]
    assert block.text.strip() == text.strip()
    assert sorted(s.kind for s in block.spans) == kinds


def test_wrapped_lines_of_a_plain_text_are_joined_and_others_stand_alone() -> None:
    wrapped = "This is a line that was wrapped at some width by an\neditor of the old kind, and goes on here until its\nend.\n2019 Prize\n2018 Medal"
    assert [b.text for b in text_blocks(wrapped)][-2:] == ["2019 Prize", "2018 Medal"]
    assert text_blocks(wrapped)[0].text.endswith("until its end.")
    assert text_blocks("A reference\n   goes on")[0].text == "A reference goes on"


def test_two_spaces_at_a_line_end_break_the_line() -> None:
    assert markdown_blocks("a  \nb\\\nc")[0].text == "a\nb\nc"


def test_a_block_quote_begins_a_block_of_its_own() -> None:
    assert [b.text for b in markdown_blocks("**Best Paper**\n> *A Title*\n> Ann Bee\n")] == [
        "Best Paper",
        "A Title Ann Bee",
    ]


def test_a_line_that_had_room_for_the_next_word_was_not_wrapped() -> None:
    long = "The first entry of this list is long enough to be taken for a line that was wrapped here, 2019, pp. 1-9."
    text = f"{long}\nSecond entry, 2018.\nThird entry, 2017.\n{long}\n"
    assert len(text_blocks(text)) == 4


def test_wrapped_lines_are_one_block() -> None:
    text = (
        "one two three four five six seven\neight nine ten eleven twelve\nthirteen fourteen fifteen sixteen\nseventeen."
    )
    assert [b.text for b in text_blocks(text)] == [text.replace("\n", " ")]


def test_a_data_file_is_its_lines() -> None:
    blocks = markdown_blocks("- title: A Study\n  year: 2020\n")
    assert [(b.kind, b.label, b.text) for b in blocks] == [("field", "title", "A Study"), ("field", "year", "2020")]


def test_entries_hang_under_a_short_heading_of_plain_text() -> None:
    text = "  Books\n     Knowing by Halves.  Oxford, 2022.\n          Reviewed in Mind.\n     What We Mean.  MIT Press, 2016.\n"
    assert [b.text for b in text_blocks(text)] == [
        "Books",
        "Knowing by Halves. Oxford, 2022. Reviewed in Mind.",
        "What We Mean. MIT Press, 2016.",
    ]


def test_a_star_in_front_of_a_name_is_closed_by_no_star_behind_a_space() -> None:
    (block,) = text_blocks("Lund T, *Yilmaz S. Thrombus. J Am 2021. *Corresponding author")
    assert "*Yilmaz S." in block.text
    assert not block.spans


def test_a_footnote_is_an_item() -> None:
    blocks = markdown_blocks("[^1]: Otto Brakel, Predigt, 1931.\n[^2]: Ebd., S. 4.\n")
    assert [(b.kind, b.text) for b in blocks] == [("item", "Otto Brakel, Predigt, 1931."), ("item", "Ebd., S. 4.")]


def test_lines_of_a_copied_table_do_not_go_on() -> None:
    text = (
        "Deep processes for irregular time series data\nM Osei, L Bergqvist, H Tan\nNeurIPS 30\t812\t2017\nNext one\n"
    )
    assert len(text_blocks(text)) == 4


def test_an_entry_of_a_wrapped_text_goes_on_behind_a_comma() -> None:
    text = (
        "1. Scalable properties of knots: a comparative study of treatments,\nR. Marn, I. Olm, Olga Reed, Arno Keil, B. Bee, and\n"
        "A. Quint, Knot Lett. 578, 92 (2013).\n\n2. Another title of an entry that is as long as the line,\n2004, S. 65.\n"
    )
    assert [" ".join(b.text.split()) for b in text_blocks(text)] == [
        "Scalable properties of knots: a comparative study of treatments, R. Marn, I. Olm, Olga Reed, Arno Keil, B. Bee, and A. Quint, Knot Lett. 578, 92 (2013).",
        "Another title of an entry that is as long as the line, 2004, S. 65.",
    ]


def test_a_mark_alone_in_its_line_begins_the_item_below_it() -> None:
    blocks = text_blocks("-\n\nSalt and ropes\n\nwith Olga Reed\n\n[55]\n   Wet sails\n")
    assert [(b.kind, b.text) for b in blocks] == [
        ("item", "Salt and ropes"),
        ("para", "with Olga Reed"),
        ("item", "Wet sails"),
    ]


def test_an_empty_item_over_a_heading_marks_nothing_below_it() -> None:
    blocks = markdown_blocks("* \n\n## Prizes\n\nThree were given.\n")
    assert [(b.kind, b.text) for b in blocks] == [("heading", "Prizes"), ("para", "Three were given.")]


def test_a_paragraph_set_in_below_an_item_goes_on_with_it() -> None:
    blocks = text_blocks("- Olga Reed. Wet sails.\n\n    In Journal of Sails 3.\n\nElsewhere.\n\n    Set in.\n")
    assert [(b.text, b.inside) for b in blocks] == [
        ("Olga Reed. Wet sails.", False),
        ("In Journal of Sails 3.", True),
        ("Elsewhere.", False),
        ("Set in.", False),
    ]


def test_a_table_of_markdown_in_a_plain_text_is_a_table() -> None:
    blocks = text_blocks("Winners\n\n| Year | Title |\n|------|-------|\n| 2024 | Wet Sails |\n")
    assert [(b.kind, b.text.strip("\t ")) for b in blocks][1:] == [("row", "Year\tTitle"), ("row", "2024\tWet Sails")]


def test_a_line_without_room_for_the_next_word_ends_nothing() -> None:
    wide = "- The noise on ultraviolet images of the harbour captured by back-illuminated\n  sensors. A note\n"
    narrow = "- The noise on ultraviolet images.\n  Sensors and their light\n"
    assert [block.soft for block in markdown_blocks(wide)] == [()]
    assert [len(block.soft) for block in markdown_blocks(narrow)] == [1]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_of_a_paragraph_are_joined_whatever_their_line_ends_are(line_end: str) -> None:
    """With lone carriage returns the first letter of the file stood in their place."""
    source = line_end.join(["Quiet nets of the", "northern harbours were mended at night."])
    [block] = markdown_blocks(source)
    assert block.text.split() == source.split()
    assert block.source(block.text.index("northern"), len(block.text)) == (source.index("northern"), len(source))


def test_two_backslashes_at_a_line_end_are_a_hard_break() -> None:
    (block,) = markdown_blocks("Ann Lee: *Waves*\\\\\nBo Lund: *Ropes*\n")
    assert block.text == "Ann Lee: Waves\nBo Lund: Ropes"
