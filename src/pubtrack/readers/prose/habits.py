"""What the entries of one list have in common: who writes one title in quotes writes the next one in quotes, too.

Each entry is read by itself first; what may be its title speaks, as loud as it is likely, for how titles of the list
begin and end. Then each entry is read again, and heeds the others.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pubtrack.readers.prose.items import Entry
from pubtrack.readers.prose.piece_labels import LEAD, Piece
from pubtrack.readers.prose.pieces import ends_with_initials
from pubtrack.readers.prose.references import Reference, read_from, reference_of
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.title_facts import Facts
from pubtrack.readers.prose.title_runs import Run
from pubtrack.readers.prose.words import fold

__all__ = ["alike", "begin_with_titles", "have_initials_last", "parts_of_lists", "together", "with_title_first"]

FEWEST = 3
"""Entries that make a habit."""
MOST_LISTED = 400
"""Entries that are compared at once: nothing is gained by more, and memory stays small."""
SHARE = 0.6
"""Part of the entries that must agree. Chosen by hand: mixed lists have none."""
SAY = (1.0, 1.0, 0.5)
"""How much the logarithm of the share of the others counts beside an entry's own reasons: for how its title begins,
how it ends, and whether it holds a full stop. Source: measured on lists in citation styles, see
docs/decisions/0011-learn-title-weights.md; half as much or twice as much is one point worse."""
DOUBT = 0.3
"""Part of a vote that every way of writing has: nothing is impossible because no other entry does it. Measured
likewise."""
LEAST = 1e-3
"""What is left of a share where sums of fractions do not quite cancel."""
LIST_ROLES = frozenset(("publications", "awards"))
_ITALIC = frozenset(("em", "emph", "textit", "textsl"))
_MARKS = (("em", tuple(_ITALIC)), ("strong", ("strong", "textbf")), ("link", ("link",)))

Way = tuple[str, ...]
"""How a title begins or ends: the marks around it and what stands beside it."""
Votes = Mapping[Way, float]
"""Way -> how likely it is."""


def parts_of_lists(items: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Gives the blocks in order, those below one heading together."""
    for _, group in itertools.groupby(items, key=lambda item: (id(item.heading_block), item.block.kind, item.role)):
        while part := list(itertools.islice(group, MOST_LISTED)):
            yield part


def together(parts: Iterable[list[Placed]]) -> Iterator[list[list[Placed]]]:
    """Gives the lists of a page together, those of a very long one by hundreds of entries: memory stays small."""
    some: list[list[Placed]] = []
    for part in parts:
        some.append(part)
        if sum(map(len, some)) >= MOST_LISTED:
            yield some
            some = []
    if some:
        yield some


def have_initials_last(part: list[Placed]) -> bool:
    """Tells whether the names of a list end with their initials, by those of its entries that have several."""
    if part[0].role not in LIST_ROLES or len(part) < FEWEST:
        return False
    return sum(ends_with_initials(item.block.text) for item in part) >= max(2, 0.4 * len(part))


def alike(lists: list[list[Entry | None]]) -> list[list[Entry | None]]:
    """Gives the lists of a page, each entry read as what it has in common with the others of its list tells.

    Where a list is short, its entries heed those of all lists of the page; reviews name who wrote the book.
    """
    votes = {id(entry): _votes(entry.reference) for entry in _voters(itertools.chain(*lists))}
    page = _Poll(list(votes.values()))
    return [_alike(entries, votes, page) for entries in lists]


def _alike(entries: list[Entry | None], votes: dict[int, Votes], page: _Poll) -> list[Entry | None]:
    voters = [votes[id(entry)] for entry in entries if id(entry) in votes]
    short = len(voters) < FEWEST
    reviews = short and any(entry and entry.placed.kind == "review-book" for entry in entries)
    poll = page if short else _Poll(voters)
    if not voters or poll.voters < FEWEST or reviews:
        return entries
    heeding = [entry and _heeding(entry, votes.get(id(entry), {}), poll) for entry in entries]
    return heeding if short else _with_kin(heeding)


class _Poll:
    """What some entries vote for together."""

    def __init__(self, votes: list[Votes]) -> None:
        self.voters = len(votes)
        self.counted: defaultdict[Way, float] = defaultdict(float)
        for vote in votes:
            for way, share in vote.items():
                self.counted[way] += share

    def without(self, own: Votes, ways: Iterable[Way]) -> Iterator[float]:
        """Gives the share of each way among the others, for an entry with votes of its own."""
        others = self.voters - bool(own)
        for way in ways:
            share = (self.counted.get(way, 0.0) - own.get(way, 0.0) + DOUBT) / (others + DOUBT)
            yield max(share, LEAST)


def _votes(reference: Reference) -> Votes:
    """Gives how likely each way to write is for the title of an entry."""
    votes: defaultdict[Way, float] = defaultdict(float)
    odds = [math.exp(run.worth - reference.runs[0].worth) for run in reference.runs]
    whole = sum(odds)
    for run, chance in zip(reference.runs, odds, strict=True):
        for way in _ways(reference.pieces, run):
            votes[way] += chance / whole
    return votes


def _heeding(entry: Entry, own: Votes, poll: _Poll) -> Entry:
    """Gives an entry with the run that is best by its own reasons and by what the others do."""
    reference = entry.reference
    if len(reference.runs) == 1:
        return entry

    def worth(run: Run) -> float:
        shares = poll.without(own, _ways(reference.pieces, run))
        return run.worth + sum(say * math.log(share) for say, share in zip(SAY, shares, strict=True))

    best = max(reference.runs, key=worth)
    if (best.first, best.last) == (reference.first, reference.last):
        return entry
    return replace(entry, reference=reference_of(Facts(reference.pieces, entry.placed), reference.runs, best))


