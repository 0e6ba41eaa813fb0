"""Titles in 《...》: rows of them, and the journals and courses that stand in the same marks."""

# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re

__all__ = ["other_in_marks", "row_of_marks"]

_BETWEEN_MARKS = r"》(?:[（(][^（）()]{1,16}[）)])?[、，,和及与 ]{0,2}《"
_MARK_BEHIND = re.compile(rf"[^《》]{{0,8}}{_BETWEEN_MARKS}[^《》]{{1,80}}(?=》)")
_MARK_BEFORE = re.compile(rf"《[^《》]{{1,80}}{_BETWEEN_MARKS}\Z")
_TAUGHT = re.compile(r"(?:讲授|主讲|开设|授课|教授课程)[^，。；《》]{0,6}《?$")
_COURSES = re.compile(r"^》?(?:[（(][^（）()]{1,16}[）)])?等?[^，。；《》]{0,8}(?:课程|课\b)")


def row_of_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Gives where a row of 《...》《...》 begins and ends: what is said of one is said of all."""
    for _ in range(MOST_IN_ROW):
        before = _MARK_BEFORE.search(text, max(0, start - 90), start)
        behind = _MARK_BEHIND.match(text, end)
        if not before and not behind:
            break
        start = before.start() + 1 if before else start
        end = behind.end() if behind else end
    return start, end


MOST_IN_ROW = 10
"""Titles on either side that a row is followed to. Chosen by hand: rows are short, and a text of nothing else stays cheap."""


_JOURNAL = re.compile(
    r"^\W{0,2}(?:杂志|期刊|编委|审稿|主编|上|报|等期刊|第\d|\d{4}|特约|等(?=[^，。；]{0,8}(?:刊|报|杂志|发表|转载|上))|,\s*\d{4}|\(\d{4}|（\d{4})"
)
_PRINTED_IN = re.compile(r"(?:在|于)《?$")
_PRINTED = re.compile(r"^》?(?:上)?(?:在线)?(?:发表|刊发|刊登|刊出)")
_TAKEN_BY = re.compile(r"被《?$")
_TAKEN = re.compile(r"^》?(?:等)?(?:期刊|杂志)?(?:接收|录用|收录|转载|刊用|录取|刊登|发表|引用|报道)")


def other_in_marks(left: str, right: str) -> str:
    """Gives `other:KIND` where the words around 《...》 say that it is a journal or a course, else `""`.

    >>> other_in_marks("论文被《", "》接收"), other_in_marks("讲授《", "》等课程"), other_in_marks("专著《", "》出版")
    ('other:container', 'other:course', '')

    Args:
        left: The words in front.
        right: Those behind.
    """
    printed = _PRINTED_IN.search(left) and _PRINTED.match(right)
    if _JOURNAL.match(right) or printed or (_TAKEN_BY.search(left) and _TAKEN.match(right)):
        return "other:container"
    return "other:course" if _TAUGHT.search(left) is not None or _COURSES.match(right) is not None else ""
