"""Learns the points of `pubtrack.match.weights` from the shared sets and writes that module.

    python tools/train_matching.py            # learns from everything that is there and writes the table
    python tools/train_matching.py --card text # learns this card again and keeps the others
    python tools/train_matching.py --check    # cross-validated figures only, writes nothing

Each card is an additive model: boosted decision stumps (one threshold on one measure each), summed per measure into a
step function and rounded; then a few forks (two thresholds, one after the other) correct it where two measures mean
something together. Nothing hidden remains: the table is the model. Needs numpy and scikit-learn.

Data (each folder's `index.jsonl` names source, commit and licence): the train and valid parts of the Ditto sets
DBLP-ACM and DBLP-Scholar, structured and dirty; the bib-dedupe sets cytology_screening and digital_work; every other
of Crossref's artificial reference strings in four styles. The official test parts were never read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import StratifiedKFold
from sklearn.tree import DecisionTreeRegressor

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

import matching_data as data  # noqa: E402 - lies beside the benchmark that shares it
from pubtrack.match import judging, scoring  # noqa: E402
from pubtrack.match.blocking import candidate_pairs  # noqa: E402
from pubtrack.match.features import NAMES, card_of, comparable, measure  # noqa: E402
from pubtrack.match.moved import put_back  # noqa: E402
from pubtrack.match.prepare import Prepared, prepare  # noqa: E402
from pubtrack.match.textual import TEXT_NAMES, measure_text  # noqa: E402
from pubtrack.match.weights import CARDS  # noqa: E402

Rows = list[tuple[str, str, list[float | None], int, float, int, tuple[Prepared, Prepared]]]
"""(card, set, measures, label, weight, fold, pair)"""

STUMPS = {
    "max_iter": 300,
    "max_depth": 1,
    "learning_rate": 0.15,
    "l2_regularization": 1.0,
    "min_samples_leaf": 10,
    "random_state": 0,
}
FORKS = {"number": 60, "rate": 0.2, "l2": 2.0, "least": 12}
"""How many forks a card has, the share of its points each adds, ridge, and least number of pairs in a leaf."""
FOLDS = 4

Table = tuple[float, Mapping[str, tuple[Sequence[float], Sequence[float]]], Sequence[tuple[Any, ...]]]


def ditto_rows() -> Rows:
    """Pairs of the Ditto sets; a pair keeps its fold in the clean and the dirty set, for it is the same pair."""
    rows: Rows = []
    for name in data.DITTO:
        for part in ("train", "valid"):
            pairs = data.ditto_pairs(name, part)
            folds = _folds([label for *_, label in pairs])
            for (a, b, label), fold in zip(pairs, folds, strict=True):
                left, right = put_back(*comparable(prepare(a), prepare(b)))
                held_out = -1 if part == "train" else fold
                rows.append(
                    (card_of(left, right), f"{name}", measure(left, right), label, 1.0, held_out, (left, right))
                )
    return rows


def _folds(labels: list[int]) -> list[int]:
    folds = [0] * len(labels)
    if labels:
        split = StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(np.zeros(len(labels)), labels)
        for number, (_, held_out) in enumerate(split):
            for i in held_out:
                folds[i] = number
    return folds


def bibdedupe_rows() -> Rows:
    """Pairs that blocking brings together in the de-duplication sets."""
    rows: Rows = []
    for name in data.BIBDEDUPE:
        items, groups = data.bibdedupe(name)
        gold = data.gold_pairs(groups)
        prepared = [prepare({k: v for k, v in item.items() if k != "DOI"}) for item in items]
        for i, j in candidate_pairs(prepared):
            left, right = put_back(*comparable(prepared[i], prepared[j]))
            label = int(tuple(sorted((items[i]["id"], items[j]["id"]))) in gold)
            rows.append((card_of(left, right), name, measure(left, right), label, 0.5, (i + j) % FOLDS, (left, right)))
    return rows


def text_rows(per_style: int = 3700) -> Rows:
    """Every other reference string against the records that share its rarest words."""
    rows: Rows = []
    for style, lists in data.linked_lists(per_style).items():
        for number, (text, doi, candidates) in enumerate(lists):
            query = prepare(text)
            if not query.is_text:
                continue
            for item in candidates:
                record = prepare({k: v for k, v in item.items() if k != "DOI"})
                row = measure_text(query, record)
                rows.append(("text", style, row, int(item["DOI"] == doi), 1.0, number % FOLDS, (query, record)))
    return rows


def fit(rows: Rows) -> Any:
    """Boosted stumps on the rows of one card."""
    x = _matrix(rows)
    model = HistGradientBoostingClassifier(**STUMPS)
    return model.fit(x, [r[3] for r in rows], sample_weight=[r[4] for r in rows])


def _matrix(rows: Rows) -> Any:
    return np.array([[-1.0 if v is None else float(v) for v in r[2]] for r in rows])


def steps_of(model: Any, names: tuple[str, ...]) -> tuple[float, dict[str, tuple[list[float], list[float]]]]:
    """The start value, and per measure the edges and points of its step function."""
    jumps: dict[int, dict[float, float]] = {}
    base = float(model._baseline_prediction.ravel()[0])
    for (predictor,) in model._predictors:
        root, left, right = predictor.nodes[0], None, None
        if root["is_leaf"]:
            base += float(root["value"])
            continue
        left, right = predictor.nodes[root["left"]]["value"], predictor.nodes[root["right"]]["value"]
        base += float(left)
        feature, edge = int(root["feature_idx"]), float(root["num_threshold"])
        jumps.setdefault(feature, {})[edge] = jumps.get(feature, {}).get(edge, 0.0) + float(right - left)
    table = {}
    for feature in sorted(jumps):
        edges = sorted(jumps[feature])
        points = [0.0]
        for edge in edges:
            points.append(points[-1] + jumps[feature][edge])
        table[names[feature]] = _plain(edges, points)
    for name, (edges, points) in table.items():
        middle = round(sum(points) / len(points), 2)
        table[name] = (edges, [round(p - middle, 2) for p in points])
        base += middle
    return round(base, 2), table


def _plain(edges: list[float], points: list[float]) -> tuple[list[float], list[float]]:
    """The step function without steps too small to matter, numbers rounded."""
    kept_edges: list[float] = []
    kept = [points[0]]
    for edge, point in zip(edges, points[1:], strict=True):
        rounded = round(edge, 3)
        if abs(point - kept[-1]) < 0.04 or (kept_edges and rounded == kept_edges[-1]):
            kept[-1] = point if kept_edges and rounded == kept_edges[-1] else kept[-1]
            continue
        kept_edges.append(rounded)
        kept.append(point)
    return kept_edges, kept


def f1(labels: Any, said: Any) -> tuple[float, float, float]:
    """F1, precision and recall."""
    tp, fp, fn = int((said & labels).sum()), int((said & ~labels).sum()), int((~said & labels).sum())
    return round(2 * tp / max(1, 2 * tp + fp + fn), 4), round(tp / max(1, tp + fp), 4), round(tp / max(1, tp + fn), 4)


def table_of(rows: Rows, card: str) -> Table:
    """The learned table of one card."""
    chosen = [r for r in rows if r[0] == card]
    names = TEXT_NAMES if card == "text" else NAMES
    model = fit(chosen)
    return (*steps_of(model, names), forks_of(chosen, model.decision_function(_matrix(chosen)), names))


def forks_of(rows: Rows, odds: Any, names: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """Forks that correct the steps: (measure, edge, (measure, edge, points, points) twice), boosted by Newton steps."""
    x, label, weight = _matrix(rows), np.array([r[3] for r in rows]), np.array([r[4] for r in rows])
    forks: list[tuple[Any, ...]] = []
    for _ in range(FORKS["number"]):
        chance = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
        slope, bend = (label - chance) * weight, np.maximum(chance * (1 - chance), 1e-4) * weight
        tree = DecisionTreeRegressor(max_depth=2, min_samples_leaf=FORKS["least"], random_state=0)
        tree.fit(x, slope / bend, sample_weight=bend)
        leaf = tree.apply(x)
        points = {
            n: round(FORKS["rate"] * slope[leaf == n].sum() / (bend[leaf == n].sum() + FORKS["l2"]), 2)
            for n in np.unique(leaf).tolist()
        }
        odds = odds + np.array([points[n] for n in leaf.tolist()])
        if tree.tree_.node_count > 1:
            forks.append(_fork(tree.tree_, points, names))
    return forks


def _fork(tree: Any, points: dict[int, float], names: tuple[str, ...]) -> tuple[Any, ...]:
    def side(node: int) -> tuple[str, float, float, float]:
        left, right = int(tree.children_left[node]), int(tree.children_right[node])
        if left < 0:
            return names[0], 0.0, points[node], points[node]
        return names[tree.feature[node]], round(float(tree.threshold[node]), 3), points[left], points[right]

    root = (names[tree.feature[0]], round(float(tree.threshold[0]), 3))
    return (*root, side(int(tree.children_left[0])), side(int(tree.children_right[0])))


def check(rows: Rows) -> None:
    """Prints cross-validated figures per set: points learned without the fold, then all rules."""
    said = np.zeros(len(rows), dtype=bool)
    for fold in range(FOLDS):
        others = [r for r in rows if r[5] != fold]
        scoring._CARDS = scoring.cards_of({card: table_of(others, card) for card in {r[0] for r in rows}})
        for i, row in enumerate(rows):
            if row[5] == fold:
                said[i] = judging.judge(*row[6]).verdict == "same"
    for name in sorted({r[1] for r in rows}):
        chosen = [i for i, r in enumerate(rows) if r[1] == name and r[5] >= 0]
        labels = np.array([rows[i][3] == 1 for i in chosen])
        print(name, "F1, precision, recall:", f1(labels, said[chosen]), flush=True)


def write(rows: Rows, kept: Mapping[str, Table]) -> None:
    """Writes the table: cards learned from the rows, and those that are kept as they are."""
    lines = [
        '"""The points of the matching cards: learned by `tools/train_matching.py`, read by `scoring`. Do not edit.',
        "",
    ]
    lines += [
        "A card adds the points of every measure to `start`; the sum is the log-odds that two records are one work.",
        "",
    ]
    lines += [
        "Per measure: upper edges (a value up to the edge belongs to that step; a missing value counts as -1), points.",
        "A fork reads two measures: up to its edge the first half counts, above it the second; each half is a measure,",
        "its edge, the points up to it and the points above.",
    ]
    lines += [
        "Source: see the training script for the data, and docs/explanation/matching.md for the figures.",
        '"""',
        "",
    ]
    lines += ["# ruff: noqa: E501 - one measure a line", "# fmt: off", "from __future__ import annotations", ""]
    lines += [
        "Steps = tuple[tuple[float, ...], tuple[float, ...]]",
        "",
        "Half = tuple[str, float, float, float]",
        "Fork = tuple[str, float, Half, Half]",
        "",
        "CARDS: dict[str, tuple[float, dict[str, Steps], tuple[Fork, ...]]] = {",
    ]
    for card in sorted({r[0] for r in rows} | set(kept)):
        start, table, forks = kept[card] if card in kept else table_of(rows, card)
        lines.append(f'    "{card}": ({start}, {{')
        lines += [f'        "{name}": ({_tuple(edges)}, {_tuple(points)}),' for name, (edges, points) in table.items()]
        lines.append("    }, (")
        lines += [f"        {_fork_line(fork)}," for fork in forks]
        lines.append("    )),")
    lines += ["}", ""]
    (ROOT / "src" / "pubtrack" / "match" / "weights.py").write_text("\n".join(lines), encoding="utf-8")


def _fork_line(fork: tuple[Any, ...]) -> str:
    halves = ", ".join(f'("{name}", {edge:g}, {below:g}, {above:g})' for name, edge, below, above in fork[2:])
    return f'("{fork[0]}", {fork[1]:g}, {halves})'


def _tuple(values: Sequence[float]) -> str:
    inner = ", ".join(f"{v:g}" for v in values)
    return f"({inner},)" if len(values) == 1 else f"({inner})"


def main() -> None:
    """Learns or checks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--check", action="store_true", help="print cross-validated figures, write nothing")
    parser.add_argument("--card", choices=list(CARDS), help="learn this card alone")
    given = parser.parse_args()
    rows = (ditto_rows() + bibdedupe_rows() if given.card != "text" else []) + (
        text_rows() if given.card in ("text", None) else []
    )
    if given.check:
        check(rows)
    elif given.card:
        write([r for r in rows if r[0] == given.card], {card: CARDS[card] for card in CARDS if card != given.card})
    else:
        write(rows, {})


if __name__ == "__main__":
    main()
