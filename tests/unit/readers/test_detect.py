"""Which format is it?"""

from __future__ import annotations

import pytest

from pubtrack.readers import READERS
from pubtrack.readers.detect import ENDINGS, detect


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("x", "a.bib", "bibtex"), ("x", "https://x.org/a.html?x=1", "html"), ("x", "README", "text"), ("<?xml?><records><record>", None, "endnote-xml"), ("TY  - JOUR\n", None, "ris"), ("PMID- 1\n", None, "nbib"),
        ('{"orcid-identifier": {}}', "a.json", "orcid-json"), ("[]", "a.json", "csl-json"), ("- 10.1000/x\n- arXiv:2101.00001\n", None, "ids"), ("<!DOCTYPE html><p>", None, "html"), ("<p>a<p>b<p>c", None, "html"),
        ("\\section{A}\\item b \\textbf{c}", None, "latex"), ("# A\n", None, "markdown"), ("Plain.", "a.txt", "text"), ("", None, "text"), ("We use [1] and * stars.", None, "text"),
    ],
)  # fmt: skip
def test_the_format_is_told_from_name_and_text(text: str, name: str | None, expected: str) -> None:
    assert detect(text, name) == expected


def test_every_ending_leads_to_a_reader() -> None:
    assert set(ENDINGS.values()) <= READERS.keys()


def test_braces_around_nothing_are_no_json_unless_the_name_says_so() -> None:
    assert detect("{}\n\nPublications\n\nOlga Reed. Wet Sails. 2019.\n", "list.txt") == "text"
    assert detect("{}", "list.json") == "csl-json"
