"""An edit next to broken entries must not change how BibTeX, and we, read the others.

A block with an error may reach beyond its end: `@misc(` takes what follows for its key. Where a file holds one,
every edit is checked on the whole file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pubtrack.bibtex.scan import scan
from pubtrack.errors import InputError

if TYPE_CHECKING:
    from pubtrack.bibtex.blocks import Block
    from pubtrack.bibtex.contents import Contents
    from pubtrack.bibtex.entry import Entry

__all__ = ["check_neighbours", "nothing_else_changes", "refusal"]


def refusal(entry: Entry, reason: str) -> InputError:
    """Gives the error that says why an entry was not changed."""
    return InputError(f"The entry {entry.key!r} was not changed: {reason}.", line=entry.line)


def check_neighbours(document: Contents, entry: Entry, block: Block, text: str) -> None:
    """A block with an error may reach into others: the file must hold the same blocks around the entry as before."""
    before, at = document.render(), entry.offset
    after = before[:at] + text + before[at + len(entry.raw) :]
    expected = [
        (text, block.key) if one.start == at else (before[one.start : one.end], one.key) for one in scan(before)
    ]
    if expected != [(after[one.start : one.end], one.key) for one in scan(after)]:
        raise refusal(entry, "an entry that BibTeX cannot read to its end stands in the way; correct it first")


@contextmanager
def nothing_else_changes(document: Contents, refusal: str) -> Iterator[None]:
    """Takes an entry's coming or going back, with an InputError, where it changes how others are read."""
    if not document.reads_across:
        yield
        return
    before, entries = _blocks_of(document), document._all()
    kept = (list(entries), [(one._lead, one._tail) for one in entries], list(document._removed), document._open_entry)
    yield
    after = _blocks_of(document)
    if (after - before).total() + (before - after).total() == 1:
        return
    entries[:], places, document._removed[:], document._open_entry = kept
    for one, place in zip(entries, places, strict=True):
        one._lead, one._tail = place
    document._by_key = None
    document._changed()
    raise InputError(f"{refusal}: an entry that BibTeX cannot read to its end stands in the way; correct it first.")


def _blocks_of(document: Contents) -> Counter[tuple[str, str]]:
    text = document.render()
    # A partial entry ends where the next block starts: the white space between them is nobody's.
    return Counter((text[block.start : block.end].rstrip(), block.key) for block in scan(text))
