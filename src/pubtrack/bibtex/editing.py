"""Edits of one document. Each makes the new text of an entry, reads it again, and refuses what is not as intended.

Seen in peers: values written with unbalanced braces swallowed the entries behind them; re-reading is what rules it out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from pubtrack.bibtex.blocks import Block, FieldSpan
from pubtrack.bibtex.entry import Entry, NewEntry
from pubtrack.bibtex.grammar import COMMA, NOT_ENTRIES
from pubtrack.bibtex.neighbours import check_neighbours, nothing_else_changes, refusal
from pubtrack.bibtex.patches import Patch
from pubtrack.bibtex.scan import scan
from pubtrack.bibtex.style import Style, style_of
from pubtrack.bibtex.writing import Expression, ValueWriter, check_key, check_name
from pubtrack.errors import InputError

if TYPE_CHECKING:
    from pubtrack.bibtex.contents import Contents

__all__ = ["add", "remove", "remove_field", "rename_key", "set_field", "set_type"]

_EOL = re.compile(r"\r\n|\n|\r")
_SPACE_BEFORE = re.compile(r"[ \t\r\n]*\Z")
_SEPARATION = re.compile(r"[\s,]*")
_TYPE = re.compile(r"\A(@\s*)[^\s{(]+")
_SPACE = re.compile(r"[ \t\r\n]*")
_REFERENCES: Final = frozenset({"crossref", "xref", "xdata", "related", "entryset"})
"""Fields that name other entries. Source: biblatex manual 3.20, sections 2.2.3 and 2.4.1."""

_REFERENCE = re.compile(r"crossref|xref|xdata|related|entryset", re.IGNORECASE)
_NEIGHBOURS: Final = 60
"""How many entries around are looked at for the place of a field and for the layout."""


def set_field(document: Contents, key: str | Entry, name: str, value: str, raw: bool) -> bool:
    """See `Document.set`."""
    entry = _unique(document, key)
    check_name(name)
    found = _spans_named(entry, name)  # of a repeated field the first is the one that BibTeX reads
    if not found and entry.reading == "partial" and _stands_unread(entry, name):
        raise refusal(entry, f"its field {name!r} stands where BibTeX cannot read ({entry._block.error})")
    old = _expression(entry, found[0]) if found else None
    writer = ValueWriter(document._encoding, document.ascii_only)
    style = _style(document, entry)
    if old is not None and not raw and entry.text(name) == value:
        return False
    new = writer.expression(name, _with_eol(document, value), raw, style, old)
    if new == old:
        return False
    text = _with_value(entry, found[0], new) if found else _with_field(document, entry, style, name, new)
    expected = _fields(entry)
    if found:
        expected[entry.spans().index(found[0])] = (name.lower(), new)
    else:
        expected.append((name.lower(), new))
    _commit(document, entry, _checked(entry, text, entry.key, expected), text)
    return True


def remove_field(document: Contents, key: str | Entry, name: str) -> bool:
    """See `Document.remove_field`."""
    entry = _editable(document, key)
    found = _spans_named(entry, name)
    if not found:
        return False
    if len(found) > 1:
        raise refusal(entry, f"it has {len(found)} fields named {name!r}; which one should go is not clear")
    spans, base, source = entry.spans(), entry._block.start, entry._source
    at = spans.index(found[0])
    if at:
        start, end = spans[at - 1].value_end, found[0].value_end
    elif len(spans) > 1:
        start, end = found[0].name_start, spans[1].name_start
    else:
        comma = source.find(",", entry._block.key_end)
        after = COMMA.match(source, found[0].value_end)
        start, end = comma + 1, source.index(",", found[0].value_end) + 1 if after else found[0].value_end
    if not _SEPARATION.fullmatch(source[start : found[0].name_start] + source[found[0].value_end : end]):
        raise refusal(entry, f"something other than a comma stands beside the field {name!r}")
    text = entry.raw[: start - base] + entry.raw[end - base :]
    expected = [(n, v) for n, v in _fields(entry) if n != name.lower()]
    _commit(document, entry, _checked(entry, text, entry.key, expected), text)
    return True


def add(document: Contents, new: NewEntry) -> Entry:
    """See `Document.add`."""
    check_key(new.key)
    check_name(new.type)
    if new.type.lower() in NOT_ENTRIES:
        raise InputError(f"An entry cannot have the type {new.type!r}.")
    if new.key in document:
        raise InputError(f"The file has an entry with the key {document.entry(new.key).key!r} already.")
    at = _place(document, new.key)
    entries = document._all()
    neighbour = entries[max(at - 1, 0)] if entries else None
    style = _style(document, neighbour)
    writer = ValueWriter(document._encoding, document.ascii_only)
    fields = []
    for name, value in new.fields.items():
        check_name(name)
        fields.append((name, writer.expression(name, _with_eol(document, value), name in new.raw, style)))
    if len({name.lower() for name, _ in fields}) < len(fields):
        raise InputError(f"The new entry {new.key!r} names a field twice.")
    text = style.entry(new.type, new.key, fields)
    block = _only_block(text)
    if block is None or block.reading == "partial" or block.key != new.key:
        raise InputError(f"The entry {new.key!r} could not be written so that BibTeX can read it.")
    entry = Entry(document, block, text)
    with nothing_else_changes(document, f"The entry {new.key!r} was not added"):
        _insert(document, entry, at)
    return entry


def remove(document: Contents, key: str | Entry) -> None:
    """See `Document.remove`."""
    entry = _unique(document, key)
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
    entry = _editable(document, old)
    check_key(new)
    others = [one for one in document._find(new) if one is not entry]
    if others:
        raise InputError(f"The file has an entry with the key {others[0].key!r} already.")
    base, block = entry._block.start, entry._block
    text = entry.raw[: block.key_start - base] + new + entry.raw[block.key_end - base :]
    changes = [(entry, text, _checked(entry, text, new, _fields(entry)))]
    folded = entry.key.lower()
    followed = len(document._find(entry.key)) == 1  # else the references mean the entry that keeps the key
    for user in document._all() if followed else ():
        if user is not entry and _REFERENCE.search(user._source, user._block.start, user._block.end):
            changes += _following(user, entry.key, new)
    document._index()[folded].remove(entry)
    for changed, changed_text, changed_block in changes:
        _commit(document, changed, changed_block, changed_text)
    document._index().setdefault(new.lower(), []).append(entry)


def set_type(document: Contents, key: str | Entry, kind: str) -> bool:
    """See `Document.set_type`."""
    entry = _editable(document, key)
    check_name(kind)
    if entry.type == kind.lower():
        return False
    text = _TYPE.sub(lambda match: match[1] + kind, entry.raw, count=1)
    _commit(document, entry, _checked(entry, text, entry.key, _fields(entry), kind.lower()), text)
    return True


def _editable(document: Contents, key: str | Entry) -> Entry:
    entry = _unique(document, key)
    if entry.reading == "partial":
        raise refusal(entry, f"BibTeX cannot read all of it ({entry._block.error}); correct it by hand first")
    return entry


def _unique(document: Contents, key: str | Entry) -> Entry:
    if isinstance(key, Entry):
        if key not in document._find(key.key):
            raise InputError(f"The entry {key.key!r} does not belong to this document (any more).")
        return key
    entry = document.entry(key)
    alike = document._find(key)
    if len(alike) > 1:
        raise refusal(entry, f"{len(alike)} entries have this key; name one by its `Entry`, or rename all but one")
    return entry


def _spans_named(entry: Entry, name: str) -> list[FieldSpan]:
    folded = name.lower()
    return [s for s in entry.spans() if entry._source[s.name_start : s.name_end].strip().lower() == folded]


def _expression(entry: Entry, span: FieldSpan) -> str:
    return entry._source[span.value_start : span.value_end]


def _fields(entry: Entry) -> list[tuple[str, str]]:
    source = entry._source
    return [
        (source[s.name_start : s.name_end].strip().lower(), source[s.value_start : s.value_end]) for s in entry.spans()
    ]


def _with_value(entry: Entry, span: FieldSpan, expression: str) -> str:
    base, raw = entry._block.start, entry.raw
    return raw[: span.value_start - base] + expression + raw[span.value_end - base :]


def _with_field(document: Contents, entry: Entry, style: Style, name: str, expression: str) -> str:
    base, raw, spans = entry._block.start, entry.raw, entry.spans()
    written = style.field(name, expression)
    if spans:
        at = spans[_field_place(document, entry, name.lower()) - 1].value_end - base
        return raw[:at] + style.separator + written + raw[at:]
    at = entry._block.key_end - base
    if COMMA.match(raw, at):
        comma = raw.index(",", at) + 1
        unread = "," if raw[comma:-1].strip() else ""  # of a partial entry
        return raw[:comma] + style.opening + written + unread + raw[comma:]
    tail = raw[at:-1]
    closing = style.closing if not tail.strip() and "\n" not in tail else ""
    return f"{raw[:at]},{style.opening}{written}{',' if style.trailing_comma else ''}{closing}{raw[at:]}"


def _field_place(document: Contents, entry: Entry, name: str) -> int:
    """Before which field a new one goes.

    In order of the alphabet where the fields are; else behind the field that stands before it in most entries around;
    else last.
    """
    names = [n for n, _ in _fields(entry)]
    if len(names) > 3 and names == sorted(names):
        return max(bisect_right(names, name), 1)
    entries = document._all()
    index = bisect_left(entries, entry._origin, key=lambda other: other._origin)
    votes: dict[str, int] = {}
    for other in entries[max(index - _NEIGHBOURS, 0) : index + _NEIGHBOURS]:
        if name in other._values():
            order = list(other._values())
            before = next((n for n in reversed(order[: order.index(name)]) if n in names), None)
            if before:
                votes[before] = votes.get(before, 0) + 1
    if not votes:
        return len(names)
    return names.index(max(votes, key=lambda n: (votes[n], names.index(n)))) + 1


def _style(document: Contents, entry: Entry | None) -> Style:
    """The layout of the entry; what it does not show comes from an entry near it, then from our own."""
    style = Style().with_eol(document.eol)
    if entry is None:
        return style
    if len(entry.spans()) < 2:
        sample = next((e for e in document._all()[:_NEIGHBOURS] if len(e.spans()) > 1 and e.reading == "regular"), None)
        style = style_of(sample, style) if sample else style
    return style_of(entry, style)


def _only_block(text: str) -> Block | None:
    blocks = scan(text)
    return blocks[0] if len(blocks) == 1 and (blocks[0].start, blocks[0].end) == (0, len(text)) else None


def _checked(entry: Entry, text: str, key: str, expected: list[tuple[str, str]], kind: str | None = None) -> Block:
    """Reads the new text of an entry again: only what was meant may differ."""
    block = _only_block(text)
    if block is None or (block.reading == "partial" and block.error != entry._block.error):
        raise refusal(entry, "BibTeX could not read it afterwards")
    again = Entry(entry._home, block, text)
    if (block.key, block.kind) != (key, kind or entry.type) or sorted(_fields(again)) != sorted(expected):
        raise refusal(entry, "more than the one value would have changed")
    return block


def _stands_unread(entry: Entry, name: str) -> bool:
    """Whether the part of a partial entry that BibTeX does not read seems to hold the field."""
    spans = entry.spans()
    at = spans[-1].value_end if spans else entry._block.key_end
    named = rf"(?<![^\s,%{{(]){re.escape(name)}\s*="
    return bool(re.search(named, entry._source[at : entry._block.end], re.IGNORECASE))


def _commit(document: Contents, entry: Entry, block: Block, text: str) -> None:
    if document.reads_across:
        check_neighbours(document, entry, block, text)
    entry._block, entry._source, entry._cache = block, text, None
    document._changed()


def _with_eol(document: Contents, value: str) -> str:
    """The lines of a value end as those of the file do."""
    return value if "\n" not in value or isinstance(value, Expression) else _EOL.sub(document.eol, value)


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
    for one, other in zip(blocks[-_NEIGHBOURS:], blocks[-_NEIGHBOURS:][1:], strict=False):
        gap = text[one.end : other.start]
        if gap and not gap.strip() and one.kind not in NOT_ENTRIES and other.kind not in NOT_ENTRIES:
            return gap
    return document.eol * 2


def _following(user: Entry, old: str, new: str) -> list[tuple[Entry, str, Block]]:
    """The change that lets one entry follow a renamed key, or none."""
    text, base, expected, shift = user.raw, user._block.start, [], 0
    for span, (name, expression) in zip(user.spans(), _fields(user), strict=True):
        value = user._evaluated(expression)
        if name in _REFERENCES and old.lower() in [part.strip().lower() for part in value.split(",")]:
            if user.reading == "partial" or value != expression[1:-1]:
                raise refusal(user, f"its {name} refers to {old!r} in a way that cannot be changed safely")
            parts = re.split(r"(\s*,\s*|^\s+|\s+$)", value)
            changed = "".join(new if part.lower() == old.lower() else part for part in parts)
            start = span.value_start - base + shift
            text = text[: start + 1] + changed + text[start + len(expression) - 1 :]
            shift += len(changed) - len(value)
            expected.append((name, expression[0] + changed + expression[-1]))
        else:
            expected.append((name, expression))
    if text == user.raw:
        return []
    return [(user, text, _checked(user, text, user.key, expected))]
