"""Givers, meetings and purposes of Chinese awards."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text


@pytest.mark.parametrize(
    ("entry", "giver", "event"),
    [
        ("2018年获塔恩大学“优秀导师”称号", "塔恩大学", None),
        ("塔恩大学2005、2009年度“优秀导师”", "塔恩大学", None),
        ("优秀青年教师奖，塔恩大学，2016", "塔恩大学", None),
        ("2018年获得商务部“贸易研究奖”", "商务部", None),
        ("2016年 第12届全国潮汐学术会议 最佳报告奖", None, "第12届全国潮汐学术会议"),
        ("我获得了TIDES 2020的杰出审稿人奖。", None, "TIDES 2020"),
    ],
)
def test_the_body_or_meeting_right_beside_a_chinese_award_is_its_own(
    entry: str, giver: str | None, event: str | None
) -> None:
    (award,) = read_text(f"# 获奖\n\n- {entry}\n", format="markdown").awards
    assert (award.awarder, award.event) == (giver, event)


@pytest.mark.parametrize(
    ("prize", "work"),
    [
        ("中科院科技进步三等奖", None),
        ("安徽省教学成果二等奖", None),
        ("北京市优秀软件一等奖", None),
        ("安徽省社会科学优秀成果二等奖", "水利数据管理与江南市镇"),
        ("全国优秀论文奖", "水利数据管理与江南市镇"),
    ],
)
def test_prizes_of_technology_honour_projects_and_those_for_texts_honour_texts(prize: str, work: str | None) -> None:
    text = f"# 获奖\n\n1. “水利数据管理与江南市镇”获{prize}（1989）\n"
    assert [a.work_title for a in read_text(text, format="markdown").awards] == [work]
