"""Words in front of a piece that lead into a container: `in:`, `Proceedings of`, `Reihe`."""
# ruff: noqa: E501, SIM905 - tables and patterns, one line each

from __future__ import annotations

import re

__all__ = ["NO_LEADS", "led_into"]

_SERIES_LEAD = re.compile(
    r"(?:\bcoll(?:ection|ana|ección)?\.?|\bcol\.|\b[Rr]eihe|\b[Ss]eri(?:es|e|en)?|\bissue of|\bnumero de|\bnuméro de)[\s:]*[\"“‘'„«]*\s*\Z"
)
"""Behind these words the name of a series or journal follows."""
_IN_LEAD = re.compile(
    r"(?:\b[Ii]n:?|\b[Dd]ans:?|载(?:于)?|刊于|刊登于|发表于|发表在|//|\bIn Proc\.?|\b[Pp]roceedings of)[\s*_]*[\"“‘'„«]*\Z"
)
_STATUS_LEAD = re.compile(
    r"\b(?:(?:under|in) (?:review|revision|preparation|prep)|r&r|(?:re)?submi(?:t|tted)|accepted|invited|forthcoming|to appear|in press|eingereicht|angenommen|enviado|soumis|sometido) (?:at|for|to|by|in|with|bei|a|à|al?|en) ?[*_]*\Z",
    re.IGNORECASE,
)
"""`(under review at *Teaching of Psychology*)`: where a text may appear."""
_LEAD_ENDS: dict[str, tuple[str, ...]] = {}
for _end in "at for to by with bei a à al en in In dans Dans // roc roc. of 于 在 载 coll coll. collection collana colección col. eihe eries erie erien de".split():
    _LEAD_ENDS[_end[-1]] = (*_LEAD_ENDS.get(_end[-1], ()), _end)
"""Last character -> how the words end that lead into the name of a book, journal or series: looked at before the patterns."""
NO_LEADS = frozenset((", ", "; ", " (", ") "))
"""What stands in front of most pieces, and behind no word that leads into anything."""
REACH = 26
"""Characters in front of a piece that may lead into it. Chosen by hand: `revise and resubmit at`."""


def led_into(text: str, first: int, start: int) -> bool:
    """Tells whether the characters in front of a piece say that a container follows."""
    last = start - 1
    while last >= first and text[last] in " \u00a0\n*_:\"“‘'„«":
        last -= 1
    ends = _LEAD_ENDS.get(text[last]) if last >= first else None
    if ends is None or not text.endswith(ends, first, last + 1) or text[start].islower():
        return False
    before = text[max(first, start - REACH) : start]
    return (_IN_LEAD.search(before) or _SERIES_LEAD.search(before) or _STATUS_LEAD.search(before)) is not None
