"""Edits of whole entries: added, removed, with another key or type."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from pubtrack.bibtex.entry import Entry, NewEntry
from pubtrack.bibtex.grammar import NOT_ENTRIES
from pubtrack.bibtex.neighbours import nothing_else_changes, refusal
from pubtrack.bibtex.patches import Patch
from pubtrack.bibtex.rewriting import (
    NEAR_ENTRIES,
    EntryText,
    layout,
    only_block,
    read_again,
    rewrite,
    take,
    unique,
    whole,
)
from pubtrack.bibtex.writing import ValueWriter, check_key, check_name, check_names
from pubtrack.errors import InputError

if TYPE_CHECKING:
    from pubtrack.bibtex.blocks import Block
    from pubtrack.bibtex.contents import Contents

__all__ = ["add", "remove", "rename_key", "set_type"]

_SPACE_BEFORE = re.compile(r"[ \t\r\n]*\Z")
_TYPE = re.compile(r"\A(@\s*)[^\s{(]+")
_SPACE = re.compile(r"[ \t\r\n]*")
_REFERENCES: Final = frozenset({"crossref", "xref", "xdata", "related", "entryset"})
"""Fields that name other entries. Source: biblatex manual 3.20, sections 2.2.3 and 2.4.1."""

_REFERENCE = re.compile("|".join(sorted(_REFERENCES)), re.IGNORECASE)


def add(document: Contents, new: NewEntry) -> Entry:
    """See `Document.add`."""
    check_key(new.key)
    check_name(new.type)
    check_names(new.key, new.fields)
    if new.type.lower() in NOT_ENTRIES:
        raise InputError(f"An entry cannot have the type {new.type!r}.")
    if new.key in document:
        raise InputError(f"The file has an entry with the key {document.entry(new.key).key!r} already.")
    at = _place(document, new.key)
    entries = document._all()
    neighbour = entries[max(at - 1, 0)] if entries else None
    style = layout(document, neighbour)
    writer = ValueWriter(document._encoding, document.ascii_only, document.eol)
    fields = [(name, writer.expression(name, value, name in new.raw, style)) for name, value in new.fields.items()]
    text = style.entry(new.type, new.key, fields)
    block = only_block(text)
    if block is None or block.reading == "partial" or block.key != new.key:
        raise InputError(f"The entry {new.key!r} could not be written so that BibTeX can read it.")
    entry = Entry(document, block, text)
    with nothing_else_changes(document, f"The entry {new.key!r} was not added"):
        _insert(document, entry, at)
    return entry


def remove(document: Contents, key: str | Entry) -> None:
    """See `Document.remove`."""
    entry = unique(document, key)
    with nothing_else_changes(document, f"The entry {entry.key!r} was not removed"):
        _take_out(document, entry)


def _take_out(document: Contents, entry: Entry) -> None:
    document._all().remove(entry)
    document._open_entry = None
    document._index()[entry.key.lower()].remove(entry)
    start, end = entry._origin
    if start < end:
        floor = max((patch.end for patch in document._removed if patch.end <= start), default=0)
        gap = _SPACE_BEFORE.search(document._text, floor, start)
        before = gap.start() if gap else start
        if before > 0:
            start = before
        else:
            after = _SPACE.match(document._text, end)
            end = after.end() if after else end
            start = max(start, floor)
        document._removed.append(Patch(start, end, ""))
    document._changed()


def rename_key(document: Contents, old: str | Entry, new: str) -> None:
    """See `Document.rename_key`."""
    entry = whole(document, old)
    check_key(new)
    others = [one for one in document._find(new) if one is not entry]
    if others:
        raise InputError(f"The file has an entry with the key {others[0].key!r} already.")
    base, block = entry._block.start, entry._block
    text = entry.raw[: block.key_start - base] + new + entry.raw[block.key_end - base :]
    changes = [(entry, text, read_again(entry, text, new, EntryText(entry).pairs()))]
    folded = entry.key.lower()
    followed = len(document._find(entry.key)) == 1  # else the references mean the entry that keeps the key
    for user in document._all() if followed else ():
        if user is not entry and _REFERENCE.search(user._source, user._block.start, user._block.end):
            changes += _following(user, entry.key, new)
    document._index()[folded].remove(entry)
    for changed, changed_text, changed_block in changes:
        take(document, changed, changed_block, changed_text)
    document._index().setdefault(new.lower(), []).append(entry)


def set_type(document: Contents, key: str | Entry, kind: str) -> bool:
    """See `Document.set_type`."""
    entry = whole(document, key)
    check_name(kind)
    if entry.type == kind.lower():
        return False
    text = _TYPE.sub(lambda match: match[1] + kind, entry.raw, count=1)
    rewrite(document, entry, text, EntryText(entry).pairs(), kind.lower())
    return True


def _place(document: Contents, key: str) -> int:
    entries = document._all()
    if document._open_entry is None:
        # BibTeX takes all that follows for a part of an entry that never closes: new ones go before it.
        never = (at for at, e in enumerate(entries) if e.reading == "partial" and "never closes" in e._block.error)
        document._open_entry = next(never, -1)
    if document._open_entry >= 0:
        return document._open_entry
    if document._keeps_order is None:
        keys = [entry.key.lower() for entry in entries]
        document._keeps_order = len(keys) > 2 and keys == sorted(keys)
    if not document._keeps_order:
        return len(entries)
    return bisect_right(entries, key.lower(), key=lambda entry: entry.key.lower())


def _insert(document: Contents, entry: Entry, at: int) -> None:
    entries, text = document._all(), document._text
    gap = _gap(document)
    if at:
        before = entries[at - 1]
        position = before._origin[1]
        entry._lead = gap
        entry._tail, before._tail = before._tail, ""
    elif entries:
        position = entries[0]._origin[0]
        entry._lead, entry._tail = "", gap
    else:
        position = len(text)
        entry._lead = "" if not text or text.endswith(("\n", "\r")) else document.eol
        entry._tail = document.eol
    entry._origin = (position, position)
    entries.insert(at, entry)
    if document._open_entry is not None and document._open_entry >= at:
        document._open_entry += 1
    document._index().setdefault(entry.key.lower(), []).append(entry)
    document._changed()


def _gap(document: Contents) -> str:
    """What stands between two entries of the file, where that is white space only."""
    blocks, text = document._blocks, document._text
    for one, other in zip(blocks[-NEAR_ENTRIES:], blocks[-NEAR_ENTRIES:][1:], strict=False):
        gap = text[one.end : other.start]
        if gap and not gap.strip() and one.kind not in NOT_ENTRIES and other.kind not in NOT_ENTRIES:
            return gap
    return document.eol * 2


def _following(user: Entry, old: str, new: str) -> list[tuple[Entry, str, Block]]:
    """The change that lets one entry follow a renamed key, or none."""
    fields, changed = EntryText(user), False
    for at, (name, expression) in enumerate(fields.pairs()):
        value = user._evaluated(expression) if name in _REFERENCES else ""
        if old.lower() not in [part.strip().lower() for part in value.split(",")]:
            continue
        if user.reading == "partial" or value != expression[1:-1]:
            raise refusal(user, f"its {name} refers to {old!r} in a way that cannot be changed safely")
        parts = re.split(r"(\s*,\s*|^\s+|\s+$)", value)
        following = "".join(new if part.lower() == old.lower() else part for part in parts)
        fields.expressions[at] = expression[0] + following + expression[-1]
        changed = True
    text = fields.joined()
    return [(user, text, read_again(user, text, user.key, fields.pairs()))] if changed else []
