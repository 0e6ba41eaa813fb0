"""Sentences about works, which are no references."""

from __future__ import annotations

import pytest

from pubtrack.markup.spans import Block
from pubtrack.readers import read_text
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.telling import is_prose, verbs_in


def _told(text: str, title: str) -> bool:
    start = text.index(title)
    return is_prose(Placed(Block("para", text, [(0, 0, len(text))], [])), start, start + len(title))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("M. Benkemoun pour son ouvrage Les Mines au cinéma (Rouergue, 2020)", "Benkemoun pour son ouvrage Les Mines au cinéma"),
        ("Our paper on tides is out and was well received", "Our paper on tides"),
        ("她在该刊发表论文，首次复原了商队的开支。该文获得二等奖。", "首次复原了商队的开支"),
    ],
)  # fmt: skip
def test_sentences_are_told(text: str, title: str) -> None:
    assert _told(text, title)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Elton C (1939) The Journal of Animal Ecology. The Journal of Ecology 27(2): 535.", "The Journal of Animal Ecology"),
        ("沈若溪。平台运营管理研究。管理科学学报，2020年第3期。", "平台运营管理研究"),
    ],
)  # fmt: skip
def test_references_are_not_told(text: str, title: str) -> None:
    assert not _told(text, title)


def test_verbs_are_counted_as_whole_words() -> None:
    assert verbs_in("we are; the island is where wir sind") == 5  # small letters count wherever they stand
    assert verbs_in("ça a été, et tu_est là") == 1
    assert verbs_in("") == 0


def test_chinese_news_of_a_text_are_no_reference() -> None:
    text = '## 新闻\n\n- **2022.5** 我们的论文"Wet Ropes under Load"被[KNOT 2022](https://conf.org)录用。\n'
    assert [w.title for w in read_text(text, format="markdown").works] == ["Wet Ropes under Load"]


def test_news_of_a_meeting_in_chinese_are_no_reference() -> None:
    text = (
        "由海东计算机学会主办、港口大学承办的第一届潮汐数据库技术研讨会（Tide Database Technology Workshop，TDTW 2013）"
        "于2013年8月16日下午在港口大学隆重召开。这是两地学界的首次大型学术交流活动。本次会议旨在搭建沟通的桥梁。\n"
    )
    assert not read_text(text, format="text").works
