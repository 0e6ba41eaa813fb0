"""How many requests, how long and how much memory: known works over five hosts, against the emulator.

    python benchmarks/refresh.py [--works 1000] [--latency 0.05]     real limits: requests, wall / floor, breaches
    python benchmarks/refresh.py --peers 20                          the same works through other people's clients
    python benchmarks/refresh.py --memory 2000 20000                 asking alone: CPU and memory over number of works
    python benchmarks/refresh.py --whole 1000 3000                   a whole refresh of a library, the first and another

Times are seconds. The floor is what the hosts' own limits cost for these requests, without any latency.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlunparse

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from emulator import corpus  # noqa: E402
from emulator.hosts import Emulator, emulating  # noqa: E402
from emulator.listed import add_settings, bib_of, source_tables  # noqa: E402
from emulator.police import LIMITS  # noqa: E402
from pubtrack import Library  # noqa: E402
from pubtrack.model import Identifier, Owner  # noqa: E402
from pubtrack.sources import SOURCES  # noqa: E402
from pubtrack.sources.gather import gather  # noqa: E402
from pubtrack.transport import Settings, Transport  # noqa: E402

FIVE = ("openalex", "crossref", "semanticscholar", "arxiv", "datacite")
ENV = {"PUBTRACK_OPENALEX_KEY": "emulated", "PUBTRACK_SEMANTICSCHOLAR_KEY": "emulated"}


def works_of(held: corpus.Corpus) -> dict[str, tuple[Identifier, ...]]:
    """Gives every work by key with its DOI and arXiv id."""
    return {
        f"w{p.number}": (Identifier(scheme="doi", value=p.doi), Identifier(scheme="arxiv", value=p.arxiv))
        for p in held.papers
    }


def floor_s(where: str, requests: int) -> float:
    """Gives seconds that a limit costs for so many requests; a long window may be used up at once."""
    limit = LIMITS[where]
    if limit.per_s > 10:
        return max(0.0, (requests / limit.most - 1) * limit.per_s)
    return requests / limit.most * limit.per_s


def asked(settings: Settings, works: dict[str, tuple[Identifier, ...]]) -> Counter[str]:
    """Asks all five hosts and gives the outcomes."""
    outcomes: Counter[str] = Counter()
    with Transport(settings, env=ENV) as transport:
        for told in gather(works, [SOURCES[name] for name in FIVE], transport):
            outcomes[f"{told.source} {told.outcome}"] += 1
    return outcomes


def print_counts(emulator: Emulator, wall: float) -> None:
    """Prints requests, floor and breaches by host."""
    counts = emulator.police.requests
    floors = {where: floor_s(where, number) for where, number in counts.items()}
    for where, number in sorted(counts.items()):
        print(f"{where:26} {number:5} requests   floor {floors[where]:6.2f} s")
    floor, breaches = max(floors.values()), emulator.police.breaches
    print(f"{'all':26} {sum(counts.values()):5} requests   floor {floor:6.2f} s   wall {wall:6.2f} s")
    print(f"wall / floor {wall / floor:.2f}   breaches {len(breaches)}")
    for breach in breaches[:5]:
        print("  ", breach)


def limits(works: int, latency_s: float) -> None:
    """Our way, under the hosts' real limits."""
    held = corpus.make(works)
    with emulating(held, latency_s=latency_s) as emulator, tempfile.TemporaryDirectory() as folder:
        settings = Settings(mailto="bench@example.org", cache_dir=Path(folder), hosts=emulator.sources())
        started = time.perf_counter()
        outcomes = asked(settings, works_of(held))
        print_counts(emulator, time.perf_counter() - started)
        print(dict(sorted(outcomes.items())))


def peers(works: int, latency_s: float) -> None:
    """The peers' own way: their clients, one work after the other, with the pauses that they keep by themselves."""
    warnings.simplefilter("ignore")
    held = corpus.make(works)
    with emulating(held, latency_s=latency_s) as emulator:
        for name, ask in _peers(emulator).items():
            started, before = time.perf_counter(), sum(emulator.police.requests.values())
            for paper in held.papers:
                ask(paper)
            wall = time.perf_counter() - started
            sent = sum(emulator.police.requests.values()) - before
            print(f"{name:18} {works} works: {sent} requests, {wall:6.2f} s, so {wall / works * 1000:8.1f} s for 1,000")
        print(f"breaches {len(emulator.police.breaches)}")


