"""How well and how fast prose is read: labelled texts of our own, and the shared ones where they are.

    python benchmarks/prose.py [--shared DIR] [--predictions DIR]

Prints works found to the letter and the speed in MB of UTF-8 per second of CPU. With `--predictions` the answers are
written as the shared scorer wants them.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from pubtrack.model import Reading
from pubtrack.readers import read_text

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))


def prediction(reading: Reading) -> dict[str, Any]:
    """Gives a reading in the words of the shared scorer."""
    works = [
        {"title": w.title, "year": w.year, "venue": w.venue, "ids": [str(i.value) for i in w.identifiers]}
        for w in reading.works
    ]
    awards = [
        {
            "name": a.name,
            "giver": a.awarder,
            "event": a.event,
            "year": a.year,
            "work_title": a.work_title,
            "person": a.person,
        }
        for a in reading.awards
    ]
    return {"works": works, "awards": awards}


def own_texts() -> None:
    """Measures the labelled texts of this repository."""
    from prose_marks import all_marked

    hits = wrong = missed = size = 0
    spent = time.process_time()
    for marked in all_marked():
        found = {(w.start, w.end) for w in read_text(marked.text, name=marked.name).works}
        gold = {(w["start"], w["end"]) for w in marked.works if not w.get("optional")}
        optional = {(w["start"], w["end"]) for w in marked.works if w.get("optional")}
        hits, missed, wrong = hits + len(found & gold), missed + len(gold - found), wrong + len(found - gold - optional)
        size += len(marked.text.encode())
    spent = time.process_time() - spent
    print(
        f"own texts: works F1 {2 * hits / (2 * hits + wrong + missed):.3f} (exact span), {size / 1e6 / spent:.2f} MB/s"
    )


def shared_texts(folder: Path, out: Path | None) -> None:
    """Reads the shared texts; writes predictions where asked."""
    for path in sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".md", ".html", ".tex")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        reading = read_text(text, name=path.name)
        print(f"{path.stem}: {len(reading.works)} works, {len(reading.awards)} awards, {len(reading.others)} others")
        if out:
            out.mkdir(parents=True, exist_ok=True)
            (out / f"{path.stem}.json").write_text(
                json.dumps(prediction(reading), ensure_ascii=False), encoding="utf-8"
            )


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    own_texts()
    if options.shared:
        shared_texts(options.shared, options.predictions)


if __name__ == "__main__":
    main()
