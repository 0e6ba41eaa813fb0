"""What a writer gets to see of a library: everything it needs, nothing it could change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pubtrack.model import Appointment, Award, Event, Fields, Grant, Series, Software, Work
from pubtrack.model.owner import Owner

if TYPE_CHECKING:
    from pubtrack.writers.memo import Memo

__all__ = ["Entry", "LibraryView"]


@dataclass(frozen=True)
class Entry:
    """A work under its citation key; the key is None where it still needs one."""

    key: str | None
    fields: Fields


@dataclass(frozen=True)
class LibraryView:
    """A library as writers see it: a frozen value, so that a writer is a pure function of it.

    `works` may hold resolved works, or any fields with or without a key (`Entry`).
    """

    works: tuple[Work | Entry, ...] = ()
    awards: tuple[Award, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    events: tuple[Event, ...] = ()
    series: tuple[Series, ...] = ()
    software: tuple[Software, ...] = ()
    funding: tuple[Grant, ...] = ()
    owner: Owner | None = None
    citations: tuple[Any, ...] = ()
    """The history of counts: rows with `date`, `key`, `source` and `count`."""
    counts_by_year: Mapping[str, Mapping[str, Mapping[int, int]]] = field(default_factory=dict)
    """Source -> key -> year -> citations in it, where a source tells them by year."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Settings of the output, by name, as its writer documents them."""
    memo: Memo | None = field(default=None, compare=False, repr=False)
    """Remembers formatted entries from build to build; it changes nothing of what comes out."""
    shared: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What several writers make of this very view once."""

    @classmethod
    def of(cls, works: Iterable[Work | Entry | Fields], **settings: Any) -> LibraryView:
        """A view of some works alone.

        >>> LibraryView.of([Fields(title="T")]).works[0].key is None
        True
        """
        entries = tuple(w if isinstance(w, (Work, Entry)) else Entry(None, w) for w in works)
        return cls(works=entries, settings=settings)

    def keys_in(self, setting: str) -> tuple[str, ...]:
        """Gives the citation keys that a setting lists, as a list or as text with commas."""
        stated = self.settings.get(setting) or ()
        listed = stated.split(",") if isinstance(stated, str) else stated
        return tuple(str(key).strip() for key in listed if str(key).strip())

    @cached_property
    def selected(self) -> frozenset[str]:
        """The citation keys of the works that the owner chose as the best."""
        return frozenset(self.keys_in("selected"))

    @cached_property
    def last_told(self) -> date | None:
        """The day of the newest statement in it, of a work or a count; None where nothing tells a day."""
        seen = (said.retrieved_at for work in self.works if isinstance(work, Work) for said in work.provenance.values())
        return max([*(at.date() for at in seen if at), *(row.date for row in self.citations)], default=None)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All works as key and fields."""
        return tuple(w if isinstance(w, Entry) else Entry(w.key, w.fields) for w in self.works)
