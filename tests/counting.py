"""How much work a call does, counted in calls: a figure that does not depend on the machine or on who else uses it.

What is spent inside one pattern of regular expressions is not seen so; `no_hang` catches one that would never end.
"""

from __future__ import annotations

import cProfile
import pstats
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

HANGS_S = 120
"""Seconds of CPU after which a test is stopped: a hundred times what any of them needs, a fraction of what a text that
is read with the square of its length would take."""


def calls(function: Callable[..., object], *args: Any, **named: Any) -> int:
    """Gives how many functions are called, of Python and of C, while one is run.

    What one pattern of regular expressions does inside is one call: a slow pattern is not seen.
    """
    profile = cProfile.Profile()
    profile.runcall(function, *args, **named)
    return sum(row[1] for row in pstats.Stats(profile).stats.values())  # type: ignore[attr-defined]


@contextmanager
def no_hang() -> Iterator[None]:
    """Stops what would not end, instead of the whole run with it; says nothing of how fast it is."""

    def stop(*_: object) -> None:
        raise AssertionError(f"not done after {HANGS_S} s of CPU: time does not grow with the length only")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGS_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
