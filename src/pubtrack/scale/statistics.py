"""Counts over millions of records, by what the index or any corpus says of them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import ibis

from pubtrack.scale.engine import Engine

__all__ = ["BY", "counted"]

BY = ("year", "type", "institution", "open_access", "citations")
"""What can be counted by."""

_STEPS = (0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""Where groups of citation counts begin."""


def counted(records: Any, by: str, top: int, engine: Engine) -> list[dict[str, Any]]:
    """Gives the groups: value, works, share of open access (of those that say), citations in all, and their median.

    Years are newest first, citation counts lowest first, everything else by size; `top` limits the latter two.
    """
    table = records.select(group=_group(records, by), free=_free(records.open_access), citations=records.citations)
    table = table.mutate(group=table.group.coalesce("unknown"))
    rows = table.group_by("group").aggregate(
        works=table.count(),
        open_access=table.free.mean(),
        citations=table.citations.sum(),
        median=table.citations.quantile(0.5),
    )
    if by not in ("year", "citations"):
        rows = rows.order_by(ibis.desc("works"), "group").limit(top)
    found = [_plain(row) for row in engine.rows(rows)]
    if by == "year":
        return sorted(found, key=lambda r: (not r["group"].isdigit(), -int(r["group"]) if r["group"].isdigit() else 0))
    if by == "citations":
        return sorted(found, key=lambda r: (r["group"] == "unknown", _start(r["group"])))
    return found


def _group(records: Any, by: str) -> Any:
    if by == "institution":
        return records.institutions.unnest()
    if by == "citations":
        cited = records.citations
        steps = [((cited >= a) & (cited < b), f"{a}-{b - 1}" if b - a > 1 else str(a)) for a, b in pairwise(_STEPS)]
        return ibis.cases(*steps, (cited >= _STEPS[-1], f"{_STEPS[-1]}-"), else_=ibis.null("string"))
    return records[by].cast("string")


def _free(status: Any) -> Any:
    return ibis.cases((status.isnull(), ibis.null("float64")), (status == "closed", 0.0), else_=1.0)


def _start(group: str) -> int:
    return int(group.split("-", maxsplit=1)[0]) if group[0].isdigit() else 0


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    share = row["open_access"]
    return {
        "group": row["group"],
        "works": int(row["works"]),
        "open_access": None if share is None or share != share else round(float(share), 4),
        "citations": None if row["citations"] is None else int(row["citations"]),
        "median_citations": None if row["median"] is None else float(row["median"]),
    }
