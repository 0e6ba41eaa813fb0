"""What the entries of one list have in common: who writes one title in quotes writes the next one in quotes, too.

Each entry is read by itself first. Where most of a list agree on how a title is marked, or on what stands in front of
it, an entry that was read otherwise is read again from the places where the others have theirs.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from pubtrack.readers.prose.items import Entry
from pubtrack.readers.prose.piece_labels import LEAD, Piece
from pubtrack.readers.prose.pieces import ends_with_initials
from pubtrack.readers.prose.references import Reference, read_from
from pubtrack.readers.prose.sections import Placed

__all__ = ["Habit", "alike", "begin_with_titles", "parts_of_lists", "together", "with_title_first"]

FEWEST = 3
"""Entries that make a habit."""
MOST_LISTED = 400
"""Entries that are compared at once: nothing is gained by more, and memory stays small."""
SHARE = 0.6
"""Part of the entries that must agree. Chosen by hand: mixed lists have none."""
LOSS = 1.5
"""How much worse the place of the others may read. Chosen by hand: less than a quote is worth."""
LIST_ROLES = frozenset(("publications", "awards"))
_MARKS = (("em", ("em", "emph", "textit", "textsl")), ("strong", ("strong", "textbf")), ("link", ("link",)))


class Habit(NamedTuple):
    """How a list writes its titles."""

    mark: str | None
    """`quote`, `class`, `em`, `strong`, `link`, `""` for none; None where the list has no habit."""
    behind: str | None
    """What a title stands behind where no mark tells: `start`, `line`, `cell`, `year`, `name`; None for no habit."""
    dotted: bool
    """Some titles hold a full stop."""


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


def alike(entries: list[Entry | None]) -> list[Entry | None]:
    """Gives the entries of a list, those read again that differ from what most have in common."""
    sure = _sure(entries)
    if len(sure) < FEWEST:
        return entries
    habit = _habit(sure)
    return [entry and _as_the_others(entry, habit) for entry in entries]


def _sure(entries: list[Entry | None]) -> list[Entry]:
    listed = (e for e in entries if e and e.placed.role in LIST_ROLES and e.reference.evidence >= 1)
    return [e for e in listed if e.reference.score >= 1]


def begin_with_titles(entries: list[Entry | None]) -> bool:
    """Tells whether the entries of a page name no authors: on a page of one's own the titles often stand first."""
    sure = [e for e in _sure(entries) if e.placed.role == "publications"]
    named = sum(any(p.name >= SURELY_NAMED for p in e.reference.pieces[:2]) and not _joint(e) for e in sure)
    return len(sure) > FEWEST and named <= NAMED * len(sure)


def _joint(entry: Entry) -> bool:
    """`mit Silke Arndt: Fassadenstreit`: who else wrote it says that the owner is left out."""
    return entry.placed.said.folded.lstrip(" *(").startswith(("mit ", "with ", "avec ", "con ", "joint with "))


SURELY_NAMED = 2.2
"""What a piece with initials, or the owner's name, is worth as a name."""
NAMED = 0.1
"""Part of the entries of a page that may begin with a name though the others do not."""


def with_title_first(entry: Entry | None) -> Entry | None:
    """Gives an entry of such a page read from its first piece on, where that reads well enough.

    `Stille Post. Botschaften im Stillleben` begins with what might be a name elsewhere.
    """
    if entry is None or entry.placed.role != "publications" or not 0 < entry.reference.first <= MOST_PIECES:
        return entry
    pieces = entry.reference.pieces
    before = pieces[: entry.reference.first]
    if any(p.before not in ("dot", "dash", "end") for p in pieces[1 : entry.reference.first + 1]):
        return entry
    if any(p.name >= 1.6 or p.number >= 1 or p.note >= 1 or p.venue >= 1.2 or p.spans or p.quoted for p in before):
        return entry
    for piece in before:
        piece.name, piece.known = min(piece.name, 0.3), min(piece.known, 0.3)
    entry.reference.weigh_anew()
    again = read_from(entry.reference, [0])
    if again is None or again.end < entry.reference.end or again.score < entry.reference.score - LOSS:
        return entry
    return replace(entry, reference=again)


MOST_PIECES = 3
"""Pieces in front of a title that may belong to it."""


def _habit(sure: list[Entry]) -> Habit:
    least = max(FEWEST, SHARE * len(sure))
    (mark, count), *_ = Counter(_mark(e.reference.pieces[e.reference.first]) for e in sure).most_common(1)
    (behind, others), *_ = Counter(_place(e.reference.pieces, e.reference.first) for e in sure).most_common(1)
    dots = sum(_first_dot(e.reference) is not None for e in sure)
    return Habit(
        mark if count >= least else None,
        behind if others >= least and behind != "other" else None,
        dots > DOTTED * len(sure),
    )


DOTTED = 0.34
"""Part of the titles of a list that must hold a full stop for it to be no accident. Chosen by hand."""


def _mark(piece: Piece) -> str:
    if piece.quoted:
        return "quote"
    if not piece.spans:
        return ""
    if any(kind.startswith("class:") and "title" in kind for kind in piece.spans):
        return "class"
    return next((name for name, kinds in _MARKS if any(kind in kinds for kind in piece.spans)), "")


def _first_dot(reference: Reference) -> int | None:
    """Gives the first piece of a title that stands behind a full stop."""
    run = range(reference.first + 1, reference.last + 1)
    return next((at for at in run if reference.pieces[at].before == "dot"), None)


def _place(pieces: list[Piece], at: int) -> str:
    """Gives what stands in front of a piece."""
    if not at:
        return "start"
    if pieces[at].before in ("line", "cell"):
        return pieces[at].before
    before = pieces[at - 1]
    if before.year:
        return "year"
    if before.note == LEAD or before.number >= 2:
        return "other"
    return "name" if before.name >= 1.5 else "other"


def _as_the_others(entry: Entry, habit: Habit) -> Entry:
    entry = _begun_alike(entry, habit)
    dot = _first_dot(entry.reference)
    if habit.dotted or dot is None or not _names_venue(entry.reference, dot):
        return entry
    shorter = read_from(entry.reference, [entry.reference.first], dot - 1)
    if shorter is None or shorter.score < entry.reference.score - LOSS:
        return entry
    return replace(entry, reference=shorter)


def _names_venue(reference: Reference, dot: int) -> bool:
    """Tells whether what stands behind the full stop may be a journal: no more than one piece, a number behind it."""
    behind = reference.pieces[reference.last + 1 : reference.last + 3]
    return reference.last - dot <= 2 and any(p.number >= 2 or p.venue >= 1.2 for p in behind)


def _begun_alike(entry: Entry, habit: Habit) -> Entry:
    """Gives the entry with a title that begins where those of the others do."""
    reference = entry.reference
    pieces = reference.pieces
    if habit.mark is None or (not habit.mark and habit.behind is None):
        return entry
    if _fits(pieces, reference.first, habit):
        return replace(entry, kin=1)
    starts = [at for at in range(len(pieces)) if _fits(pieces, at, habit)]
    again = read_from(reference, starts[:MOST_STARTS])
    if again is None or again.score < reference.score - LOSS:
        return replace(entry, kin=-1)
    return replace(entry, reference=again, kin=1)


MOST_STARTS = 6
"""Places of an entry that are tried again."""


def _fits(pieces: list[Piece], at: int, habit: Habit) -> bool:
    if habit.mark:
        return _mark(pieces[at]) == habit.mark and (not at or _mark(pieces[at - 1]) != habit.mark)
    return not _mark(pieces[at]) and _place(pieces, at) == habit.behind
