"""What goes wrong, and when: a plan that a test writes down, the same in every run."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from emulator.scripted import Say

HTML = b"<!DOCTYPE html><html><head><title>Making sure you are not a bot</title></head></html>"

TRANSIENT: tuple[Callable[[], Say], ...] = (
    lambda: Say(500, b"oops", content_type="text/plain"),
    lambda: Say(429, b'{"message": "Too Many Requests", "code": "429"}'),
    lambda: Say(200, HTML, content_type="text/html"),
    lambda: Say(reset=True),
    lambda: Say(200, b'{"message": {"items": [', content_type="application/json"),
    lambda: Say(503, b"", headers={"Retry-After": "0"}),
    lambda: Say(200, b'{"whole": "length, half the body"}', cut_at=12),
    lambda: Say(504, HTML, content_type="text/html"),
    lambda: Say(200, "naïve".encode("latin-1"), content_type="application/json; charset=utf-8"),
    lambda: Say(429, b"", headers={"Retry-After": "0"}),
)
"""Faults that pass when asked again."""


def hour_long() -> Say:
    """The other kind of 429: nothing left for today."""
    body = {"error": "Rate limit exceeded", "creditsRequired": 1, "creditsRemaining": 0, "retryAfter": 3600}
    return Say(429, json.dumps(body).encode(), headers={"Retry-After": "3600"})


@dataclass
class Faults:
    """Which requests of which hosts fail, and how.

    Attributes:
        every: Every so many requests of a host fail with the next of `TRANSIENT`; 0 = none.
        always: Hosts that answer only with this.
    """

    every: int = 0
    always: dict[str, Callable[[], Say]] = field(default_factory=dict)
    _seen: dict[str, int] = field(default_factory=dict)

    def of(self, host: str) -> Say | None:
        """Gives the fault for this host's next request, or None."""
        if host in self.always:
            return self.always[host]()
        self._seen[host] = number = self._seen.get(host, 0) + 1
        if self.every and number % self.every == 0:
            return TRANSIENT[(number // self.every - 1 + len(host)) % len(TRANSIENT)]()
        return None
