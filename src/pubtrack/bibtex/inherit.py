"""What an entry takes over from others through `crossref` and `xdata`; for reading only, never written back.

Source: biblatex manual 3.20, appendix B (inheritance rules) and section 3.13.6 (xdata); bibtex.web 0.99d for
case-insensitive references.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pubtrack.bibtex.contents import Contents
    from pubtrack.bibtex.entry import Entry
    from pubtrack.bibtex.names import Name

__all__ = ["Inherited", "inherited"]

_NEVER: Final = frozenset(
    {
        "ids", "crossref", "xref", "xdata", "entryset", "entrysubtype", "execute", "gender", "label", "options",
        "presort", "related", "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro",
        "sortkey",
    }
)  # fmt: skip
"""Fields that stay with their entry."""

_TITLES: Final = ("title", "subtitle", "titleaddon")
_PART_OF: Final[Mapping[str, frozenset[str]]] = {
    "inproceedings": frozenset({"proceedings", "mvproceedings"}),
    "conference": frozenset({"proceedings", "mvproceedings"}),
    "incollection": frozenset({"collection", "mvcollection", "book"}),
    "inreference": frozenset({"reference", "collection", "mvreference", "mvcollection"}),
    "suppcollection": frozenset({"collection", "mvcollection"}),
    "inbook": frozenset({"book", "mvbook", "collection"}),
    "bookinbook": frozenset({"book", "mvbook", "collection"}),
    "suppbook": frozenset({"book", "mvbook", "collection"}),
    "article": frozenset({"periodical"}),
    "suppperiodical": frozenset({"periodical"}),
    "book": frozenset({"mvbook"}),
    "proceedings": frozenset({"mvproceedings"}),
    "collection": frozenset({"mvcollection"}),
    "reference": frozenset({"mvreference"}),
}
"""Type of a part to the types whose title becomes the title of the whole around it."""


_DEEPEST: Final = 20
"""Steps of inheritance that are followed; real files have two."""


class Inherited:
    """An entry with what it inherits. Has the reading methods of `Entry`; `origin` tells where a field comes from."""

    def __init__(self, entry: Entry, places: dict[str, tuple[Entry, str]]) -> None:
        self.entry: Entry = entry
        self._places: dict[str, tuple[Entry, str]] = places
        self.key: str = entry.key
        self.type: str = entry.type

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._places

    def __len__(self) -> int:
        return len(self._places)

    def origin(self, name: str) -> Entry | None:
        """Gives the entry that the field stands in, or None where nobody has it."""
        place = self._places.get(name.lower())
        return place[0] if place else None

    def value(self, name: str) -> str | None:
        """See `Entry.value`."""
        place = self._places.get(name.lower())
        return place[0].value(place[1]) if place else None

    def text(self, name: str, rich: bool = False) -> str | None:
        """See `Entry.text`."""
        place = self._places.get(name.lower())
        return place[0].text(place[1], rich) if place else None

    def texts(self) -> dict[str, str]:
        """See `Entry.texts`."""
        return {name: entry.text(source) or "" for name, (entry, source) in self._places.items()}

    def names(self, name: str) -> list[Name]:
        """See `Entry.names`."""
        place = self._places.get(name.lower())
        return place[0].names(place[1]) if place else []

    def month(self) -> int | None:
        """See `Entry.month`."""
        place = self._places.get("month")
        return place[0].month() if place else None


def inherited(document: Contents, entry: Entry) -> Inherited:
    """Gives the entry with the fields of its `xdata` and `crossref` entries; circles and missing ones end quietly."""
    return Inherited(entry, _places(document, entry, set(), 0))


def _places(document: Contents, entry: Entry, visited: set[int], depth: int) -> dict[str, tuple[Entry, str]]:
    places = {name: (entry, name) for name in entry.fields}
    visited.add(id(entry))
    if depth == _DEEPEST:
        return places
    for key in _keys(entry.value("xdata")):
        source = document.get(key)
        if source is not None and id(source) not in visited:
            for name, place in _places(document, source, visited, depth + 1).items():
                if name not in _NEVER:
                    places.setdefault(name, place)
    parent = document.get((entry.value("crossref") or "").strip())
    if parent is not None and id(parent) not in visited:
        offered = _places(document, parent, visited, depth + 1)
        moved = {name: _target(entry.type, parent.type, name) for name in offered}
        for name in sorted(offered, key=lambda name: moved[name] != name):  # a `booktitle` goes before a `title`
            if moved[name] not in _NEVER:
                places.setdefault(moved[name], offered[name])
    return places


def _keys(value: str | None) -> list[str]:
    return [key for part in (value or "").split(",") if (key := part.strip())]


def _target(child: str, parent: str, name: str) -> str:
    """The field of the child that a field of the parent becomes."""
    if parent not in _PART_OF.get(child, ()):
        return name
    if name in _TITLES:
        whole = "journal" if parent == "periodical" else "main" if parent.startswith("mv") else "book"
        return f"{whole}{name}" if (whole, name) != ("journal", "title") else "journaltitle"
    return name
