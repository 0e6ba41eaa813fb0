"""What each reason is worth to a run of pieces that may be a title: learned for the choice, else by hand.

Of all runs of one reference that one is chosen whose reasons weigh most (`CHOICE`, learned by
`tools/train_titles.py`, which writes this file; what it learned from and what that brought stands in
docs/decisions/0011-learn-title-weights.md). Where only a sure title will do, as among awards, the chosen run is asked
of weights set by hand (`WORTH`): they tell texts apart, not runs of one text. Whether it is a work, `work_reasons`
tells.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CHOICE", "MARKS", "WORTH", "Weights"]

MARKS = (
    "dot", "end", "comma", "semi", "colon", "open", "close", "dash", "line", "cell", "span", "quote", "start", "soft"
)  # fmt: skip
"""Kinds of marks between pieces."""
KINDS = ("name", "venue", "number", "note")
"""What a piece may be instead of a title."""


class Weights(dict[str, float]):
    """Reason -> weight; those of marks and kinds apart as well, as they are asked for often."""

    def __init__(self, table: Mapping[str, float]) -> None:
        super().__init__(table)
        self.before: dict[str, float] = {mark: self[f"before {mark}"] for mark in MARKS}
        self.after: dict[str, float] = {mark: self[f"after {mark}"] for mark in MARKS}
        self.inside: dict[str, float] = {mark: self[f"inside {mark}"] for mark in MARKS}
        self.cost: dict[str, float] = {kind: self[f"cost {kind}"] for kind in KINDS}
        self.first: dict[str, float] = {kind: self[f"first {kind}"] for kind in KINDS}


_TABLE: Mapping[str, tuple[float, float]] = {
    "before dot": (0.52, 0.20),
    "before end": (-0.90, -0.30),
    "before comma": (-0.26, 0.00),
    "before semi": (-0.79, -0.20),
    "before colon": (0.27, -0.10),
    "before open": (-0.28, -0.60),
    "before close": (1.20, 0.20),
    "before dash": (-0.41, 0.10),
    "before line": (-0.29, 0.30),
    "before cell": (0.07, 0.40),
    "before span": (0.49, 0.10),
    "before quote": (0.24, 0.00),
    "before start": (0.44, 0.20),
    "before soft": (-0.30, 0.20),
    "after dot": (1.07, 0.30),
    "after end": (0.65, 0.20),
    "after comma": (-0.30, 0.00),
    "after semi": (-0.40, 0.10),
    "after colon": (-1.34, -0.80),
    "after open": (0.67, 0.15),
    "after close": (0.50, 0.00),
    "after dash": (0.75, 0.10),
    "after line": (0.56, 0.50),
    "after cell": (0.18, 0.50),
    "after span": (-0.33, 0.10),
    "after quote": (-0.89, 0.00),
    "after start": (0.17, 0.00),
    "after soft": (0.20, 0.20),
    "inside dot": (0.04, -0.90),
    "inside end": (0.26, -0.20),
    "inside comma": (-0.71, -0.15),
    "inside semi": (-1.04, -0.50),
    "inside colon": (0.36, -0.00),
    "inside open": (1.34, -0.15),
    "inside close": (-0.95, -0.10),
    "inside dash": (-0.31, -0.10),
    "inside line": (0.00, 0.00),
    "inside cell": (0.00, 0.00),
    "inside span": (-0.82, -0.00),
    "inside quote": (-0.70, -0.30),
    "inside start": (-0.01, 0.00),
    "inside soft": (-0.65, -0.30),
    "cost name": (-0.16, -1.00),
    "cost venue": (-1.24, -1.00),
    "cost number": (-0.11, -1.00),
    "cost note": (-0.96, -1.00),
    "first name": (-0.34, -1.00),
    "first venue": (-1.00, -1.00),
    "first number": (-0.90, -1.00),
    "first note": (-0.83, -1.00),
    "nothing in front": (-0.73, 0.00),
    "in in front": (0.03, -2.00),
    "year in front": (1.50, 1.00),
    "name in front": (0.37, 0.70),
    "editors in front": (0.18, 0.00),
    "words in front, no stop": (-0.31, -0.80),
    "words in front": (-0.22, -0.40),
    "other in front": (-0.64, 0.00),
    "unexplained before": (-1.43, 0.00),
    "loose pieces before": (0.17, -0.70),
    "venues before": (-0.38, -0.80),
    "inside a container": (0.31, -1.20),
    "names before": (0.32, 0.00),
    "a year before": (-0.12, 0.00),
    "a mark in front": (-0.45, 0.00),
    "nothing behind": (-1.47, 0.20),
    "a kind of text behind": (1.84, 2.00),
    "container behind": (1.43, 1.40),
    "venue behind": (0.23, 0.80),
    "name behind": (0.00, 0.60),
    "number or note behind": (-1.29, 0.40),
    "subtitle behind": (-0.08, -1.30),
    "subtitle or journal behind": (0.62, -1.30),
    "words behind, no stop": (-0.48, -0.90),
    "words behind": (-0.10, 0.00),
    "other behind": (-0.72, 0.00),
    "unexplained behind": (-0.48, 0.00),
    "a year behind": (2.01, 0.00),
    "a venue behind": (0.25, 0.00),
    "numbers behind": (0.33, 0.00),
    "names behind": (0.13, 0.00),
    "small letter behind": (0.27, 0.00),
    "a mark behind": (0.88, 0.00),
    "a venue after next": (0.31, 0.00),
    "goes on small": (0.59, 0.00),
    "subtitle inside": (0.29, 0.00),
    "subtitle inside, German": (1.44, 0.00),
    "last piece short": (-1.14, 0.00),
    "last piece a name": (-0.35, 0.00),
    "explained": (-0.87, 0.00),
    "shape": (1.85, 3.00),
    "length": (2.10, 1.00),
    "one or two words": (-0.74, 0.00),
    "three words": (-0.17, 0.00),
    "begins small": (-1.21, 0.00),
    "sentences": (-0.80, 0.00),
    "few capitals": (0.83, 0.00),
    "colon": (0.09, 0.00),
    "speaks of I or we": (0.05, 0.00),
    "marks": (1.50, 1.00),
    "quoted and more": (-0.63, 0.00),
    "swallows a mark": (-0.03, 0.00),
    "link": (1.72, 0.00),
    "bold": (0.75, 0.00),
    "italic where titles begin": (1.74, 0.00),
    "italic elsewhere": (2.63, 0.00),
    "ends inside brackets": (-2.15, -2.00),
    "leaves its capitals": (0.25, -1.50),
    "splits a mark": (-0.28, -1.20),
    "ends with a small word": (-1.91, -1.00),
    "ends with in": (-1.07, -3.00),
    "leaves a bold label": (-0.44, -1.50),
}
"""Reason -> (weight for the choice, weight for the verdict)."""
CHOICE = Weights({reason: learned for reason, (learned, _) in _TABLE.items()})
"""Which run of a reference is its title. Source: `tools/train_titles.py`."""
WORTH = Weights({reason: by_hand for reason, (_, by_hand) in _TABLE.items()})
"""How much the chosen run reads like a title. Set by hand on own texts (`tests/fixtures/prose`)."""
