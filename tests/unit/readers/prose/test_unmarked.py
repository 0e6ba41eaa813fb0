"""Titles that nothing marks."""

from __future__ import annotations

import pytest

from guarding import never_rules_out
from pubtrack.markup.spans import Block
from pubtrack.readers import read_text
from pubtrack.readers.prose import unmarked
from pubtrack.readers.prose.unmarked import plain_titles
from pubtrack.readers.prose.words import holds_one


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("her first book, The Privy Council of James VI (Cambridge, 1964)", "The Privy Council of James VI"),
        ("Dissertation: Whose Story? Reading Aloud in Grade 2", "Whose Story? Reading Aloud in Grade 2"),
    ],
)
def test_a_title_behind_its_noun_or_label_is_found(text: str, title: str) -> None:
    found = plain_titles(Block("para", text, [(0, 0, len(text))], []))
    assert [text[start:end] for start, end, _, _ in found] == [title]


def test_a_year_in_brackets_alone_announces_no_title() -> None:
    text = "The Privy Council of James VI (1964)"
    assert plain_titles(Block("para", text, [(0, 0, len(text))], [])) == []


def test_a_label_is_looked_for_wherever_one_stands() -> None:
    never_rules_out(lambda text: holds_one(text, unmarked._LABELS), unmarked._LABELLED, folded=False)


def test_a_book_of_somebody_needs_no_marks_in_front_of_which() -> None:
    text = "Casper received the award for her book The Making of Ropes: A Social Anatomy of Harbours, which explores hemp.\n"
    assert [w.title for w in read_text(text, format="text").works] == [
        "The Making of Ropes: A Social Anatomy of Harbours"
    ]


def test_a_latin_title_in_a_chinese_sentence_is_one_where_it_was_taken_or_awarded() -> None:
    text = (
        "## 新闻\n\n- 2024年3月1日 论文 Wet Sails at Night: A Study of Ropes 被 AAAI 2024 接收。\n"
        "- 2023年5月2日 我们的工作Counting Grains in the Wild荣获ICPR 2023最佳论文奖。\n"
        "- 2022-10-11 Deep Salt Networks for Kelp Detection 被评为 ACM SIGSALT 杰出论文。\n- 2021年 Lena Holm 获得最佳学生奖。\n"
    )
    reading = read_text(text, format="markdown")
    assert [w.title for w in reading.works] == [
        "Wet Sails at Night: A Study of Ropes",
        "Counting Grains in the Wild",
        "Deep Salt Networks for Kelp Detection",
    ]
    assert [a.work_title for a in reading.awards] == [
        "Counting Grains in the Wild",
        "Deep Salt Networks for Kelp Detection",
        None,
    ]


def test_titles_in_a_row_have_each_its_own_brackets() -> None:
    text = "Elle a publié des essais sur la création littéraire : L'opera e il sale (Lecce, Milena, 1991), Le port et l'œuvre (Paris, Le Phare, 1998) et Il faro nella nebbia (Palermo, Onda, 2003)."
    titles = [work.title for work in read_text(text).works]
    assert titles == ["L'opera e il sale", "Le port et l'œuvre", "Il faro nella nebbia"]
