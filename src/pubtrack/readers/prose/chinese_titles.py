"""Titles in 《...》: rows of them, and the journals and courses that stand in the same marks."""

# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re

__all__ = ["is_built", "other_in_marks", "row_of_marks"]

_BETWEEN_MARKS = r"》(?:[（(][^（）()]{1,16}[）)])?[、，,和及与 ]{0,2}《"
_MARK_BEHIND = re.compile(rf"[^《》]{{0,8}}{_BETWEEN_MARKS}[^《》]{{1,80}}(?=》)")
_MARK_BEFORE = re.compile(rf"《[^《》]{{1,80}}{_BETWEEN_MARKS}\Z")
_TAUGHT = re.compile(
    r"(?:讲授|主讲|开设|授课|教授课程)[^，。；《》]{0,6}《?$|(?:本科生?|研究生|硕士生?|博士生?|专业|核心|必修|选修|精品)课程?《?$"
)
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


_MADE = re.compile(r"(?:研制|研发|开发|自研|创作)[^，。；、“”]{0,8}[“\"]\s?\Z")
_DONE = re.compile(r"(?:完成|主持|承担|参加|参与|建设|实施|设计|项目|课题|作品)[^，。；、“”]{0,8}[“\"]\s?\Z")
_MACHINE = re.compile(r"(?:系统|软件|平台|装置|设备|仪器?|程序|样机|工程|模型)\s?\Z")
_AS_BUILT = re.compile(
    r"[”\"]\s?(?:[^，。；（(]{0,18}(?:软件|系统|项目|课题|工程|平台)|[（(][^（）()]{0,8}(?:负责人|主持|参加|完成人|排名)[^（）()]{0,6}[)）][，,]?(?:该?(?:成果|项目|软件|系统))?|[，,]?(?:该|此)(?:成果|项目|软件|系统))"
)
_CONTEST = re.compile(r"[”\"]\s?(?:项目|作品)?[^，。；]{0,12}获[^。；]{0,40}(?:大赛|竞赛|比赛|锦标赛)")


def is_built(left: str, title: str, right: str) -> bool:
    """Tells whether “...” names what was built or won a contest, and no text: software, machines, entries of students.

    >>> is_built("参加研制的“", "电视新闻管理系统", "”获优秀软件一等奖"), is_built("论文“", "一种推荐系统", "”获最佳论文奖")
    (True, False)

    Args:
        left: The words in front, the mark as well.
        title: What stands in the marks.
        right: The words behind, the mark as well.
    """
    if _MADE.search(left) or _CONTEST.match(right):
        return True
    return _MACHINE.search(title) is not None and (_DONE.search(left) is not None or _AS_BUILT.match(right) is not None)
