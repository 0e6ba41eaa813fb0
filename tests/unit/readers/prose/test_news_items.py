"""Pieces of news that look like references."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text


@pytest.mark.parametrize(
    "entry",
    [
        "2021.04\tFirst light of the harbour array\tTide Array\t[Press](https://tarn.example/news?a=1)",
        "2020.11: Wave tank construction completed, Ann Lee, [story](https://tarn.example/news/2)",
        "2019-03, Neue Anlage im Hafen eingeweiht, Bo Lund, [Bericht](https://tarn.example/neues/3)",
    ],
)
def test_a_day_a_name_and_a_link_make_no_work_of_a_headline(entry: str) -> None:
    assert not read_text(f"# News\n\n- {entry}\n", format="markdown").works


@pytest.mark.parametrize(
    "entry",
    [
        "Ann Lee, Bo Lund. Waves in narrow harbours. Journal of Ports 12 (2021), 3-14.",
        "A. Lee, B. Lund: Waves in narrow harbours, 2021, [arXiv](https://arxiv.org/abs/2104.00001)",
    ],
)
def test_a_venue_or_a_link_to_where_texts_are_kept_makes_one(entry: str) -> None:
    assert [w.title for w in read_text(f"# News\n\n- {entry}\n", format="markdown").works] == [
        "Waves in narrow harbours"
    ]
