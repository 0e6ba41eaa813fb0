"""What one refresh was already told, on disk while it runs: a killed run goes on where it stopped.

One JSON line per answer, appended as it comes. A line cut off by the kill is left out; everything before it counts.
"""

from __future__ import annotations

import contextlib
import json
from array import array
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from io import FileIO
from pathlib import Path
from sys import intern
from typing import Any

from filelock import FileLock, Timeout

from pubtrack.errors import StoreError
from pubtrack.store.disk_errors import explained
from pubtrack.store.locking import PRIVATE

__all__ = ["JournalIndex", "RunJournal"]

_KEPT = timedelta(hours=24)
"""An older journal is of another run: its answers are asked for again. Source: own choice, a day as in the limits."""


_ANSWERS_STAY = "No work was changed, and the next refresh goes on from the answers that are kept."


class RunJournal:
    """The journal of a refresh in a library; only one refresh at a time holds it.

    Args:
        root: The library's folder.
        now: The moment the run started, with a time zone.
    """

    def __init__(self, root: Path, now: datetime) -> None:
        self._root, self._folder = root, root / PRIVATE
        self._path = self._folder / "refresh.jsonl"
        self._lock = FileLock(str(self._folder / "refresh.lock"), timeout=0)
        self._now = now

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Holds the journal inside a `with` block.

        Raises:
            StoreError: Another refresh runs in this library, or its folder cannot be written.
        """
        with contextlib.ExitStack() as stack:
            with explained(self._root):
                self._folder.mkdir(parents=True, exist_ok=True)
                try:
                    stack.enter_context(self._lock.acquire())
                except Timeout as error:
                    message = f"{self._root}: another refresh is running here; this one did nothing."
                    raise StoreError(message, self._root) from error
                self._drop_if_old()
            yield

    def index(self) -> JournalIndex:
        """Gives where the last line about each work and source starts; lines stay on disk."""
        found = JournalIndex()
        if not self._path.exists():
            return found
        position = 0
        with self._path.open("rb") as file:
            for line in file:
                with contextlib.suppress(ValueError, KeyError, TypeError):
                    told = json.loads(line) if line.endswith(b"\n") else {}
                    found.add(told["work"], told["source"], told["outcome"], position)
                position += len(line)
        return found

    def read_at(self, positions: Iterable[int]) -> Iterator[dict[str, Any]]:
        """Gives the lines that start there, in that order."""
        with self._path.open("rb") as file:
            for position in positions:
                file.seek(position)
                yield json.loads(file.readline())

    @contextlib.contextmanager
    def appending(self) -> Iterator[_Appender]:
        """Gives what adds lines; each is with the operating system before the next answer is taken.

        Raises:
            StoreError: The disk takes no more.
        """
        with contextlib.ExitStack() as stack:
            with explained(self._root, _ANSWERS_STAY):
                # Without a buffer: half a line that a full disk did not take must not come again at the end.
                file = stack.enter_context(self._path.open("ab", buffering=0))
                if file.tell():
                    # After a kill the last line may lack its end; a blank line is skipped, half a line is not joined.
                    file.write(b"\n")
            yield _Appender(file, self._root)

    def finish(self) -> None:
        """Takes the journal away: everything in it is in the library now."""
        self._path.unlink(missing_ok=True)

    def _drop_if_old(self) -> None:
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            with self._path.open("rb") as file:
                started = datetime.fromisoformat(json.loads(file.readline())["started"])
            if timedelta(0) <= self._now - started < _KEPT:
                return
        self._path.unlink(missing_ok=True)
        with self.appending() as journal:
            journal.add({"started": self._now.isoformat()})


class _Appender:
    def __init__(self, file: FileIO, root: Path) -> None:
        self._file, self._root = file, root

    def add(self, line: dict[str, Any]) -> None:
        """Appends one line."""
        rest = memoryview(json.dumps(line, ensure_ascii=False).encode() + b"\n")
        with explained(self._root, _ANSWERS_STAY):
            while rest:
                rest = rest[self._file.write(rest) :]


class JournalIndex:
    """(work, source) -> outcome and place of the last line about them: one number each, for very many works."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._lines: dict[str, array[int]] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def add(self, work: str, source: str, outcome: str, position: int) -> None:
        """Notes a line; the latest about a work and source counts."""
        named, told = (self._words.setdefault(word, len(self._words)) for word in (source, outcome))
        line = (position << _WORD_BITS | named) << _WORD_BITS | told
        lines = self._lines.setdefault(intern(work), array("Q"))
        for at, known in enumerate(lines):
            if known >> _WORD_BITS & _WORD == named:
                lines[at] = line
                return
        lines.append(line)

    def of(self, work: str) -> dict[str, tuple[str, int]]:
        """Gives source -> (outcome, where the line starts) for a work."""
        words = list(self._words)
        lines = self._lines.get(work, ())
        return {words[n >> _WORD_BITS & _WORD]: (words[n & _WORD], n >> 2 * _WORD_BITS) for n in lines}


_WORD_BITS = 10
_WORD = (1 << _WORD_BITS) - 1
"""Names of sources and outcomes are numbered; there are some twenty. 44 bits are left for the place."""
