"""JSON Lines that belong to keys, kept as the bytes that they are: a value is made when its key is asked for.

Of the records of a large library most commands use none or a few; made into values as the library opens they took
0.5 s and 80 MB for every thousand works (seen 2026-11).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, KeysView
from typing import Any, ClassVar, Generic, TypeVar

from pydantic_core import from_json

from pubtrack.model import Frozen
from pubtrack.store.json_lines import read_line, refuse_conflict, split_json_lines, write_line

__all__ = ["LineTable"]

T = TypeVar("T", bound=Frozen)


class LineTable(Generic[T]):
    """The values of one file by key, several a key where the file has several. Equal where the lines are.

    Args:
        kind: What a line says.
        key: The member of every line that names its key.
        path: The file, for messages.
    """

    def __init__(self, kind: type[T], key: str, path: str = "") -> None:
        self._kind, self._key, self._path = kind, key, path
        self._groups: dict[str, tuple[bytes, ...]] = {}
        self._as_read: list[bytes] = []
        self._digest = b""

    @classmethod
    def read(
        cls, data: bytes | None, kind: type[T], key: str, path: str, known: LineTable[T] | None = None
    ) -> LineTable[T]:
        """Gives the table of a file; a missing file is an empty one.

        Args:
            data: The file.
            kind: What a line says.
            key: The member of every line that names its key.
            path: The file, for messages.
            known: What the file held before; given back if it holds that still.

        Raises:
            InputError: A line is no JSON object with a key; it names file and line.
        """
        digest = hashlib.sha256(data or b"").digest()
        if known is not None and known._digest == digest:
            return known
        table = cls(kind, key, path)
        table._digest, table._as_read = digest, split_json_lines(data)
        groups: dict[str, list[bytes]] = {}
        for number, line in enumerate(table._as_read, 1):
            if line:
                groups.setdefault(table._key_of(line, number), []).append(line)
        table._groups = {name: tuple(lines) for name, lines in groups.items()}
        return table

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LineTable) and self._groups == other._groups

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __contains__(self, key: object) -> bool:
        return key in self._groups

    def keys(self) -> KeysView[str]:
        """Gives the keys in the order in which they came."""
        return self._groups.keys()

    def values(self, key: str) -> tuple[T, ...]:
        """Gives the values of a key; none where it is not there.

        Raises:
            InputError: A line is not of this kind; it names file and line.
        """
        return tuple(self._value(line) for line in self._groups.get(key, ()))

    def members(self, key: str, name: str) -> list[Any]:
        """Gives one member of each of a key's lines as plain JSON, None where a line has it not; without checks."""
        return [from_json(line).get(name) for line in self._groups.get(key, ())]

    def put(self, key: str, values: Iterable[T]) -> None:
        """Makes these the values of a key; without any the key goes."""
        lines = tuple(write_line(value) for value in values)
        if lines:
            self._groups[key] = lines
        else:
            self._groups.pop(key, None)

    def copy(self) -> LineTable[T]:
        """Gives a table of its own with the same lines."""
        copy = LineTable(self._kind, self._key, self._path)
        copy._groups, copy._as_read = dict(self._groups), self._as_read
        return copy

    def changed_since(self, old: LineTable[T]) -> list[str]:
        """Gives the keys that are there and have other lines than in `old`, in order."""
        return [key for key, lines in self._groups.items() if lines != old._groups.get(key)]

    def to_bytes(self) -> bytes:
        """Gives the file: sorted by key, the lines of a key in their order."""
        return b"".join(line + b"\n" for _, lines in sorted(self._groups.items()) for line in lines)

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
            number = next((n for n, read in enumerate(self._as_read, 1) if read is line), 0)
            return read_line(line, self._kind, self._path, number)  # says what is wrong
