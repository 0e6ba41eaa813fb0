"""Quotes around a journal: 《...》, «...» and „...” behind a title, with an issue or a year behind them."""

# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.piece_labels import Piece

__all__ = ["is_container"]

_CHINESE_ISSUE = re.compile(r"》\W{0,2}(?:\d{4}\s?年|第\s?\d|\d{4}[,，(（]|[(（]\d{4})")
"""Behind 《...》 these mark a journal."""
_ISSUE = re.compile(r"\s?[»”“]\s?,?\s(?:\(?\d{1,4}\)?[ ,]|\()")
"""Behind «...» and „...” these mark a journal where a title stands in front of it."""


_OF_ANOTHER = re.compile(
    r"\b(?:(?:version|translation|revision|summary|reprint|part|update) of|(?:fassung|übersetzung|teil) von|(?:versión|traducción|parte) de|(?:version|traduction) de)\W*\Z",
    re.IGNORECASE,
)
"""`extended version of “A”`: what is quoted behind a title is another text."""
REACH = 40
"""Characters in front of a quote that say so."""


def is_container(text: str, piece: Piece, before: list[Piece]) -> bool:
    """Tells whether a quoted piece is a journal: 《...》 or «...» with an issue behind it and, in the West, a title before."""
    mark = text[piece.start - 1 : piece.start]
    if mark == "《":
        if before and _PRINTED_IN.search(text, max(0, piece.start - REACH), piece.start - 1):
            return True
        issue = _CHINESE_YEAR if _behind_chinese_title(text, piece, before) else _CHINESE_ISSUE
        return issue.match(text, piece.end) is not None
    title = any(max(p.name, p.number, p.note) < 1 and p.end - p.start >= LONG for p in before)
    if title and _OF_ANOTHER.search(text[max(0, piece.start - REACH) : piece.start - 1]):
        return True
    return mark in ("«", "„") and title and _ISSUE.match(text, piece.end) is not None


_PRINTED_IN = re.compile(
    r"[，,。.；;）)》」”]\s?(?:原?载于?|刊(?:载|登|发)?于|收[入录]于?|收录在|见于?|发表[于在]|發表於|載於?|收入)[^《》，,。；;]{0,24}[：:]?\s?\Z"
)
"""`，载江涛等编著：《...》`: the book or journal something is printed in."""
_CHINESE_YEAR = re.compile(r"》[\W_]{0,3}(?:[(（][^()（）]{2,12}[)）][\W_]{0,4})?(?:19|20)\d\d")
"""Behind 《...》 a year, an edition of the journal before it perhaps: `《交通大学学报》（社会科学版）, 2024`."""


def _behind_chinese_title(text: str, piece: Piece, before: list[Piece]) -> bool:
    """Tells whether a title without marks stands in front of 《...》, and something that parts the two."""
    parted = text[: piece.start - 1].rstrip()[-1:] in "。，,.)）」；;"
    return parted and any(max(p.name, p.number, p.note) < 1 and p.end - p.start >= LONG_CHINESE for p in before)


LONG_CHINESE = 10
"""Characters of a Chinese piece that is more than a name. Chosen by hand: names and offices are shorter."""
LONG = 20
"""Characters of a piece that is more than a name or a note. Chosen by hand."""
