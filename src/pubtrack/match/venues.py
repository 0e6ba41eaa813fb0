"""What the name of a venue says by itself: its telling words, its kind, the years in it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pubtrack.vocab.venues import (
    CONFERENCE_WORDS,
    JOURNAL_WORDS,
    PREPRINT_WORDS,
    REPORT_WORDS,
    VENUE_ACRONYMS,
    VENUE_NOISE,
)

__all__ = ["NO_VENUE", "YEAR", "VenueFacts", "venue_facts"]

YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
"""A year in a normalised text."""


class VenueFacts(NamedTuple):
    """What a venue's normalised name says by itself; acronyms are written out in `telling` and `text`."""

    venue: str
    words: tuple[str, ...]
    telling: frozenset[str]
    text: str
    kind: str
    years: tuple[int, ...]


@lru_cache(maxsize=4096)
def venue_facts(venue: str) -> VenueFacts:
    """Gives what a venue's name says; records of one journal have the same, so that it is kept.

    >>> venue_facts("proceedings of acl 2019").kind, venue_facts("proceedings of acl 2019").years
    ('conference', (2019,))
    """
    words = venue.split()
    expanded = [x for w in words for x in (VENUE_ACRONYMS[w].split() if w in VENUE_ACRONYMS else (w,))]
    telling = frozenset(w for w in expanded if w not in VENUE_NOISE and not w.isdigit()) or frozenset(expanded)
    text = " ".join(w for w in expanded if w not in VENUE_NOISE) or venue
    kind = _venue_kind(words) or ("conference" if venue in _FULL_NAMES else "")
    return VenueFacts(venue, tuple(words), telling, text, kind, tuple(map(int, YEAR.findall(venue))))


_FULL_NAMES = frozenset(
    name for name in VENUE_ACRONYMS.values() if not name.startswith(("journal", "transactions", "public"))
)
"""Names of conferences written out without the word."""
NO_VENUE = VenueFacts("", (), frozenset(), "", "", ())


def _venue_kind(words: list[str]) -> str:
    """journal, conference, preprint, report or nothing, by the words of the venue's name."""
    have = set(words)
    if have & PREPRINT_WORDS:
        return "preprint"
    if have & REPORT_WORDS:
        return "report"
    if "vldb" in have and have & {"j", "journal", "endowment"}:
        return "journal"
    if have & JOURNAL_WORDS and not have & {"proceedings", "conference", "workshop", "symposium", "conf", "proc"}:
        return "journal"
    return "conference" if have & CONFERENCE_WORDS else ""
