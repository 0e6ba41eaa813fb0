"""Punctuation where pieces of text meet: doubled marks, blanks, marks beside quotation marks.

Source: https://docs.citationstyles.org/en/stable/specification.html#punctuation-in-quote and the behaviour shown by the
official test suite (punctuation_FullMonty*).
"""

from __future__ import annotations

from pubtrack.csl.runs import Leaf
from pubtrack.csl.variables import DATES

__all__ = ["settle"]

# (left, right) -> what stays. Pairs that are not here both stay.
_MEETING = {
    "..": ".",
    "::": ":",
    ":.": ":",
    ":!": "!",
    ":?": "?",
    ";;": ";",
    ";:": ";",
    ";.": ";",
    ";!": "!",
    ";?": "?",
    "!!": "!",
    "!.": "!",
    "!:": "!",
    "??": "?",
    "?.": "?",
    "?:": "?",
    ",,": ",",
}
_MOVE_IN = ".,!?"
_MARKS = ".,:;!?"


# What an author writes around a cite; its punctuation stays where it was written.
_CITE_AFFIXES = frozenset({"prefix", "suffix"})


def _is_field(leaf: Leaf) -> bool:
    return leaf.role is not None and leaf.role.variable not in DATES and leaf.role.variable not in _CITE_AFFIXES


def _stays_outside(leaf: Leaf) -> bool:
    """Whether a text stays behind a quotation as it is: a comma that the author wrote after a cite."""
    return leaf.role is not None and leaf.role.variable == "suffix" and leaf.text[0] in ",;:"


def _meet(left: Leaf, right: Leaf) -> None:
    """Settles the marks where two neighbouring texts touch."""
    if left.text[-1] == right.text[0] == " ":
        if not (_is_field(left) or _is_field(right)):  # blanks inside field values stay as typed
            right.text = right.text[1:]
        return
    while left.text and right.text:
        stays = _MEETING.get(left.text[-1] + right.text[0])
        if stays is None:
            return
        if stays == left.text[-1]:
            right.text = right.text[1:]
        else:
            left.text = left.text[:-1]


def settle(leaves: list[Leaf], in_quote: bool) -> list[Leaf]:
    """The leaves with punctuation settled.

    Args:
        leaves: Changed in place.
        in_quote: Whether periods and commas go inside a closing quotation mark.
    """
    result: list[Leaf] = []
    for leaf in leaves:
        if not leaf.text:
            continue
        while result:
            if result[-1].quote == "close" and not leaf.quote and not _stays_outside(leaf):
                _after_quote(result, leaf, in_quote)
                break
            _meet(result[-1], leaf)
            if result[-1].text:
                break
            result.pop()
        if leaf.text:
            result.append(leaf)
    return result


def _after_quote(result: list[Leaf], leaf: Leaf, in_quote: bool) -> None:
    """Moves marks that follow a closing quotation mark into the quotation, or drops them where one stands there."""
    cut = len(result)
    while cut and result[cut - 1].quote == "close":
        cut -= 1
    if not cut:
        return
    inner = result[cut - 1]
    moved = inner.quote == "moved"
    while leaf.text and leaf.text[0] in _MARKS:
        mark = leaf.text[0]
        stays = _MEETING.get(inner.text[-1:] + mark)
        if stays and stays == inner.text[-1:] and (moved or mark == stays or (mark == "." and in_quote)):
            leaf.text = leaf.text[1:]
        elif in_quote and mark in _MOVE_IN:
            leaf.text = leaf.text[1:]
            if stays:
                inner.text = inner.text[:-1]
            inner = Leaf(mark, result[cut].inside, result[cut].role)
            inner.quote = "moved"
            result.insert(cut, inner)
            cut += 1
            moved = True
        else:
            return
