"""Which records a listed work may be: identifiers first, then blocking keys; as expressions for any engine."""

from __future__ import annotations

from typing import Any

import ibis

from pubtrack.match.numbers import STRONG
from pubtrack.scale.keys import IDENTIFIER

__all__ = ["MOST", "find_pairs", "with_texts"]

MOST = 6
"""Candidates a work is compared with, those with most keys in common first."""

_ENOUGH = 2
"""Keys that must be common, where none of them is an identifier or holds a name or the beginning of the title."""


def find_pairs(works: Any, keys: Any, identifiers: Any) -> Any:
    """Gives (work, rid, shared) of the pairs worth comparing.

    Args:
        works: (work, keys, identifiers), both lists.
        keys: The table `keys` of an index.
        identifiers: The table `identifiers` of an index.
    """
    asked = works.select("work", key=works["keys"].unnest()).distinct()
    hits = asked.join(keys, "key").select("work", "rid", kind=_kind(asked.key))
    named = works.select("work", identifier=works["identifiers"].unnest()).distinct()
    told = named.join(identifiers, "identifier").select("work", "rid", kind=ibis.literal(IDENTIFIER, "int64"))
    met = (
        hits.union(told)
        .group_by("work", "rid")
        .aggregate(shared=(ibis._.kind == IDENTIFIER).ifelse(100, 1).sum(), best=ibis._.kind.max())
    )
    enough = met.filter((met.best >= STRONG) | (met.shared >= _ENOUGH))
    of_work = ibis.window(group_by="work")
    nearest_first = ibis.window(group_by="work", order_by=[ibis.desc("shared"), ibis.asc("rid")])
    ranked = enough.mutate(rank=ibis.row_number().over(nearest_first), most=enough.shared.max().over(of_work))
    worth = ranked.filter((ranked["rank"] < MOST) & (ranked.shared * 3 >= ranked.most.clip(upper=10)))
    return worth.select("work", "rid", "shared")


def _kind(key: Any) -> Any:
    """The lowest two bits; of a negative number, too, in two's complement."""
    return ((key % 4) + 4) % 4


def with_texts(pairs: Any, works: Any, records: Any) -> Any:
    """Gives (work, rid, text, candidates): each work with the texts of its candidates, also where it has none.

    Args:
        pairs: What `find_pairs` gave, materialised.
        works: (work, rid, text).
        records: (rid, text) of the index.
    """
    found = pairs.join(records, "rid").select("work", record=records.text)
    gathered = found.group_by("work").aggregate(candidates=found.record.collect())
    joined = works.left_join(gathered, "work")
    return joined.select("work", "rid", "text", "candidates")
