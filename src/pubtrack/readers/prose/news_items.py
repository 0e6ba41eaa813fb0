"""What a piece of news has around its headline whatever it is about, and what only the news of a publication has."""

from __future__ import annotations

from pubtrack.readers.prose.hosts import is_scholarly
from pubtrack.readers.prose.piece_labels import STATUS
from pubtrack.readers.prose.references import Reference
from pubtrack.readers.prose.sections import Placed

__all__ = ["is_headline"]

PRINTED = 1.2
"""How much a piece is a journal or publisher, where it makes a reference of a piece of news. Chosen by hand."""


def is_headline(placed: Placed, reference: Reference) -> bool:
    """Tells whether a run of words among news is their headline: only a day, those it is about and a link stand around.

    Every piece of news has these three: `2022.06 | First results of the array | Harbour Array | [Press office](...)`.
    Of a publication there is more: a venue, volume or pages, a status, quotes,
    italics, a link to where texts are kept.
    """
    if placed.role != "news":
        return False
    pieces = reference.pieces
    title = pieces[reference.first]
    if title.quoted or title.spans or any(p.href and is_scholarly(p.href) for p in pieces):
        return False
    around = pieces[: reference.first] + pieces[reference.last + 1 :]
    return not any(p.venue >= PRINTED or p.note >= STATUS or (p.number >= 2 and not p.year) for p in around)
