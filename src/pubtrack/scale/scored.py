"""The stage in which Python scores: listed works with their candidates in, one answer for each out."""

from __future__ import annotations

from typing import Any

import ibis

from pubtrack.scale.functions import batch_of, decided

__all__ = ["answers_of"]


def answers_of(cases: Any, shard: int = 0, shards: int = 1) -> Any:
    """Gives the answers (see `schema.RESULT`) of the cases of one shard, before the one-to-one assignment.

    Args:
        cases: (work, rid, text, candidates).
        shard: Which of them, from 0.
        shards: How many there are.
    """
    some = cases.filter(batch_of(cases.rid, shards) == shard) if shards > 1 else cases
    nobody = ibis.array([ibis.null("string")]).filter(lambda item: item.notnull())
    said = some.select("work", said=decided(some.text, some.candidates.coalesce(nobody)))
    return said.select(
        "work",
        corpus_id=said.said[0],
        verdict=said.said[1],
        distance=said.said[2].cast("float64"),
        penalties=said.said[3],
        runner_up=said.said[4],
    )
