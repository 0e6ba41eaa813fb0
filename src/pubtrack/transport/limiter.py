"""How often and how many at once: one limiter per host, shared by the threads and processes of one user.

The state is a small file per host beside a lock file, so that a scheduled run and a hand-started one together keep to
the host's limit. Short windows (3 in 1 s): requests go evenly, and each waits until the one that many places before it
has surely arrived a whole window ago, so that no delay on this machine can push too many together. Long windows (500 in
300 s) may be used in small bursts, a tenth slower than allowed; rate and burst together stay within the window.
"""

from __future__ import annotations

import json
import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pubtrack.transport.messages import Rate

__all__ = ["Limiter", "spacing_s"]

_MARGIN = 1.1
"""Requests go this much more slowly than allowed. Measured against a policing server on loopback: at 1.0 a loaded
machine's jitter made four requests in one second of three."""

_PACE = 1.01
"""Short windows keep this distance from the limit: clocks do not run equally fast. Source: own choice."""

_LONGEST_PAUSE_S = 300.0
"""No pause that we set is longer; a longer one comes from a clock that was set back."""

_REMEMBERED = 40
"""Windows of up to so many requests are kept one by one. Source: own choice; OpenAlex allows 30 in 1 s."""

_TRAVEL_S = 0.15
"""A request that was sent has arrived after so long, if no answer said so before. Source: own choice."""

_LOST_S = 10.0
"""A request that was let pass and never sent (its process died) is forgotten after so long. Source: own choice."""

_POLL_S = 0.02
"""How often a full set of slots is looked at again."""


def spacing_s(rate: Rate) -> float:
    """Gives seconds between two requests at a rate, margin included.

    >>> round(spacing_s(Rate(3, 1.0)), 3)
    0.367
    """
    return rate.interval_s * _MARGIN


def burst(rate: Rate) -> int:
    """Gives how many may go at once so that any window still holds at most `rate.most`.

    >>> burst(Rate(3, 1.0)), burst(Rate(500, 300.0))
    (1, 45)
    """
    return max(1, int(rate.most * (1 - 1 / _MARGIN)))


@dataclass
class _State:
    """When the next request is due, and until when all must wait. Seconds of the epoch."""

    next_at: float = 0.0
    paused_until: float = 0.0
    recent: list[list[float]] = field(default_factory=list)
    """The last requests of a short window: [let pass at, surely arrived by]; 0 = not sent yet."""


