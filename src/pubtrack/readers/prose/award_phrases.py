"""Awards named by praise and a kind of text or person: `Meilleure affiche scientifique`, `Excellent Graduate of Lund University`.

No noun for awards stands in them, so they are taken only where they begin an entry or stand in brackets of their own; orders of
merit (`officier dans l'ordre national du mérite`) are taken anywhere.
"""
# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["praised", "praises"]

_PRAISED_TEXT = re.compile(
    r"(?:meilleure?s?|mejor(?:es)?|melhor(?:es)?|miglior[ei]?|beste[rsn]?) (?:affiche|poster|presentation|presentacion|apresentacao|communication|comunicacion|comunicacao|article|articulo|artigo|these|tesis|tese|trabajo|trabalho|ponencia|lavoro|tesi|vortrag|beitrag|dissertation|paper|exposé|expose|ensayo|libro|livre|livro|tcc|painel|proyecto)s?\b"
    r"(?: (?:scientifique|oral[e]?|doctoral|cientific[oa]|academic[oa]|de l'annee|del ano|do ano|de mestrado|de doutorado|(?:na|en la|dans la) categoria? [\w’'-]+|(?:na|en la|dans la) categorie [\w’'-]+))*"
)
_PRAISED_PERSON = re.compile(
    r"(?:(?:outstanding|excellent|distinguished|merit|exemplary|model|advanced|top|influential|meritorious)(?: [a-z][\w-]+){0,3}? (?:students?|graduates?|researchers?|teachers?|reviewers?|scholars?|undergraduates?|alumn[a-z]+|interns?|employees?|assistants?|leaders?|cadres?|members?|scientists?|instructors?|mentors?|individuals?|volunteers?|youth|contributors?|contributions?)|dean's (?:honou?r )?list|phi beta kappa|order of merit)\b"
)
_OF_BODY = re.compile(r" (?:of|at) (?:the )?[A-ZÀ-Þ][\w’'&-]+(?: (?:of |and |& )?[A-ZÀ-Þ][\w’'&-]+){0,5}")
_ORDER = re.compile(
    r"(?:chevali(?:er|ere)|officiere?|commandeure?|grand officier) (?:de|dans|des) (?:la |l'|les )?(?:ordre|legion|palmes|arts)[^,.;:()\n\t]{0,60}"
)
_BEFORE = re.compile(r"(?:\A\W*|[\n\t(|:•·]|\d\s?[-–—:,.]|\s[-–—])\s*(?:the )?\Z")
"""What stands in front of an entry, or of the award it names in brackets behind the work or person."""
_IN_BRACKETS = re.compile(r"\(best(?: [a-z]+){1,4}(?=\))")
_HINTS = ("meilleur", "mejor", "melhor", "miglior", "best", "outstanding", "excellent", "distinguished", "merit", "exemplary", "model ", "advanced", "top ", "influential", "dean's", "phi beta")  # fmt: skip


def praised(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Gives where such names stand in a line of a list of awards.

    >>> text = "2019: Meilleure affiche scientifique, Colloque de Lyon"
    >>> [text[a:b] for a, b in praised(text, "2019: meilleure affiche scientifique, colloque de lyon")]
    ['Meilleure affiche scientifique']
    """
    if not any(hint in folded for hint in _HINTS):
        return
    for match in _PRAISED_TEXT.finditer(folded):
        if text[match.start()].isupper() and _begins(text, match.start()):
            yield match.span()
    for match in _PRAISED_PERSON.finditer(folded):
        start, end = match.span()
        if all(word[0].isupper() for word in text[start:end].split()) and _begins(text, start):
            body = _OF_BODY.match(text, end)
            yield start, body.end() if body else end
    for match in _IN_BRACKETS.finditer(folded):
        yield match.start() + 1, match.end()


def _begins(text: str, at: int) -> bool:
    return _BEFORE.search(text, max(0, at - 12), at) is not None


def praises(folded: str) -> Iterator[tuple[int, int]]:
    """Gives where orders of merit are named, in any text."""
    if "ordre" in folded or "legion" in folded or "palmes" in folded or "arts" in folded:
        for match in _ORDER.finditer(folded):
            yield match.start(), match.start() + len(match[0].rstrip())
