"""Writes `src/pubtrack/readers/prose/title_weights.py`: learned numbers beside those set by hand."""

from __future__ import annotations

from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "src" / "pubtrack" / "readers" / "prose" / "title_weights.py"

HEAD = '''"""What each reason is worth to a run of pieces that may be a title: learned for the choice, else by hand.

Of all runs of one reference that one is chosen whose reasons weigh most (`CHOICE`, learned by
`tools/train_titles.py`, which writes this file; what it learned from and what that brought stands in
docs/decisions/0011-learn-title-weights.md). Whether the chosen run is a title at all is asked of weights set by hand
(`WORTH`): they tell texts apart, not runs of one text.
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
'''
TAIL = '''}
"""Reason -> (weight for the choice, weight for the verdict)."""
CHOICE = Weights({reason: learned for reason, (learned, _) in _TABLE.items()})
"""Which run of a reference is its title. Source: `tools/train_titles.py`."""
WORTH = Weights({reason: by_hand for reason, (_, by_hand) in _TABLE.items()})
"""How much the chosen run reads like a title. Set by hand on own texts (`tests/fixtures/prose`)."""
'''


def write(choice: dict[str, float], worth: dict[str, float]) -> None:
    """Writes the table."""
    rows = "".join(f'    "{name}": ({choice[name]:.2f}, {by_hand:.2f}),\n' for name, by_hand in worth.items())
    FILE.write_text(HEAD + rows + TAIL, encoding="utf-8")
