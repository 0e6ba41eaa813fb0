"""What speaks for and against the title of an entry being that of a work: named reasons, each with a learned weight.

`title_reasons` finds which run of an entry is its title, if it is a reference at all. Whether it is one is asked
here: of where the entry stands, what its title looks like, and what stands around it. Each reason is a number between
-1 and 1 or so; their weighed sum is the logarithm of the odds.
"""

from __future__ import annotations

import re

from pubtrack.readers.prose.blurbs import tells_of_a_text
from pubtrack.readers.prose.piece_labels import Piece
from pubtrack.readers.prose.references import Reference
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import title_shape
from pubtrack.readers.prose.telling import is_prose
from pubtrack.readers.prose.words import is_cjk
from pubtrack.readers.prose.work_weights import ALWAYS, WEIGHTS

__all__ = ["log_odds", "reasons_for"]


def log_odds(placed: Placed, reference: Reference, kin: int) -> float:
    """Gives the logarithm of the odds that the title of an entry is that of a work; 0 is even.

    Args:
        placed: The block.
        reference: Its title, and what stands around it.
        kin: 1 where the title is written as most titles of the list are, -1 where they have a habit it does not share.
    """
    reasons = reasons_for(placed, reference, kin)
    return ALWAYS + sum([WEIGHTS[reason] * amount for reason, amount in reasons.items() if amount])


def reasons_for(placed: Placed, reference: Reference, kin: int) -> dict[str, float]:
    """Gives every reason with its amount; takes what `log_odds` does."""
    pieces, text = reference.pieces, placed.block.text
    return {
        **{section: placed.role == role for role, section in _SECTIONS.items()},
        "a row of a table": placed.block.kind == "row",
        "called a title": "title" in placed.block.label.lower(),
        "told": placed.role == "publications" and is_prose(placed, reference.start, reference.end),
        "a remark": _is_remark(placed, reference),
        "kin": kin,
        **_looks(text[reference.start : reference.end]),
        **_marks(pieces[reference.first]),
        **_around(pieces[: reference.first], _IN_FRONT),
        **_around(pieces[reference.last + 1 :], _BEHIND),
        **_whole(reference, text),
    }


_SECTIONS = {role: f"in {role}" for role in ("publications", "education", "appointments", "about")}


def _looks(title: str) -> dict[str, float]:
    """Gives the reasons in the words of a title."""
    words = len(title) // 2 if is_cjk(title) else title.count(" ") + 1
    digits = len(_DIGIT.findall(_YEARS.sub("", title))) if _DIGIT.search(title) else 0
    return {
        "words": words / 12 if words < 12 else 1,
        "one or two words": words <= 2,
        "three or four words": 2 < words <= 4,
        "more than 25 words": words > 25,
        "shape": title_shape(title),
        "colon": ":" in title[1:-1],
        "begins small": title[:1].islower(),
        "digits": digits / 6 if digits < 6 else 1,
    }


_YEARS = re.compile(r"\b(?:1\d|20)\d\d\b", re.ASCII)
"""Years may stand in any title: `Die Stadt und der Tod 1348–1520`."""
_DIGIT = re.compile("[0-9]")


def _marks(begin: Piece) -> dict[str, float]:
    """Gives the reasons in how a title is set off."""
    spans = begin.spans
    return {
        "quoted": begin.quoted,
        "link": "link" in spans,
        "italic": bool(spans) and not _ITALIC.isdisjoint(spans),
        "class of titles": "title" in " ".join(spans),
    }


_ITALIC = frozenset(("em", "emph", "textit"))


def _around(pieces: list[Piece], names: tuple[str, ...]) -> dict[str, float]:
    """Gives the reasons in the pieces on one side of a title."""
    unknown = venue = note = 0.0
    person = year = number = False
    for piece in pieces:
        if piece.known < 0.5:
            unknown += piece.end - piece.start
            continue
        person = person or piece.name >= 1.5
        year = year or piece.year is not None
        number = number or (piece.number >= 2 and piece.year is None)
        venue = piece.venue if piece.venue > venue else venue
        note = piece.note if piece.note > note else note
    unexplained = unknown**0.5 / MOST_UNEXPLAINED if unknown < MOST_UNEXPLAINED**2 else 1
    return dict(zip(names, (not pieces, person, year, number, venue / 3, note / 3, unexplained), strict=True))


MOST_UNEXPLAINED = 15
"""The root of the characters beside a title that nothing explains; more of them say nothing more."""
_PARTS = ("nothing", "names", "year", "numbers", "venue", "note", "unexplained")
_IN_FRONT, _BEHIND = (tuple(f"{part} {where}" for part in _PARTS) for where in ("in front", "behind"))


def _whole(reference: Reference, text: str) -> dict[str, float]:
    """Gives the reasons in the entry as a whole, and in how surely the title was chosen."""
    runs, worth, pieces, length = reference.runs, reference.worth / 10, len(reference.pieces), len(text)
    lead = runs[0].worth - runs[1].worth if len(runs) > 1 else MOST_LEAD
    return {
        "worth": -0.5 if worth < -0.5 else worth if worth < 1 else 1,
        "lead": 0 if lead < 0 else lead / MOST_LEAD if lead < MOST_LEAD else 1,
        "pieces": pieces / 15 if pieces < 15 else 1,
        "length": length**0.5 / 30 if length < 900 else 1,
        "share": (reference.end - reference.start) / length,
    }


MOST_LEAD = 4.0
"""How far the best run may be ahead of the next and still gain by it. Runs further behind are not kept."""


def _is_remark(placed: Placed, reference: Reference) -> bool:
    """Tells whether a paragraph is about the work above it: sentences without names, year or venue around."""
    title, text = reference.pieces[reference.first], placed.block.text
    if placed.block.kind != "para" or reference.evidence >= 2 or title.quoted or title.spans:
        return False
    if tells_of_a_text(text):
        return True
    if reference.evidence or reference.first:
        return False
    return text.rstrip().endswith((".", "!", "?", "。")) and len(reference.pieces) > reference.last + 1
