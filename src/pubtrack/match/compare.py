"""Comparing two records, and choosing the one among many that a query means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pubtrack.match.adapt import Record
from pubtrack.match.judgement import RANK, Judgement, Verdict, fits_better, leaves_less, names_no_title, names_page
from pubtrack.match.judging import judge
from pubtrack.match.policy import RIVAL
from pubtrack.match.prepare import Prepared, prepare
from pubtrack.match.scoring import itemise


class Comparison:
    """How two records compare: the verdict, how far apart they are, and why."""

    __slots__ = ("_judgement", "distance", "verdict")

    def __init__(self, judgement: Judgement) -> None:
        self._judgement = judgement
        self.verdict: Verdict = judgement.verdict
        self.distance: float = _distance(judgement)
        """0 (nothing speaks against one work) to 1."""

    @property
    def probability(self) -> float:
        """The probability of one work by the points alone, before the rules."""
        return self._judgement.probability

    @property
    def reasons(self) -> tuple[str, ...]:
        """The rules that decided, in words; empty where the points alone did."""
        return self._judgement.reasons

    @property
    def evidence(self) -> dict[str, float]:
        """What speaks for one work: measure -> points (log-odds), greatest first."""
        return self._points(1)

    @property
    def penalties(self) -> dict[str, float]:
        """What speaks against it: rule or measure -> points taken off (log-odds, positive), greatest first."""
        rules = {r: 10.0 for r in self.reasons if self.verdict != "same"}
        return {**rules, **self._points(-1)}

    @property
    def names_no_title(self) -> bool:
        """True where a reference string is one of the two and does not name the title of the other."""
        return names_no_title(self._judgement)

    @property
    def names_page(self) -> bool:
        """True where a reference string is one of the two and names the first page of the other."""
        return names_page(self._judgement)

    def _points(self, sign: int) -> dict[str, float]:
        row = self._judgement.row
        points = itemise(self._judgement.card, row) if row is not None else {}
        chosen = {name: abs(p) for name, p in points.items() if p * sign >= 0.05}
        return dict(sorted(chosen.items(), key=lambda pair: (-pair[1], pair[0])))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Comparison) and self._judgement == other._judgement

    def __hash__(self) -> int:
        return hash((self.verdict, self.distance, self.reasons))

    def __repr__(self) -> str:
        why = f", because {'; '.join(self.reasons)}" if self.reasons else ""
        return f"Comparison({self.verdict}, distance {self.distance:.3f}{why})"


def _distance(judgement: Judgement) -> float:
    """1 - probability, held inside the range of its verdict so that distances sort as verdicts do."""
    low, high = _RANGES[judgement.verdict]
    return round(low + (high - low) * (1 - judgement.probability), 6)


_RANGES = {"same": (0.0, 0.5), "version": (0.0, 0.6), "unsure": (0.2, 0.9), "different": (0.5, 1.0)}


def compare(a: Record | Prepared, b: Record | Prepared) -> Comparison:
    """Gives how two records compare; the order of the two does not matter. InputError for what is no record.

    >>> one = {"title": "Attention Is All You Need", "author": [{"family": "Vaswani", "given": "Ashish"}],
    ...        "issued": {"date-parts": [[2017]]}}
    >>> compare(one, {**one, "title": "Attention is all you need."}).verdict
    'same'
    >>> compare(one, {"title": "[Re] Attention Is All You Need", "author": [{"family": "Li", "given": "Xin"}]}).reasons
    ('only one is a reproduction',)
    """
    return Comparison(judge(prepare(a), prepare(b)))


class Choice:
    """What a query means among its candidates."""

    __slots__ = ("candidate", "comparison", "runner_up", "verdict")

    def __init__(self, candidate: Any, verdict: Verdict, comparison: Comparison | None, runner_up: Any) -> None:
        self.candidate: Any = candidate
        """The record as it was given; None where no candidate is the work (`different`)."""
        self.verdict: Verdict = verdict
        self.comparison: Comparison | None = comparison
        """How query and best candidate compare; None where there were no candidates."""
        self.runner_up: Any = runner_up
        """The next best record as it was given, if it is not plainly different."""

    @property
    def distance(self) -> float:
        """Of the best candidate; 1.0 where there was none."""
        return self.comparison.distance if self.comparison else 1.0

    @property
    def penalties(self) -> dict[str, float]:
        """What speaks against the best candidate (see `Comparison.penalties`)."""
        return self.comparison.penalties if self.comparison else {}

    def __repr__(self) -> str:
        return f"Choice({self.verdict}, distance {self.distance:.3f})"


def choose(query: Record | Prepared, candidates: Iterable[Record | Prepared]) -> Choice:
    """Gives the candidate that the query means, if one is; the order of the candidates does not matter.

    `same` and `version` name a candidate that needs no person; with `unsure` the candidate is the one to look at. Where
    two candidates that are two works fit the query equally well, the verdict is `unsure`.

    >>> choose("Vaswani et al. 2017. Attention is all you need.", []).verdict
    'different'
    """
    asked = prepare(query)
    ranked = [(c, Comparison(judge(asked, p)), p) for c, p in ((c, prepare(c)) for c in candidates)]
    if len(ranked) > 1:
        ranked.sort(key=lambda one: (RANK[one[1].verdict], one[1].distance, _Told(one[2])))
    if not ranked or ranked[0][1].verdict == "different":
        best = ranked[0][1] if ranked else None
        return Choice(None, "different", best, None)
    near = [one for one in ranked if one[1].verdict != "different"]
    if len(near) == 1:
        return Choice(_given(near[0][0]), near[0][1].verdict, near[0][1], None)
    candidate, comparison, prepared = chosen = _best_told(_version_meant(asked, near), near)
    near.remove(chosen)
    verdict = comparison.verdict
    if verdict in ("same", "version") and any(_rivals(comparison, prepared, other, p) for _, other, p in near):
        verdict = "unsure"
    return Choice(_given(candidate), verdict, comparison, _given(near[0][0]) if near else None)


Ranked = tuple[Any, Comparison, Prepared]


def _version_meant(asked: Prepared, near: list[Ranked]) -> Ranked:
    """The best candidate, or another version of it that fits as well: of the year asked for, published before preprint.

    A question that says neither venue nor kind fits preprint and article alike, and points differ by chance.
    """
    best = near[0]
    if best[1].verdict != "same" or best[1].reasons:
        return best
    others = (one for one in near[1:] if one[1].verdict == "same" and one[1].probability > _FITS * best[1].probability)
    versions = [best, *(one for one in others if judge(best[2], one[2]).verdict in ("same", "version"))]
    return min(versions, key=lambda one: (_years_off(asked, one[2]), _is_preprint(one[2]) and not _is_preprint(asked)))


def _best_told(best: Ranked, near: list[Ranked]) -> Ranked:
    """The best candidate, or one about as probable of which a string without title says more, and nothing less.

    A string that names the authors of a chapter and the title of its book means the chapter.
    """
    book = best[2].title_set if best[1].verdict == "same" and not best[1].names_no_title else frozenset()
    for one in near if len(book) > 1 else ():
        part = one[1].verdict == "same" and book <= set(one[2].venue.split())
        if part and leaves_less(one[1]._judgement, best[1]._judgement):
            return one
    if best[1].names_no_title and best[1].verdict == "same":
        for one in near:
            about = one[1].verdict == "same" and one[1].probability > best[1].probability - _margin(best[1])
            if about and fits_better(one[1]._judgement, best[1]._judgement):
                best = one
    return best


_FITS = 0.8
"""Another version fits as well as the best candidate from this share of its probability on (0 to 1)."""


def _years_off(asked: Prepared, item: Prepared) -> int:
    return abs(asked.year - item.year) if asked.year and item.year else 0


def _is_preprint(item: Prepared) -> bool:
    return item.kind == "preprint"


def _given(candidate: Any) -> Any:
    return candidate.record if isinstance(candidate, Prepared) else candidate


def _rivals(best: Comparison, chosen: Prepared, other: Comparison, rival: Prepared) -> bool:
    """True where another candidate fits as well but is another work than the chosen one."""
    untold = best.names_no_title
    near = other.probability > best.probability - _margin(best)
    as_good = near and (untold or other.verdict == best.verdict)
    if untold and fits_better(best._judgement, other._judgement):
        return False
    return as_good and not best.reasons and judge(chosen, rival).verdict in _OTHER[untold]


def _margin(best: Comparison) -> float:
    """How much less probable a rival may be."""
    return RIVAL["no title" if best.names_no_title and not best.names_page else "otherwise"]


_OTHER = {True: frozenset(("different", "unsure", "version")), False: frozenset(("different",))}
"""Verdicts on two candidates that make them two works, by whether the string leaves the title open."""


class _Told:
    """A record by what it says, worked out only where two fit equally well."""

    __slots__ = ("item",)

    def __init__(self, item: Prepared) -> None:
        self.item = item

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Told) and _tie_key(self.item) == _tie_key(other.item)

    def __lt__(self, other: _Told) -> bool:
        return _tie_key(self.item) < _tie_key(other.item)

    __hash__ = None  # type: ignore[assignment]


def _tie_key(item: Prepared) -> tuple[Any, ...]:
    """Orders equal candidates by what they say, published before preprint, so that their order does not matter."""
    ids = sorted((scheme, *sorted(values)) for scheme, values in item.ids.items())
    return (
        item.kind == "preprint",
        ids,
        item.sorted_text,
        str(item.year),
        item.volume,
        item.page,
        item.title,
        item.kind,
        _AsWritten(item.record),
    )


class _AsWritten:
    """A record by its text, which is made only where two are equal in all that is compared."""

    __slots__ = ("record",)

    def __init__(self, record: Any) -> None:
        self.record = record

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _AsWritten) and repr(self.record) == repr(other.record)

    def __lt__(self, other: _AsWritten) -> bool:
        return repr(self.record) < repr(other.record)

    __hash__ = None  # type: ignore[assignment]
