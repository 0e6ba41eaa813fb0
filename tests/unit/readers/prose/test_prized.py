"""Entries in sections of awards."""

from __future__ import annotations

from pubtrack.readers import read_text


def test_what_stands_below_the_name_of_one_award_is_the_work_that_got_it() -> None:
    text = (
        "# Awards\n\n## Harbour Book Prize\n\n- Ann Lee, *Ropes and Their Makers*, Cambridge University Press, 2019\n"
    )
    (work,) = read_text(text, format="markdown").works
    assert work.title == "Ropes and Their Makers"


def test_a_sum_of_money_beside_a_title_is_a_grant() -> None:
    text = "# Awards\n\n## Harbour Book Prize\n\n- Ann Lee, *Ropes and Their Makers*, Rope Fund, 2019 ($12,000)\n"
    assert not read_text(text, format="markdown").works
