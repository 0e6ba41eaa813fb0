"""Unlike titles, or too little else: a title may change between versions, and authors and the rest still tell."""

from __future__ import annotations

from typing import Literal

from pubtrack.match.evidence import title_alike, year_gap
from pubtrack.match.features import shared_authors
from pubtrack.match.policy import PLAIN, RETITLED
from pubtrack.match.prepare import Prepared
from pubtrack.match.word_units import total_weight

Retitled = tuple[Literal["version", "unsure", "different"], tuple[str, ...]]
"""A verdict and its reasons; never `same`."""


def retitled(a: Prepared, b: Prepared, share: float | None, reasons: tuple[str, ...]) -> Retitled:
    """A title may change between versions: the authors and what is left of the title still tell."""
    if a.is_text or b.is_text or a.generic or b.generic or a.markers ^ b.markers:
        return "different", reasons
    if a.numbers and b.numbers and a.numbers != b.numbers:
        return "different", (*reasons, "other numbers in the title")
    if share is None:
        return _retitled_by_title(a, b, title_alike(a, b), reasons)
    alike = title_alike(a, b)
    if (year_gap(a, b) or 0) > RETITLED["years"]:
        return "different", reasons
    if share < RETITLED["share"]:
        least = PLAIN["weight"] if share > 0 else PLAIN["weight of no name"]
        known = alike >= PLAIN["title"] and min(a.weight, b.weight) >= least and (share > 0 or year_gap(a, b) == 0)
        return ("unsure", (*reasons, "one title, not all the authors")) if known else ("different", reasons)
    many = shared_authors(a, b) >= RETITLED["authors"]
    joined = max(1.0, RETITLED["joined"] * max(a.n_authors, b.n_authors))
    everybody = many and share >= RETITLED["everybody"] and abs(a.n_authors - b.n_authors) <= joined
    kept = total_weight(a.title_set & b.title_set) / max(0.1, a.weight, b.weight)
    if everybody and RETITLED["version"] <= alike < 0.97 and kept >= RETITLED["words kept"]:
        return "version", (*reasons, "same authors, changed title")
    enough = RETITLED["unsure of everybody" if everybody else "unsure"] if many else RETITLED["title alone"]
    if alike >= enough:
        return "unsure", (*reasons, _too_little(a, b, alike))
    return "different", reasons


def _too_little(a: Prepared, b: Prepared, alike: float) -> str:
    if alike < PLAIN["title"]:
        return "same authors, other title"
    return (
        "same title, but a list of authors is cut" if a.n_authors != b.n_authors else "same authors, title says little"
    )


def _retitled_by_title(a: Prepared, b: Prepared, alike: float, reasons: tuple[str, ...]) -> Retitled:
    """Without authors only a kept main title or subtitle says that a title was changed."""
    if alike >= RETITLED["title alone"] and min(len(a.title_words), len(b.title_words)) >= 5:
        changed = alike < PLAIN["title"] or not year_gap(a, b)
        return "version", (*reasons, "changed title" if changed else "the years differ")
    shared = total_weight(a.title_set & b.title_set)
    covered = shared / max(0.1, min(a.weight, b.weight))
    nobody = not a.n_authors and not b.n_authors
    most = shared / max(0.1, a.weight, b.weight)
    enough = covered >= RETITLED["words of nobody"] if nobody else most >= RETITLED["words alone"]
    if shared >= RETITLED["weight alone"] and enough:
        return "unsure", (*reasons, "words of one title in the other")
    return "different", reasons
