"""Preprint and published version as one line: the version that stands for all, and the others for their links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pubtrack.model import Identifier
from pubtrack.writers.view import Entry, LibraryView
from pubtrack.writers.written_dates import recency

__all__ = ["Versions", "one_of_each", "works_of"]

_SAME = frozenset({"preprint-of", "has-preprint", "version-of", "has-version", "same-as"})
"""Relations between versions of one work. A translation is a work of its own."""
_OF_ITS_OWN = frozenset({"doi", "arxiv", "acl", "openreview", "pmid", "pmcid", "s2", "openalex", "dblp"})
"""Schemes that name one work; an ISBN or ISSN names what it stands in."""


@dataclass(frozen=True)
class Versions:
    """One work: the entry that is shown, and the entries it stands for."""

    entry: Entry
    others: tuple[Entry, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """The citation keys of all."""
        return frozenset(e.key for e in (self.entry, *self.others) if e.key)

    @property
    def identifiers(self) -> tuple[Identifier, ...]:
        """The identifiers of all, those of the shown entry first, then of versions that are only named."""
        own = [i for e in (self.entry, *self.others) for i in e.fields.identifiers]
        named = [r.identifier for r in self.entry.fields.relations if r.type in _SAME and r.identifier]
        return tuple(dict.fromkeys((*own, *named)))


def one_of_each(entries: Iterable[Entry]) -> list[Versions]:
    """Gives the works of entries, each once, in the order in which their first entry stands.

    Entries are versions of one work where one names the other in a relation (by key or identifier), or where a preprint
    and another entry carry the same identifier. The most finished version is shown, of equals the newest.

    >>> from pubtrack.model import Fields
    >>> preprint = Entry("p", Fields(type="article", genre="preprint", arxiv="2401.00001"))
    >>> paper = Entry("c", Fields(type="paper-conference", doi="10.1000/x", arxiv="2401.00001"))
    >>> [(work.entry.key, [e.key for e in work.others]) for work in one_of_each([preprint, paper])]
    [('c', ['p'])]
    """
    given = list(entries)
    group = list(range(len(given)))
    for one, other in _pairs(given):
        _join(group, one, other)
    members: dict[int, list[Entry]] = {}
    for place, entry in enumerate(given):
        members.setdefault(_root(group, place), []).append(entry)
    return [_best_first(versions) for versions in members.values()]


def works_of(view: LibraryView) -> list[Versions]:
    """Gives the works, each once, newest first."""
    return sorted(one_of_each(view.entries), key=lambda w: (recency(w.entry.fields.issued), w.entry.key or ""))


def _best_first(versions: Sequence[Entry]) -> Versions:
    best = min(versions, key=lambda e: (e.fields.stage, -(e.fields.year or 0), e.key or ""))
    return Versions(best, tuple(e for e in versions if e is not best))


def _pairs(entries: Sequence[Entry]) -> Iterable[tuple[int, int]]:
    by_key = {e.key: place for place, e in enumerate(entries) if e.key}
    by_id: dict[Identifier, list[int]] = {}
    for place, entry in enumerate(entries):
        for identifier in entry.fields.identifiers:
            if identifier.scheme in _OF_ITS_OWN:
                by_id.setdefault(_work_id(identifier), []).append(place)
    for place, entry in enumerate(entries):
        for relation in entry.fields.relations:
            if relation.type in _SAME:
                named = by_id.get(_work_id(relation.identifier), []) if relation.identifier else []
                keyed = [by_key[relation.work]] if relation.work in by_key else []
                yield from ((place, other) for other in (*named, *keyed) if other != place)
    for places in by_id.values():
        stages = {entries[place].fields.stage for place in places}
        if len(stages) > 1:
            yield from ((places[0], other) for other in places[1:])


def _work_id(identifier: Identifier) -> Identifier:
    """Without version; arXiv's own DOI as the arXiv id it spells (https://info.arxiv.org/help/doi.html)."""
    if identifier.scheme == "doi" and identifier.value.startswith("10.48550/arxiv."):
        return Identifier.of("arxiv", identifier.value.removeprefix("10.48550/arxiv.")) or identifier
    return identifier.without_version


def _root(group: list[int], place: int) -> int:
    while group[place] != place:
        group[place] = group[group[place]]
        place = group[place]
    return place


def _join(group: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(group, one), _root(group, other)))
    group[second] = first
