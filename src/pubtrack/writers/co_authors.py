"""The owner's co-authors, each once, however their names are spelled; who cannot be told apart is said, not merged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pubtrack.markup.name_keys import NameKey, name_key, name_keys_agree
from pubtrack.match import find_owner
from pubtrack.model import Contributor, PartialDate
from pubtrack.writers.view import Entry, LibraryView

__all__ = ["CoAuthor", "co_authors"]


@dataclass(frozen=True)
class CoAuthor:
    """A person, or a body, that the owner wrote with."""

    person: Contributor
    """The fullest spelling."""
    works: tuple[Entry, ...]
    """What they wrote together, newest first."""
    affiliation: tuple[str, ...] = ()
    """As the newest work that says one has it."""
    affiliation_from: PartialDate | None = None
    """When that work was issued."""
    spellings: tuple[str, ...] = ()
    """Other spellings of the name in the works."""
    perhaps: tuple[str, ...] = ()
    """Others in the list who may be the same person."""


@dataclass
class _Group:
    """Mentions of one person, while they are gathered."""

    mentions: list[tuple[Contributor, Entry]]
    keys: set[NameKey]
    works: set[int]
    perhaps: list[_Group] = field(default_factory=list)

    def take(self, other: _Group) -> None:
        self.mentions += other.mentions
        self.keys |= other.keys
        self.works |= other.works

    @property
    def best(self) -> Contributor:
        return max((p for p, _ in self.mentions), key=lambda p: (len(p.sort_name), not p.name.isupper(), p.sort_name))


def co_authors(view: LibraryView, entries: Iterable[Entry]) -> list[CoAuthor]:
    """Gives everybody who wrote the entries with the owner, by family name.

    An ORCID iD decides. A name without one joins the only person whose name it can be; where it can be several, it
    stands for itself and names them. Two authors of one work are two people.
    """
    people = _told_apart(_mentions(view, entries))
    return sorted((_finished(group) for group in people), key=lambda p: (p.person.sort_name.casefold(), _key_of(p)))


def _key_of(found: CoAuthor) -> str:
    return next((e.key or "" for e in found.works), "")


def _mentions(view: LibraryView, entries: Iterable[Entry]) -> list[_Group]:
    """One group per ORCID iD and per spelling."""
    groups: dict[object, _Group] = {}
    for number, entry in enumerate(entries):
        own = find_owner(entry.fields, view.owner) if view.owner else None
        for place, person in enumerate(entry.fields.author):
            if own is not None and place == own[0]:
                continue
            key = name_key(person)
            name = (key, person.literal) if key.words or key.family else person.sort_name  # signs alone are no key
            mine = groups.setdefault(person.orcid or name, _Group([], set(), set()))
            mine.take(_Group([(person, entry)], {key}, {number}))
    return list(groups.values())


def _told_apart(groups: list[_Group]) -> list[_Group]:
    """Those with an iD first, then the fullest names, so that initials find whom they may stand for."""
    known: list[_Group] = []
    by_word: dict[str, list[_Group]] = {}
    for group in sorted(groups, key=_fullness):
        alike = _alike(group, by_word)
        if len(alike) == 1:
            alike[0].take(group)
            _index(alike[0], group.keys, by_word)
        else:
            group.perhaps = alike
            known.append(group)
            _index(group, group.keys, by_word)
    return known


def _fullness(group: _Group) -> tuple[bool, int, str]:
    best = group.best
    letters = max(sum(map(len, key.given)) for key in group.keys)
    return (best.orcid is None, -letters, best.sort_name)


def _index(group: _Group, keys: Iterable[NameKey], by_word: dict[str, list[_Group]]) -> None:
    for word in {w for key in keys for w in (key.family, *key.words)}:
        there = by_word.setdefault(word, [])
        if group not in there:
            there.append(group)


def _alike(group: _Group, by_word: dict[str, list[_Group]]) -> list[_Group]:
    person = group.best
    near = {id(g): g for key in group.keys for word in (key.family, *key.words) for g in by_word.get(word, ())}
    if not any(key.family for key in group.keys):
        return []
    return [
        other
        for other in near.values()
        if not (person.orcid and other.best.orcid)
        and bool(person.literal) == bool(other.best.literal)
        and not group.works & other.works
        and any(name_keys_agree(a, b) for a in group.keys for b in other.keys)
    ]


def _finished(group: _Group) -> CoAuthor:
    newest = sorted(group.mentions, key=lambda m: (_age(m[1]), m[1].key or ""))
    shown = group.best
    orcid = next((p.orcid for p, _ in newest if p.orcid), None)
    said = next(((p.affiliation, e.fields.issued) for p, e in newest if p.affiliation), ((), None))
    return CoAuthor(
        person=shown.replace(orcid=orcid),
        works=tuple({id(e): e for _, e in newest}.values()),
        affiliation=said[0],
        affiliation_from=said[1],
        spellings=tuple(sorted({p.sort_name for p, _ in newest} - {shown.sort_name})),
        perhaps=tuple(sorted(other.best.sort_name for other in group.perhaps)),
    )


def _age(entry: Entry) -> tuple[int, ...]:
    issued = entry.fields.issued
    return tuple(-part for part in issued.parts) if issued and issued.parts else (10000,)
