"""Edits of the fields of an entry: several set at once, or one removed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from pubtrack.bibtex.grammar import COMMA
from pubtrack.bibtex.neighbours import refusal
from pubtrack.bibtex.rewriting import NEAR_ENTRIES, EntryText, layout, rewrite, unique, whole
from pubtrack.bibtex.writing import ValueWriter, check_names

if TYPE_CHECKING:
    from pubtrack.bibtex.contents import Contents
    from pubtrack.bibtex.entry import Entry

__all__ = ["remove_field", "set_fields"]

_SEPARATION = re.compile(r"[\s,]*")


def set_fields(document: Contents, key: str | Entry, values: Mapping[str, str], raw: bool) -> bool:
    """See `Document.set_fields`."""
    entry = unique(document, key)
    check_names(entry.key, values)
    new = EntryText(entry)
    before = new.expressions.copy()
    style, places = layout(document, entry), _Places(document, entry)
    writer = ValueWriter(document._encoding, document.ascii_only, document.eol)
    for name, value in values.items():
        folded = name.lower()
        if folded in new.names:
            at = new.names.index(folded)  # of a repeated field the first is the one that BibTeX reads
            if raw or entry.text(name) != value:
                new.expressions[at] = writer.expression(name, value, raw, style, new.expressions[at])
        elif entry.reading == "partial" and _stands_unread(entry, name):
            raise refusal(entry, f"its field {name!r} stands where BibTeX cannot read ({entry._block.error})")
        else:
            new.insert(places.of(folded, new.names), style, name, writer.expression(name, value, raw, style))
    if new.expressions == before:
        return False
    rewrite(document, entry, new.joined(), new.pairs())
    return True


def remove_field(document: Contents, key: str | Entry, name: str) -> bool:
    """See `Document.remove_field`."""
    entry = whole(document, key)
    pairs = EntryText(entry).pairs()
    left = [(other, value) for other, value in pairs if other != name.lower()]
    if len(left) == len(pairs):
        return False
    if len(left) < len(pairs) - 1:
        raise refusal(entry, f"it has {len(pairs) - len(left)} fields named {name!r}; which one should go is not clear")
    spans, base, source = entry.spans(), entry._block.start, entry._source
    at = next(number for number, (other, _) in enumerate(pairs) if other == name.lower())
    gone = spans[at]
    if at:
        start, end = spans[at - 1].value_end, gone.value_end
    elif len(spans) > 1:
        start, end = gone.name_start, spans[1].name_start
    else:
        comma = source.find(",", entry._block.key_end)
        after = COMMA.match(source, gone.value_end)
        start, end = comma + 1, source.index(",", gone.value_end) + 1 if after else gone.value_end
    if not _SEPARATION.fullmatch(source[start : gone.name_start] + source[gone.value_end : end]):
        raise refusal(entry, f"something other than a comma stands beside the field {name!r}")
    rewrite(document, entry, entry.raw[: start - base] + entry.raw[end - base :], left)
    return True


class _Places:
    """Before which field of an entry a new one goes."""

    def __init__(self, document: Contents, entry: Entry) -> None:
        self._document, self._entry = document, entry
        self._around: list[Mapping[str, str]] | None = None

    def of(self, name: str, names: Sequence[str]) -> int:
        """Gives the place of a name among these.

        In order of the alphabet where the fields are; else behind the field that stands before it in most entries
        around; else last.
        """
        if len(names) > 3 and all(one <= other for one, other in pairwise(names)):
            return max(bisect_right(names, name), 1)
        votes = Counter(_before(name, order, names) for order in self._orders() if name in order)
        del votes[None]
        if not votes:
            return len(names)
        return 1 + max(map(names.index, votes), key=lambda at: (votes[names[at]], at))

    def _orders(self) -> list[Mapping[str, str]]:
        if self._around is None:
            entries = self._document._all()
            index = bisect_left(entries, self._entry._origin, key=lambda other: other._origin)
            near = entries[max(index - NEAR_ENTRIES, 0) : index + NEAR_ENTRIES]
            self._around = [one._values() for one in near]
        return self._around


def _before(name: str, order: Iterable[str], names: Container[str]) -> str | None:
    """Gives the last of the names that stands before this one in the order."""
    before = None
    for other in order:
        if other == name:
            break
        if other in names:
            before = other
    return before


def _stands_unread(entry: Entry, name: str) -> bool:
    """Whether the part of a partial entry that BibTeX does not read seems to hold the field."""
    spans = entry.spans()
    at = spans[-1].value_end if spans else entry._block.key_end
    named = rf"(?<![^\s,%{{(]){re.escape(name)}\s*="
    return bool(re.search(named, entry._source[at : entry._block.end], re.IGNORECASE))
