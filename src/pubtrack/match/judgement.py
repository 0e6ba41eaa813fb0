"""A verdict with the measures it rests on, and what those of a reference string tell."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pubtrack.match.features import Row
from pubtrack.match.policy import PLAIN
from pubtrack.match.prepare import Prepared
from pubtrack.match.textual import TEXT_NAMES, names_everybody

Verdict = Literal["same", "version", "unsure", "different"]
"""`same`: one work in one version. `version`: one work, another version of it (preprint, journal, edition,
translation). `unsure`: a person must look. `different`: another work."""

RANK: dict[Verdict, int] = {"same": 0, "version": 1, "unsure": 2, "different": 3}
"""The verdicts, the nearest first."""


class Judgement(NamedTuple):
    """A verdict with the measures it rests on."""

    verdict: Verdict
    probability: float
    card: str
    row: Row | None
    """None where nothing is alike and nothing was measured."""
    reasons: tuple[str, ...]
    """Names of the rules that decided, strongest first; empty where the points alone did."""


_TITLE_IN_TEXT, _PAGE_IN_TEXT = TEXT_NAMES.index("title words in the text"), TEXT_NAMES.index("first page in the text")
_TOLD = ("authors in the text", "first author in the text", "year in the text", "volume in the text",
         "first page in the text", "venue in the text", "authors in their order", "all authors in the text",
         "initials of the first author", "first author at the head", "last page in the text")  # fmt: skip
_TELLING = tuple(TEXT_NAMES.index(name) for name in _TOLD)
_UNEXPLAINED = TEXT_NAMES.index("share of the text unexplained")
_AGREEING, _EVERYBODY = TEXT_NAMES.index("numbers agreeing"), TEXT_NAMES.index("all authors in the text")
_VOLUME_IN_TEXT = TEXT_NAMES.index("volume in the text")
_AUTHORS = TEXT_NAMES.index("authors in the text")
_IN_ORDER = TEXT_NAMES.index("authors in their order")
_STATED = tuple(TEXT_NAMES.index(name) for name in ("year in the text", "volume in the text", "first page in the text"))
_VENUE_IN_TEXT = TEXT_NAMES.index("venue in the text")


def names_no_title(said: Judgement) -> bool:
    """True where a reference string and a record were compared, and the string does not name the record's title."""
    if said.card != "text" or said.row is None:
        return False
    return (said.row[_TITLE_IN_TEXT] or 0) < PLAIN["title in text"]


def names_page(said: Judgement) -> bool:
    """True where a reference string and a record were compared, and the string names the record's first page."""
    return said.card == "text" and said.row is not None and said.row[_PAGE_IN_TEXT] == 1.0


def fits_better(said: Judgement, other: Judgement) -> bool:
    """True where a reference string agrees with one record in something more than with another, and in nothing less."""
    if said.card != "text" or other.card != "text" or said.row is None or other.row is None:
        return False
    gaps = [x - y for i in _TELLING if (x := said.row[i]) is not None and (y := other.row[i]) is not None]
    left = (other.row[_UNEXPLAINED] or 0) - (said.row[_UNEXPLAINED] or 0)
    gaps.append(left if abs(left) >= PLAIN["unexplained"] else 0)
    return max(gaps) > 0 <= min(gaps)


def leaves_less(said: Judgement, other: Judgement) -> bool:
    """True where one record names people and leaves less of a reference string unexplained than another one does."""
    if said.card != "text" or other.card != "text" or said.row is None or other.row is None:
        return False
    named = said.row[_AUTHORS] == 1.0 and said.row[_VENUE_IN_TEXT] == 1.0
    return named and (other.row[_UNEXPLAINED] or 0) - (said.row[_UNEXPLAINED] or 0) >= PLAIN["left of a part"]


def left_open(a: Prepared, b: Prepared, row: Row) -> str | None:
    """What makes a question of a reference string that seems to mean a record; None where nothing does.

    Source: among the strings that `tools/train_matching.py` learns from, with lists that hold the right record and
    lists that do not, about four were wrong for each right one where one of these holds.
    """
    text, record = (a, b) if a.is_text else (b, a)
    if (row[_UNEXPLAINED] or 0) > PLAIN["unexplained"]:  # names that the record lacks, or has in a better hand
        nobodys = text.names_first and not record.n_authors and (row[_AGREEING] or 0) <= 1
        return "people are named, and the record has none" if nobodys else None
    if text.ranges and not (record.page or record.volume or record.venue):
        return "pages are named, and the record is a whole book"
    if (row[_TITLE_IN_TEXT] or 0) >= PLAIN["title in text"]:
        return None
    if (row[_EVERYBODY] or 1) < 1:
        return "not all the authors are named"
    left_out = (record.page and row[_PAGE_IN_TEXT] is None) or (record.volume and row[_VOLUME_IN_TEXT] is None)
    return "volume or page is not named" if left_out else None


def told_in_full(a: Prepared, b: Prepared, row: Row) -> bool:
    """True where a string names all authors of a record in their order and its venue, and nothing in it disagrees.

    Beside a single author hardly a word may be left.
    """
    text, record = (a, b) if a.is_text else (b, a)
    if not record.n_authors or (text.years and not record.years) or (row[_VENUE_IN_TEXT] or 0) < 1:
        return False
    if row[_IN_ORDER] == 0.0 or not all(row[i] in (None, 1.0) for i in _STATED):
        return False
    rest = PLAIN["unexplained of all" if record.n_authors > 1 else "unexplained"]
    return (row[_UNEXPLAINED] or 0) <= rest and names_everybody(text, record)
