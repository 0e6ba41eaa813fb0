"""What is formatted once need not be formatted again: values under the hash of all that they are made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

from pubtrack.csl import Entry, Run
from pubtrack.csl.runs import Mark, Role

__all__ = ["Memo", "entries_from_plain", "hash_of", "plain_entries", "style_content"]


class Memo(Protocol):
    """Remembers formatted text. It may forget at any time, and never changes what comes out."""

    def recall(self, room: str, key: str, make: Callable[[], Any]) -> Any:
        """Gives the value that was made under a key before, else makes it.

        Args:
            room: What kind of value; keys of one room never mean another.
            key: `hash_of` everything that the value depends on, but the program itself.
            make: Gives the value: texts, numbers and lists of them.
        """
        ...


def hash_of(*parts: Any) -> str:
    """Gives 32 hex digits that stand for plain data (texts, numbers, lists, mappings).

    >>> hash_of({"a": 1, "b": 2}) == hash_of({"b": 2, "a": 1})
    True
    """
    told = json.dumps(parts, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def style_content(style: str) -> str:
    """Gives what tells a style from others: its id, or a hash of a file of one's own, which may change under its name.

    >>> style_content("apa")
    'apa'
    """
    path = Path(style)
    if path.suffix not in (".csl", ".xml") or not path.is_file():
        return style
    return hashlib.sha256(path.read_bytes()).hexdigest()


def plain_entries(entries: Iterable[Entry]) -> list[Any]:
    """Gives formatted references as plain data.

    >>> plain_entries([Entry("k", (Run("T", (), Role("title")),), "")])
    [['k', [['T', [], ['title', None]]]]]
    """
    return [
        [entry.id, [[run.text, [list(mark) for mark in run.marks], run.role and list(run.role)] for run in entry.runs]]
        for entry in entries
    ]


def entries_from_plain(data: Iterable[Any]) -> list[Entry]:
    """Gives the references back; their text is left empty.

    >>> entries_from_plain([["k", [["T", [], ["title", None]]]]])[0].runs[0].role
    Role(variable='title', position=None)
    """
    return [Entry(name, tuple(_run(*run) for run in runs), "") for name, runs in data]


def _run(text: str, marks: Iterable[Any], role: Any) -> Run:
    return Run(text, tuple(Mark(*mark) for mark in marks), Role(*role) if role else None)
