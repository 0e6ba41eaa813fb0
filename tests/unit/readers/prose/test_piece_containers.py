"""Journals in quotes."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text
from pubtrack.readers.prose.piece_containers import is_container
from pubtrack.readers.prose.piece_labels import Piece


@pytest.mark.parametrize(
    ("text", "journal"),
    [
        ("撤县设区与地区间产业关联研究，《海港学报》（社会科学版）, 2024", True),
        ("撤县设区与地区间产业关联研究成果《海港学报》, 2024", False),
        ("绳结，《海港学报》2020年第3期", True),
        ("绳结，《海港学报》出版社", False),
    ],
)
def test_a_chinese_journal_stands_behind_a_title_or_before_an_issue(text: str, journal: bool) -> None:
    begin, end = text.index("《") + 1, text.index("》")
    title = Piece(0, begin - 2, "start")
    assert is_container(text, Piece(begin, end, "quote", quoted=True), [title]) is journal


def test_a_version_of_another_text_is_not_the_title() -> None:
    text = "# Publications\n\n- A. Bee, C. Dee: *Conditions for Knots in Networks of Ropes*, extended version of “Knots that are nearly tied in networks”, submitted, 2014.\n"
    assert [w.title for w in read_text(text, format="markdown").works] == ["Conditions for Knots in Networks of Ropes"]


def test_a_book_that_something_is_printed_in_is_a_container_in_chinese() -> None:
    text = "## 论文\n\n1.《灯塔税》，载周明等编著：《港口与国家治理》，上海：海声出版社2017年版，第88至109页。\n"
    assert [w.title for w in read_text(text, format="markdown").works] == ["灯塔税"]
