"""`pubtrack build` of invented libraries, in CPU time: `python benchmarks/build.py [SIZE...] [--formats a,b]`.

For each size a fresh library and an empty cache: the first build, one in which nothing changed, one after a single
title was changed, and one after the output folder was deleted. Every build is a process of its own, as people run it.
What they leave must be, byte for byte, what a build without any cache leaves; if not, this script fails.
"""

from __future__ import annotations

import argparse
import filecmp
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FAMILIES = ("Smith", "Jones", "Müller", "García", "Chen", "O'Neil", "Kim", "Ivanov", "Rossi", "Tanaka", "Brown", "Lee")
GIVENS = ("John", "Mary A.", "Jean-Luc", "Ada", "Carlos M.", "Wei", "Olga", "Paul", "Emma")
WORDS = ("analysis", "of", "the", "language", "models", "for", "quantum", "systems", "in", "deep", "causal", "study")
FORMATS = (
    "bibtex", "biblatex", "csl-json", "ris", "cv-markdown", "cv-html", "cv-text", "cv-latex", "cv-latex-moderncv",
    "cv-latex-awesome", "cv-typst", "cv-json-resume", "cv-rendercv", "json-ld", "al-folio", "hugo", "jekyll",
    "bibliography", "site", "feed",
)  # fmt: skip
"""All that needs no optional part."""


def entry(number: int, draw: random.Random) -> str:
    """One invented entry, with an abstract of 120 words."""
    people = [f"{draw.choice(FAMILIES)}{draw.randint(0, 40) or ''}, {draw.choice(GIVENS)}" for _ in range(3)]
    people.insert(draw.randint(0, 3), "Example, Eva")
    kind = draw.choice(["article", "article", "inproceedings", "incollection", "phdthesis"])
    venue = {"article": "journal", "phdthesis": "school"}.get(kind, "booktitle")
    fields = {
        "author": " and ".join(people),
        "title": f"{' '.join(draw.choices(WORDS, k=9)).capitalize()} {number}",
        venue: f"Journal of {draw.choice(WORDS).capitalize()} {draw.choice(WORDS).capitalize()}",
        "pages": f"{draw.randint(1, 400)}--{draw.randint(401, 900)}",
        "year": str(draw.randint(1990, 2025)),
        "doi": f"10.1234/abc.{number}",
        "abstract": f"{' '.join(draw.choices(WORDS, k=120)).capitalize()}.",
    }
    return f"@{kind}{{example{number},\n{''.join(f'  {n} = {{{v}}},{chr(10)}' for n, v in fields.items())}}}\n"


def make_library(folder: Path, size: int, formats: list[str]) -> None:
    """A library of invented works that builds these formats."""
    draw = random.Random(size)
    folder.mkdir()
    (folder / "works.bib").write_text("\n".join(entry(n, draw) for n in range(size)), encoding="utf-8")
    run("init", str(folder))
    outputs = "".join(f'\n[[outputs]]\nformat = "{name}"\n' for name in formats)
    (folder / "pubtrack.toml").write_text(f'format = 1\n\n[owner]\nname = "Eva Example"\n{outputs}', encoding="utf-8")


def run(*words: str) -> float:
    """CPU seconds of one pubtrack process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "pubtrack", *words], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files with the same bytes."""
    names = [{p.relative_to(folder) for p in folder.rglob("*") if p.is_file()} for folder in (one, other)]
    return names[0] == names[1] and all(filecmp.cmp(one / name, other / name, shallow=False) for name in names[0])


def measure(size: int, formats: list[str]) -> list[float]:
    """CPU seconds of the four builds."""
    with tempfile.TemporaryDirectory() as place:
        folder, out, reference = Path(place, "bib"), Path(place, "out"), Path(place, "reference")
        os.environ["PUBTRACK_CACHE_DIR"] = str(Path(place, "cache"))
        make_library(folder, size, formats)
        words = ("build", "--library", str(folder), "--out")
        taken = [run(*words, str(out)), run(*words, str(out))]
        run("set", "--library", str(folder), "example7", "title=Another title")
        taken.append(run(*words, str(out)))
        run(*words, str(reference), "--fresh")
        if not same(out, reference):
            raise SystemExit("the cache changed the output")
        shutil.rmtree(out)
        taken.append(run(*words, str(out)))
        if not same(out, reference):
            raise SystemExit("the cache changed the output")
        return taken


def main() -> None:
    """Prints a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[1000, 2500, 5000])
    parser.add_argument("--formats", default=",".join(FORMATS), help="comma-separated; all without optional parts")
    arguments = parser.parse_args()
    formats = arguments.formats.split(",")
    print(f"{len(formats)} formats, CPU seconds")
    names = ("first", "ms/work", "nothing changed", "one title changed", "folder deleted")
    print(f"{'works':>7}", *(f"{name:>17}" for name in names))
    for size in arguments.sizes:
        first, *others = measure(size, formats)
        print(f"{size:7,}", *(f"{value:17.1f}" for value in (first, first / size * 1000, *others)), flush=True)


if __name__ == "__main__":
    main()
