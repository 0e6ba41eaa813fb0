"""What was changed, when and why, in `history/`: plain lines that only ever grow, so git merges and shows them well.

`changes.jsonl` is for people: one line per changed field. `undo.jsonl` is for `pubtrack undo`: one line per change,
with what takes it back. Old bytes stand in JSON as text; a byte that is not UTF-8 stands as a lone surrogate.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from pubtrack.errors import StoreError
from pubtrack.store.hunks import Hunk

__all__ = ["CHANGES", "UNDO", "Change", "FileUndo", "HistoryRow", "UndoRecord", "last_standing", "line_of", "stamp"]

CHANGES = "history/changes.jsonl"
UNDO = "history/undo.jsonl"

_Row = TypeVar("_Row")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one work, award or setting that changed. Values are JSON: text, number, list, dict or None."""

    key: str
    """The work's key, or the name of what changed."""
    field: str
    """The field's name; empty where the whole thing came or went."""
    old: Any = None
    new: Any = None
    because: str = ""
    """Why: the record or the person's words. Empty takes the reason of the whole transaction."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A line of `changes.jsonl`: a `Change` with the transaction it came with."""

    change: str
    """The id of the transaction; rows with one id happened together and are taken back together."""
    when: str
    """UTC, like `2026-11-22T15:04:39Z`."""
    verb: str
    key: str
    field: str
    old: Any
    new: Any
    because: str

    def encode(self) -> bytes:
        """Gives the row as one line of JSON."""
        return line_of({name: getattr(self, name) for name in self.__slots__})

    @classmethod
    def decode(cls, data: bytes | None, place: str) -> list[HistoryRow]:
        """Gives all rows of `changes.jsonl`, oldest first.

        Raises:
            StoreError: A line is damaged; `place` names the file.
        """
        return _decoded(data, place, lambda row: cls(**row))


@dataclass(frozen=True, slots=True)
class FileUndo:
    """How one file is taken back."""

    name: str
    before: str | None
    """SHA-256 before the change, None if the change created the file."""
    after: str | None
    """SHA-256 after the change, None if the change removed the file."""
    hunks: Iterable[Hunk]
    """From top to bottom; as they are worked out where the record is about to be written."""


@dataclass(frozen=True, slots=True)
class UndoRecord:
    """A line of `undo.jsonl`: one transaction and how it is taken back."""

    change: str
    when: str
    verb: str
    because: str
    undoes: tuple[str, ...]
    """The changes that this one took back; empty for all verbs but undo."""
    files: tuple[FileUndo, ...]

    def encoded(self) -> Iterator[bytes]:
        """Gives the record as one line of JSON, in parts: for large files it is long."""
        head = {name: getattr(self, name) for name in ("change", "when", "verb", "because")}
        yield line_of({**head, "undoes": list(self.undoes), "files": []})[: -len("]}\n")]
        for number, file in enumerate(self.files):
            told: dict[str, Any] = {"file": file.name, "before": file.before, "after": file.after, "hunks": []}
            yield (b", " if number else b"") + line_of(told)[: -len("]}\n")]
            for place, hunk in enumerate(file.hunks):
                yield b", " if place else b""
                yield from _encoded(hunk)
            yield b"]}"
        yield b"]}\n"

    @classmethod
    def decode(cls, data: bytes | None, place: str) -> list[UndoRecord]:
        """Gives all records of `undo.jsonl`, oldest first.

        Raises:
            StoreError: A line is damaged; `place` names the file.
        """
        return _decoded(data, place, cls._of)

    @classmethod
    def _of(cls, row: dict[str, Any]) -> UndoRecord:
        files = tuple(
            FileUndo(file["file"], file["before"], file["after"], tuple(_hunk_of(hunk) for hunk in file["hunks"]))
            for file in row["files"]
        )
        return cls(row["change"], row["when"], row["verb"], row["because"], tuple(row["undoes"]), files)


def last_standing(records: Iterable[UndoRecord]) -> list[UndoRecord]:
    """Gives the changes that can be taken back, newest first: neither taken back already, nor an undo themselves."""
    records = list(records)
    gone = {change for record in records for change in record.undoes}
    return [record for record in reversed(records) if not record.undoes and record.change not in gone]


def stamp(when: datetime) -> str:
    """Gives a moment in UTC to the second, as it stands in the history.

    Raises:
        ValueError: The moment has no time zone.

    >>> stamp(datetime(2026, 11, 22, 15, 4, 39, tzinfo=UTC))
    '2026-11-22T15:04:39Z'
    """
    if when.tzinfo is None:
        raise ValueError("a moment in the history needs a time zone")
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def line_of(content: Any) -> bytes:
    """Gives plain data as one line of JSON."""
    text = json.dumps(content, ensure_ascii=False, separators=(", ", ": "))
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text).encode() + b"\n"


def _decoded(data: bytes | None, place: str, build: Callable[[dict[str, Any]], _Row]) -> list[_Row]:
    rows = []
    for number, line in enumerate((data or b"").split(b"\n"), 1):
        try:
            if line.strip():
                rows.append(build(json.loads(line)))
        except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
            raise StoreError(
                f"{place}:{number}: this line of the history is damaged. Nothing was changed. "
                "Repair or remove the line (see `git diff`) and try again.",
                place,
            ) from error
    return rows


def _to_text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _to_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _encoded(hunk: Hunk) -> Iterator[bytes]:
    yield line_of({"at": hunk.at, "lines": hunk.count, "sha256": hunk.sha256})[: -len("}\n")] + b', "old": '
    if isinstance(hunk.old, bytes):
        yield line_of(_to_text(hunk.old))[:-1]
    else:
        for number, (start, end, middle) in enumerate(hunk.old):
            yield (b", " if number else b"[") + line_of([start, end, _to_text(middle)])[:-1]
        yield b"]"
    around = {
        "above": [list(landmark) for landmark in hunk.above],
        "below": [list(landmark) for landmark in hunk.below],
        "beside": list(hunk.beside),
    }
    yield b", " + line_of(around)[1:-1]


def _hunk_of(content: dict[str, Any]) -> Hunk:
    return Hunk(
        at=content["at"],
        count=content["lines"],
        sha256=content["sha256"],
        old=_to_bytes(content["old"])
        if isinstance(content["old"], str)
        else tuple((start, end, _to_bytes(middle)) for start, end, middle in content["old"]),
        above=tuple((distance, short) for distance, short in content["above"]),
        below=tuple((distance, short) for distance, short in content["below"]),
        beside=(content["beside"][0], content["beside"][1]),
    )
