"""JSON Lines that belong to keys, kept as the bytes that they are: a value is made when its key is asked for.

Of the records of a large library most commands use none or a few; made into values as the library opens they took
0.5 s and 80 MB for every thousand works, and as bytes in memory 8 MB (both seen 2026-11). What is in memory is where
each key's lines stand.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, KeysView
from sys import intern
from typing import Any, ClassVar, Generic, TypeVar

from pydantic_core import from_json

from pubtrack.model import Frozen
from pubtrack.store.blob import Blob
from pubtrack.store.json_lines import read_line, refuse_conflict, write_line

__all__ = ["LineTable"]

T = TypeVar("T", bound=Frozen)

_PLACE_BITS = 40
"""A place is one number, the size of the lines above so many bits that tell where they start: one object a key."""


class LineTable(Generic[T]):
    """The values of one file by key, several a key where the file has several. Equal where the lines are.

    Args:
        kind: What a line says.
        key: The member of every line that names its key.
        path: The file, for messages.
        blob: The file as it was read; lines that are put are added behind it.
    """

    def __init__(self, kind: type[T], key: str, path: str = "", blob: Blob | None = None) -> None:
        self._kind, self._key, self._path = kind, key, path
        self._blob = blob or Blob.of(b"")
        self._spool = self._blob.spool
        self._places: dict[str, int] = {}

    @classmethod
    def read(
        cls, content: Blob | None, kind: type[T], key: str, path: str, known: LineTable[T] | None = None
    ) -> LineTable[T]:
        """Gives the table of a file; a missing file is an empty one.

        Args:
            content: The file.
            kind: What a line says.
            key: The member of every line that names its key.
            path: The file, for messages.
            known: What the file held before; given back if it holds that still.

        Raises:
            InputError: A line is no JSON object with a key; it names file and line.
        """
        table = cls(kind, key, path, content)
        if known is not None and known._blob == table._blob:
            return known
        table._places = table._scanned()
        return table

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, LineTable) or self._places.keys() != other._places.keys():
            return False
        return all(self._lines(key) == other._lines(key) for key in self._places if not self._is_there_in(other, key))

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def keys(self) -> KeysView[str]:
        """Gives the keys in the order in which they came."""
        return self._places.keys()

    def values(self, key: str) -> tuple[T, ...]:
        """Gives the values of a key; none where it is not there.

        Raises:
            InputError: A line is not of this kind; it names file and line.
        """
        return tuple(self._value(line) for line in _split(self._lines(key)))

    def members(self, key: str, name: str) -> list[Any]:
        """Gives one member of each of a key's lines as plain JSON, None where a line has it not; without checks."""
        return [from_json(line).get(name) for line in _split(self._lines(key))]

    def put(self, key: str, values: Iterable[T]) -> None:
        """Makes these the values of a key; without any the key goes."""
        lines = b"".join(write_line(value) + b"\n" for value in values)
        if lines:
            self._places[key] = self._added(lines)
        else:
            self._places.pop(key, None)

    def copy(self) -> LineTable[T]:
        """Gives a table of its own with the same lines."""
        copy = LineTable(self._kind, self._key, self._path, self._blob)
        copy._places = dict(self._places)
        return copy

    def changed_since(self, old: LineTable[T]) -> list[str]:
        """Gives the keys that are there and have other lines than in `old`, in order."""
        there = (key for key in self._places if not self._is_there_in(old, key))
        return [key for key in there if self._lines(key) != old._lines(key)]

    def chunks(self) -> Iterator[bytes]:
        """Gives the file: sorted by key, the lines of a key in their order."""
        return (self._lines(key) for key in sorted(self._places))

    def _is_there_in(self, other: LineTable[T], key: str) -> bool:
        """True where both point to the very same bytes, so that nothing needs to be read."""
        return self._spool is other._spool and self._places[key] == other._places.get(key)

    def _lines(self, key: str) -> bytes:
        return self._read(self._places.get(key, 0))

    def _read(self, place: int) -> bytes:
        return self._spool.read(_start(place), _size(place))

    def _added(self, lines: bytes) -> int:
        return _place(self._spool.add(lines), len(lines))

    def _scanned(self) -> dict[str, int]:
        """Gives the place of each key's lines; lines of one key that stand apart are put together."""
        places: dict[str, int] = {}
        apart: dict[str, list[bytes]] = {}
        for number, (start, stored) in enumerate(self._blob.lines(), 1):
            line = (stored.removeprefix(BOM_UTF8) if number == 1 else stored).strip() + b"\n"
            if line == b"\n":
                continue
            key = intern(self._key_of(line, number))
            place = _place(start, len(stored)) if stored == line else self._added(line)
            if key in apart:
                apart[key].append(line)
            elif key not in places:
                places[key] = place
            elif _end(places[key]) == _start(place):
                places[key] = _place(_start(places[key]), _size(places[key]) + _size(place))
            else:
                apart[key] = [self._read(places[key]), line]
        return places | {key: self._added(b"".join(lines)) for key, lines in apart.items()}

    def _key_of(self, line: bytes, number: int) -> str:
        refuse_conflict(line, self._path, number)
        try:
            key = from_json(line)[self._key]
        except (ValueError, TypeError, KeyError):
            key = None
        if isinstance(key, str) and key:
            return key
        return str(getattr(read_line(line, self._kind, self._path, number), self._key))  # says what is wrong

    def _value(self, line: bytes) -> T:
        try:
            return self._kind.model_validate_json(line)
        except ValueError:
            return read_line(line, self._kind, self._path, self._number_of(line))  # says what is wrong

    def _number_of(self, line: bytes) -> int:
        """Gives the number of a line of the file, 0 where it was put."""
        lines = enumerate(self._blob.lines(), 1)
        return next((number for number, (_, stored) in lines if stored.removeprefix(BOM_UTF8).strip() == line), 0)


def _split(lines: bytes) -> list[bytes]:
    return lines.split(b"\n")[:-1]


def _place(start: int, size: int) -> int:
    return size << _PLACE_BITS | start


def _start(place: int) -> int:
    return place & ((1 << _PLACE_BITS) - 1)


def _size(place: int) -> int:
    return place >> _PLACE_BITS


def _end(place: int) -> int:
    return _start(place) + _size(place)
