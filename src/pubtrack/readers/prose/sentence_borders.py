"""Where sentences of prose begin and end: not behind shortened words, not inside titles."""

from __future__ import annotations

import re

__all__ = ["sentences"]

_SENTENCE = re.compile(
    r"[.!?](?<=[\w\d)\]”\"»’'*][.!?])(?<!\b[A-Z][.!?])(?<!\s\d[.!?])(?<!\bDr[.!?])(?<!\bProf[.!?])(?<!\bSt[.!?])(?<!\bvs[.!?])(?<!\bal[.!?])(?<!\b[dD]ir[.!?])(?<!\b[eéEÉ]d[.!?])(?<!\b[eE]ds[.!?])(?<!\bHg[.!?])(?<!\bHrsg[.!?])(?<!\b[vV]ol[.!?])(?<!\b[nN]o[.!?])(?<!\bNr[.!?])(?<!\bBd[.!?])(?<!\b[cC]oord[.!?])(?<!\bpréf[.!?])(?<!\bmed[.!?])(?<!\bphil[.!?])(?<!\bnat[.!?])(?<!\bDra[.!?])(?<!\bSra[.!?])(?<!\bDª[.!?])(?<!\bDña[.!?])(?<!\bSr[.!?])(?<!\bLic[.!?])(?<!\bIng[.!?])(?<!\bMr[.!?])(?<!\bMrs[.!?])(?<!\bMs[.!?])(?<!\bUniv[.!?])(?<!\bDept[.!?])(?<!\bInst[.!?])[.!?]*[\"”»)]*\s+(?=[\"“„«(]?[A-ZÀ-Þ\d])|[。！？；]|\n"
)


_STOP = re.compile(r"[.!?]\s+(?=[A-ZÀ-Þ])")


def sentences(text: str, closed: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Gives the sentences of a text as stretches; a border inside one of the closed stretches (titles) is none.

    >>> t = "We won. “A? B” is ours."
    >>> [t[a:b] for a, b in sentences(t, [(9, 13)])]
    ['We won. ', '“A? B” is ours.']
    """
    parts, start = [], 0
    ends = [border.end() for border in _SENTENCE.finditer(text) if not any(a <= border.start() < b for a, b in closed)]
    behind = (_STOP.match(text, end) for _, end in closed)  # “Baseball with R. She won”: no initial
    for end in sorted({*ends, *(stop.end() for stop in behind if stop)}):
        parts.append((start, end))
        start = end
    if start < len(text):
        parts.append((start, len(text)))
    return parts
