"""How CPU time and memory grow with the size of the input, room by room, as a table and as a plot.

    python benchmarks/growth.py [--only bibtex csl] [--plot docs/explanation/growth.svg]

Each point is a process of its own: CPU seconds of the work alone, and peak memory above the input that it was given.
The last column is the exponent of time between the two largest sizes: 1 is linear, 2 would be quadratic.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import bibtex
import csl

Work = Callable[[], object]


def read_bibtex(size: int) -> Work:
    """A .bib file, decoded to Unicode."""
    text = bibtex.generated(size)
    return lambda: bibtex.pubtrack_decoded(text)


def format_csl(size: int) -> Work:
    """A bibliography in APA."""
    from pubtrack.csl import Style

    style, items = Style.load("apa"), csl.make_items(size)
    style.compiled()
    return lambda: style.bibliography(items)


def find_duplicates(size: int) -> Work:
    """All doubles in a list of records."""
    from pubtrack.match import find_duplicates as find

    items = invented_records(size)
    return lambda: find(items)


def invented_records(size: int) -> list[dict[str, Any]]:
    """Records of which every tenth is told twice, otherwise spelled; words are as frequent as their rank (Zipf)."""
    dice = random.Random(size)
    syllables = [a + b for a in "bdfgklmnprst" for b in ("a", "e", "i", "o", "u", "an", "en", "or")]
    words = ["".join(dice.choices(syllables, k=dice.randint(2, 4))) for _ in range(30_000)]
    weights = [1 / rank for rank in range(20, 30_020)]
    records: list[dict[str, Any]] = []
    for number in range(size):
        if number % 10 == 9:
            twin = records[-1]
            records.append({**twin, "id": str(number), "title": f"{twin['title'].upper()}."})
            continue
        records.append(
            {
                "id": str(number),
                "title": " ".join(dice.choices(words, weights, k=9)).capitalize(),
                "author": [{"family": dice.choice(words).capitalize(), "given": "A."} for _ in range(3)],
                "issued": {"date-parts": [[dice.randint(1990, 2026)]]},
            }
        )
    return records


def read_prose(size: int) -> Work:
    """A list of publications as a person writes it; the size counts works."""
    import pubtrack

    items = csl.make_items(min(size, 500))
    lines = [
        f"{n + 1}. {', '.join(a['given'][0] + '. ' + a['family'] for a in i['author'])}. “{i['title']}.” "
        f"{i['container-title']} {i['volume']}({i['issue']}), {i['page']}, {i['issued']['date-parts'][0][0]}."
        for n, i in enumerate(items[k % len(items)] for k in range(size))
    ]
    path = Path(tempfile.mkdtemp(prefix="pubtrack-growth-")) / "list.txt"
    path.write_text("Publications\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return lambda: pubtrack.read(path)


def build_cv(size: int) -> Work:
    """A library of so many works, opened and written as a CV in Markdown."""
    from pubtrack import Library
    from pubtrack.model import Owner

    folder = Path(tempfile.mkdtemp(prefix="pubtrack-growth-")) / "bib"
    folder.mkdir()
    (folder / "works.bib").write_text(bibtex.generated(size), encoding="utf-8")
    Library.create(folder, Owner(name="Mary White"))
    return lambda: Library.open(folder).export("cv-markdown")


class Case(NamedTuple):
    """A room, what its sizes count, and the sizes."""

    unit: str
    sizes: tuple[int, ...]
    prepare: Callable[[int], Work]


CASES = {
    "bibtex": Case("entries read", (1_000, 4_000, 16_000, 64_000), read_bibtex),
    "csl": Case("items in APA", (250, 500, 1_000, 2_000, 4_000), format_csl),
    "match": Case("records, doubles found", (2_000, 4_000, 8_000, 16_000), find_duplicates),
    "prose": Case("works in a text", (250, 500, 1_000, 2_000, 4_000), read_prose),
    "library": Case("works, opened and CV", (250, 500, 1_000, 2_000), build_cv),
}


def point(room: str, size: int) -> dict[str, float]:
    """One size, in this process."""
    work = CASES[room].prepare(size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    work()
    seconds = time.process_time() - start
    return {
        "size": size,
        "seconds": seconds,
        "mb": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024,
    }


def curve(room: str) -> list[dict[str, float]]:
    """All sizes of a room, each in a process of its own."""
    points = []
    for size in CASES[room].sizes:
        command = [sys.executable, __file__, "--point", room, str(size)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        points.append(json.loads(done.stdout.splitlines()[-1]))
    return points


def exponent(points: list[dict[str, float]]) -> float:
    """How time grows between the two largest sizes: time is proportional to size to this power."""
    one, other = points[-2:]
    return math.log(other["seconds"] / one["seconds"]) / math.log(other["size"] / one["size"])


def plot(curves: dict[str, list[dict[str, float]]], path: Path) -> None:
    """Two panels on logarithmic scales; a dashed line shows what linear looks like."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "pubtrack"
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(1, 2, figsize=(9, 4.4), layout="constrained")
    # Okabe and Ito's colours can be told apart by everybody. Source: https://jfly.uni-koeln.de/color/
    styles = zip(("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000"), "osD^v", strict=True)
    for (room, points), (colour, marker) in zip(curves.items(), styles, strict=False):
        sizes = [p["size"] for p in points]
        label = f"{room}: {CASES[room].unit}"
        axes[0].plot(sizes, [p["seconds"] for p in points], color=colour, marker=marker, label=label)
        axes[1].plot(sizes, [max(p["mb"], 1) for p in points], color=colour, marker=marker, label=label)
    for panel, title in zip(axes, ("CPU seconds", "peak memory, MB above the input"), strict=True):
        panel.set(xscale="log", yscale="log", xlabel="size", title=title)
        panel.grid(True, which="major", color="#dddddd")
        low, high = panel.get_xlim()
        bottom = panel.get_ylim()[0]
        panel.plot([low, high], [bottom, bottom * high / low], "--", color="#888888", label="linear", scaley=False)
    figure.legend(*axes[0].get_legend_handles_labels(), loc="outside lower center", ncols=3, fontsize=8)
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Measures, prints, and plots where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=CASES, default=list(CASES))
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--point", nargs=2, help=argparse.SUPPRESS)
    options: Any = parser.parse_args()
    if options.point:
        print(json.dumps(point(options.point[0], int(options.point[1]))))
        return
    curves = {}
    for room in options.only:
        curves[room] = points = curve(room)
        told = ", ".join(f"{p['size']:,.0f}: {p['seconds']:.2f} s {p['mb']:.0f} MB" for p in points)
        print(f"{room:8} {CASES[room].unit:24} {told}   exponent {exponent(points):.2f}", flush=True)
    if options.plot:
        plot(curves, options.plot)


if __name__ == "__main__":
    main()
