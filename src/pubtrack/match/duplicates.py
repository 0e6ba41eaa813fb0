"""Doubles among many records, and records grouped into works and their versions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from pubtrack.match.adapt import Record
from pubtrack.match.blocking import CAP, candidate_pairs
from pubtrack.match.compare import Comparison
from pubtrack.match.judgement import Verdict
from pubtrack.match.judging import judge
from pubtrack.match.policy import OF_STRANGERS, SPELLED_ALIKE, WORDS_IN_COMMON
from pubtrack.match.prepare import Prepared, prepare


class Duplicate(NamedTuple):
    """Two records that may be one work, by their positions in the list (lesser first)."""

    left: int
    right: int
    comparison: Comparison

    @property
    def verdict(self) -> Verdict:
        """The verdict of the comparison."""
        return self.comparison.verdict


def find_duplicates(records: Iterable[Record | Prepared], *, cap: int = CAP) -> list[Duplicate]:
    """Gives the pairs of records that are, or may be, one work: every verdict but `different`, by position.

    Nothing is merged: the caller decides. Time is linear in the number of records (see `blocking.candidate_pairs`).

    Args:
        records: the records; a prepared one is used as it is.
        cap: keys that more than so many records share are not looked at.

    >>> one = {"title": "Attention is all you need", "author": [{"family": "Vaswani", "given": "Ashish"}]}
    >>> [(d.left, d.right, d.verdict) for d in find_duplicates([one, {"title": "Something else"}, one])]
    [(0, 2, 'same')]
    """
    items = [prepare(r) for r in records]
    pairs = ((i, j) for i, j in candidate_pairs(items, cap=cap) if _worth_judging(items[i], items[j]))
    found = ((i, j, judge(items[i], items[j])) for i, j in pairs)
    return [Duplicate(i, j, Comparison(judgement)) for i, j, judgement in found if judgement.verdict != "different"]


def _worth_judging(a: Prepared, b: Prepared) -> bool:
    """False where few words of the shorter title are shared and the spelling is far off: nine of ten pairs.

    Between records without a family name in common more of the titles must agree. Identifiers that differ say no more
    than none; a shared one is always looked at.
    """
    if a.is_text or b.is_text or a.relations or b.relations:
        return True
    if a.ids and b.ids and any(values & b.ids[scheme] for scheme, values in a.ids.items() if scheme in b.ids):
        return True
    words, spelling = OF_STRANGERS if _strangers(a, b) else (WORDS_IN_COMMON, SPELLED_ALIKE)
    if len(a.title_set & b.title_set) >= words * min(len(a.title_set), len(b.title_set)):
        return True
    return ratio(a.squashed, b.squashed, score_cutoff=spelling) > 0


def _strangers(a: Prepared, b: Prepared) -> bool:
    """True where both name authors, and no family name of one is any name of the other."""
    if not a.families or not b.families or not a.families.isdisjoint(b.families):
        return False
    return a.families.isdisjoint(b.name_words) and b.families.isdisjoint(a.name_words)


class Cluster(NamedTuple):
    """One work: the positions of its records, grouped by version, all ascending."""

    versions: tuple[tuple[int, ...], ...]

    @property
    def members(self) -> tuple[int, ...]:
        """The positions of all records of the work, ascending."""
        return tuple(sorted(i for version in self.versions for i in version))


def cluster(records: Iterable[Record | Prepared]) -> list[Cluster]:
    """Gives the works among the records, each with its versions; every record is in exactly one.

    Records join by `same` and `version`, nearest pair first, and only where no two records of the joined group are
    plainly different: a wrong bridge does not pull two works together. `unsure` joins nothing.

    >>> cluster([{"title": "Attention is all you need"}, {"title": "Deep residual learning for image recognition"}])
    [Cluster(versions=((0,),)), Cluster(versions=((1,),))]
    """
    items = [prepare(r) for r in records]
    pairs = [d for d in find_duplicates(items) if d.verdict in ("same", "version")]
    works = _joined(items, pairs)
    same = [d for d in pairs if d.verdict == "same"]
    versions = _joined(items, [d for d in same if works[d.left] is works[d.right]])
    clusters = []
    for group in sorted({id(g): sorted(g) for g in works}.values()):
        parts = {id(versions[i]): tuple(sorted(versions[i])) for i in group}
        clusters.append(Cluster(tuple(sorted(parts.values()))))
    return clusters


LARGEST_CHECKED = 40
"""Of a bigger group only so many records are checked, so that one big group cannot make the work quadratic."""


def _joined(items: Sequence[Prepared], pairs: Iterable[Duplicate]) -> list[list[int]]:
    groups = [[i] for i in range(len(items))]
    for pair in sorted(pairs, key=lambda d: (d.comparison.distance, d.left, d.right)):
        left, right = groups[pair.left], groups[pair.right]
        if left is right or _contradict(items, left, right):
            continue
        left.extend(right)
        for i in right:
            groups[i] = left
    return groups


def _contradict(items: Sequence[Prepared], left: list[int], right: list[int]) -> bool:
    pairs = ((i, j) for i in left[:LARGEST_CHECKED] for j in right[:LARGEST_CHECKED])
    return any(judge(items[i], items[j]).verdict == "different" for i, j in pairs)
