"""What every reader of a structured format notices about a text: emptiness, merge conflicts, lines."""

from __future__ import annotations

import re
from bisect import bisect_right

from pubtrack.model import Issue

__all__ = ["Lines", "conflict_issues", "general_issues", "reading_issue"]

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})(?: [^\n]*)?\r?$", re.MULTILINE)


class Lines:
    r"""Line numbers of a text: one pass, then logarithmic.

    >>> Lines("a\nb\nc").of(2)
    2
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer(r"\n", text))]

    def of(self, position: int) -> int:
        """The line of a position, counted from 1."""
        return bisect_right(self._starts, position)


def conflict_issues(text: str, source: str | None = None) -> tuple[Issue, ...]:
    r"""One error for each place that git could not merge; the marks alone (a rule of `=`) are no conflict.

    >>> [issue.line for issue in conflict_issues("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n")]
    [1]
    """
    if "<<<<<<<" not in text or ">>>>>>>" not in text:
        return ()
    issues: list[Issue] = []
    lines = Lines(text)
    start: int | None = None
    for match in _CONFLICT.finditer(text):
        if match[1][0] == "<":
            start = match.start()
        elif match[1][0] == ">" and start is not None:
            message = "Git left a merge conflict here: keep one side, remove the marks, then read the file again."
            line = lines.of(start)
            issues.append(Issue(check="merge-conflict", message=message, severity="error", path=source, line=line))
            start = None
    return tuple(issues)


def general_issues(text: str, source: str | None = None) -> tuple[Issue, ...]:
    """What is wrong with any text, whatever its format: nothing in it, NUL characters, merge conflicts."""
    if not text.strip("\ufeff \t\r\n"):
        message = "There is nothing to read here: the text is empty."
        return (Issue(check="empty", message=message, severity="error", path=source, line=1),)
    issues = list(conflict_issues(text, source))
    if (at := text.find("\0")) >= 0:
        message = "The text holds a NUL character, so it is binary or damaged: save it as UTF-8 text."
        line = text.count("\n", 0, at) + 1
        issues.append(Issue(check="binary", message=message, severity="error", path=source, line=line))
    return tuple(issues)


def reading_issue(check: str, message: str, source: str | None, line: int, key: str | None = None) -> Issue:
    """A warning about one entry that could not be read, or not fully."""
    # A lone surrogate (a byte that was no UTF-8) is no text that an issue could be written out with.
    said, named = (text.encode("utf-8", "replace").decode() for text in (message, key or ""))
    return Issue(check=check, message=said, path=source, line=line, key=named or None)
