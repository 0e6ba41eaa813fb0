"""What a CV is made of: sections, groups and items of rich text, the same for every format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pubtrack.csl import Run
from pubtrack.model import Owner

__all__ = ["Cv", "Group", "Item", "Link", "Section", "listed"]


@dataclass(frozen=True)
class Link:
    """Where something can be seen."""

    label: str
    url: str


@dataclass(frozen=True)
class Item:
    """One line of a CV."""

    runs: tuple[Run, ...]
    key: str | None = None
    """Citation key, where it is a work."""
    when: str | None = None
    """Year or years, for layouts that set them in a column; a reference says its year itself."""
    number: int | None = None
    selected: bool = False
    """The owner chose it as one of the best."""
    badges: tuple[str, ...] = ()
    """Awards of the work, as they are shown at it."""
    flags: tuple[str, ...] = ()
    """What a reader must know of its standing: "retracted"."""
    links: tuple[Link, ...] = ()

    @property
    def text(self) -> str:
        """Its text without formatting."""
        return "".join(run.text for run in self.runs)

    @property
    def tail(self) -> str | None:
        """`when`, for layouts without a column: None where the text says it already."""
        return None if self.when and self.when in self.text else self.when


@dataclass(frozen=True)
class Group:
    """Items under one heading; `title` is None for items right below the section's."""

    items: tuple[Item, ...]
    title: str | None = None
    groups: tuple[Group, ...] = ()

    @property
    def count(self) -> int:
        """Items in it and in its groups."""
        return len(self.items) + sum(group.count for group in self.groups)


@dataclass(frozen=True)
class Section:
    """A part of the CV with its heading."""

    id: str
    title: str
    groups: tuple[Group, ...]
    of_works: bool = False
    """Its items are references; else they are lines with `when`."""

    @property
    def count(self) -> int:
        """Items in all groups."""
        return sum(group.count for group in self.groups)


@dataclass(frozen=True)
class Cv:
    """The whole CV. `legend` holds pairs (sign, meaning) of the marks that are used, no others."""

    title: str
    owner: Owner | None
    sections: tuple[Section, ...]
    legend: tuple[tuple[str, str], ...] = ()
    counts: bool = True
    """Headings of publications say how many stand below them."""
    settings: Mapping[str, object] = field(default_factory=dict)

    @property
    def last_of_works(self) -> str | None:
        """Id of the section that the legend belongs under."""
        return next((section.id for section in reversed(self.sections) if section.of_works), None)


def listed(items: list[Item]) -> tuple[Group, ...]:
    """The items as one group without heading; nothing where there are none."""
    return (Group(tuple(items)),) if items else ()
