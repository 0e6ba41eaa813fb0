"""Lists that no heading names: where most entries read like references, the list is one of publications."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from pubtrack.readers.prose.items import Entry, read_item
from pubtrack.readers.prose.references import Reference
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.spoken import is_spoken
from pubtrack.readers.prose.telling import is_prose

__all__ = ["as_publications", "unnamed_publications"]

FEWEST = 3
"""Entries that are works beyond doubt and make a list one of works."""
SHARE = 0.5
"""Part of the entries that they must be. Chosen by hand: in a text with references here and there they are fewer."""
SHORTEST = 40
"""Characters of a block that counts as an entry; chosen by hand, shorter ones are labels and links."""


def unnamed_publications(lists: list[list[Placed]], entries: list[list[Entry | None]]) -> list[int]:
    """Gives which lists of a page are of publications though no heading says so.

    `Urban and Local Policies` over a list says nothing; that its entries have authors, title, venue and year does.
    Lists that only years part are one.

    Args:
        lists: Blocks that stand together.
        entries: The references they may be, in the same order; None for those that are none.
    """
    alike: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for index, part in enumerate(lists):
        if not part[0].role and not all(item.is_heading for item in part):
            alike[id(part[0].heading_block), part[0].block.kind].append(index)
    return [
        index
        for indexes in alike.values()
        if _are_works([item for i in indexes for item in lists[i]], [entry for i in indexes for entry in entries[i]])
        for index in indexes
    ]


def _are_works(items: list[Placed], entries: list[Entry | None]) -> bool:
    needed = max(FEWEST, SHARE * sum(len(item.block.text) >= SHORTEST for item in items))
    likely = [entry for entry in entries if entry is not None]
    return len(likely) >= needed and sum(_is_sure(entry) for entry in likely) >= needed


def _is_sure(entry: Entry) -> bool:
    """Tells whether an entry is a work, or would be one but that nobody is named: the owner of a page often is not."""
    placed, reference = entry.placed, entry.reference
    if read_item(entry)[0]:
        return True
    if is_prose(placed, reference.start, reference.end) or is_spoken(placed, reference):
        return False
    if _has_volume_and_pages(reference) or _is_signed_quote(reference):
        return True
    marked = bool(reference.pieces[reference.first].spans)
    return marked and reference.evidence >= EVIDENCE - (placed.year is not None) and reference.score >= SCORE


def _has_volume_and_pages(reference: Reference) -> bool:
    """Tells whether two numbers that are no years stand behind a title: `Lecciones y ensayos, vol. 32, pp. 157-168`."""
    behind = reference.pieces[reference.last + 1 :]
    return reference.evidence >= 2 and sum(p.number >= 2 and p.year is None for p in behind) >= 2


def _is_signed_quote(reference: Reference) -> bool:
    """Tells whether names alone stand before a quoted title that is dated or placed: `Olm, Berta. «Sal.» 2019`."""
    before = reference.pieces[: reference.first]
    signed = bool(before) and all(piece.name >= LIKE_NAME for piece in before)
    return signed and reference.pieces[reference.first].quoted and reference.evidence >= 1


LIKE_NAME = 0.7
"""How much a piece reads like a name that may be one: `Berta`."""
EVIDENCE, SCORE = 3, 1.5
"""What stands around the marked title of such an entry (one kind less below a year), and how much it reads like one."""


def as_publications(part: list[Placed]) -> list[Placed]:
    """Gives the blocks as those below the heading `Publications`."""
    return [replace(item, role="publications") for item in part]
