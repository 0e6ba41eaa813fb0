"""The fast patterns agree with BibTeX's own grammar, and fail fast."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from counting import no_hang
from pubtrack.bibtex.braces import Braces
from pubtrack.bibtex.exact import ExactReader
from pubtrack.bibtex.grammar import DEPTH, ENTRY, FIELD_SPANS, FIELDS, HEAD
from unit.bibtex.strategies import entries, soup


@given(entries("k"))
@settings(max_examples=200, deadline=None)
def test_what_the_fast_pattern_reads_the_exact_grammar_reads_alike(text):
    match = ENTRY.match(text)
    head = HEAD.match(text)
    block = ExactReader(text, Braces(text)).entry(head[1].lower(), 0, head.start(2))
    assert match.span() == (block.start, block.end)
    assert (match[2], block.error) == (block.key, "")
    fast = [m.span(1) + m.span(2) for m in FIELD_SPANS.finditer(text, match.end(2), match.end())]
    assert fast == [tuple(span) for span in block.spans]
    assert len(FIELDS.findall(text, match.end(2), match.end())) == len(fast)


@given(soup)
@settings(max_examples=300, deadline=None)
def test_the_fast_pattern_never_reads_what_the_grammar_refuses(text):
    for match in ENTRY.finditer(text):
        head = HEAD.match(text, match.start())
        block = ExactReader(text, Braces(text)).entry(head[1], match.start(), head.start(2))
        assert (block.end, block.key, block.error) == (match.end(), match[2], "")


def test_braces_are_followed_to_the_depth_and_no_further():
    assert ENTRY.match("@a{k, t = " + "{" * (DEPTH + 1) + "}" * (DEPTH + 1) + "}")
    assert not ENTRY.match("@a{k, t = " + "{" * (DEPTH + 2) + "}" * (DEPTH + 2) + "}")


@pytest.mark.parametrize(
    "text", ["@a{k, t = {" * 20_000, "@" * 100_000, "@a{" * 40_000, '@a{k, t = "' * 20_000, "@a{k, t={x},,\n" * 20_000]
)
def test_hostile_texts_fail_in_linear_time(text):
    at = 0
    with no_hang():
        while (at := text.find("@", at)) >= 0:
            ENTRY.match(text, at)
            at += 1
