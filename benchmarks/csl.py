"""Figures of the CSL engine, in CPU time: `python benchmarks/csl.py [--large] [--all-styles]`.

Prints one line per figure with its target. `--large` adds 10,000 items, `--all-styles` every independent style.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

FAMILIES = ("Smith", "Jones", "Müller", "García", "Chen", "O'Neil", "Kim", "Ivanov", "Rossi", "Tanaka", "Brown", "Lee")
GIVENS = ("John", "Mary A.", "Jean-Luc", "Ada", "Carlos M.", "Wei", "Olga", "Paul", "Emma")
WORDS = ("analysis", "of", "the", "language", "models", "for", "quantum", "systems", "in", "deep", "a", "study:")
TYPES = ["article-journal", "article-journal", "paper-conference", "chapter", "book"]


def make_items(count: int, seed: int = 1) -> list[dict[str, Any]]:
    """Invented items with many shared family names and years, so that there is work for disambiguation."""
    draw = random.Random(seed)
    return [
        {
            "id": f"item{n}",
            "type": draw.choice(TYPES),
            "title": " ".join(draw.choices(WORDS, k=9)).capitalize(),
            "author": [
                {"family": f"{draw.choice(FAMILIES)}{draw.randint(0, 40) or ''}", "given": draw.choice(GIVENS)}
                for _ in range(draw.randint(1, 6))
            ],
            "container-title": f"Journal of {draw.choice(['Things', 'Stuff', 'Machine Learning'])}",
            "volume": str(draw.randint(1, 90)),
            "issue": str(draw.randint(1, 12)),
            "page": f"{draw.randint(1, 400)}-{draw.randint(401, 900)}",
            "issued": {"date-parts": [[draw.randint(1990, 2024), draw.randint(1, 12)]]},
            "DOI": f"10.1234/abc.{n}",
            "publisher": "Springer",
        }
        for n in range(count)
    ]


def fresh(code: str) -> float:
    """What a fresh interpreter prints after some code."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def cpu(code: str) -> float:
    """CPU seconds that a fresh interpreter spends on some code; the best of five."""
    timed = f"import time; t = time.process_time(); {code}; print(time.process_time() - t)"
    return min(fresh(timed) for _ in range(5))


def memory() -> float:
    """Peak MB of a fresh interpreter that formats 1,000 items in APA.

    Measured before anything else: a child inherits the peak of the process that started it.
    """
    return fresh(
        f"import sys, resource; sys.path.insert(0, {str(Path(__file__).parent)!r}); import csl as bench\n"
        "from pubtrack.csl import Style; Style.load('apa').bibliography(bench.make_items(1000))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )


def speed(name: str, count: int) -> float:
    """Items per CPU second for a bibliography in a style that is compiled already."""
    from pubtrack.csl import Style

    style, items = Style.load(name), make_items(count)
    style.compiled()
    start = time.process_time()
    style.bibliography(items)
    return count / (time.process_time() - start)


def all_styles() -> tuple[int, list[str]]:
    """How many independent styles there are, and those that fail on varied items."""
    from pubtrack.csl import Style, styles

    items = [{"id": "w", "type": "webpage", "title": "A page", "URL": "https://a.org"}, {"id": "e"}, *make_items(13)]
    failed = []
    names = styles(dependent=False)
    for name in names:
        try:
            Style.load(name).bibliography(items)
            Style.load(name).citations([["item1", "item2"], [{"id": "item1", "locator": "3"}]], items)
        except Exception as error:  # noqa: BLE001 - any failure is what is counted here
            failed.append(f"{name}: {error!r}")
    return len(names), failed


def main(arguments: list[str]) -> None:
    """Prints the figures."""
    print(f"memory APA 1,000     {memory():7.1f} MB   (target < 60)")
    print(f"import               {cpu('import pubtrack.csl') * 1000:7.1f} ms   (target < 60)")
    code = "from pubtrack.csl import Style; import time; t = time.process_time(); Style.load('apa').compiled()"
    compile_apa = cpu(code)
    print(f"compile APA          {compile_apa * 1000:7.1f} ms   (target < 50)")
    for name, target in (("apa", 500), ("ieee", 1500), ("chicago-author-date", 500), ("nature", 1500)):
        print(f"{name:20s} {speed(name, 1000):7.0f} items/s of 1,000   (target {target})")
        if "--large" in arguments:
            print(f"{name:20s} {speed(name, 10_000):7.0f} items/s of 10,000")
    if "--all-styles" in arguments:
        count, failed = all_styles()
        print(f"styles               {count - len(failed)} of {count} without an exception", *failed, sep="\n  ")


if __name__ == "__main__":
    main(sys.argv[1:])
