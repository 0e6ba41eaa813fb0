"""From blocks to a `Reading`: every block is read by what its section and shape say it is."""

from __future__ import annotations

from pubtrack.markup.spans import Block
from pubtrack.model import Reading
from pubtrack.readers.prose.award_links import read_awards
from pubtrack.readers.prose.details import Phrase
from pubtrack.readers.prose.found import Page
from pubtrack.readers.prose.owner import find_owner
from pubtrack.readers.prose.plain_mentions import read_events, read_others, read_posts
from pubtrack.readers.prose.result import to_reading
from pubtrack.readers.prose.sections import Placed, place_blocks
from pubtrack.readers.prose.sentences import read_sentences

__all__ = ["read_blocks"]


def read_blocks(text: str, blocks: list[Block], *, owner: str | None = None) -> Reading:
    """Gives what the blocks of a document mention.

    Args:
        text: The source the blocks were cut from; offsets of the result count in it.
        blocks: The blocks in order.
        owner: Name of the person the document belongs to; None looks for it in the document.
    """
    placed = [p for p in place_blocks(blocks) if p.block.kind != "skip"]
    page = Page(owner=owner or find_owner(placed))
    for item in placed:
        _read(item, page)
    return to_reading(text, page)


def _read(placed: Placed, page: Page) -> None:
    if placed.is_heading or placed.block.kind == "meta":
        return
    works, others = read_sentences(placed)
    taken = [Phrase(m.start, m.end, "") for m in (*works, *others)]
    page.works += works
    page.others += sorted(others + read_others(placed, taken), key=lambda o: o.start)
    page.posts += read_posts(placed)
    page.events += read_events(placed, taken)
    page.awards += read_awards(placed, works, page.owner, listed=placed.role == "awards")
