from __future__ import annotations

import pytest
from hypothesis import given, settings

from counting import no_hang
from pubtrack.bibtex.braces import Braces
from pubtrack.bibtex.exact import ExactReader
from pubtrack.bibtex.scan import scan
from unit.bibtex.strategies import soup


def kinds(text: str) -> list[tuple[str, str, str]]:
    return [(block.kind, block.key, block.reading) for block in scan(text)]


@given(soup)
@settings(max_examples=300, deadline=None)
def test_blocks_are_in_order_and_never_overlap(text):
    end = 0
    for block in scan(text):
        assert end <= block.start < block.end <= len(text)
        assert text[block.start] == "@"
        for span in block.spans or ():
            assert block.start <= span.name_start <= span.name_end <= span.value_start <= span.value_end <= block.end
        end = block.end


def test_an_at_sign_anywhere_between_entries_starts_one_as_in_bibtex():
    assert kinds("mail me @home or %@misc{a} @misc{b}") == [("misc", "a", "regular"), ("misc", "b", "regular")]


def test_space_and_newlines_may_stand_between_type_and_brace():
    assert kinds("@ misc {a}\n@misc\n{b}@MISC(c )") == [
        ("misc", "a", "exact"),
        ("misc", "b", "regular"),
        ("misc", "c", "exact"),
    ]


def test_an_escaped_brace_is_read_by_the_lenient_reading():
    assert kinds("@misc{a, title = {x \\{ y}}\n@misc{b}") == [("misc", "a", "lenient"), ("misc", "b", "regular")]


def test_bare_words_as_a_value_are_read_leniently():
    (block,) = scan("@misc{a, month = 3 May, year = 2000}")
    assert block.reading == "lenient"
    assert len(block.spans) == 2


def test_an_entry_that_never_closes_does_not_take_the_next_one():
    assert kinds("@misc{a, title = {x\n\n@misc{b, year = 1}\n") == [("misc", "a", "partial"), ("misc", "b", "regular")]


def test_a_line_that_looks_like_an_entry_inside_a_value_belongs_to_the_value():
    (block,) = scan("@misc{a, abstract = {see\n@misc{x, y}\n}, year = 1}")
    assert (block.key, block.reading) == ("a", "regular")


def test_comments_are_one_block_only_with_a_pair_of_braces():
    assert kinds("@comment{x @misc{a} } @comment y\n@comment{ @misc{b}") == [
        ("comment", "", "regular"),
        ("misc", "b", "regular"),
    ]
    assert kinds("@comment(x) @misc{b}") == [("comment", "", "regular"), ("misc", "b", "regular")]


def test_strings_and_preambles_that_break_are_partial():
    assert kinds("@string{a = } @preamble{x y}\n@string{b = {y}}") == [
        ("string", "", "partial"),
        ("preamble", "", "partial"),
        ("string", "", "exact"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "@a{k, t={" + "{" * 80_000 + "}" * 80_000 + "}}",
        "@a{k, t={" + "{" * 80_000,
        "\n".join(f"@a{{k{n}, t={{abc" for n in range(8000)),
        "".join(f"@a{{k {n}, t={{x {{Y}} z}}, u={{y}} " for n in range(8000)),
        "@a{k, t={" + "lorem " * 700_000 + "}}",
        "@a{k, t={x}}\n" * 100_000,
        "@string{" * 20_000,
        "@comment{" * 20_000,
        "@" * 300_000,
    ],
    ids=["nested", "nested-open", "unclosed", "broken-line", "4MB", "duplicates", "strings", "comments", "ats"],
)
def test_hostile_files_take_linear_time(text):
    with no_hang():  # 0.1 to 0.6 s where this was written; quadratic ones took minutes
        scan(text)


@pytest.mark.parametrize(
    "text",
    ["@string{a = {x {y}}}", '@STRING{ a="x" # jan }', "@ String {\n a = 12 }", "@string{a=b}", "@string{a = {é|}}"],
)
def test_a_macro_read_by_one_match_is_what_the_exact_reader_gives(text):
    assert scan(text) == [ExactReader(text, Braces(text)).string(0, text.index("{"))]


def test_a_comment_in_round_brackets_ends_at_its_own_bracket():
    blocks = scan(") @comment(a b) @article{k, t={x}}")
    assert [(block.kind, block.start, block.end) for block in blocks] == [("comment", 2, 15), ("article", 16, 34)]
