"""Who got an award, by where the name stands."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("Last year, Holm's colleague Candace Rad, a professor of law, received the annual Moray Prize from the Tarn Society.", "Candace Rad"),
        ("Yesterday we learned that Dr. Valerie Holm of the Department of Tides was recipient of a Humboldt Medal for a project with Dr. Bo Lund.", "Valerie Holm"),
        ("Our PhD student Ines Vidal has been honoured with the Moray Prize by the Tarn Society.", "Ines Vidal"),
        ("El profesor Luis Ortega ha sido galardonado con el Premio Ramón Holm.", "Luis Ortega"),
        ("王建国教授荣获中国潮汐学会青年科学家奖。", "王建国"),
        ("2019年，李晓明获得由国际潮汐协会授予的霍尔姆奖。", "李晓明"),
        ("祝贺李晓明同学获得2020年优秀毕业生奖！", "李晓明"),
        ("Unser Mitarbeiter Dr. Jan Ohlsen wurde mit dem Holm-Preis der Stadt Kiel ausgezeichnet.", "Jan Ohlsen"),
        ("Nuestro compañero Luis Ortega, Premio Nacional de Mareas 2019.", "Luis Ortega"),
        ("Vincent Leister won the Moray Prize.", "Vincent Leister"),
        ("该项目获得中国潮汐学会青年科学家奖。", None),
    ],
)  # fmt: skip
def test_who_is_said_to_get_an_award_got_it(sentence: str, person: str | None) -> None:
    (award,) = read_text(f"# News\n\n{sentence}\n", format="markdown").awards
    assert award.person == person


@pytest.mark.parametrize(
    ("entries", "people"),
    [
        (["2015: Otto Hahn Medal (Bo Lund)", "2014: Moray Prize (Ada Holm)"], ["Bo Lund", "Ada Holm"]),
        (["2015: Otto Hahn Medal to Bo Lund", "2014: Moray Prize, awarded to Ada Holm"], ["Bo Lund", "Ada Holm"]),
        (["Otto-Hahn-Medaille an Bo Lund (2015)", "Holm-Preis an Anna Rad und Jan Ohlsen (2012)"], ["Bo Lund", "Anna Rad", "Jan Ohlsen"]),
        (["Ada Holm – Moray Prize 2012", "Bo Lund – Otto Hahn Medal"], ["Ada Holm", "Bo Lund"]),
        (["Ada Holm: Moray Prize 2012", "Bo Lund and Ines Vidal: Best Poster Award"], ["Ada Holm", "Bo Lund", "Ines Vidal"]),
        (["王建国：霍尔姆奖（2018）", "李晓明获2019年优秀毕业生奖"], ["王建国", "李晓明"]),
    ],
)  # fmt: skip
def test_a_name_beside_an_award_of_a_group_got_it(entries: list[str], people: list[str]) -> None:
    text = "# Group awards\n\nWe are proud of our people.\n\n" + "".join(f"- {entry}\n" for entry in entries)
    assert [a.person for a in read_text(text, format="markdown").awards] == people
