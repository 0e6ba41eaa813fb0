"""Paragraphs whose lines are the entries of a list."""

from __future__ import annotations

import pytest

from pubtrack.markup.html import html_blocks
from pubtrack.readers import read_text
from pubtrack.readers.layout.markdown import markdown_blocks
from pubtrack.readers.prose.entry_lines import entry_lines


def _entries(text: str) -> list[str]:
    return [entry.text.strip() for block in markdown_blocks(text) for entry in entry_lines(block)]


@pytest.mark.parametrize(
    "lines",
    [
        ["`2023` Halloran, B. Roommates and Strangers. Demography", "`2019` Halloran, B. Heads of Household. Social Forces"],
        ["Tall, O. (2001) A market without maps. Africa.", "Tall, O. (1999) The ledger of the trader. Man."],
    ],
)  # fmt: skip
def test_lines_that_begin_alike_are_entries(lines: list[str]) -> None:
    assert _entries("  \n".join(lines)) == [line.replace("`", "") for line in lines]


def test_title_names_and_journal_on_lines_of_their_own_stay_one_entry() -> None:
    text = "Neural maps of the night  \nMuye Fang, Wai Leung  \nIEEE Transactions on Robotics, 2023"
    assert len(_entries(text)) == 1


def test_titles_of_parted_entries_stand_where_the_source_has_them() -> None:
    text = '## Articles\n\n`2023` Halloran, B. "Roommates Since 1850." *Demography* 60:1-9.  \n`2019` Oda, J. "Checking Other." *Science* 6:4-7.\n'
    reading = read_text(text, format="markdown")
    assert [text[w.start : w.end] for w in reading.works] == ["Roommates Since 1850", "Checking Other"]


def test_numbered_lines_of_one_paragraph_are_entries() -> None:
    page = "<p>[1] Shen, R. Return policies in retailing. POM<br>[2] Shen, R. Information on platforms. EJOR</p>"
    assert [entry.text for block in html_blocks(page) for entry in entry_lines(block)] == [
        "[1] Shen, R. Return policies in retailing. POM\n",
        "[2] Shen, R. Information on platforms. EJOR",
    ]
