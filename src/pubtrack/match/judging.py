"""From two records to a judgement: what is far apart first, then the points, then the rules."""

from __future__ import annotations

import math

from rapidfuzz.fuzz import ratio

from pubtrack.match.features import Row, card_of, comparable, measure
from pubtrack.match.judgement import RANK, Judgement
from pubtrack.match.moved import put_back
from pubtrack.match.policy import FAR_APART, STRANGE
from pubtrack.match.prepare import Prepared
from pubtrack.match.scoring import add_up
from pubtrack.match.textual import measure_text
from pubtrack.match.verdicts import verdict_on
from pubtrack.match.word_units import total_units

__all__ = ["judge"]


def judge(a: Prepared, b: Prepared) -> Judgement:
    """Gives the judgement on a pair; the same for (a, b) and (b, a).

    A work that is known under several titles (first versions, translations) is met under each of them.
    """
    said = _judged(a, b)
    if not (a.aliases or b.aliases) or said.verdict in ("same", "version"):
        return said
    others = (*(_judged(one, b) for one in a.aliases), *(_judged(a, one) for one in b.aliases))
    met = min(others, key=lambda one: (RANK[one.verdict], -one.probability))
    if RANK[met.verdict] >= RANK[said.verdict]:
        return said
    return met._replace(verdict="unsure" if met.verdict == "unsure" else "version", reasons=("under another title",))


def _judged(a: Prepared, b: Prepared) -> Judgement:
    if a.only_bodies or b.only_bodies or a.in_han != b.in_han:
        a, b = comparable(a, b)
    if not (a.is_text or b.is_text or (a.ids and b.ids) or a.relations or b.relations):
        if _nothing_alike(a, b):
            return _FAR_APART
        if _strange(a, b):
            return _STRANGE
    a, b = put_back(a, b)
    card, row = _measured(a, b)
    odds = add_up(card, row)
    probability = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
    verdict, reasons = verdict_on(a, b, card, row, probability)
    return Judgement(verdict, probability, card, row, reasons)


_FAR_APART = Judgement("different", 0.0, "loose", None, ("nothing alike",))
_STRANGE = Judgement("different", 0.0, "names", None, ("other authors, other title",))


def _nothing_alike(a: Prepared, b: Prepared) -> bool:
    """True where no word of the titles is shared and the spelling is far off."""
    if not a.title_set.isdisjoint(b.title_set) or not a.title or not b.title or not a.bag.isdisjoint(b.title_set):
        return False
    return b.bag.isdisjoint(a.title_set) and ratio(a.squashed, b.squashed) < FAR_APART


def _strange(a: Prepared, b: Prepared) -> bool:
    """True where both name authors, none of them in common, and the titles share little: most pairs of a search."""
    if not a.n_authors or not b.n_authors or not a.name_words.isdisjoint(b.name_words):
        return False
    share, spelling = STRANGE
    if total_units(a.title_set & b.title_set) >= share * min(a.units, b.units):
        return False
    return a.families.isdisjoint(b.families) and ratio(a.squashed, b.squashed) < spelling


def _measured(a: Prepared, b: Prepared) -> tuple[str, Row]:
    if a.is_text != b.is_text:
        return "text", measure_text(a, b) if a.is_text else measure_text(b, a)
    return card_of(a, b), measure(a, b)
