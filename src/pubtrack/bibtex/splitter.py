"""Irregular blocks, handed to bibtexparser's splitter; the only module that knows that library.

It is used as a splitter only: its writer and its middlewares change or lose what a person wrote (see
docs/explanation/byte-exact.md). Its reading is more lenient than BibTeX's: an escaped brace does not count, a key may
hold spaces, a value may stand without delimiters.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import DuplicateFieldKeyBlock, Entry, ParsingFailedBlock

from pubtrack.bibtex.blocks import Block, FieldSpan

if TYPE_CHECKING:
    from bibtexparser.model import Field

__all__ = ["Split", "split"]

# Every failed block is reported as an Issue; the library would also log it, once per block.
logging.getLogger("bibtexparser.splitter").setLevel(logging.CRITICAL)


class Split(NamedTuple):
    """What the splitter says of one block: the entry if it could read it, else the reason."""

    entry: Block | None
    reason: str


def split(text: str, kind: str, start: int, end: int) -> Split:
    r"""Gives bibtexparser's reading of the block at `start`, not looking further than `end`.

    >>> split("@misc{k, title = {a \\{ b}}", "misc", 0, 28).entry.key
    'k'
    """
    chunk = text[start:end]
    library = parse_string(chunk, parse_stack=[])
    block = next((b for b in library.blocks if (b.raw or "").startswith("@")), None)
    if isinstance(block, DuplicateFieldKeyBlock):
        block = block.ignore_error_block
    if isinstance(block, ParsingFailedBlock):
        return Split(None, str(getattr(block.error, "abort_reason", "")) or "could not be read")
    if not isinstance(block, Entry) or not block.raw or not chunk.startswith(block.raw):
        return Split(None, "could not be read")
    found = _locate(block.raw, block.key, block.fields, start)
    if found is None:
        return Split(None, "its fields could not be located")
    key_start, spans = found
    key_end = key_start + len(block.key)
    return Split(Block(kind, start, start + len(block.raw), block.key, key_start, key_end, "lenient", spans), "")


def _locate(raw: str, key: str, fields: list[Field], offset: int) -> tuple[int, list[FieldSpan]] | None:
    """The key and the fields in the raw text: bibtexparser gives both in order and verbatim, but no offsets."""
    key_start = raw.find(key, min(raw.find(mark) for mark in "{(" if mark in raw) + 1)
    at = key_start + len(key)
    spans = []
    for field in fields:
        value = str(field.value)
        name_start = raw.find(field.key, at)
        equals = raw.find("=", name_start + len(field.key))
        value_start = raw.find(value, equals + 1)
        if min(name_start, equals, value_start) < 0:
            return None
        at = value_start + len(value)
        spans.append(
            FieldSpan(offset + name_start, offset + name_start + len(field.key), offset + value_start, offset + at)
        )
    return offset + key_start, spans
