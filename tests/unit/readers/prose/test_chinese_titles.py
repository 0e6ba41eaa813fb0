"""Rows of Chinese titles, and courses."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text
from pubtrack.readers.prose.chinese_titles import MOST_IN_ROW, other_in_marks, row_of_marks


def test_a_row_reaches_from_its_first_title_to_its_last() -> None:
    text = "著有《绳结史》、《海港》（两版）《航海》等。又见《山》。"
    at = text.index("海港")
    start, end = row_of_marks(text, at, at + 2)
    assert text[start:end] == "绳结史》、《海港》（两版）《航海"


def test_a_title_alone_is_its_own_row() -> None:
    assert row_of_marks("著有《绳结史》。", 3, 6) == (3, 6)


def test_a_row_without_end_is_followed_only_so_far() -> None:
    text = "《甲乙》" * 200
    start, end = row_of_marks(text, 401, 403)
    assert end - start <= (2 * MOST_IN_ROW + 1) * 4


def test_what_is_taught_is_a_course() -> None:
    assert other_in_marks("主讲《", "》") == "other:course"
    assert other_in_marks("", "》等本科课程") == "other:course"
    assert other_in_marks("著有《", "》等专著") == ""


def test_what_takes_a_paper_is_a_journal() -> None:
    assert other_in_marks("论文被《", "》接收。") == "other:container"
    assert other_in_marks("发表在《", "》上") == "other:container"
    assert other_in_marks("论文《", "》被接收") == ""


@pytest.mark.parametrize(
    "entry",
    [
        "参加研制的“绳索强度测试系统”CDB1.0软件获1990年海东地区优秀软件一等奖；",
        "“港口综合管理系统”(项目负责人)，该成果获海东省科技进步三等奖（1989）。",
        "作品“听潮”获“互联网+”大学生创新创业大赛金奖。",
        "主持的“潮位遥测装置”项目获海东省科技进步二等奖。",
        "研发的“海图一号”获海东省优秀软件二等奖。",
    ],
)
def test_what_was_built_or_won_a_contest_is_no_text(entry: str) -> None:
    reading = read_text(f"## 获奖情况\n\n- {entry}\n", format="markdown")
    assert not reading.works
    assert len(reading.awards) == 1


@pytest.mark.parametrize(
    "entry", ["论文“潮汐预报系统”获海东省优秀论文一等奖。", "《港口管理系统》获海东省优秀教材二等奖。"]
)
def test_a_text_on_a_system_is_a_text(entry: str) -> None:
    assert len(read_text(f"## 获奖情况\n\n- {entry}\n", format="markdown").works) == 1


def test_a_course_of_students_is_no_book() -> None:
    text = "教授，主讲本科生课程《信号与系统》及《潮汐分析》，研究生课程《随机过程》及《绳结理论》。2004年参加了培训。"
    assert not read_text(f"## 教师简介\n\n{text}\n", format="markdown").works
