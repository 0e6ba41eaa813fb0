"""Words that point back to a work or an award."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text
from pubtrack.readers.prose.award_pointers import BACK, THIRD_PERSON, of_award


@pytest.mark.parametrize("text", ["she won it in 2019", "the book brought her fame", "dafur erhielt er"])
def test_words_point_back_to_a_work(text: str) -> None:
    assert BACK.search(text)


def test_third_persons_are_whole_words() -> None:
    assert THIRD_PERSON.search("in 2019 she won")
    assert not THIRD_PERSON.search("the helsinki sheet")


def test_the_title_of_the_work_is_told_before_it_stands() -> None:
    assert of_award("der titel der arbeit lautet ", 28)
    assert not of_award("sie schrieb es ", 15)


def test_a_chinese_prize_for_theses_goes_to_a_thesis_and_to_no_other_text() -> None:
    text = "安然的博士论文题目为《水路与盐的研究》；论文荣获北京大学优秀博士论文。"
    assert [a.work_title for a in read_text(text, format="text").awards] == ["水路与盐的研究"]
    text = "安然著有《水路与盐的研究》；2014年荣获北京大学优秀博士论文。"
    assert [a.work_title for a in read_text(text, format="text").awards] == [None]


def test_who_shares_a_prize_got_it_for_a_work_of_his_own() -> None:
    text = "# News\n\nAnna Toft has received the 2005 Senior Book Prize for her book, _Friction at Sea_ (Tarn Press, 2004). Toft shares the prize with Keith Holm, who was honored for his book _Emergent Forms of Rope_.\n"
    assert [(a.name, a.work_title) for a in read_text(text, format="markdown").awards] == [
        ("Senior Book Prize", "Friction at Sea"),
        ("Senior Book Prize", "Emergent Forms of Rope"),
    ]


def test_a_version_of_this_essay_points_back() -> None:
    text = (
        "Bo Lund published “Salt and Silver: Trade in the Andes” in Tides 4 (2019). "
        "He was awarded the Tarn Society’s Moray Prize for presenting an early version of this essay."
    )
    assert [a.work_title for a in read_text(text, format="text").awards] == ["Salt and Silver: Trade in the Andes"]
