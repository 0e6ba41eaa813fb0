"""Changes as spans of the original text, so that all else stays what it is; and the diff they make."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import unified_diff
from typing import Final, NamedTuple

__all__ = ["Patch", "apply", "unified"]

CONTEXT: Final = 3
"""Lines of context in a diff, as in `diff -u`."""


class Patch(NamedTuple):
    """The characters from `start` to `end` of the original are replaced by `text`."""

    start: int
    end: int
    text: str


def apply(original: str, patches: Sequence[Patch]) -> str:
    """Gives the text with the patches made; they must be in order and not overlap.

    >>> apply("abcdef", [Patch(1, 2, "B"), Patch(4, 4, "-")])
    'aBcd-ef'
    """
    if not patches:
        return original
    pieces, at = [], 0
    for patch in patches:
        pieces += [original[at : patch.start], patch.text]
        at = patch.end
    pieces.append(original[at:])
    return "".join(pieces)


def unified(original: str, patches: Sequence[Patch], name: str) -> str:
    r"""Gives the unified diff of the patches. Only the lines around them are compared, so that it stays fast.

    >>> print(unified("a\nb\n", [Patch(2, 3, "c")], "x.bib"), end="")
    --- a/x.bib
    +++ b/x.bib
    @@ -1,2 +1,2 @@
     a
    -b
    +c
    """
    old, new = original.splitlines(keepends=True), apply(original, patches).splitlines(keepends=True)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    before = max(head - CONTEXT, 0)
    old_part, new_part = (
        old[before : len(old) - max(tail - CONTEXT, 0)],
        new[before : len(new) - max(tail - CONTEXT, 0)],
    )
    lines = list(unified_diff(old_part, new_part, f"a/{name}", f"b/{name}", n=CONTEXT))
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count
