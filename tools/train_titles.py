"""Learns what the reasons for a title are worth, and writes the table of `src/pubtrack/readers/prose/title_weights.py`.

    PYTHONPATH=src:tests:benchmarks:tools python tools/train_titles.py SHARED_DATA [--styles 600] [--shapes 1000]
    [--check]

Learned from (`title_lists.py`): lists of real records in citation styles that the closed draw of
`benchmarks/prose_styles.py` does not hold; the same records in shapes of CVs and homepages; and the labelled texts
of `tests/fixtures/prose` but `half_e`, which is the measure. For each reference all runs of pieces are weighed; the
model is a conditional logit: the odds that a run is the title are those of the exponents of its sum of reasons.
`--check` prints how often the best run is the title on lists and labelled texts that were left out, instead of
writing. Needs numpy and scipy, which nothing else does.
"""

from __future__ import annotations

import argparse
import itertools
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz
from scipy.optimize import minimize
from title_lists import corpus, shaped_pages, style_names, styled_pages

from prose_marks import PARTS, marked_in
from prose_runs import every_run
from prose_score import plain
from pubtrack.readers import read_text
from pubtrack.readers.prose import references, title_weights
from pubtrack.readers.prose.title_facts import Facts
from pubtrack.readers.prose.title_reasons import Reasons
from pubtrack.readers.prose.title_runs import Run
from pubtrack.readers.prose.title_weights import WORTH, Weights

NAMES = list(WORTH)
CLOSED = "half_e"
SAME_TITLE = 93
HOLD = 10.0
"""How strongly weights are held near zero (the inverse of the variance they are expected to have)."""
LABELLED = 5
"""How often the labelled texts are counted: they are few, and nearer to what is read than lists made by a program."""
TABLE_BEGINS = "_TABLE: Mapping[str, tuple[float, float]] = {\n"
TABLE_ENDS = "}\n"


class Choice(NamedTuple):
    """One reference: the reasons of all its runs, and which of them are its title."""

    source: str
    reasons: np.ndarray
    right: np.ndarray


def choices(source: str, text: str, said: dict[str, str], titles: list[str]) -> Iterator[Choice]:
    """Gives the references of a text that hold one of the titles.

    Args:
        source: Which text it is.
        text: The text.
        said: Its name or format, as `read_text` takes it.
        titles: The titles, as `plain` gives them.
    """
    found: list[Choice | None] = []
    usual = references.runs_of

    def noted(facts: Facts, *, only: int | None = None) -> list[Run]:
        block = plain(facts.text)
        there = [title for title in titles if title in block or fuzz.partial_ratio(title, block) >= 97]
        if only is None and there:
            found.append(_choice(source, facts, there))
        return usual(facts, only=only)

    references.runs_of = noted
    try:
        read_text(text, **said)
    finally:
        references.runs_of = usual
    yield from (choice for choice in found if choice)


def _choice(source: str, facts: Facts, titles: list[str]) -> Choice | None:
    vectors = Weights(dict(zip(NAMES, np.eye(len(NAMES)), strict=True)))  # type: ignore[arg-type]
    reasons = Reasons(facts, vectors)
    runs, likeness = [], []
    for first, last in every_run(facts):
        runs.append(np.asarray(reasons.whole(first, last), dtype=np.float32))
        run = plain(facts.text[facts.pieces[first].start : facts.pieces[last].end])
        likeness.append(max(fuzz.ratio(run, title) for title in titles))
    if not runs or max(likeness) < SAME_TITLE:
        return None
    return Choice(source, np.array(runs), np.array(likeness) >= max(likeness) - 1e-6)


def of_lists(folder: Path, style_count: int, shape_count: int) -> Iterator[Choice]:
    """Gives the references of the lists that are made of real records."""
    by_type = corpus(folder)
    pages = itertools.chain(styled_pages(by_type, style_names(style_count), 2), shaped_pages(by_type, shape_count, 3))
    for number, page in enumerate(pages):
        yield from choices(f"list {number // 3}", page.text, {"format": page.format}, page.titles)


