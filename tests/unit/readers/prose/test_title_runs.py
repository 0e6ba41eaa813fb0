"""The runs that may be a title."""

from __future__ import annotations

from copy import deepcopy

import pytest

import prose_marks
from prose_runs import every_run
from pubtrack.markup.spans import Block
from pubtrack.readers import read_text
from pubtrack.readers.prose import references
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.title_facts import Facts
from pubtrack.readers.prose.title_reasons import Reasons
from pubtrack.readers.prose.title_runs import MARGIN, Run, runs_of
from pubtrack.readers.prose.title_weights import CHOICE


def _every_run(facts: Facts) -> dict[tuple[int, int], float]:
    """Weighs all runs, without any look at what may still win."""
    reasons = Reasons(facts, CHOICE)
    return {(first, last): reasons.whole(first, last) for first, last in every_run(facts)}


def test_looks_that_save_time_lose_no_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """On labelled texts in all formats: the kept runs are all within the margin of the best, each with its worth."""
    seen: list[tuple[Facts, list[Run]]] = []

    def noted(facts: Facts, *, only: int | None = None) -> list[Run]:
        runs = runs_of(facts, only=only)
        if only is None:
            seen.append((Facts(deepcopy(facts.pieces), facts.placed), runs))
        return runs

    monkeypatch.setattr(references, "runs_of", noted)
    for marked in prose_marks.marked_in("") + prose_marks.marked_in("half_a"):
        read_text(marked.text, name=marked.name)
    assert len(seen) > 300
    for facts, runs in seen:
        every = _every_run(facts)
        best = max(every.values(), default=0.0)
        wanted = {run: worth for run, worth in every.items() if worth >= best - MARGIN + 1e-6}
        found = {(run.first, run.last): run.worth for run in runs}
        assert wanted.keys() <= found.keys()
        assert all(found[run] == pytest.approx(worth) for run, worth in wanted.items())


def test_the_best_comes_first() -> None:
    text = "Torres, J. (2020). Soil carbon in old vineyards. Geoderma, 370, 114-120."
    placed = Placed(Block("item", text, [(0, 0, len(text))], []), "publications")
    reference = references.read_reference(placed)
    assert reference is not None
    worths = [run.worth for run in reference.runs]
    assert worths == sorted(worths, reverse=True)
    assert (reference.first, reference.last) == (reference.runs[0].first, reference.runs[0].last)
