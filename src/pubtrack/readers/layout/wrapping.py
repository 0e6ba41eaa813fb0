"""At which width were the lines of a text broken, so that their ends say nothing?"""

# ruff: noqa: E501 - one line each
from __future__ import annotations

import itertools
import re
from collections.abc import Callable

__all__ = ["had_no_room", "wrapped_at"]

FEWEST_WRAPPED = 4
"""Line ends inside paragraphs that tell whether a text was wrapped."""
WRAPPED = 0.6
"""Part of them that had no room for the next word. Chosen by hand: where each line is a field of its own, a fifth are long."""
DEEPEST_HANGING = 24
"""Blanks in front of a line that goes on from the one before; deeper ones set it to the right, as page heads do."""


def _first_word(line: str) -> int:
    """Gives the length of the first word of a line."""
    words = line.split(None, 1)
    return len(words[0]) if words else 0


def wrapped_at(lines: list[str], begins: Callable[[str], object]) -> int:
    """Gives the width at which most lines were broken because the next word had no room, 0 where there is none.

    Args:
        lines: The lines of a text.
        begins: Tells whether a line begins an entry of a list, so that the end of the one before counts for nothing.

    >>> wrapped_at(["a line that is", "as wide as all", "the other lines", "of this little", "text."], str.isdigit)
    15
    """
    pairs = [
        (len(line), len(line) + 1 + _first_word(below))
        for line, below in itertools.pairwise(lines)
        if line.strip() and below.strip() and not begins(below)
    ]
    if len(pairs) < FEWEST_WRAPPED:
        return 0
    width = sorted(length for length, _ in pairs)[int(len(pairs) * 0.9)]
    full = sum(1 for _, needed in pairs if needed > width)
    return width if full >= WRAPPED * len(pairs) else 0


_DATED = re.compile(r"\s*(?:19|20)\d\d\b")
"""A year at the beginning of a line may begin an entry however long the line before is."""


def had_no_room(length: int, line: str, width: int) -> bool:
    """Tells whether a line of some length had no room for the first word of the next one.

    >>> had_no_room(15, "other words", 18), had_no_room(15, "a word", 18)
    (True, False)
    """
    if not width or len(line) - len(line.lstrip()) > DEEPEST_HANGING or _DATED.match(line):
        return False
    return length + 1 + _first_word(line) > width
