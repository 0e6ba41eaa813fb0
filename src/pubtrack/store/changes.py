"""Long lists that lie as lines outside memory: a first refresh of a large library changes more than it should hold."""

from __future__ import annotations

import hashlib
import json
from abc import abstractmethod
from array import array
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, TypeVar, overload

from pubtrack.store.blob import Spool
from pubtrack.store.history import Change, line_of

__all__ = ["Changes", "Spooled"]

T = TypeVar("T")


class Spooled(Sequence[T]):
    """Things that are told one after the other. Equal to any sequence of the same things."""

    def __init__(self) -> None:
        self._spool, self._ends = Spool(), array("Q", [0])
        self._digest = hashlib.sha256()

    @abstractmethod
    def _data_of(self, item: T) -> Any:
        """Gives an item as plain data."""

    @abstractmethod
    def _item_of(self, data: Any) -> T:
        """Gives the item of plain data."""

    def append(self, item: T) -> None:
        """Adds one."""
        line = line_of(self._data_of(item))
        self._spool.add(line)
        self._ends.append(len(self._spool))
        self._digest.update(line)

    @property
    def sha256(self) -> str:
        """A hash of all of them as 64 hex digits."""
        return self._digest.hexdigest()

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        number = range(len(self))[index]
        start, end = self._ends[number], self._ends[number + 1]
        return self._item_of(json.loads(self._spool.read(start, end - start)))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __iter__(self) -> Iterator[T]:
        return (self[number] for number in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{len(self)} {type(self).__name__.lower()}>"


class Changes(Spooled[Change]):
    """What one transaction changed, in order.

    >>> changes = Changes()
    >>> changes.append(Change("a", "year", 2023, 2024))
    >>> len(changes), changes[0].new, changes == [Change("a", "year", 2023, 2024)]
    (1, 2024, True)
    """

    def _data_of(self, item: Change) -> Any:
        return [item.key, item.field, item.old, item.new, item.because]

    def _item_of(self, data: Any) -> Change:
        return Change(*data)
