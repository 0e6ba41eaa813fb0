"""What one transaction changed, in order: a first refresh of a large library changes more than memory should hold."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterator, Sequence
from typing import ClassVar, overload

from pubtrack.store.blob import Spool
from pubtrack.store.history import Change, line_of

__all__ = ["Changes"]


class Changes(Sequence[Change]):
    """Changes that are told one after the other. Equal to any sequence of the same changes.

    >>> changes = Changes()
    >>> changes.append(Change("a", "year", 2023, 2024))
    >>> len(changes), changes[0].new, changes == [Change("a", "year", 2023, 2024)]
    (1, 2024, True)
    """

    def __init__(self) -> None:
        self._spool, self._ends = Spool(), array("Q", [0])
        self._digest = hashlib.sha256()

    def append(self, change: Change) -> None:
        """Adds a change."""
        line = line_of([change.key, change.field, change.old, change.new, change.because])
        self._spool.add(line)
        self._ends.append(len(self._spool))
        self._digest.update(line)

    @property
    def sha256(self) -> str:
        """A hash of all of them as 64 hex digits."""
        return self._digest.hexdigest()

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> list[Change]: ...
    def __getitem__(self, index: int | slice) -> Change | list[Change]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        number = range(len(self))[index]
        start, end = self._ends[number], self._ends[number + 1]
        return Change(*json.loads(self._spool.read(start, end - start)))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __iter__(self) -> Iterator[Change]:
        return (self[number] for number in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{len(self)} changes>"
