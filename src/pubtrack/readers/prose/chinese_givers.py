"""Who gave an award, at which meeting and for what kind of thing, in Chinese."""
# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.details import Phrase

__all__ = ["chinese_giver", "chinese_meeting", "honours_a_project"]

_BODY = r"[\u4e00-\u9fff]{1,20}?(?:学会|协会|大学|学院|研究院|研究所|研究会|委员会|基金会|公司|中心|政府|联合会|联盟|医院|出版社|杂志社|组委会|省委|市委|[\u4e00-\u9fff](?:部|厅|局|协))"
_BEFORE = re.compile(
    rf"(?:\A|[，。；、：！\s年）)]|由|获得?|被|以及|和|及|于)(?![获曾荣由被在于得连多])(?P<body>{_BODY})(?:[（(][^（）()]{{1,20}}[)）])?(?:颁发|授予|评选|颁布|评定|主办|设立)?的?(?:(?:(?:19|20)\d\d[年、,-]?)+年?度?的?)?[“\"『「《\s]?\Z"
)
"""`获塔恩大学2009年度“优秀导师”`, `中国潮汐学会颁发的青年科学家奖`: the body right in front."""
_BEHIND = re.compile(
    rf"[”\"』」》]?(?:荣誉)?(?:称号)?\s*(?:[（(]?(?:19|20)\d\d年?[)）]?)?\s*[，,、（(\t|]\s*(?:颁奖单位[:：]|授奖单位[:：]|由)?(?P<body>{_BODY})(?=\s*(?:[，,。；;、）)\t|\d]|颁发|授予|\Z))"
)
"""`优秀青年教师奖，塔恩大学，2016`."""
_MEETING_BEFORE = re.compile(
    r"(?P<name>(?:第[一二三四五六七八九十百\d]+届)?[\u4e00-\u9fffA-Za-z]{2,30}?(?:学术会议|国际会议|研讨会|年会|大会|论坛|会议))(?:上?获得?|上?荣获|上?的|[（(][^（）()]{1,30}[)）])?[“\"\s]?\Z"
    r"|(?<![A-Za-z-])(?P<letters>[A-Z][\w/&'’-]*[A-Z][\w/&'’-]*[ -]?(?:(?:19|20)\d\d|['’]\d\d))\s?(?:会议)?(?:上?的|上|中)?[“\"\s]?\Z"
)
"""`第12届全国潮汐学术会议 最佳报告奖`, `TIDES 2020的杰出审稿人奖`."""
REACH = 60
"""Signs in front of an award and behind it in which its giver or meeting is named."""
_FOR_PROJECTS = re.compile(
    r"科技进步|科学技术|自然科学(?!基金)|技术发明|科技发明|发明(?:创业|创新|展|奖)|教学成果|优秀软件|科技成果|软件[\u4e00-\u9fff]{0,6}奖|应用成果|创业|工程奖|设计奖"
)
_FOR_TEXTS = re.compile(r"社会?科|人文|论文|著作|图书|教材")


def chinese_giver(text: str, start: int, name: tuple[int, int], stop: int) -> Phrase | None:
    """Gives the body named right in front of a Chinese award or right behind it.

    >>> chinese_giver("获塔恩大学“优秀导师”称号", 0, (6, 10), 13).text
    '塔恩大学'
    """
    first, last = name
    begin = max(start, first - REACH)
    found = _BEFORE.search(text[begin:first])
    if found:
        return Phrase(begin + found.start("body"), begin + found.end("body"), found["body"])
    behind = _BEHIND.match(text, last, min(stop, last + REACH))
    return Phrase(*behind.span("body"), behind["body"]) if behind else None


def chinese_meeting(text: str, start: int, first: int) -> Phrase | None:
    """Gives the meeting named right in front of a Chinese award.

    >>> chinese_meeting("2016年 第12届全国潮汐学术会议 最佳报告奖", 0, 19).text
    '第12届全国潮汐学术会议'
    """
    begin = max(start, first - REACH)
    found = _MEETING_BEFORE.search(text[begin:first])
    if found is None:
        return None
    kind = "name" if found["name"] else "letters"
    return Phrase(begin + found.start(kind), begin + found.end(kind), found[kind])


def honours_a_project(name: str) -> bool:
    """Tells whether a Chinese award is given for a project, a course or software and not for what was published.

    Source: 60 awards of this kind on labelled pages; those of the social sciences honour books and articles.

    >>> honours_a_project("教育部科技进步一等奖"), honours_a_project("上海市哲学社会科学优秀成果奖")
    (True, False)
    """
    return _FOR_PROJECTS.search(name) is not None and _FOR_TEXTS.search(name) is None
