from __future__ import annotations

import pytest

from pubtrack.bibtex import Document
from pubtrack.bibtex.style import Style, style_of


def style(text: str) -> Style:
    return style_of(Document.parse(text).entries[0], Style())


def test_the_layout_is_read_from_the_entry():
    seen = style('@ARTICLE(k,\n\tTITLE   = "x",\n\tYEAR    = 1999\n)')
    assert seen == Style("\n\t", ",\n\t", "\n", False, "   ", " ", 8, None, '"', True, "upper", "upper", "()")


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("@a{k, Title = {x}, Year = {1}}", "Doi = {v}"),
        ("@a{k, title={x}, year={1}}", "doi={v}"),
        ("@a{k,\n  title     = {x},\n  year      = {1},\n  longlonglong = {1}}", "doi       = {v}"),
        ("@a{k,\n  title =     {x},\n  year  =     {1}}", "doi   =     {v}"),
        ("@a{k,\n  title = {x}}", "doi = {v}"),
    ],
)
def test_a_field_is_laid_out_alike(text, field):
    assert style(text).field("doi", "{v}") == field


def test_an_entry_without_fields_gives_the_defaults():
    assert style("@Misc{k}") == Style(type_case="title")


def test_comments_between_fields_are_not_copied():
    assert style("@a{k, % c\n a = 1, % d\n b = 2 % e\n}").separator == ",\n  "


def test_line_ends_can_be_others():
    assert Style().with_eol("\r\n").entry("misc", "k", [("a", "1")]) == "@misc{k,\r\n  a = 1,\r\n}"


def test_names_in_mixed_case_are_kept():
    assert Style(field_case="upper").field("bdsk-Url-1", "{x}") == "bdsk-Url-1 = {x}"


def test_a_long_name_sticks_out_and_keeps_a_space_on_both_sides():
    assert style("@a{k, title =  {x}, year =   {1}}").field("archiveprefix", "{v}") == "archiveprefix = {v}"
    assert style("@a{k, title  = {x}, year   = {1}}").field("archiveprefix", "{v}") == "archiveprefix = {v}"
