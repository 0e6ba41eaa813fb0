"""Entries of a data file: each is a work, an award, a piece of news, or one line of a list.

Source: keys of al-folio, academicpages, rendercv and jsonresume, and of data files as labs keep them by hand.
"""

# ruff: noqa: E501, SIM905 - tables

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pubtrack.markup.spans import joined
from pubtrack.readers.prose.award_fields import AWARD, tells_an_award
from pubtrack.readers.prose.data_entries import tells_a_work
from pubtrack.readers.prose.section_roles import section_role
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.words import is_cjk, year_in

__all__ = ["entries_told"]

KIND_KEYS = ("type", "kind", "category", "section", "group", "typ", "art", "categorie", "tipo", "categoria")
"""Keys whose value says what an entry is: `type: Beiträge`."""
DATE_KEYS = ("year", "date", "when", "jahr", "datum", "annee", "fecha", "ano", "time", "pubdate", "end_date", "period", "dates")  # fmt: skip
SILENT_KEYS = (
    frozenset(
        "url link links icon image img images id ids tags keywords slug layout permalink pdf code video slides".split()
    )
    | frozenset(
        "website thumbnail photo show selected featured order weight display start_date location email phone".split()
    )
    | frozenset(("abstract", "abstracts", "tldr", "abstrakt"))
    | frozenset(("network", "username", *KIND_KEYS, *DATE_KEYS[1:]))
)
"""Keys whose values name no work and no award."""
PLACES = re.compile(r"\s*(?:https?://|www\.|/|\.{1,2}/|[\w/.-]+\.(?:jpe?g|png|svg|gif|webp|pdf|html?)\s*\Z)")
"""Values that lead to another place."""
FEWEST_WORDS, FEWEST_SIGNS = 5, 10
"""Words (Chinese: characters) of a value that may be a sentence or a reference. Chosen by hand: posts and places have
fewer."""
LIST_ROLES = frozenset(("publications", "awards"))


def entries_told(placed: Iterable[Placed]) -> Iterator[Placed]:
    """Gives the blocks in order, fields that are no work as one block for each entry."""
    entry: list[Placed] = []
    for item in placed:
        if item.block.kind != "field" or item.block.level:
            yield from _told(entry)
            entry = []
        if item.block.kind == "field":
            entry.append(item)
        else:
            yield item
    yield from _told(entry)


def _told(entry: list[Placed]) -> Iterator[Placed]:
    """Gives an entry as the line of a list, as sentences, or with its fields where these are those of a work."""
    if not entry:
        return
    entry = _with_title(entry)
    values = {item.block.label: item for item in reversed(entry)}
    role = entry[0].role or _said_role(values)
    if tells_an_award(values, role):
        yield from (replace(item, role="awards", kind=AWARD, block=replace(item.block, kind="meta")) for item in entry)
        return
    if role != "awards" and tells_a_work(values, role):
        yield from (replace(item, role=role, block=replace(item.block, kind="meta")) for item in entry)
        return
    kept = [item for item in entry if _speaks(item, role)]
    if not kept:
        return
    year = next((year_in(values[key].block.text) for key in DATE_KEYS if key in values), None)
    listed = role in LIST_ROLES
    block = joined([item.block for item in kept], "item" if listed else "para")
    yield replace(kept[0], role=role, block=replace(block, label="", level=0), year=year or entry[0].year)


def _with_title(entry: list[Placed]) -> list[Placed]:
    """In a list of publications the name of an entry is its title. Source: the schema of jsonresume."""
    labels = [item.block.label for item in entry]
    if entry[0].role != "publications" or "name" not in labels or "title" in labels:
        return entry
    return [replace(i, block=replace(i.block, label="title")) if i.block.label == "name" else i for i in entry]


def _said_role(values: dict[str, Placed]) -> str:
    """Gives the role that an entry names itself: `type: Beiträge`."""
    return next((role for key in KIND_KEYS if key in values and (role := section_role(values[key].block.text))), "")


def _speaks(item: Placed, role: str) -> bool:
    """Tells whether a value may name something: all do in a list of awards; elsewhere sentences, references, prizes."""
    text, key = item.block.text.strip(), item.block.label
    if key in SILENT_KEYS or PLACES.match(text):
        return False
    if role == "awards" or item.may_hold_award:
        return True
    if is_cjk(text):
        return len(text) >= FEWEST_SIGNS
    return len(text.split()) >= FEWEST_WORDS
