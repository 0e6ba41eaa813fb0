"""Which of the awards and works of a sentence belong together."""
# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import itertools
import re

from pubtrack.readers.prose.award_names import AwardName
from pubtrack.readers.prose.award_sentence import Sentence
from pubtrack.readers.prose.found import FoundWork
from pubtrack.readers.prose.words import fold

__all__ = ["pairs_of"]


def pairs_of(sentence: Sentence) -> list[tuple[AwardName, FoundWork | None]]:
    """Gives which award goes with which work: by turns where there are several of both, else each with all."""
    names, works = sentence.names, sentence.works
    if not works or _is_paid(names[0], works[-1], sentence):
        return [(name, None) for name in names]
    if len(names) == 1:
        return (
            [(names[0], work) for work in works]
            if names[0].plural or len(works) == 1
            else [(names[0], _nearest(names[0], works, sentence))]
        )
    if len(works) == 1:
        return [(name, works[0] if meant else None) for name, meant in _meant(names, works[0], sentence)]
    return _by_turns(names, works)


def _is_paid(name: AwardName, work: FoundWork, sentence: Sentence) -> bool:
    """Tells whether awards behind a work only paid for it: they went to who wrote it."""
    between = fold(sentence.placed.block.text[work.end : name.start])
    return name.start >= work.end and _PAID.search(between) is not None


_PAID = re.compile(
    r"\b(?:with (?:the )?(?:generous |financial |kind )?(?:help|support|aid|assistance|funding) (?:of|from|by)|(?:supported|funded|financed|sponsored|made possible) (?:in part )?(?:by|with|through)"
    r"|thanks to|(?:gefordert|finanziert|unterstutzt) (?:durch|von|mit)|mit (?:hilfe|unterstutzung|forderung)|(?:financiad|apoyad|becad)[oa] (?:por|con)|con (?:la )?(?:ayuda|apoyo) de|(?:finance|soutenu)e? (?:par|grace a)|grace a|avec (?:l'aide|le soutien) d[eu'])(?:[^.;:]|(?<=\b[a-z])\.){0,60}\Z"
)
"""`a dissertation titled “X” with the help of a Tarn Fellowship`."""
_YEAR_BEHIND = re.compile(r"[^;]{0,80}?\b(?:in|en|im) ((?:19|20)\d\d)\b")
_LISTED = re.compile(r"\s?\((?:19|20)\d\d\)[,;] ")
"""`Rome Prize (2020), SMT Award for “A”`: entries of a list in one line, each with its year."""
_ANOTHER = re.compile(
    r"\b(?:and|und|y|et|while)\b[^.;]{0,40}\b(?:paper|article|book|monograph|thesis|dissertation|chapter|study|artikel|aufsatz|buch|articulo|libro|tesis|livre|ouvrage|these)\W*\Z"
)
"""`She received A in 2019 and her paper “X” was named B`: A is not for the paper."""
_PURPOSE = re.compile(r"\b(?:for|für|pour|por|per)\W+(?:[\w’'-]+\W+){0,6}\Z")


def _meant(names: list[AwardName], work: FoundWork, sentence: Sentence) -> list[tuple[AwardName, bool]]:
    """`the Medal in 1996 and the Faraday Prize in 2005 for *Tides*`: awards of other years are not for that work."""
    text, last = sentence.placed.block.text, names[-1]
    if last.end <= work.start and all(_LISTED.fullmatch(text, n.end, m.start) for n, m in itertools.pairwise(names)):
        return [(name, name is last) for name in names]
    if names[0].end <= work.start and last.start >= work.end:
        mine = [n for n in names if n.end <= work.start]
        if _ANOTHER.search(fold(text[mine[-1].end : work.start])):
            return [(name, name not in mine) for name in names]
    stops = [n.start for n in names[1:]] + [work.start]
    years = [_YEAR_BEHIND.match(text, n.end, stop) for n, stop in zip(names, stops, strict=True)]
    if last.end > work.start or not all(years) or not _PURPOSE.search(text, last.end, work.start):
        return [(name, True) for name in names]
    said = [year[1] for year in years if year]
    return [(name, year == said[-1]) for name, year in zip(names, said, strict=True)]


def _nearest(name: AwardName, works: list[FoundWork], sentence: Sentence) -> FoundWork:
    after = [w for w in works if w.start >= name.end]
    before = [w for w in works if w.end <= name.start]
    text = sentence.placed.block.text
    if before and _WHICH.search(text, before[-1].end, name.start):
        return before[-1]
    if before and (not after or not re.search(r"\b(?:for|für|por|pour|with|mit)\b", text[name.end : after[0].start])):
        return before[-1]
    return after[0] if after else works[0]


_WHICH = re.compile(r",? (?:which|that|qui|que|das|die|der|welche[rs]?) (?:\w+ ){0,3}\Z")
"""`*Hemp* (Cambridge, 2022), which won the Harbour Prize`: it is for the work in front."""


def _by_turns(names: list[AwardName], works: list[FoundWork]) -> list[tuple[AwardName, FoundWork | None]]:
    pairs: list[tuple[AwardName, FoundWork | None]] = []
    if names[0].start < works[0].start:  # award first: everything up to the next award belongs to it
        for index, name in enumerate(names):
            stop = names[index + 1].start if index + 1 < len(names) else 1 << 60
            mine = [w for w in works if name.end <= w.start < stop]
            pairs += [(name, w) for w in mine] or [(name, next((w for w in works if w.start >= name.end), works[-1]))]
        return pairs
    for index, work in enumerate(works):  # work first
        stop = works[index + 1].start if index + 1 < len(works) else 1 << 60
        pairs += [(name, work) for name in names if work.end <= name.start < stop]
    return pairs
