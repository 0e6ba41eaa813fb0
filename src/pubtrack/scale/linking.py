"""Linking listed works to an index: stage by stage, each a Parquet folder, so that a killed run goes on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ibis

from pubtrack.scale.candidates import find_pairs, with_texts
from pubtrack.scale.engine import Engine, Limits, count
from pubtrack.scale.functions import batch_of, text_of
from pubtrack.scale.index import Index, Progress
from pubtrack.scale.schema import RESULT
from pubtrack.scale.scored import answers_of
from pubtrack.scale.worker import answer_apart

__all__ = ["Linking", "link_works"]


@dataclass
class Linking:
    """One run: where its stages stand, and what it may use."""

    engine: Engine
    index: Index
    out: Path
    batches: int = 1
    shards: int = 1
    """Processes that score side by side, where the engine itself runs Python on one core."""
    limits: Limits = field(default_factory=Limits)
    progress: Progress | None = None

    def stage(self, name: str) -> Path:
        """The folder of a stage."""
        return self.out / ".stages" / name

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """Gives a stage as a table; makes it where an earlier run did not."""
        folder = self.stage(name)
        if not folder.is_dir():
            self.engine.write(make(), folder)
        return self.engine.parquet(str(folder))


def link_works(run: Linking, works: Any) -> Path:
    """Links works and writes the table `links` (see `schema.RESULT`); gives its folder.

    Args:
        run: The run.
        works: (work, rid, keys, and the columns of a record).
    """
    answers: list[str] = []
    for batch in range(run.batches):
        some = works.filter(batch_of(works.rid, run.batches) == batch) if run.batches > 1 else works
        answers.extend(_answered(run, some, f"batch-{batch:04}"))
        if run.progress:
            run.progress("link", batch + 1, run.batches)
    return _one_to_one(run, answers)


def _answered(run: Linking, works: Any, name: str) -> list[str]:
    """The stages of one batch; gives the names of those that hold the answers."""
    index, engine = run.index, run.engine
    keys, identifiers = engine.parquet(index.key_places), engine.parquet(index.identifier_place)
    pairs = run.once(f"{name}-pairs", lambda: find_pairs(works, keys, identifiers))
    records = engine.parquet(index.record_places)
    texts = records.semi_join(pairs, "rid")
    texts = texts.select("rid", text=text_of(texts))
    cases = run.once(
        f"{name}-cases", lambda: with_texts(pairs, works.select("work", "rid", text=text_of(works)), texts)
    )
    shards = run.shards if count(engine, cases) >= _WORTH_A_PROCESS else 1
    names = [f"{name}-answers-{shard}-of-{shards}" for shard in range(shards)]  # those of other cores do not fit
    others = [(run.stage(f"{name}-cases"), run.stage(names[i]), i, shards) for i in range(1, shards)]
    with ThreadPoolExecutor(max(1, len(others))) as pool:
        futures = [pool.submit(answer_apart, *o, engine.name, run.limits) for o in others if not o[1].is_dir()]
        run.once(names[0], lambda: answers_of(cases, 0, shards))
        for future in futures:
            future.result()
    return names


_WORTH_A_PROCESS = 20_000
"""Works from which on a process of its own is worth its start (a second of processor time) and its memory (150 MB):
a work takes about a quarter of a millisecond."""


def _one_to_one(run: Linking, answers: list[str]) -> Path:
    """A record is the `same` as one work only: the nearest keeps it, for the others it is a question.

    Asking the others again without that record was tried: in lists that name a work twice they then took its second
    part or a reprint.
    """
    links = run.engine.parquet([str(run.stage(name)) for name in answers])
    is_same = links.verdict == "same"
    nearest_first = ibis.window(group_by=[links.corpus_id, is_same], order_by=[links.distance, links.work])
    placed = links.mutate(place=ibis.row_number().over(nearest_first))
    lost = (placed.verdict == "same") & (placed.place > 0)
    contested = json.dumps({"another listed work is nearer": 10.0})
    settled = placed.mutate(
        verdict=lost.ifelse("unsure", placed.verdict),
        distance=lost.ifelse(0.5, placed.distance),
        penalties=lost.ifelse(contested, placed.penalties),
    )
    run.engine.write(settled.select(*(column.name for column in RESULT)), run.out / "links", order="work")
    return run.out / "links"


def clear_stages(out: Path) -> None:
    """Forgets the stages of earlier runs."""
    shutil.rmtree(out / ".stages", ignore_errors=True)
