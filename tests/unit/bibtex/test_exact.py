"""Cases of bibtex.web: what BibTeX reads, and where it stops."""

from __future__ import annotations

import pytest

from pubtrack.bibtex.braces import Braces
from pubtrack.bibtex.exact import ExactReader


def read(text: str):
    return ExactReader(text, Braces(text)).entry("misc", 0, text.index("{") if "{" in text[:7] else text.index("("))


@pytest.mark.parametrize(
    "text",
    [
        "@misc{k}", "@misc{k,}", "@misc{ k , a = 1 , }", "@misc(k, a = {)})", "@misc(k}x, a = 1)", '@misc{k, a = "{"}"}',
        "@misc{k, a = b # {c} # 4}", "@misc{k,\n a\n=\n{b}\n}", "@misc{, a=1}", "@misc{k, a = {" + "{" * 50 + "}" * 50 + "}}",
    ],
)  # fmt: skip
def test_bibtex_reads_the_whole_entry(text):
    block = read(text)
    assert (block.error, block.end) == ("", len(text))


@pytest.mark.parametrize(
    ("text", "error", "fields"),
    [
        ("@misc{k a = 1}", "expected ',' or '}' after the key", 0),
        ("@misc{k, a = 1 b = 2}", "expected ',' or '}' after a field", 1),
        ("@misc{k, a 1}", "expected a field name and '='", 0),
        ("@misc{k, a = 1,, b = 2}", "expected a field name and '='", 1),
        ("@misc{k, a = }", "expected a value", 0),
        ("@misc{k, a = {x}, b = {", "a value in braces never closes", 1),
        ('@misc{k, a = "x}"}', "a value in quotes never closes, or its braces do not pair", 0),
        ("@misc{k, a = {x} # }", "expected a value", 0),
        ("@misc{k, 1a = 1}", "expected a field name and '='", 0),
        ("@misc{k, a = 1", "expected ',' or '}' after a field", 1),
    ],
)
def test_bibtex_stops_at_the_first_error_and_keeps_the_fields_before(text, error, fields):
    block = read(text)
    assert (block.error, len(block.spans)) == (error, fields)


def test_strings_and_preambles_are_read():
    text = '@string{a = "x" # b}@preamble( {x} )'
    reader = ExactReader(text, Braces(text))
    string, preamble = reader.string(0, 7), reader.preamble(20, 29)
    assert (string.error, string.end, text[string.spans[0].value_start : string.spans[0].value_end]) == (
        "",
        20,
        '"x" # b',
    )
    assert (preamble.error, preamble.end) == ("", len(text))


def test_broken_strings_and_preambles_carry_an_error():
    for text, kind in (("@string{a = 1 2}", "string"), ("@string{1}", "string"), ("@preamble{{x} y}", "preamble")):
        reader = ExactReader(text, Braces(text))
        assert getattr(reader, kind)(0, text.index("{")).error
    text = "@preamble{x y}"
    assert ExactReader(text, Braces(text)).preamble(0, 9).error
