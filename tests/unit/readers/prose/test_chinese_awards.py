"""Names of awards in Chinese."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text
from pubtrack.readers.prose.award_names import award_names
from pubtrack.readers.prose.chinese_awards import chinese_awards, may_hold_chinese_award


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("荣获中国科学院青年科学家奖", ["中国科学院青年科学家奖"]),
        ("★2015年深圳大学国家奖学金2人", ["深圳大学国家奖学金"]),
        ("2017年获得国家杰出青年科学基金资助", []),
        ("被评为浙江省优秀毕业生", ["浙江省优秀毕业生"]),
        ("从事量子物理研究", []),
    ],
)
def test_a_name_ends_with_its_sign_and_begins_behind_the_verb(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in chinese_awards(text)] == names


def test_a_text_without_the_signs_is_not_looked_at() -> None:
    assert may_hold_chinese_award("获国家奖学金")
    assert not may_hold_chinese_award("从事量子物理研究")
    assert not may_hold_chinese_award("Best Paper Award")


def test_joined_prizes_are_two_and_bare_words_are_none() -> None:
    text = "获江苏省“优秀研究生导师”荣誉称号，获国防科学技术奖及立功奖；青年学者、批评家；学院最佳学生论文"
    assert [text[a:b] for a, b in chinese_awards(text)] == [
        "优秀研究生导师",
        "国防科学技术奖",
        "立功奖",
        "学院最佳学生论文",
    ]


def test_a_clause_of_its_own_names_its_own_prize() -> None:
    reading = read_text("著作有《水路与盐的研究》等14种；曾获霍英东教育基金会奖。", format="text")
    assert [(a.name, a.work_title) for a in reading.awards] == [("霍英东教育基金会奖", None)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("被评为ACM SIGKNOT杰出论文。", "ACM SIGKNOT杰出论文"),
        ("被授予KNOTS 2021最有影响论文奖", "KNOTS 2021最有影响论文奖"),
        ("我获得了第二个ROPE/KNOT杰出审稿人奖", "ROPE/KNOT杰出审稿人奖"),
        ("Deep Nets for Ropes 获最佳论文奖", "最佳论文奖"),
    ],
)
def test_a_body_in_latin_letters_belongs_to_the_name(text: str, name: str) -> None:
    assert [text[start:end] for start, end in chinese_awards(text)] == [name]


def test_honours_of_people_that_are_joined_are_apart() -> None:
    text = "获得全省大学生绳结竞赛优秀指导教师和2次海东赛区优秀教练"
    assert [text[a:b] for a, b in chinese_awards(text)] == ["全省大学生绳结竞赛优秀指导教师", "海东赛区优秀教练"]


def test_how_many_prizes_of_a_level_is_no_prize() -> None:
    text = "参加教学改革项目，获国家级、省级教学奖各1项。指导学生获得国家奖、省奖各14项，2020年获海东省教学成果一等奖。"
    assert [text[n.start : n.end] for n in award_names(text)] == ["海东省教学成果一等奖"]
