"""Formatted references with the owner, marks and badges where they belong, whatever engine formats them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from pubtrack.csl import Entry, Role, Run, Style
from pubtrack.match import find_owner
from pubtrack.model import Contributor, Fields, Owner
from pubtrack.writers.csl_json import csl_item
from pubtrack.writers.memo import Memo, entries_from_plain, hash_of, plain_entries, style_content
from pubtrack.writers.present_name import with_present_name

__all__ = ["MARK_SIGNS", "CslEngine", "Engine", "is_truncated", "marked", "references"]

MARK_SIGNS = {"equal-contribution": "*", "co-senior": "†", "student": "‡", "corresponding": "§"}
"""Mark of a contributor -> sign after the name. Source: signs in use in ACL, NeurIPS and Nature
author lists; the envelope of some is not in the fonts of LaTeX and Typst, so a section sign stands for it."""


class Engine(Protocol):
    """What formats references: CSL-JSON items in, rich text out, in the order given."""

    def bibliography(self, items: Sequence[Mapping[str, Any]], style: str, locale: str | None) -> list[Entry]:
        """Gives one entry per item that can be formatted, each with the item's id."""
        ...


class CslEngine:
    """Our own CSL processor.

    Args:
        memo: Remembers whole lists: an entry may depend on the others (`2024a`), so that none stands alone.
    """

    def __init__(self, memo: Memo | None = None) -> None:
        self._memo = memo

    def bibliography(self, items: Sequence[Mapping[str, Any]], style: str, locale: str | None) -> list[Entry]:
        """Gives the items as references of a style, in the order given.

        Raises:
            NotFoundError: There is no such style.
        """

        def made() -> list[Entry]:
            return list(Style.load(style).bibliography(items, format="runs", locale=locale, sort=False))

        if self._memo is None:
            return made()
        key = hash_of(style_content(style), locale, items)
        return entries_from_plain(self._memo.recall(f"list {style}", key, lambda: plain_entries(made())))


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
        if not any(later.role == run.role for later in runs[position + 1 : position + 7]):
            out += _behind(person, run, fields)
    return (*out, *_hidden(out, fields, own)) if own else tuple(out)


def is_truncated(fields: Fields) -> bool:
    """Whether the list of authors is known to be incomplete: BibTeX's `and others`."""
    return "author" in fields.custom.get("and-others", "").split()


def _behind(person: Contributor, run: Run, fields: Fields) -> list[Run]:
    """What stands behind a name: signs, and after the last one that there were more."""
    found = []
    if person.marks:
        signs = "".join(sign for mark, sign in MARK_SIGNS.items() if mark in person.marks)
        found.append(Run(signs).with_mark("vertical-align", "sup"))
    if is_truncated(fields) and run.role and run.role == Role("author", len(fields.author) - 1):
        found.append(Run(" et al."))
    return found


def _hidden(runs: Sequence[Run], fields: Fields, own: Role) -> tuple[Run, ...]:
    """Where a style cuts a long list of authors before the owner, the place is told behind the reference."""
    if any(run.role == own for run in runs) or not any(run.role and run.role.variable == "author" for run in runs):
        return ()
    place, name = (own.position or 0) + 1, fields.author[own.position or 0].name
    bold = Run(name, role=own).with_mark("font-weight", "bold")
    most = f"more than {len(fields.author)}" if is_truncated(fields) else len(fields.author)
    return (Run(" ("), bold, Run(f" is author {place} of {most}.)"))


def _person_of(run: Run, fields: Fields) -> Contributor | None:
    """The contributor that a run names, by the role the engine gave it."""
    if run.role is None or run.role.position is None:
        return None
    people = getattr(fields, run.role.variable.replace("-", "_"), ())
    if not isinstance(people, tuple) or run.role.position >= len(people):
        return None
    person = people[run.role.position]
    return person if isinstance(person, Contributor) else None
