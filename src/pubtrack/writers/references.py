"""Formatted references with the owner, marks and badges where they belong, whatever engine formats them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from pubtrack.csl import Entry, Role, Run, Style
from pubtrack.markup.names import name_key, name_keys_agree, parse_name
from pubtrack.match import find_owner
from pubtrack.model import CONTRIBUTOR_FIELDS, Contributor, Fields, Owner
from pubtrack.writers.csl_json import csl_item

__all__ = ["MARK_SIGNS", "CslEngine", "Engine", "marked", "references", "with_present_name"]

MARK_SIGNS = {"equal-contribution": "*", "co-senior": "†", "student": "‡", "corresponding": "§"}
"""Mark of a contributor -> sign after the name. Source: signs in use in ACL, NeurIPS and Nature
author lists; the envelope of some is not in the fonts of LaTeX and Typst, so a section sign stands for it."""


class Engine(Protocol):
    """What formats references: CSL-JSON items in, rich text out, in the order given."""

    def bibliography(self, items: Sequence[Mapping[str, Any]], style: str, locale: str | None) -> list[Entry]:
        """Gives one entry per item that can be formatted, each with the item's id."""
        ...


class CslEngine:
    """Our own CSL processor."""

    def bibliography(self, items: Sequence[Mapping[str, Any]], style: str, locale: str | None) -> list[Entry]:
        """Gives the items as references of a style, in the order given.

        Raises:
            NotFoundError: There is no such style.
        """
        return list(Style.load(style).bibliography(items, format="runs", locale=locale, sort=False))


def references(
    works: Iterable[tuple[str, Fields]],
    style: str,
    *,
    locale: str | None = None,
    owner: Owner | None = None,
    engine: Engine | None = None,
) -> dict[str, tuple[Run, ...]]:
    """Gives key -> reference as runs, with the owner's name bold and signs after marked names.

    Args:
        works: Pairs (key, fields).
        style: Id of a CSL style.
        locale: Language tag; None = the style's own.
        owner: Whose name becomes bold.
        engine: Another formatter than our own.
    """
    fields = dict(works)
    items = [csl_item(with_present_name(f, owner), key, extension=False) for key, f in fields.items()]
    entries = (engine or CslEngine()).bibliography(items, style, locale)
    return {entry.id: marked(entry.runs, fields[entry.id], owner) for entry in entries}


def with_present_name(fields: Fields, owner: Owner | None) -> Fields:
    """Gives the work with the owner's present name where a past one stands."""
    if owner is None or not owner.past_names:
        return fields
    present = parse_name(owner.name)
    past = [parse_name(name) for name in owner.past_names]

    def renamed(person: Contributor) -> Contributor:
        if not any(_same_person(person, old) for old in past):
            return person
        return present.replace(orcid=person.orcid, marks=person.marks, affiliation=person.affiliation)

    return fields.replace(**{role: tuple(map(renamed, getattr(fields, role))) for role in CONTRIBUTOR_FIELDS})


def _same_person(one: Contributor, other: Contributor) -> bool:
    return bool(name_keys_agree(name_key(one), name_key(other)))


def marked(runs: Sequence[Run], fields: Fields, owner: Owner | None) -> tuple[Run, ...]:
    """Gives the runs of one reference with the owner's name bold and a sign after each marked name."""
    found = find_owner(fields, owner) if owner else None
    own = Role("author", found[0]) if found else None
    out: list[Run] = []
    for position, run in enumerate(runs):
        person = _person_of(run, fields)
        if person is None:
            out.append(run)
            continue
        out.append(run.with_mark("font-weight", "bold") if run.role == own else run)
        following = runs[position + 1 : position + 7]
        if person.marks and not any(r.role == run.role for r in following):
            signs = "".join(sign for mark, sign in MARK_SIGNS.items() if mark in person.marks)
            out.append(Run(signs).with_mark("vertical-align", "sup"))
    return tuple(out)


def _person_of(run: Run, fields: Fields) -> Contributor | None:
    """The contributor that a run names, by the role the engine gave it."""
    if run.role is None or run.role.position is None:
        return None
    people = getattr(fields, run.role.variable.replace("-", "_"), ())
    if not isinstance(people, tuple) or run.role.position >= len(people):
        return None
    person = people[run.role.position]
    return person if isinstance(person, Contributor) else None