@dataclass
class _Memory:
    """What a limiter keeps when it has no folder: for one process only."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    state: _State = field(default_factory=_State)
    taken: int = 0


class Limiter:
    """Lets requests of one host (or one pool of it) pass.

    Args:
        name: Names the host; equal names in one folder share one limit.
        rate: Requests per stretch of time.
        concurrency: Requests at once, over all processes.
        directory: Where the state lies; None keeps it in this process.
        clock: Seconds of the epoch.
        sleep: Waits for seconds.
    """

    def __init__(
        self,
        name: str,
        rate: Rate,
        concurrency: int,
        directory: Path | None,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        self.rate: Rate = rate
        self.concurrency: int = max(1, concurrency)
        self._clock, self._sleep = clock, sleep
        self._memory = _Memory()
        self._base = _usable(directory, name)

    @contextmanager
    def permission(self) -> Iterator[Callable[[], None]]:
        """Waits for a free slot, then for the host's turn; gives what is to be called when the request is sent."""
        with self._slot():
            turn = self._wait_for_turn()
            try:
                yield lambda: self._arrives(turn, self._clock() + _TRAVEL_S)
            finally:
                self._arrives(turn, self._clock())

    def _arrives(self, turn: float, by: float) -> None:
        """Notes when a request has surely arrived; an answer says it earlier than the usual travel."""
        if self.rate.most > _REMEMBERED:
            return
        with self._state() as state:
            for entry in state.recent:
                if entry[0] == turn:
                    entry[1] = min(entry[1] or by, by)

    def pause(self, seconds: float) -> None:
        """Lets nobody pass for that long (a `Retry-After`)."""
        with self._state() as state:
            state.paused_until = max(state.paused_until, self._clock() + seconds)

    def slow_down(self, rate: Rate) -> None:
        """Takes a lower limit that the host told in a header; a higher one is not taken."""
        if rate.most > 0 and rate.per_s > 0 and rate.interval_s > self.rate.interval_s:
            self.rate = rate

    def _wait_for_turn(self) -> float:
        """Gives the moment of the turn."""
        while True:
            wait, turn = self._try_short() if self.rate.most <= _REMEMBERED else self._try_long()
            if wait <= 0:
                return turn
            self._sleep(wait)

    def _try_short(self) -> tuple[float, float]:
        """Takes the turn if it is due and gives (0, its moment), else (seconds to wait, 0)."""
        rate = self.rate
        with self._state() as state:
            now = self._clock()
            state.recent = [e for e in state.recent if -1 < now - e[0] < rate.per_s + _LOST_S][-rate.most :]
            waits = [state.paused_until - now if state.paused_until - now <= _LONGEST_PAUSE_S else 0.0]
            if state.recent:
                waits.append(state.recent[-1][0] + rate.interval_s * _PACE - now)
            if len(state.recent) == rate.most:
                first, arrived = state.recent[0]
                lost = now - first > _LOST_S
                waits.append(0.0 if lost else arrived + rate.per_s * _PACE - now if arrived else _POLL_S)
            wait = max(waits)
            if wait <= 0:
                state.recent.append([now, 0.0])
            return (max(0.0, wait), now)

    def _try_long(self) -> tuple[float, float]:
        """The same for a long window."""
        spacing = spacing_s(self.rate)
        tolerance = (burst(self.rate) - 1) * spacing
        with self._state() as state:
            now = self._clock()
            # A state from the future is a changed clock, not a queue: nobody waits longer than a window for it.
            if state.next_at - now > self.rate.per_s + tolerance + spacing:
                state.next_at = now
            if state.paused_until - now > _LONGEST_PAUSE_S:
                state.paused_until = now
            wait = max(state.next_at - tolerance, state.paused_until) - now
            if wait <= 0:
                state.next_at = max(state.next_at, now) + spacing
            return (max(0.0, wait), now)

    @contextmanager
    def _state(self) -> Iterator[_State]:
        base = self._base
        lock = self._file_lock(base)
        if base is None or lock is None:
            with self._memory.lock:
                yield self._memory.state
            return
        with lock:
            path = base.with_suffix(".json")
            state = _read(path)
            before = json.dumps(asdict(state))
            yield state
            if (after := json.dumps(asdict(state))) != before:
                try:
                    path.write_text(after)
                except OSError:
                    self._keep_alone(state)

    def _file_lock(self, base: Path | None) -> AbstractContextManager[object] | None:
        """Takes the lock of the host's files; None where there are none, or none any more."""
        if base is None:
            return None
        from filelock import FileLock

        lock = FileLock(f"{base}.lock")
        try:
            return lock.acquire()
        except OSError:
            self._keep_alone()
            return None

    def _keep_alone(self, state: _State | None = None) -> None:
        """Goes on in memory where the disk is full, or somebody took the folder away: a run must not end by that."""
        self._base = None
        if state is not None:
            self._memory.state = state

    @contextmanager
    def _slot(self) -> Iterator[None]:
        with self._file_slot(self._base) or self._memory_slot():
            yield

    def _file_slot(self, base: Path | None) -> AbstractContextManager[object] | None:
        """Waits for one of the host's slots over all processes; None where it has no files."""
        if base is None:
            return None
        from filelock import FileLock, Timeout

        while True:
            for number in range(self.concurrency):
                try:
                    return FileLock(f"{base}.slot{number}").acquire(blocking=False)
                except Timeout:
                    continue
                except OSError:
                    self._keep_alone()
                    return None
            self._sleep(_POLL_S)

    @contextmanager
    def _memory_slot(self) -> Iterator[None]:
        while True:
            with self._memory.lock:
                if self._memory.taken < self.concurrency:
                    self._memory.taken += 1
                    break
            self._sleep(_POLL_S)
        try:
            yield
        finally:
            with self._memory.lock:
                self._memory.taken -= 1


def _read(path: Path) -> _State:
    """A broken or missing state is a fresh one: it only costs one short wait."""
    try:
        held = json.loads(path.read_text())
        recent = [[float(passed), float(arrived)] for passed, arrived in held["recent"]]
        return _State(float(held["next_at"]), float(held["paused_until"]), recent)
    except (OSError, ValueError, KeyError, TypeError):
        return _State()


def _usable(directory: Path | None, name: str) -> Path | None:
    """Gives the stem of the host's files, or None where the folder cannot be written (read-only homes)."""
    if directory is None:
        return None
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return directory / re.sub(r"[^A-Za-z0-9_-]+", "-", name) if os.access(directory, os.W_OK) else None
