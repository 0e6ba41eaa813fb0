"""Learns whether the title of an entry is that of a work, and writes the table `work_weights.py`.

    PYTHONPATH=src:tests:tools python tools/train_works.py [--pages DIR] [--check]

Every entry of a labelled text that is weighed (`work_reasons.log_odds`) is one row: its reasons, and whether its
title is labelled as that of a work. The weights are those of a logistic regression whose amounts are brought to one
spread first and held near zero. The labelled texts are those of `tests/fixtures/prose`, but for `half_e`, and with
`--pages` all `*.marked` files below a folder, marked in the same way. `--check` writes nothing: it prints F1 over
entries of texts that were left out of the learning, an eighth at a time. Needs numpy and scikit-learn.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from prose_marks import PARTS, Marked, load, marked_in
from prose_score import SAME_TITLE, plain
from pubtrack.readers import read_text
from pubtrack.readers.prose import items, work_weights
from pubtrack.readers.prose.references import Reference
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.work_reasons import reasons_for
from pubtrack.readers.prose.work_weights import WEIGHTS

NAMES = list(WEIGHTS)
CLOSED = "half_e"
FOLDS, DRAWS = 8, 3
LOOSE = 0.03
"""How freely weights may leave zero: the variance they are expected to have, amounts in standard deviations. Of .03,
.1, .3 and 1 the first was best on texts left out."""
KNOWN_BY = 30
"""Characters of a title by which a block is known to hold it."""
BEGINS, BETWEEN, ENDS = "ALWAYS = ", '\n"""The logarithm', "}\n"


class Row(NamedTuple):
    """One entry."""

    text: str
    """The name of the text it stands in."""
    reasons: list[float]
    right: bool
    before: bool
    """What the table as it is says."""


def rows_of(marked: Marked) -> Iterator[Row]:
    """Gives the entries of a labelled text that are weighed; those that are only optional are left out."""
    found: dict[tuple[int, int], tuple[Placed, Reference, int, bool]] = {}
    usual = items.log_odds

    def noted(placed: Placed, reference: Reference, kin: int) -> float:
        odds = usual(placed, reference, kin)
        found[id(placed.block), reference.start] = (placed, reference, kin, odds >= 0)
        return odds

    items.log_odds = noted
    try:
        read_text(marked.text, name=marked.name)
    finally:
        items.log_odds = usual
    for placed, reference, kin, said in found.values():
        right = _is_right(placed.block.text, reference, marked)
        if right is not None:
            reasons = reasons_for(placed, reference, kin)
            yield Row(marked.name, [float(reasons[name]) for name in NAMES], right, said)


def _is_right(text: str, reference: Reference, marked: Marked) -> bool | None:
    """Tells whether a title is labelled; None where it, or all that its block holds, is optional."""
    title, block = plain(text[reference.start : reference.end]), plain(text)
    same = [work for work in marked.works if fuzz.ratio(title, plain(work["title"])) >= SAME_TITLE]
    near = same or [work for work in marked.works if plain(work["title"])[:KNOWN_BY] in block]
    if near and all(work.get("optional") for work in near):
        return None
    return bool(same)


def labelled(pages: Path | None) -> Iterator[Marked]:
    """Gives the texts that are learned from."""
    for part in PARTS:
        yield from marked_in(part) if part != CLOSED else ()
    if pages:
        yield from map(load, sorted(pages.rglob("*.marked")))


def learned(rows: list[Row]) -> tuple[float, np.ndarray]:
    """Gives what is always added, and the weight of every reason."""
    amounts, right = np.array([row.reasons for row in rows]), np.array([row.right for row in rows])
    spread = StandardScaler().fit(amounts)
    model = LogisticRegression(C=LOOSE, max_iter=3000).fit(spread.transform(amounts), right)
    weights = model.coef_[0] / spread.scale_
    return float(model.intercept_[0] - weights @ spread.mean_), weights


def f1(right: Iterable[bool], said: Iterable[bool]) -> float:
    """Gives the harmonic mean of precision and recall."""
    pairs = list(zip(right, said, strict=True))
    hits = sum(r and s for r, s in pairs)
    return 2 * hits / (2 * hits + sum(r != s for r, s in pairs))


def check(rows: list[Row]) -> None:
    """Prints F1 of entries, as the table says and as learned without the text that is measured."""
    right = [row.right for row in rows]
    names = sorted({row.text for row in rows})
    print(f"{len(rows)} entries of {len(names)} texts; as read {f1(right, [row.before for row in rows]):.3f}")
    for draw in range(DRAWS):
        random.Random(draw).shuffle(names)
        fold = {name: number % FOLDS for number, name in enumerate(names)}
        said = [False] * len(rows)
        for out in range(FOLDS):
            always, weights = learned([row for row in rows if fold[row.text] != out])
            for at, row in enumerate(rows):
                if fold[row.text] == out:
                    said[at] = bool(always + np.dot(weights, row.reasons) >= 0)
        print(f"learned without the text, draw {draw + 1}: {f1(right, said):.3f}")


def write(always: float, weights: np.ndarray) -> None:
    """Puts the table in `work_weights.py` anew."""
    file = Path(work_weights.__file__)
    told = file.read_text(encoding="utf-8")
    begin, between, end = told.index(BEGINS), told.index(BETWEEN), told.rindex(ENDS)
    head = told[between : told.index("{\n", between) + 2]
    rows = "".join(f'    "{name}": {weight:.2f},\n' for name, weight in zip(NAMES, weights, strict=True))
    file.write_text(f"{told[:begin]}{BEGINS}{always:.2f}{head}{rows}{told[end:]}", encoding="utf-8")


def main() -> None:
    """Learns and writes, or checks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    rows = [row for marked in labelled(options.pages) for row in rows_of(marked)]
    if options.check:
        check(rows)
        return
    print(f"{len(rows)} entries")
    write(*learned(rows))


if __name__ == "__main__":
    main()
