"""Names of awards in Chinese."""

from __future__ import annotations

import pytest

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
