"""Counts every breach of a host's limits: too fast, too many at once, too many ids, too long a line.

The figures are the hosts' published or observed ones (2026): Crossref polite lists 3/s with 3 at once, public 1/s with
1; single works 10/s and 5/s. OpenAlex 30/s with a key, 10/s without. Semantic Scholar 1/s. arXiv 1 per 3 s on one
connection. DataCite 500 (1,000 with an address) per 300 s. dblp 1/s, Europe PMC 3/s (imposed by ourselves). ORCID 12/s
with 40 queued. OpenCitations 180 per 60 s.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Limit:
    """What one tier of a host allows."""

    most: int
    per_s: float
    at_once: int = 1_000
    ids: int = 1_000_000
    line: int = 1_000_000


LIMITS: dict[str, Limit] = {
    "crossref/polite": Limit(3, 1.0, 3, 50, 4096),
    "crossref/public": Limit(1, 1.0, 1, 50, 4096),
    "crossref-single/polite": Limit(10, 1.0, 3),
    "crossref-single/public": Limit(5, 1.0, 1),
    "openalex/key": Limit(30, 1.0, 1_000, 100, 4094),
    "openalex/keyless": Limit(10, 1.0, 1_000, 100, 4094),
    "semanticscholar/key": Limit(1, 1.0, 1_000, 500),
    "semanticscholar/keyless": Limit(1, 1.0, 1_000, 500),
    "arxiv/all": Limit(1, 3.0, 1, 500),
    "datacite/identified": Limit(1000, 300.0, 1_000, 200, 8000),
    "datacite/anonymous": Limit(500, 300.0, 1_000, 200, 8000),
    "dblp/all": Limit(1, 1.0, 1_000, 250),
    "orcid/all": Limit(12, 1.0, 40, 100),
    "opencitations/all": Limit(180, 60.0, 1_000, 50),
    "europepmc/all": Limit(3, 1.0, 1_000, 333),
    "doi_ra/all": Limit(1, 1.0, 1_000, 50),
}
"""Host and tier -> its limit."""


@dataclass(frozen=True)
class Breach:
    """One breach."""

    where: str
    what: str


@dataclass
class Police:
    """Watches requests as they arrive.

    Attributes:
        factor: Windows are shortened by it, so that tests need not wait (1.0 = the real limits).
    """

    factor: float = 1.0
    breaches: list[Breach] = field(default_factory=list)
    requests: dict[str, int] = field(default_factory=dict)
    _arrived: dict[str, deque[float]] = field(default_factory=dict)
    _inside: dict[str, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def watching(self, where: str, line: int) -> Iterator[None]:
        """Counts a request from its arrival to its end."""
        limit, now = LIMITS[where], time.monotonic()
        with self._lock:
            self.requests[where] = self.requests.get(where, 0) + 1
            self._inside[where] = self._inside.get(where, 0) + 1
            if self._inside[where] > limit.at_once:
                self._breach(where, f"{self._inside[where]} at once, {limit.at_once} allowed")
            arrived = self._arrived.setdefault(where, deque(maxlen=limit.most))
            if len(arrived) == limit.most and now - arrived[0] < limit.per_s * self.factor:
                self._breach(where, f"{limit.most + 1} requests in {now - arrived[0]:.3f} s")
            arrived.append(now)
            if line > limit.line:
                self._breach(where, f"a request line of {line} bytes, {limit.line} allowed")
        try:
            yield
        finally:
            with self._lock:
                self._inside[where] -= 1

    def ids(self, where: str, number: int) -> None:
        """Notes how many ids one request asked for."""
        if number > LIMITS[where].ids:
            with self._lock:
                self._breach(where, f"{number} ids, {LIMITS[where].ids} allowed")

    def _breach(self, where: str, what: str) -> None:
        self.breaches.append(Breach(where, what))