def _with_kin(entries: list[Entry | None]) -> list[Entry | None]:
    """Notes which titles begin as most do."""
    fronts = [entry and _front(entry.reference.pieces, entry.reference.first) for entry in entries]
    counted = Counter(front for front in fronts if front)
    most, count = counted.most_common(1)[0]
    if count < max(FEWEST, SHARE * counted.total()):
        return entries
    return [
        entry and replace(entry, kin=1 if front == most else -1) for entry, front in zip(entries, fronts, strict=True)
    ]


def _ways(pieces: list[Piece], run: Run) -> tuple[Way, Way, Way]:
    """Gives how a run begins, how it ends, and whether it holds a full stop."""
    stop = any(piece.before == "dot" for piece in pieces[run.first + 1 : run.last + 1])
    return _front(pieces, run.first), _behind(pieces, run.last), ("stop" if stop else "no stop",)


def _front(pieces: list[Piece], at: int) -> Way:
    """Gives the mark in front of a piece, what stands before it, and how it is marked itself.

    Names and other words are not told apart: an unknown name in one entry stands where known ones do in others.
    """
    piece, before = pieces[at], pieces[at - 1] if at else None
    kind = "nothing" if before is None else "in" if before.note == LEAD else "year" if before.year else "words"
    return "begins", piece.before, kind, _mark(piece)


def _behind(pieces: list[Piece], at: int) -> Way:
    """Gives the mark behind a piece and what follows: a number, words, words in italics.

    A title with a remark in brackets at its end (`Wet sails (Tarn). Report`) ends as the others do.
    """
    if at + 1 == len(pieces):
        return ("ends",)
    after = pieces[at + 1]
    italic = not _ITALIC.isdisjoint(after.spans)
    mark = "dot" if after.before == "close" and pieces[at].parens else after.before
    return "ends", mark, "number" if after.number >= 2 else "words", "italic" if italic else ""


def _mark(piece: Piece) -> str:
    if piece.quoted:
        return "quote"
    if not piece.spans:
        return ""
    if any(kind.startswith("class:") and "title" in kind for kind in piece.spans):
        return "class"
    return next((name for name, kinds in _MARKS if any(kind in kinds for kind in piece.spans)), "")


def _voters(entries: Iterable[Entry | None]) -> list[Entry]:
    return [e for e in entries if e and e.placed.role in LIST_ROLES and e.reference.evidence >= 1]


LOSS = 1.5
"""How much worse a title may read that begins with the first piece. Chosen by hand: less than a quote is worth."""


def begin_with_titles(entries: list[Entry | None]) -> bool:
    """Tells whether the entries of a page name no authors: on a page of one's own the titles often stand first."""
    voters = _voters(entries)
    sure = [e for e in voters if e.placed.role == "publications" and e.reference.score >= 1]
    fronts = Counter(_first_words(e) for e in sure)
    named = sum(_is_named(e) and not _joint(e) for e in sure)
    again = sum(count for front, count in fronts.items() if front and count >= FEWEST)
    return len(sure) > FEWEST and named + again <= NAMED * len(sure)


def _is_named(entry: Entry) -> bool:
    """Tells whether an entry begins with a name that has initials, or with two names in a row."""
    begin = [piece for piece in entry.reference.pieces[:2] if not piece.parens]
    if any(piece.name >= SURELY_NAMED for piece in begin):
        return True
    return len(begin) > 1 and begin[1].before == "comma" and all(piece.name >= LIKELY_NAMED for piece in begin)


def _first_words(entry: Entry) -> str:
    """Gives the first piece where it may be a name: one that begins several entries is no title."""
    first = entry.reference.pieces[0]
    return fold(entry.placed.block.text[first.start : first.end]) if first.name >= 1 else ""


def _joint(entry: Entry) -> bool:
    """`mit Silke Arndt: Fassadenstreit`: who else wrote it says that the owner is left out."""
    return entry.placed.said.folded.lstrip(" *(").startswith(("mit ", "with ", "avec ", "con ", "joint with "))


SURELY_NAMED = 2.2
"""What a piece with initials, or the owner's name, is worth as a name."""
LIKELY_NAMED = 1.5
"""What two plain names in a row are worth each, at least."""
NAMED = 0.1
"""Part of the entries of a page that may begin with a name though the others do not."""


def with_title_first(entry: Entry | None) -> Entry | None:
    """Gives an entry of such a page read from its first piece on, where that reads well enough.

    `Stille Post. Botschaften im Stillleben` begins with what might be a name elsewhere.
    """
    if (
        entry is None
        or entry.placed.role != "publications"
        or entry.placed.kind == "review-book"
        or not 0 < entry.reference.first <= MOST_PIECES
    ):
        return entry
    pieces = entry.reference.pieces
    before = pieces[: entry.reference.first]
    if any(p.before not in ("dot", "dash", "end") for p in pieces[1 : entry.reference.first + 1]):
        return entry
    if any(p.name >= 1.6 or p.number >= 1 or p.note >= 1 or p.venue >= 1.2 or p.spans or p.quoted for p in before):
        return entry
    for piece in before:
        piece.name, piece.known = min(piece.name, 0.3), min(piece.known, 0.3)
    again = read_from(entry.placed, pieces, 0, entry.reference.last)
    if again is None or again.score < entry.reference.score - LOSS:
        return entry
    return replace(entry, reference=again)


MOST_PIECES = 3
"""Pieces in front of a title that may belong to it."""
