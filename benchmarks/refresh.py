"""How many requests and how long: known works over five hosts, against the emulator with the hosts' real limits.

    python benchmarks/refresh.py [--works 1000] [--latency 0.05] [--naive 20]

Prints one line per host: requests, the floor that its published limit sets for them, and breaches of any limit.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from emulator import corpus
from emulator.hosts import Emulator, emulating
from emulator.police import LIMITS
from pubtrack.model import Identifier
from pubtrack.sources import SOURCES
from pubtrack.sources.gather import gather
from pubtrack.transport import Settings, Transport

FIVE = ("openalex", "crossref", "semanticscholar", "arxiv", "datacite")
ENV = {"PUBTRACK_OPENALEX_KEY": "emulated", "PUBTRACK_SEMANTICSCHOLAR_KEY": "emulated"}


def works_of(held: corpus.Corpus) -> dict[str, tuple[Identifier, ...]]:
    """Gives every work by key with its DOI and arXiv id."""
    return {
        f"w{p.number}": (Identifier(scheme="doi", value=p.doi), Identifier(scheme="arxiv", value=p.arxiv))
        for p in held.papers
    }


def floor_s(where: str, requests: int) -> float:
    """Gives seconds that a limit costs for so many requests: the first window is free, as many fit as it holds."""
    limit = LIMITS[where]
    return (
        max(0.0, (requests / limit.most - 1) * limit.per_s) if limit.per_s > 10 else requests / limit.most * limit.per_s
    )


def ours(emulator: Emulator, held: corpus.Corpus, folder: Path) -> tuple[float, Counter[str]]:
    """Runs our way and gives wall seconds and outcomes."""
    settings = Settings(mailto="bench@example.org", cache_dir=folder, hosts=emulator.sources())
    outcomes: Counter[str] = Counter()
    with Transport(settings, env=ENV) as transport:
        started = time.perf_counter()
        for told in gather(works_of(held), [SOURCES[name] for name in FIVE], transport):
            outcomes[f"{told.source} {told.outcome}"] += 1
        return time.perf_counter() - started, outcomes


def main() -> None:
    """Runs and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--works", type=int, default=1000)
    parser.add_argument("--latency", type=float, default=0.05)
    options = parser.parse_args()
    held = corpus.make(options.works)
    with emulating(held, latency_s=options.latency) as emulator, tempfile.TemporaryDirectory() as folder:
        cpu = time.process_time()
        wall, outcomes = ours(emulator, held, Path(folder))
        cpu = time.process_time() - cpu
        counts = emulator.police.requests
        floors = {where: floor_s(where, n) for where, n in counts.items()}
        for where, number in sorted(counts.items()):
            print(f"{where:26} {number:4} requests   floor {floors[where]:6.2f} s")
        floor = max(floors.values())
        print(f"{'all':26} {sum(counts.values()):4} requests   floor {floor:6.2f} s   wall {wall:6.2f} s")
        breaches = len(emulator.police.breaches)
        print(f"wall / floor {wall / floor:.2f}   breaches {breaches}   cpu {cpu:.2f} s (emulator included)")
        for breach in emulator.police.breaches[:10]:
            print("  ", breach)
        print(dict(sorted(outcomes.items())))


if __name__ == "__main__":
    main()
