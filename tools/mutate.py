"""Breaks one room's code in thousands of small ways, and says which of them no test of the room notices.

    pip install mutmut
    python tools/mutate.py merge                          one room
    python tools/mutate.py store/hunks.py store/lines.py  single modules
    python tools/mutate.py match merge store bibtex       all whose mistakes cost a person's work; takes hours
    python tools/mutate.py match --sample 300             as many of them, drawn evenly; minutes

mutmut (https://mutmut.readthedocs.io) makes the mutants and runs for each only the tests that reach it; this script
gives it a copy of the checkout, prints how many were killed, and what survived as diffs. A survivor is a place to
look, not always a missing test: some mutants mean the same (a message's words, a bound that nothing can reach).
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "mutants", "__pycache__", ".*_cache", ".hypothesis", "out")
_RESULT = re.compile(r"^\s*(?P<name>pubtrack\.\S+): (?P<came>[a-z ]+)$", re.M)


def settings(targets: list[str]) -> str:
    """Gives mutmut's settings: what is broken, and the tests that should notice."""
    sources = [f"src/pubtrack/{target}" for target in targets]
    tests = sorted({_tests_of(target) for target in targets})
    options = ["-p", "no:cacheprovider", "-p", "no:xdist", "-x", "-q"]
    return (
        "\n[tool.mutmut]\n"
        f"source_paths = {sources}\n"
        f"pytest_add_cli_args_test_selection = {tests}\n"
        'also_copy = ["tests", "tools", "src", "bib", "docs", "README.md"]\n'
        f"pytest_add_cli_args = {options}\n"
    )


def _tests_of(target: str) -> str:
    """The tests that mirror a room or a module."""
    path = Path(target)
    if path.suffix == ".py":
        return f"tests/unit/{path.parent / f'test_{path.name}'}"
    return f"tests/unit/{target}"


def run(targets: list[str], place: Path, sample: int | None = None) -> dict[str, str]:
    """Runs mutmut in a copy of the checkout and gives mutant -> what came of it, for all or for an even sample."""
    shutil.copytree(ROOT, place, ignore=_LEFT_OUT)
    with (place / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(settings(targets))
    if sample is None:
        _mutmut(place)
        return _results(place)
    _mutmut(place, "no.mutant*")  # makes all of them, finds which tests reach which, and runs none
    made = sorted(_results(place))
    drawn = set(random.Random(sample).sample(made, k=min(sample, len(made))))
    _mutmut(place, *drawn)
    return {name: came for name, came in _results(place).items() if name in drawn}


def _mutmut(place: Path, *names: str) -> None:
    with (place / "mutmut.log").open("a", encoding="utf-8") as log:
        command = [sys.executable, "-m", "mutmut", "run", *names]
        subprocess.run(command, cwd=place, stdout=log, stderr=subprocess.STDOUT, check=False)


def _results(place: Path) -> dict[str, str]:
    command = [sys.executable, "-m", "mutmut", "results", "--all", "true"]
    told = subprocess.run(command, cwd=place, capture_output=True, text=True, check=True)
    return {found["name"]: found["came"].strip() for found in _RESULT.finditer(told.stdout)}


def main() -> int:
    """Runs and prints; exit code 1 where nothing was tried."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="+", help="rooms or modules, below src/pubtrack")
    parser.add_argument("--sample", type=int, metavar="N", help="try N mutants of all, the same each time")
    parser.add_argument("--keep", type=Path, help="work in this new folder and leave it there")
    options = parser.parse_args()
    targets = [f"{t}.py" if (ROOT / f"src/pubtrack/{t}.py").is_file() else t for t in options.targets]
    with tempfile.TemporaryDirectory() as folder:
        place = options.keep or Path(folder) / "checkout"
        found = run(targets, place, options.sample)
        for name, came in found.items():
            if came == "survived":
                shown = subprocess.run(
                    [sys.executable, "-m", "mutmut", "show", name],
                    cwd=place, capture_output=True, text=True, check=False,
                )  # fmt: skip
                changed = [line for line in shown.stdout.splitlines() if re.match(r"[-+](?![-+])", line)]
                print(name, *changed, sep="\n    ")
    print(dict(Counter(found.values())))
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
