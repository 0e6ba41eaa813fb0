"""How well and how fast prose is read: labelled texts of our own, and the shared ones where they are.

    python benchmarks/prose.py [--shared DIR] [--predictions DIR] [--speed] [--hostile 1,2,4,8,20]

Prints what is found in each part of the labelled texts. `--speed` adds MB of UTF-8 per second of CPU for prose,
reference lists, HTML and LaTeX; `--hostile` the seconds of CPU for texts no person would write, at the sizes given in
MB. With `--predictions` the answers are written as the shared scorer wants them.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path
from statistics import mean
from typing import Any

from pubtrack.model import Reading
from pubtrack.readers import read_text
from reference_lists import HEADS, reference_list

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

HOSTILE = {
    "open quotes": ("text", "“a "),
    "open brackets": ("markdown", "[a](b [c "),
    "one line": ("text", "word"),
    "one line of references": ("text", "Smith, J. (2020). Title of a paper. Journal, 1(2), 3-4. "),
    "headings": ("markdown", "# Publications\n"),
    "award names": ("text", "Best Paper Award for “A” "),
    "unclosed LaTeX": ("latex", "\\textbf{a \\item \\begin{itemize} "),
    "unclosed HTML": ("html", "<div><b><a href='x'>a <!-- "),
}
"""What a hostile text is made of: format and the piece it repeats."""


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
    """Measures each part of the labelled texts of this repository."""
    from prose_marks import PARTS, marked_in
    from prose_score import score

    for part in PARTS:
        found = score((marked, read_text(marked.text, name=marked.name)) for marked in marked_in(part))
        said = ", ".join(f"{name} {sum(right)}/{len(right)}" for name, right in found.fields.items())
        print(
            f"{part or 'first':7} works F1 {found.works.f1:.3f} micro, {mean(found.macro):.3f} macro; talks etc. "
            f"reported {len(found.reported)} of {found.labelled_none}; awards found {found.awards.f1:.3f}, "
            f"linked {found.linked.f1:.3f}; {said}"
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


def varied(text: str, size: int) -> list[str]:
    """Gives copies of a text, words changed in each, so that remembered answers do not make them cheap."""
    chance = random.Random(1)
    copies: list[str] = []
    while sum(len(copy.encode()) for copy in copies) < size:
        words = text.split(" ")
        for index, word in enumerate(words):
            if len(word) > 5 and word.isascii() and word.islower() and word.isalpha() and chance.random() < 0.6:
                words[index] = word[:2] + chance.choice("aeiou") + word[2:]
        copies.append(" ".join(words))
    return copies


def speed(size: int = 300_000) -> None:
    """Measures four kinds of text; one small text each is read first, so that tables are made."""
    from prose_marks import all_marked

    texts = {marked.name.split(".")[0]: marked for marked in all_marked()}
    kinds = {
        "prose": ("a09_en_obituary", "en_interview", "a12_de_interview", "c09_en_lab_news"),
        "reference lists": ("b09_en_ieee_refs", "c07_en_education_apa", "en_medicine", "a04_fr_lettres"),
        "HTML": ("b01_en_chem_group", "b07_de_geschichte", "a03_es_economia", "en_alfolio"),
        "LaTeX": ("a06_en_math_moderncv", "b03_es_historia", "c06_es_astronomia", "en_awesome_cv"),
    }
    for kind, names in kinds.items():
        copies = [(texts[n].name, copy) for n in names for copy in varied(texts[n].text, size // len(names))]
        read_text(texts[names[0]].text, name=texts[names[0]].name)
        start = time.process_time()
        for name, copy in copies:
            read_text(copy, name=name)
        spent = time.process_time() - start
        print(f"{kind}: {sum(len(copy.encode()) for _, copy in copies) / 1e6 / spent:.2f} MB/s")
    for fmt in HEADS:
        print(f"nothing but references, {fmt}: {dense_speed(fmt):.2f} MB/s", flush=True)


def dense_speed(fmt: str, size: int = 100_000, runs: int = 5) -> float:
    """Gives MB per second of CPU of the best of several lists of references: other programs only make it slower."""
    read_text(reference_list(fmt, 6_000, 99), format=fmt)
    best = 0.0
    for seed in range(runs):
        text = reference_list(fmt, size, seed)
        start = time.process_time()
        read_text(text, format=fmt)
        best = max(best, len(text.encode()) / 1e6 / (time.process_time() - start))
    return best


def hostile(sizes: list[float]) -> None:
    """Measures texts that are made to be slow."""
    for name, (fmt, piece) in HOSTILE.items():
        spent = []
        for size in sizes:
            text = piece * int(size * 1e6 / len(piece.encode()))
            start = time.process_time()
            read_text(text, format=fmt)
            spent.append(time.process_time() - start)
        print(f"{name}: " + ", ".join(f"{s:g} MB {t:.1f} s" for s, t in zip(sizes, spent, strict=True)), flush=True)


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--hostile", metavar="SIZES")
    options = parser.parse_args()
    own_texts()
    if options.shared:
        shared_texts(options.shared, options.predictions)
    if options.speed:
        speed()
    if options.hostile:
        hostile([float(size) for size in options.hostile.split(",")])


if __name__ == "__main__":
    main()
