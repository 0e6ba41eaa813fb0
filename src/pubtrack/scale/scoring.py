"""What a listed work is among its candidates: `pubtrack.match.choose`, on the texts of rows."""

from __future__ import annotations

import json
from collections.abc import Sequence

from pubtrack.match import choose
from pubtrack.scale.compact import prepare_text

__all__ = ["decide"]

_written = json.JSONEncoder(ensure_ascii=False).encode


def decide(work: str, candidates: Sequence[str]) -> list[str | None]:
    """Gives corpus id, verdict, distance, penalties (JSON) and runner-up of a work, all as text.

    Args:
        work: The row of the work (see `functions.text_of`).
        candidates: The rows of the records that share keys with it.
    """
    choice = choose(prepare_text(work), [prepare_text(row) for row in sorted(set(candidates))])
    rival = choice.runner_up if choice.runner_up != choice.candidate else None
    penalties = {reason: round(points, 6) for reason, points in choice.penalties.items()}
    said = _written(penalties) if choice.candidate is not None else "{}"
    return [choice.candidate, choice.verdict, f"{choice.distance:.6f}", said, rival]
