"""What one refresh was already told, on disk while it runs: a killed run goes on where it stopped.

One JSON line per answer, appended as it comes. A line cut off by the kill is left out; everything before it counts.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from pubtrack.errors import StoreError
from pubtrack.store.locking import PRIVATE

__all__ = ["RunJournal"]

_KEPT = timedelta(hours=24)
"""An older journal is of another run: its answers are asked for again. Source: own choice, a day as in the limits."""


class RunJournal:
    """The journal of a refresh in a library; only one refresh at a time holds it.

    Args:
        root: The library's folder.
        now: The moment the run started, with a time zone.
    """

    def __init__(self, root: Path, now: datetime) -> None:
        self._folder = root / PRIVATE
        self._path = self._folder / "refresh.jsonl"
        self._lock = FileLock(str(self._folder / "refresh.lock"), timeout=0)
        self._now = now

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Holds the journal inside a `with` block.

        Raises:
            StoreError: Another refresh runs in this library.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire()
        except Timeout as error:
            message = f"{self._folder.parent}: another refresh is running here; this one did nothing."
            raise StoreError(message, self._folder.parent) from error
        try:
            self._drop_if_old()
            yield
        finally:
            self._lock.release()

    def index(self) -> dict[tuple[str, str], tuple[int, str]]:
        """Gives (work, source) -> (where the last line about them starts, its outcome); lines stay on disk."""
        found: dict[tuple[str, str], tuple[int, str]] = {}
        if not self._path.exists():
            return found
        position = 0
        with self._path.open("rb") as file:
            for line in file:
                with contextlib.suppress(ValueError, KeyError, TypeError):
                    told = json.loads(line) if line.endswith(b"\n") else {}
                    found[sys.intern(told["work"]), sys.intern(told["source"])] = (
                        position,
                        sys.intern(told["outcome"]),
                    )
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
        """Gives what adds lines; each is with the operating system before the next answer is taken."""
        with self._path.open("a", encoding="utf-8", newline="\n") as file:
            if file.tell():
                # After a kill the last line may lack its end; a blank line is skipped, half a line is not joined.
                file.write("\n")
            yield _Appender(file)

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
    def __init__(self, file: Any) -> None:
        self._file = file

    def add(self, line: dict[str, Any]) -> None:
        """Appends one line."""
        self._file.write(json.dumps(line, ensure_ascii=False) + "\n")
        self._file.flush()
