"""Finding the marks that git leaves in a text when it could not merge."""

from __future__ import annotations

import re

__all__ = ["find_conflict_markers"]

_MARKER = re.compile(rb"^(?:<{7}|\|{7}|>{7})(?: [^\r\n]*)?\r?$", re.MULTILINE)
"""Seven signs at the start of a line, then a space and a name, or the line's end.

The fourth marker, seven equal signs, never stands alone in a conflict, but it underlines headings in plain text.

Source: https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
"""


def find_conflict_markers(data: bytes) -> int | None:
    r"""Gives the line, counted from 1, where the first unresolved git conflict starts, None if there is none.

    >>> find_conflict_markers(b"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\n")
    2
    >>> find_conflict_markers(b"Title\n=======\n") is None
    True
    """
    found = _MARKER.search(data)
    return data.count(b"\n", 0, found.start()) + 1 if found else None
