"""Whom a paragraph is about."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text


@pytest.mark.parametrize(
    ("second", "person"),
    [
        ("### Bo Lund\n\nProfessor of grain. Recipient of the Otto Hahn Medal (2015).", "Bo Lund"),
        ("### Luc Tarn, maître de conférences\n\nSpécialiste du droit. Médaille Holm de la ville de Brest (2018).", "Luc Tarn"),
        ("### Dra. María Ruiz Ortega\n\nCatedrática de Derecho. Premio Nacional de Investigación 2015.", "María Ruiz Ortega"),
        ("### 陈小云\n\n主要从事潮汐研究，荣获国家杰出青年奖。", "陈小云"),
        ("**Bo Lund** joined in 2012. His honours include the Otto Hahn Medal (2015).", "Bo Lund"),
        ("**Dr. Jan Ohlsen** ist Doktorand. 2020 gewann er den Posterpreis der GI.", "Jan Ohlsen"),
        ("Bo Lund works on grain.\n\nHe was awarded the Otto Hahn Medal.", "Bo Lund"),
        ("### 教师\n\n李晓明，男，1975年生，副教授。2010年获宝钢优秀教师奖。", "李晓明"),
    ],
)  # fmt: skip
def test_the_award_of_a_biography_goes_to_the_one_it_is_about(second: str, person: str) -> None:
    text = f"# People\n\n### Ada Holm\n\nAda Holm is a professor of tides. She won the Moray Prize.\n\n{second}\n"
    assert [a.person for a in read_text(text, format="markdown").awards] == ["Ada Holm", person]


def test_a_heading_that_is_no_name_says_nobody() -> None:
    text = "# Ada Holm\n\n## B. Honors\n\nMoray Prize, 2012.\n\n## VI. Preise\n\nLehrpreis der Fakultät, 2019\n"
    assert {a.person for a in read_text(text, format="markdown").awards} == {"Ada Holm"}
