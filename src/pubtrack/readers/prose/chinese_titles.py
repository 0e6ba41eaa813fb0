"""Titles in 《...》: rows of them, and courses, which stand in the same marks."""

# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re

__all__ = ["is_taught", "row_of_marks"]

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


def is_taught(left: str, right: str) -> bool:
    """Tells whether the words around say that a title is the name of a course: `讲授《绳结导论》等课程`.

    Args:
        left: The words in front.
        right: Those behind.
    """
    return _TAUGHT.search(left) is not None or _COURSES.match(right) is not None
