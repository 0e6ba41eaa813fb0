"""Rows of Chinese titles, and courses."""

from __future__ import annotations

from pubtrack.readers.prose.chinese_titles import MOST_IN_ROW, other_in_marks, row_of_marks


def test_a_row_reaches_from_its_first_title_to_its_last() -> None:
    text = "著有《绳结史》、《海港》（两版）《航海》等。又见《山》。"
    at = text.index("海港")
    start, end = row_of_marks(text, at, at + 2)
    assert text[start:end] == "绳结史》、《海港》（两版）《航海"


def test_a_title_alone_is_its_own_row() -> None:
    assert row_of_marks("著有《绳结史》。", 3, 6) == (3, 6)


def test_a_row_without_end_is_followed_only_so_far() -> None:
    text = "《甲乙》" * 200
    start, end = row_of_marks(text, 401, 403)
    assert end - start <= (2 * MOST_IN_ROW + 1) * 4


def test_what_is_taught_is_a_course() -> None:
    assert other_in_marks("主讲《", "》") == "other:course"
    assert other_in_marks("", "》等本科课程") == "other:course"
    assert other_in_marks("著有《", "》等专著") == ""


def test_what_takes_a_paper_is_a_journal() -> None:
    assert other_in_marks("论文被《", "》接收。") == "other:container"
    assert other_in_marks("发表在《", "》上") == "other:container"
    assert other_in_marks("论文《", "》被接收") == ""
