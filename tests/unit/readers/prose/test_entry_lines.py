"""Paragraphs whose lines are the entries of a list."""

from __future__ import annotations

import pytest

from pubtrack.markup.html import html_blocks
from pubtrack.markup.spans import Block
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


def test_entries_that_a_paragraph_of_markdown_runs_together_are_parted() -> None:
    text = (
        "## Aufsätze\n\nWeidlich, Hanka (2023): Zeitkonflikte in Paarhaushalten. Zeitschrift für Soziologie 52 (1): 5–24.\n"
        "Weidlich, Hanka / Brömme, Ansgar (2021): Das Homeoffice als Grenzregime. In: Leviathan 73 (S1), 411–436.\n"
        "Brömme, Ansgar; Weidlich, Hanka (2020): Müde Mütter im Schichtbetrieb. WSI-Mitteilungen 73 (5), S. 330–338.\n"
    )
    assert [w.title for w in read_text(text, format="markdown").works] == [
        "Zeitkonflikte in Paarhaushalten",
        "Das Homeoffice als Grenzregime",
        "Müde Mütter im Schichtbetrieb",
    ]


def test_bullets_in_a_line_part_entries_but_not_links() -> None:
    awards = "Young Scholars Medal, Law Institute, 2015 • Teacher of the Year Award, 2019 • Best Article Award of the section, 2020"
    links = "Home • Research • Publications • Contact"
    assert [len(entry_lines(Block("para", text, [(0, 0, len(text))], []))) for text in (awards, links)] == [3, 1]


def test_bold_lines_that_are_long_enough_begin_entries() -> None:
    text = (
        "<p><strong>Ropes in the harbours of the north.</strong><br>Lee A, Ray B.<br>J Ropes. 2001;132(5):720-6.<br>"
        "<strong>Knots in the harbours of the south.</strong><br>Lee A.<br>J Ropes. 2003;134(5):20-6.</p>"
    )
    titles = [w.title for w in read_text(text, format="html").works]
    assert titles == ["Ropes in the harbours of the north", "Knots in the harbours of the south"]


def test_lines_that_are_titles_with_a_remark_are_entries() -> None:
    text = '## Works in progress\n\n"Nylon and its discontents" (R&R at *Technology & Ropes*)\n*The Knot and the Nation* (book manuscript)\n'
    titles = [w.title for w in read_text(text, format="markdown").works]
    assert titles == ["Nylon and its discontents", "The Knot and the Nation"]


def test_title_authors_and_venue_in_marks_stay_one_entry() -> None:
    text = "## Papers\n\n[**Ropes in the old harbours of the north**](https://example.org)\n*Ann Lee, Bo Ray*\n**Rope Review** (2020)\n"
    assert [w.title_plain for w in read_text(text, format="markdown").works] == [
        "Ropes in the old harbours of the north"
    ]


def test_long_lines_of_markdown_that_begin_alike_are_entries() -> None:
    lines = [
        "Brenner, E., **Olm, A.**, & Stern, O. (2018). Salt in the lives of sailors. In B. Gros & P. Tarn (Hrsg.): *Handbuch Salz* (S. 165-183). Stuttgart: Kelp.",
        "**Olm, A.**, & Stern, O. (2017). Ropes, knots, and sails: a note. In U. Hartmann (Ed.), *Understanding ropes* (S. 403-410). Stuttgart: Kelp.",
        "Marlow, D. Wet sails without wind. Accepted at *Journal of Sails*.",
        "Marlow, D., & Olm, A. (2013). Warm sails without wind and other observations. *Journal of Sails*, 3, 139-161. London: Reed.",
    ]
    plain = [line.replace("*", "") for line in lines]
    assert _entries("\n".join(lines)) == plain
    assert _entries("**Book chapters**\n" + "\n".join(lines[:2])) == ["Book chapters", *plain[:2]]


def test_short_lines_that_begin_alike_stay_together() -> None:
    assert len(_entries("2019 Reviewer for the Tarn Press\n2020 Guest at the Guild of Weavers")) == 1


@pytest.mark.parametrize("number", ["{}.", "{}、", "({})", "【{}】"])
def test_chinese_numbers_need_no_space_behind_them(number: str) -> None:
    titles = ("渔网与信任", "潮汐与市场", "鲸与人类学")
    lines = [f"{number.format(at)}《{title}》，海声出版社201{at}年版。" for at, title in enumerate(titles, 1)]
    for text, form in (("\n".join(lines), "markdown"), ("<p>" + "<br>".join(lines) + "</p>", "html")):
        assert [(w.title, w.year) for w in read_text("<h2>专著</h2>\n\n" + text, format=form).works] == [
            ("渔网与信任", 2011),
            ("潮汐与市场", 2012),
            ("鲸与人类学", 2013),
        ]
