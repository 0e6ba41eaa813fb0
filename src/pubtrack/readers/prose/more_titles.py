"""Further titles in one entry, beside the one its reference has: linked ones, those of others, those behind a semicolon."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

from dataclasses import replace

from pubtrack.readers.prose.found import FoundWork
from pubtrack.readers.prose.hosts import is_scholarly
from pubtrack.readers.prose.link_labels import is_label_of_link
from pubtrack.readers.prose.meetings import names_meeting
from pubtrack.readers.prose.references import Reference
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import title_shape

__all__ = ["titles_beside"]


def titles_beside(placed: Placed, reference: Reference, works: list[FoundWork]) -> list[FoundWork]:
    """Gives the works an entry names beside those of its reference.

    Args:
        placed: The entry.
        reference: Its reference.
        works: The works of the reference, the first one its title.
    """
    further = _of_others(placed, reference, works[0]) + _linked_beside(placed, reference, works)
    return further + _next_references(placed, reference)


def _linked_beside(placed: Placed, reference: Reference, works: list[FoundWork]) -> list[FoundWork]:
    """`Two new preprints: [A](https://arxiv.org/...) and [B](https://www.biorxiv.org/...)`: other links that lead to papers."""
    if placed.role == "publications" or not is_scholarly(reference.pieces[reference.first].href):
        return []
    taken = {at for work in works for at in range(work.start, work.end)}
    found = []
    for piece in reference.pieces:
        words = placed.block.text[piece.start : piece.end]
        if (
            piece.start not in taken
            and is_scholarly(piece.href)
            and len(words.split()) >= FEWEST_LINKED
            and title_shape(words) >= LIKELY_TITLE
            and not (is_label_of_link(words) or names_meeting(words))
        ):
            found.append(replace(works[0], start=piece.start, end=piece.end, authors=(), venue=""))
    return found


FEWEST_LINKED, LIKELY_TITLE = 4, 0.5
"""Words of another linked title in one entry, and how much they must look like one. Chosen by hand: journals and labels
have fewer."""


def _of_others(placed: Placed, reference: Reference, work: FoundWork) -> list[FoundWork]:
    """Gives the titles marked alike behind the names of others: `Ann Lee, *A* (Press); Bo Ray, *B* (Press)`."""
    pieces, text = reference.pieces, placed.block.text
    title = pieces[reference.first]
    if placed.role != "awards" or ";" not in text[reference.end :] or not (title.quoted or title.spans):
        return []
    found = []
    for name, piece in zip(pieces[reference.last + 1 :], pieces[reference.last + 2 :], strict=False):
        alike = piece.quoted == title.quoted and piece.spans == title.spans
        if (
            alike
            and name.name >= 1.1
            and ";" in text[reference.end : name.start]
            and piece.end - piece.start >= SHORTEST_BESIDE
        ):
            found.append(
                replace(
                    work, start=piece.start, end=piece.end, authors=(text[name.start : name.end],), year=placed.year
                )
            )
    return found


def _next_references(placed: Placed, reference: Reference) -> list[FoundWork]:
    """Gives the quoted titles of further references behind a semicolon: `“A”, in: Journal 2 (2020); “B”, Journal 3 (2021)`."""
    pieces, text = reference.pieces, placed.block.text
    if not pieces[reference.first].quoted or ";" not in text[reference.end :] or placed.role == "awards":
        return []
    found = []
    for at in range(reference.last + 2, len(pieces) - 1):
        piece, behind = pieces[at], pieces[at + 1]
        parted = text[pieces[at - 1].end : piece.start].strip(" )]\n\"“„«»‚‘'`").endswith(";")
        if piece.quoted and parted and piece.end - piece.start >= SHORTEST_NEXT and behind.venue >= SURE_VENUE:
            years = [p.year for p in pieces[at + 1 :] if p.year]
            found.append(FoundWork(placed, piece.start, piece.end, year=years[0] if years else None, confidence=0.7))
    return found


SHORTEST_NEXT, SURE_VENUE = 15, 1.2
"""Characters of such a title, and how sure what follows it must be a journal. Chosen by hand."""
SHORTEST_BESIDE = 8
"""Characters of a title of somebody else in one entry."""
