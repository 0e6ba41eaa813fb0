"""What the pieces of one entry say about where its title begins and ends: found out once, weighed by two tables."""

from __future__ import annotations

from pubtrack.readers.prose.piece_labels import LEAD, STATUS, Piece
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.title_marks import REVIEW_HINTS, TITLE_MARKS
from pubtrack.readers.prose.words import holds_one
from pubtrack.vocab.title_words import SMALL_WORDS

__all__ = ["SHORT", "Back", "Facts", "Front"]

HOPELESS = 1.9
"""A run does not begin with a piece that costs as much (a name with initials): whatever follows, it reads better
alone."""
_GERMAN = frozenset(("und", "der", "die", "das", "des", "im", "zur", "zum", "fur"))
"""Words by which a German text is known, where a full stop often parts title and subtitle."""
SHORT = 14
"""Characters of a piece that is short for the end of a title. Chosen by hand."""
LONG = 12
"""Characters from which on an unexplained piece may be a title itself. Chosen by hand."""

LONGEST_SMALL = 6
"""Characters in which a small word and the space in front of it stand."""
LED = 3.0
"""The venue of a piece that begins with `In:` and a container."""

Cost = tuple[str, float]
"""What a title loses by taking in a piece that is explained otherwise: as what, and how much."""
Front = tuple[str, bool, int, int, int, bool, bool, bool, bool]
"""In front of a piece: the reason next to it; whether names were met, the characters and the pieces that nothing
explains, the venues, whether a year; whether the next one is marked; whether a container is open, and its editors are
named."""
Back = tuple[str, int, bool, bool, bool, bool, bool, bool, bool, bool]
"""Behind a piece: the reason next to it; the characters nothing explains; whether a year, a venue, numbers and names
follow; whether it ends with a small word; whether the next one begins small, is marked, and is followed by a venue."""


class Facts:
    """What is known of the pieces of one entry.

    Args:
        pieces: The pieces.
        placed: Their block.
    """

    __slots__ = ("backs", "chinese", "costs", "fronts", "marked", "pieces", "placed", "reviews", "text")

    def __init__(self, pieces: list[Piece], placed: Placed) -> None:
        self.pieces: list[Piece] = pieces
        self.placed: Placed = placed
        self.text: str = placed.block.text
        self.chinese: bool = placed.said.chinese
        self.marked: bool = bool(placed.block.spans) or any(piece.quoted for piece in pieces)
        self.reviews: bool = self.marked and holds_one(placed.said.folded, REVIEW_HINTS)
        self.costs: list[Cost] = [_cost(piece) for piece in pieces]
        self.fronts: dict[int, Front] = _fronts(pieces, self.costs)
        """Only for pieces a title may begin with; behind `In:` stands the container of the one in front."""
        self.backs: dict[int, Back] = _backs(pieces, self.text, min(self.fronts, default=len(pieces)))
        """Only for pieces a title may end with."""

    @property
    def german(self) -> bool:
        """Tells whether the entry is in German."""
        return not _GERMAN.isdisjoint(self.placed.said.tokens)


def _cost(piece: Piece) -> Cost:
    if piece.quoted:
        return "venue", 1.2 if piece.venue > 2.5 else 0.0
    number = piece.number if piece.parens else piece.number * 0.8
    amount, kind = piece.name * 0.9, "name"
    if piece.venue * 0.7 > amount:
        amount, kind = piece.venue * 0.7, "venue"
    if number > amount:
        amount, kind = number, "number"
    if piece.note * 0.8 > amount:
        amount, kind = piece.note * 0.8, "note"
    return kind, amount


def _hopeless(piece: Piece, cost: float, alone: bool) -> bool:
    """Tells whether no title begins with a piece: a number, a container, a name among other pieces."""
    if (piece.quoted or piece.spans) and not (piece.parens and piece.venue >= 2.6):
        return False  # but "(under review at *Teaching of Ropes*)"
    return piece.number >= 2 or piece.venue >= 2.6 or (cost >= HOPELESS and not alone)