def _peers(emulator: Emulator) -> dict[str, Callable[[corpus.Paper], object]]:
    import arxiv
    import habanero
    import pyalex
    import semanticscholar

    crossref = habanero.Crossref(base_url=f"{emulator.url}/crossref", mailto="bench@example.org")
    host = emulator.url.removeprefix("http://")
    pyalex.api.urlunparse = lambda parts: urlunparse(("http", host, f"/openalex/{parts[2].lstrip('/')}", *parts[3:]))
    arxiv.Client.query_url_format = f"{emulator.url}/arxiv/query?{{}}"
    client = arxiv.Client()
    s2 = semanticscholar.SemanticScholar(api_key="emulated", api_url=f"{emulator.url}/semanticscholar")
    return {
        "habanero": lambda p: crossref.works(ids=p.doi),
        "pyalex": lambda p: pyalex.Works()[f"doi:{p.doi}"],
        "semanticscholar": lambda p: s2.get_paper(f"DOI:{p.doi}"),
        "arxiv": lambda p: list(client.results(arxiv.Search(id_list=[p.arxiv]))),
    }


def memory(sizes: list[int]) -> None:
    """CPU seconds and memory above the loaded works, each size in a process of its own."""
    for size in sizes:
        with emulating(corpus.make(size)) as emulator:
            emulator.police.factor = 0.0
            child = [sys.executable, __file__, "--child", str(size), emulator.url]
            done = subprocess.run(child, capture_output=True, text=True, check=True)
        told = json.loads(done.stdout)
        print(
            f"{size:7} works: {told['answers']} answers, cpu {told['cpu']:.1f} s, {told['mb']:.0f} MB above the works"
        )


def child(size: int, url: str) -> None:
    """One size, alone in its process."""
    works = works_of(corpus.make(size))
    hosts = {name: {"base_url": f"{url}/{name}", "rate_per_s": 10_000, "concurrency": 2} for name in FIVE}
    settings = Settings(mailto="bench@example.org", hosts=hosts)
    before, cpu = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    answers = sum(asked(settings, works).values())
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"answers": answers, "cpu": time.process_time() - cpu, "mb": (after - before) / 1024}))


def library_of(held: corpus.Corpus, folder: Path, emulator: Emulator) -> None:
    """Makes a library that lists the works as a person would: authors, title, year, DOI and arXiv id."""
    folder.mkdir()
    (folder / "works.bib").write_text(bib_of(held), encoding="utf-8")
    Library.create(folder, Owner(name="Nobody Known"))
    add_settings(folder, source_tables(emulator.url, FIVE, rate_per_s=10_000))


def whole(sizes: list[int]) -> None:
    """Refreshes a library of each size twice: when nothing is known but the list, and when all is known."""
    for size in sizes:
        held = corpus.make(size)
        with emulating(held) as emulator, tempfile.TemporaryDirectory() as folder:
            emulator.police.factor = 0.0
            library_of(held, Path(folder) / "bib", emulator)
            for run in ("first", "again"):
                command = [sys.executable, __file__, "--whole-child", f"{folder}/bib"]
                done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **ENV})
                told = json.loads(done.stdout)
                print(
                    f"{size:7} works, {run}: loaded in {told['load_s']:.2f} s CPU, {told['loaded_mb']:.0f} MB; "
                    f"refreshed in {told['cpu_s']:.1f} s CPU, {told['peak_mb']:.0f} MB above; "
                    f"{told['changes']} fields changed",
                    flush=True,
                )


def whole_child(folder: Path) -> None:
    """One refresh, alone in its process. Ages are set to nought, so that everything is asked for."""
    empty = _resident_mb()
    started = time.process_time()
    library = Library.open(folder)
    loaded, opened = _resident_mb(), time.process_time()
    report = library.refresh(max_age=timedelta(0))
    told = {
        "load_s": opened - started,
        "loaded_mb": loaded - empty,
        "cpu_s": time.process_time() - opened,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - loaded,
        "changes": len(report.changes),
    }
    print(json.dumps(told))


def _resident_mb() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def main() -> None:
    """Runs and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--works", type=int, default=1000)
    parser.add_argument("--latency", type=float, default=0.05)
    parser.add_argument("--peers", type=int)
    parser.add_argument("--memory", type=int, nargs="+")
    parser.add_argument("--whole", type=int, nargs="+")
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--whole-child", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.whole_child:
        whole_child(options.whole_child)
    elif options.whole:
        whole(options.whole)
    elif options.child:
        child(int(options.child[0]), options.child[1])
    elif options.memory:
        memory(options.memory)
    elif options.peers:
        peers(options.peers, options.latency)
    else:
        limits(options.works, options.latency)


if __name__ == "__main__":
    main()
