"""Who stands first in an entry: a body, families in capitals, a family name and a first name before a colon."""
# ruff: noqa: E501, SIM905 - tables and patterns, one line each

from __future__ import annotations

import itertools
import re

from pubtrack.readers.prose.piece_labels import Piece
from pubtrack.readers.prose.words import fold

__all__ = ["mark_authors", "mark_winner"]


def mark_winner(pieces: list[Piece], text: str, *, reviewed: bool = False) -> None:
    """`2024 Anneliese Brook, A Manual of Leaf-Mining Flies (CSIRO)`: below the name of a prize who got it stands first.

    Args:
        pieces: The pieces of the entry.
        text: Its words.
        reviewed: It is a review: who wrote the book stands first, and a colon may follow.
    """
    first = next((at for at, piece in enumerate(pieces) if piece.number < 2 and not piece.year), None)
    if first is None or first + 1 >= len(pieces):
        return
    piece, after = pieces[first], pieces[first + 1]
    names = _AND.split(text[piece.start : piece.end])
    parted = after.before == "comma" or (reviewed and after.before == "colon" and piece.name >= 1)
    titled = parted and (not text[after.start].islower() or "link" in piece.spans)
    if titled and piece.name < 2.2 and all(_TWO_NAMES.fullmatch(name) for name in names):
        piece.name, piece.known = 2.2, max(piece.known, 2.2)


_AND = re.compile(r" (?:and|&|und|et|y) ")
_TWO_NAMES = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ]\.?)? (?:(?:de|van|von|la|del|der) )*[A-ZÀ-Þ][\w'’-]+")


def mark_authors(pieces: list[Piece], text: str) -> None:
    """Makes names of the first pieces of an entry where only their order and marks say that they are."""
    dated = len(pieces) > 2 and pieces[2].before == "open" and bool(pieces[2].year)
    if len(pieces) > 2 and (pieces[2].before == "colon" or dated) and pieces[1].before == "comma":
        _author_first(pieces, text)
    if len(pieces) > 1:
        _capital_families(pieces, text)
        _body_first(pieces, text)


def _body_first(pieces: list[Piece], text: str) -> None:
    """`Intergovernmental Panel on Climate Change. Summary for policymakers. In: ...`: a body in the place of authors."""
    first, second = pieces[0], pieces[1]
    if (
        first.before != "start"
        or first.quoted
        or first.spans
        or first.name >= 1.6
        or second.before not in ("dot", "open")
    ):
        return
    words = text[first.start : first.end]
    titled = any(max(p.name, p.venue, p.number, p.note) < 0.5 and p.end - p.start >= LONG_ENOUGH for p in pieces[1:4])
    if titled and words[0].isupper() and len(words.split()) <= MOST_OF_BODY and _ends_as_body(words):
        first.name, first.venue = 2.0, 0.0


MOST_OF_BODY, LONG_ENOUGH = 9, 12
"""Words of the name of a body; characters of what stands behind it as title."""


def _ends_as_body(words: str) -> bool:
    """Tells whether words in capitals hold one that only bodies have, and nothing asks or explains."""
    parts = fold(words).split()
    capital = all(w[0].isupper() or len(w) <= 4 for w in words.split())
    return len(parts) > 1 and capital and not BODY_NOUNS.isdisjoint(parts)


BODY_NOUNS = frozenset(
    "agency authority board bureau center centre cern commission committee council department federation fund inc institute international ministry nations office organisation organization panel secretariat union agencia instituto ministerio ministere institut bundesamt behorde agence".split()
)
"""Nouns of bodies that sign reports."""


def _capital_families(pieces: list[Piece], text: str) -> None:
    """`BARICHELLO, Eugenia Mariano da Rocha; STASIAK, Daiane. Apontamentos`: names as ABNT writes them."""
    for at, (family, given) in enumerate(itertools.pairwise(pieces)):
        first = family.before == "start" or (family.before in ("semi", "comma") and at and pieces[at - 1].name >= 2.2)
        if not first:
            return
        if (
            given.before == "comma"
            and _IN_CAPITALS.fullmatch(text, family.start, family.end)
            and _GIVEN.fullmatch(text, given.start, given.end)
        ):
            family.name = given.name = 2.4
            family.venue = given.venue = 0.0
            if at + 2 < len(pieces) and pieces[at + 2].before == "dot":
                pieces[at + 2].name = min(pieces[at + 2].name, 0.3)
        elif family.name < 2.2:
            return


_IN_CAPITALS = re.compile(r"(?:[A-ZÀ-Þ]{2,}[-'’ ]?){1,4}")
_GIVEN = re.compile(
    r"[A-ZÀ-Þ][a-zà-ÿ'’-]+(?: (?:(?:d[aeo]s?|del|e|von|van) )?(?:[A-ZÀ-Þ][a-zà-ÿ'’-]+|[A-ZÀ-Þ]\.?)){0,4}"
)


def _author_first(pieces: list[Piece], text: str) -> None:
    """`Gramsch, Robert: Erfurter Juristen`, `Gramsch, Robert (2019)`: family name, first name, colon or year."""
    family, given = pieces[:2]
    words = text[family.start : family.end]
    if min(family.name, given.name) >= 0.7 and len(words.split()) <= 2 and max(family.name, given.name) < 2.3:
        family.name = given.name = 2.3