def _fronts(pieces: list[Piece], costs: list[Cost]) -> dict[int, Front]:
    fronts: dict[int, Front] = {}
    alone, before = len(pieces) == 1, None
    unknown = loose = venues = 0
    names = years = led = inside = False
    for index, piece in enumerate(pieces):
        if not (_hopeless(piece, costs[index][1], alone) or (led and fronts)):
            kind, marked = _front_kind(piece, before), before is not None and _is_marked(before)
            edited = inside and before is not None and before.parens and before.note >= 2
            fronts[index] = (kind, names, unknown, loose, venues, years, marked, inside, edited)
        if piece.known < 0.5:
            unknown += piece.end - piece.start
            loose += piece.end - piece.start > LONG
        else:
            if piece.venue >= 1.5:
                venues += piece.venue > piece.name
                inside = inside or (before is not None and piece.venue >= 2.6 and not piece.parens)
                led = led or (before is not None and piece.venue >= LED)
            names, years = names or piece.name >= 1.5, years or bool(piece.year)
        before = piece
    return fronts


def _is_marked(piece: Piece) -> bool:
    return bool(piece.spans) and not TITLE_MARKS.isdisjoint(piece.spans)


def _front_kind(piece: Piece, before: Piece | None) -> str:
    """Gives the reason for what stands in front of a piece."""
    if before is None:
        return "nothing in front"
    if before.note == LEAD:
        return "in in front"  # "In *Comprehensive Chemistry*": where it appeared
    if before.year or (before.parens and before.note >= STATUS):
        return "year in front"  # or "(in press)" in its place
    if before.name >= 1.5:
        return "name in front"
    if before.known < 0.5:
        return "words in front, no stop" if piece.before in ("comma", "colon", "soft") else "words in front"
    return "other in front"


def _backs(pieces: list[Piece], text: str, least: int) -> dict[int, Back]:
    """Gives what stands behind the pieces.

    Args:
        pieces: The pieces.
        text: The text they were cut from.
        least: The first piece that is asked for.
    """
    backs: dict[int, Back] = {}
    unknown = 0
    names = venues = numbers = years = small = marked = venue_next = False
    for end in range(len(pieces) - 1, least - 1, -1):
        piece = pieces[end]
        kind = _behind_kind(pieces, end)
        dangles = text[max(piece.start, piece.end - LONGEST_SMALL) : piece.end].rpartition(" ")[2] in SMALL_WORDS
        backs[end] = (kind, unknown, years, venues, numbers, names, dangles, small, marked, venue_next)
        small, marked = text[piece.start].islower(), _is_marked(piece)
        venue_next = end + 1 < len(pieces) and pieces[end + 1].venue >= 1.2
        if piece.known < 0.5:
            unknown += piece.end - piece.start
            continue
        names, venues = names or piece.name >= 1.5, venues or piece.venue >= 1.2
        years, numbers = years or bool(piece.year), numbers or (piece.number >= 2 and not piece.year)
    return backs


def _behind_kind(pieces: list[Piece], end: int) -> str:
    """Gives the reason for what stands behind a piece."""
    if end + 1 == len(pieces):
        return "nothing behind"
    after = pieces[end + 1]
    if after.note >= 3:
        return "a kind of text behind"
    if after.venue >= 1.0 and after.venue >= after.name:
        led = after.venue >= 3 and pieces[end].before in ("dot", "comma", "close")
        return "container behind" if led else "venue behind"
    if after.name >= 1.5:
        return "name behind"
    if after.known >= 1.5:
        return "number or note behind"
    if subtitle := _subtitle_follows(pieces, end):
        return subtitle
    if after.known < 0.5:
        return "words behind, no stop" if after.before in _NO_STOPS else "words behind"
    return "other behind"


_NO_STOPS = frozenset(("comma", "colon", "span", "dash", "end", "open", "soft"))


def _subtitle_follows(pieces: list[Piece], end: int) -> str:
    """Gives the reason for words behind a full stop that may be a subtitle or a journal; `""` where they are neither.

    `Main title. A longer subtitle, Place: Press`: what stands before a press belongs to the title, what stands before a
    volume may be a journal.
    """
    after = pieces[end + 1]
    if (
        after.before != "dot"
        or max(after.name, after.number, after.note) >= 0.5
        or after.venue >= 0.9
        or after.end - after.start < SHORT
        or after.spans
    ):
        return ""
    behind = next((p for p in pieces[end + 2 : end + 7] if not p.parens), None)
    if behind is None or behind.name >= 1.6 or (behind.known < 1.2 and behind.before != "close"):
        return ""
    return "subtitle behind" if behind.venue >= 1.2 or behind.year else "subtitle or journal behind"