def of_labelled() -> Iterator[Choice]:
    """Gives the references of the labelled texts, but for those that are the measure."""
    for part in PARTS:
        for marked in marked_in(part) if part != CLOSED else ():
            named = [w["title"] for w in marked.works] + [w["text"] for w in marked.not_works]
            titles = [title for title in map(plain, named) if len(title) > 3]
            yield from choices(marked.name, marked.text, {"name": marked.name}, titles)


def learned(known: list[Choice]) -> np.ndarray:
    """Gives the weights under which the titles are likeliest."""
    reasons = np.concatenate([choice.reasons for choice in known]).astype(np.float64)
    right = np.concatenate([choice.right / choice.right.sum() for choice in known])
    sizes = np.array([len(choice.right) for choice in known])
    begins = np.cumsum(sizes) - sizes
    owner = np.repeat(np.arange(len(known)), sizes)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        worth = reasons @ weights
        worth -= np.maximum.reduceat(worth, begins)[owner]
        odds = np.exp(worth)
        sums = np.add.reduceat(odds, begins)
        missed = odds / sums[owner] - right
        likely = ((worth - np.log(sums)[owner]) * right).sum()
        return HOLD / 2 * weights @ weights - likely, reasons.T @ missed + HOLD * weights

    return minimize(loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x


def right_share(known: Iterable[Choice], weights: np.ndarray) -> float:
    """Gives how often the best run is the title."""
    return float(np.mean([choice.right[int(np.argmax(choice.reasons @ weights))] for choice in known]))


def check(lists: list[Choice], labelled: list[Choice]) -> None:
    """Prints how often titles are chosen where a quarter of the lists or a fifth of the texts is left out."""
    by_hand = np.array([WORTH[name] for name in NAMES])
    sources = sorted({choice.source for choice in lists})
    random.Random(0).shuffle(sources)
    left_out = set(sources[::4])
    held = [choice for choice in lists if choice.source in left_out]
    rest = [choice for choice in lists if choice.source not in left_out]
    weights = learned(rest)
    print(f"lists left out: by hand {right_share(held, by_hand):.3f}, learned {right_share(held, weights):.3f}")
    print(f"labelled texts: by hand {right_share(labelled, by_hand):.3f} (set on them), "
          f"learned from lists only {right_share(labelled, weights):.3f}")  # fmt: skip
    names = sorted({choice.source for choice in labelled})
    random.Random(0).shuffle(names)
    shares = []
    for fold in range(5):
        out = [choice for choice in labelled if choice.source in names[fold::5]]
        known = [choice for choice in labelled if choice.source not in names[fold::5]]
        weights = learned(rest + known * LABELLED)
        shares += [right_share([choice], weights) for choice in out]
    print(f"labelled texts, each left out: learned {np.mean(shares):.3f}")


def write(choice: dict[str, float]) -> None:
    """Puts the rows of the table in `title_weights.py` anew: what was learned beside what was set by hand."""
    file = Path(title_weights.__file__)
    head, begin, behind = file.read_text(encoding="utf-8").partition(TABLE_BEGINS)
    _, end, tail = behind.partition(TABLE_ENDS)
    if not begin or not end:
        raise SystemExit(f"{file}: no line {TABLE_BEGINS.strip()!r}; nothing is written")
    rows = "".join(f'    "{name}": ({choice[name]:.2f}, {by_hand:.2f}),\n' for name, by_hand in WORTH.items())
    file.write_text(head + begin + rows + end + tail, encoding="utf-8")


def main() -> None:
    """Learns and writes, or checks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--styles", type=int, default=600)
    parser.add_argument("--shapes", type=int, default=1000)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    lists, labelled = list(of_lists(options.shared, options.styles, options.shapes)), list(of_labelled())
    print(f"{len(lists)} references of lists, {len(labelled)} of labelled texts")
    if options.check:
        check(lists, labelled)
        return
    weights = learned(lists + labelled * LABELLED)
    write(dict(zip(NAMES, map(float, weights), strict=True)))


if __name__ == "__main__":
    main()
