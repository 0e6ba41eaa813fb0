"""The publications of a CV: each work once, grouped, numbered, marked, with its awards and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pubtrack.csl import Run
from pubtrack.model import Fields, Identifier
from pubtrack.vocab.cv_headings import FLAGS, OTHER_WORKS, WORK_GROUPS
from pubtrack.writers.calm_text import calm_runs, plain_title, readable_math
from pubtrack.writers.cv_career import award_label
from pubtrack.writers.cv_parts import Group, Item, Link
from pubtrack.writers.references import CslEngine, Engine, references
from pubtrack.writers.versions import Versions, works_of
from pubtrack.writers.view import LibraryView

__all__ = ["LINK_LABELS", "Publications", "heading_of", "links_of", "type_headings"]

LINK_LABELS = {"doi": "DOI", "acl": "ACL Anthology", "openreview": "OpenReview", "arxiv": "arXiv", "pmid": "PubMed"}
"""Schemes that are linked, in this order: the published version first, then where it can be read."""
_ARXIV_DOI = "10.48550/arxiv."


class Publications:
    """The works of a view, formatted once for all sections that show them."""

    def __init__(self, view: LibraryView, engine: Engine | None = None) -> None:
        self._view, self._settings = view, view.settings
        works = works_of(view)
        self.works: tuple[Versions, ...] = tuple(works)
        self._runs = dict(zip(map(id, works), self._formatted(engine), strict=True))

    def groups(self) -> tuple[Group, ...]:
        """Gives all works, grouped and numbered as the settings say."""
        by = self._settings.get("group")
        return self._numbered(self._grouped(self.works, ("type", "year") if by is None else tuple(by)))

    def selected(self) -> tuple[Group, ...]:
        """Gives the works that the owner chose, newest first, without headings."""
        chosen = [self._item(work) for work in self.works if work.keys & self._view.selected]
        return (Group(tuple(replace(item, selected=False) for item in chosen)),) if chosen else ()

    def _formatted(self, engine: Engine | None) -> list[tuple[Run, ...]]:
        style, locale = self._settings.get("style") or "apa", self._settings.get("locale")
        named = [(str(place), _legible(work.entry.fields)) for place, work in enumerate(self.works)]
        made = references(
            named, style, locale=locale, owner=self._view.owner, engine=engine or CslEngine(self._view.memo)
        )
        return [
            calm_runs(made.get(name, ())) or (Run(plain_title(fields.title or "") or "Untitled"),)
            for name, fields in named
        ]

    def _item(self, work: Versions) -> Item:
        runs = self._runs[id(work)]
        printed = "".join(run.text for run in runs).lower()
        return Item(
            runs,
            work.entry.key,
            selected=bool(work.keys & self._view.selected),
            badges=tuple(award_label(award) for award in self._view.awards if work.keys & set(award.works)),
            flags=tuple(dict.fromkeys(FLAGS[n.type] for n in work.entry.fields.notices if n.type in FLAGS)),
            links=tuple(link for link in links_of(work) if link.url.lower() not in printed),
        )

    def _grouped(self, works: Sequence[Versions], by: tuple[str, ...]) -> tuple[Group, ...]:
        if not works:
            return ()
        if not by:
            return (Group(tuple(self._item(work) for work in works)),)
        headed: dict[str, list[Versions]] = {}
        for work in works:
            headed.setdefault(heading_of(work.entry.fields, by[0]), []).append(work)
        titles = [t for t in _TYPE_ORDER if t in headed] if by[0] == "type" else list(headed)
        return tuple(self._group(title, headed[title], by[1:]) for title in titles)

    def _group(self, title: str, works: Sequence[Versions], by: tuple[str, ...]) -> Group:
        inner = self._grouped(works, by)
        return Group((), title, inner) if by else Group(inner[0].items, title)

    def _numbered(self, groups: tuple[Group, ...]) -> tuple[Group, ...]:
        """Numbers count up from the top, or down to 1 at the bottom, so that a number stays when a work is added."""
        wanted = self._settings.get("numbered")
        if not wanted:
            return groups
        down = wanted == "descending"
        numbers = iter(range(len(self.works), 0, -1) if down else range(1, len(self.works) + 1))

        def numbered(group: Group) -> Group:
            items = tuple(replace(item, number=next(numbers)) for item in group.items)
            return replace(group, items=items, groups=tuple(map(numbered, group.groups)))

        return tuple(map(numbered, groups))


def _legible(fields: Fields) -> Fields:
    """No style of references knows TeX."""
    if "$" not in (fields.title or ""):
        return fields
    return fields.replace(title=readable_math(fields.title or ""))


_TYPE_ORDER = [heading for heading, _ in WORK_GROUPS] + [OTHER_WORKS]
_HEADINGS = {name: heading for heading, types in reversed(WORK_GROUPS) for name in types}


def type_headings() -> tuple[str, ...]:
    """Gives the headings under which works are grouped by type, in their order."""
    return tuple(_TYPE_ORDER)


def heading_of(fields: Fields, by: str = "type") -> str:
    """Gives the heading under which a work stands.

    Args:
        fields: The work.
        by: `type` or `year`.

    >>> heading_of(Fields(type="paper-conference", genre="workshop paper"))
    'Workshop papers'
    """
    if by == "year":
        return str(fields.year) if fields.year is not None else "Undated"
    finer = f"{fields.type}/{(fields.genre or '').lower()}"
    return _HEADINGS.get(finer) or _HEADINGS.get(str(fields.type)) or OTHER_WORKS


def links_of(work: Versions) -> tuple[Link, ...]:
    """Gives where a work can be seen, the published version first, then preprints and free copies."""
    every = work.identifiers
    registered = [i for i in every if i.scheme == "doi" and not i.value.startswith(_ARXIV_DOI)]
    best: dict[str, Identifier] = {i.scheme: i for i in reversed(every)}
    if registered:
        best["doi"] = registered[0]
    elif "arxiv" in best:
        best.pop("doi", None)
    found = [Link(label, url) for s, label in LINK_LABELS.items() if s in best and (url := best[s].without_version.url)]
    access = work.entry.fields.open_access
    if access and access.url and access.url not in [link.url for link in found]:
        found.append(Link("Open access", access.url))
    return tuple(found)
