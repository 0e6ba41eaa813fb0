"""Entries in sections of awards: which are works that got one, which are the award itself or who got it."""
# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re
from dataclasses import replace

from pubtrack.readers.prose.award_bodies import is_body
from pubtrack.readers.prose.award_headings import naming_heading
from pubtrack.readers.prose.award_names import award_names
from pubtrack.readers.prose.chinese_titles import is_built
from pubtrack.readers.prose.found import FoundWork
from pubtrack.readers.prose.hosts import is_scholarly
from pubtrack.readers.prose.piece_labels import Piece
from pubtrack.readers.prose.references import Reference
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import title_shape
from pubtrack.readers.prose.winners import PUBLISHED, is_person
from pubtrack.readers.prose.words import fold

__all__ = ["is_prized", "prized_heading"]

_FUNDED = re.compile(r"#\s?[A-Z]{0,4}-?\d{5,}|\(\s?[$€£]\s?\d[\d.,]{2,}[kKmM]?|\b\d[\d.,]{3,}\s?(?:€|EUR|USD|euros?)\b")
"""A number or a sum beside a title in a section of awards: a grant."""
_GIVEN_BY = re.compile(
    r"\W*(?:auszeichnung|ausgezeichnet|verliehen|preisverleihung|awarded|presented|given|granted|issued|conferred|decerne|remise?|otorgad|concedid|entregad)"
)
"""`Auszeichnung durch die Akademie`: a line below the name of an award that says who gave it, or when."""
_PAPER = re.compile(
    r"paper|article|thesis|dissertation|book|demo|poster|publication|resource|insight|impact|best|outstanding|artikel|these|tesis|论文|honorable|test of time|influential|time test"
)


def _names_award(text: str, reference: Reference) -> bool:
    """Tells whether an entry names an award beside its title: `Signe Dahl, “A History of Stød” (Best Article Prize)`."""
    marked = reference.pieces[reference.first].quoted or bool(reference.pieces[reference.first].spans)
    outside = text[: reference.start] + " ¶ " + text[reference.end :]
    return marked and bool(award_names(outside, listed=True))


def _is_signed_behind_award(text: str, reference: Reference) -> bool:
    """Tells whether the award for a text, then names, stand before a title: `Best Paper Award (CAS 2025): Ann Olm: Wet Sails`."""
    before = text[: reference.start]
    signed = reference.first > 0 and reference.pieces[reference.first - 1].name >= 1.5
    for_text = _PAPER.search(fold(before)) is not None
    placed = before.rstrip(" ,").count(",") == 0 and _is_sentence_like(text[reference.start : reference.end])
    return signed and (for_text or placed) and bool(award_names(before, listed=True))


def _is_sentence_like(words: str) -> bool:
    """`2e prix : Ada Holm, Cordages de nos jours`: some words, and no post or place."""
    return len(words.split()) >= FEWEST_WORDS and not _POST.match(fold(words))


_POST = re.compile(
    r"(?:prof|dr\b|doctor|doktor|doctorant|ph\.? ?d|student|etudiant|estudiante|maitre|ingenieur|universi|institut|department|laborato)"
)


def _names_paper(placed: Placed) -> bool:
    """Tells whether the heading names an award for papers, so that its items are the papers."""
    return _PAPER.search(fold(placed.heading)) is not None


def is_prized(placed: Placed, reference: Reference) -> bool:
    """Tells whether an entry in a section of awards is the work that got one, not the award."""
    text, title = placed.block.text, reference.pieces[reference.first]
    if (
        _FUNDED.search(text)
        or _GIVEN_BY.match(placed.said.folded)
        or award_names(text[reference.start : reference.end])
        or _is_part_of_award(text, reference)
        or _is_body(
            text[reference.start : reference.end], title, alone=_is_first_line(reference) and _under_one_award(placed)
        )
        or (
            placed.said.chinese
            and is_built(text[: reference.start], text[reference.start : reference.end], text[reference.end :])
        )
    ):
        return False
    if _is_told(placed, reference):
        return False
    if _under_one_award(placed):
        if not PUBLISHED.match(text, reference.end) and _is_winner(text[reference.start : reference.end], title):
            return False
        told = reference.evidence >= 2 or (_is_marked(title) and reference.evidence and _is_entry(placed, reference))
        if told and reference.score >= 1.0 and not _REASON.match(text, reference.start):
            return True
        if _names_paper(placed) and _is_line(text, reference) and reference.score >= 1.5:
            return True
    if _is_announced(text, reference):
        return reference.score >= LEAST_ANNOUNCED
    if _has_a_cell_beside_award(text, reference):
        return reference.score >= LEAST_IN_CELL
    least = 1.5 if _names_paper(placed) and _is_marked(title) else 2.0
    if reference.score < least or not (reference.evidence >= 1 or title.spans):
        return False
    named = _names_award(text, reference) or _is_signed_behind_award(text, reference)
    entry = placed.block.kind != "para" and (named or is_scholarly(title.href))
    return _names_paper(placed) or bool(entry)


def _is_entry(placed: Placed, reference: Reference) -> bool:
    """Tells whether a block is an entry of a list, or a paragraph that opens with its title and goes on with names."""
    behind = reference.pieces[reference.last + 1 : reference.last + 3]
    return placed.block.kind != "para" or (
        not reference.first and len(behind) > 1 and all(p.name >= 1.5 for p in behind)
    )


LEAST_ANNOUNCED = 0.6
"""What is asked of a marked title behind the name of an award and a colon. Chosen by hand: as in a list of publications."""


def _is_announced(text: str, reference: Reference) -> bool:
    """Tells whether an entry begins with the name of an award, and a title set off by marks comes behind the colon."""
    begin = reference.pieces[0].start
    title = reference.pieces[reference.first]
    return begin > 0 and _is_marked(title) and bool(award_names(text[:begin], listed=True))


_FOR_A_TEXT = re.compile(
    r"paper|article|thesis|dissertation|book|publication|artikel|buch|these|tesis|libro|livre|论文|honou?r(?:able|ary) mention|test of time|most influential"
)
_TOLD_IN_CELL = re.compile(
    r"(?:with|together|jointly|mit|gemeinsam|avec|con|junto|awarded|given|presented|granted|verliehen|decerne|otorgad|concedid|selected|recogni)"
)
"""How a cell begins (folded) that says with whom somebody got an award, or who gets it."""
LEAST_IN_CELL = 1.0
"""What is asked of a title that has a cell of its own beside the name of an award for texts. Chosen by hand."""


def _has_a_cell_beside_award(text: str, reference: Reference) -> bool:
    """`Best paper award | MLRC, 2022 | A study of nets`: a title fills a cell, and another one names an award for texts."""
    words, outside = text[reference.start : reference.end], f"{text[: reference.start]}\t{text[reference.end :]}"
    return (
        reference.fills_cell
        and _is_sentence_like(words)
        and title_shape(words) >= LIKELY_TITLE
        and not (_REASON.match(text, reference.start) or _TOLD_IN_CELL.match(fold(words)))
        and _FOR_A_TEXT.search(fold(outside)) is not None
        and bool(award_names(outside, listed=True))
    )


def prized_heading(placed: Placed) -> FoundWork | None:
    """Gives the work that a linked heading below the name of an award is: `## Best Paper`, `### [Grain and Tolls](...)`."""
    block = placed.block
    text = block.text.strip()
    if block.kind != "heading" or naming_heading(placed.over) is None:
        return None
    linked = any(s.kind == "link" and s.href and s.end - s.start >= MOSTLY_LINKED * len(text) for s in block.spans)
    if (
        not linked
        or len(text.split()) < FEWEST_WORDS
        or title_shape(text) < LIKELY_TITLE
        or award_names(text, listed=True)
    ):
        return None
    start = len(block.text) - len(block.text.lstrip())
    at = replace(placed, role="awards")  # whatever its words say: "Personalized Music"
    return FoundWork(at, start, start + len(text.rstrip(" .")), year=placed.year, confidence=0.7)


MOSTLY_LINKED, LIKELY_TITLE = 0.9, 0.5
"""Part of a heading that is a link, and how much it must look like a title. Chosen by hand."""


def _is_line(text: str, reference: Reference) -> bool:
    """Tells whether the title is all a line says: on a card of an award for books the book stands so."""
    words = text[reference.start : reference.end].split()
    return text.strip() == text[reference.start : reference.end].strip() and len(words) >= FEWEST_WORDS


FEWEST_WORDS = 4
"""Words of a title that stands alone below an award for texts. Chosen by hand: a university has two or three."""


def _under_one_award(placed: Placed) -> bool:
    """Tells whether a heading above is the name of one award, so that what stands below got it."""
    named = naming_heading(placed.over)
    return named is not None and not named[1].plural


def _is_told(placed: Placed, reference: Reference) -> bool:
    """Tells whether a paragraph is a long sentence and more about an award, not the title of what won it."""
    words = placed.block.text[reference.start : reference.end].split()
    unmarked = not _is_marked(reference.pieces[reference.first])
    ends = placed.block.text.rstrip().endswith((".", "!"))
    return placed.block.kind == "para" and unmarked and ends and len(words) > MOST_WORDS


MOST_WORDS = 22
"""Words of a title in a paragraph. Chosen by hand: longer ones are sentences."""
_MARKS = frozenset(("em", "i", "cite", "emph", "textit", "link", "quote"))
_REASON = re.compile(r"(?:for|für|pour|por|in recognition of|in Anerkennung)\b")
"""What the prize was given for in general: `for the discovery of porous liquids`."""


def _is_marked(title: Piece) -> bool:
    """Tells whether quotes, italics or a link set a piece off as a title; bold and classes set off other things as well."""
    return title.quoted or not _MARKS.isdisjoint(title.spans)


def _is_part_of_award(text: str, reference: Reference) -> bool:
    """Tells whether the best run was cut out of the name of an award: `The William B` of `The William B. Olm Book Award`."""
    first, last = reference.pieces[reference.first], reference.pieces[reference.last]
    if first.quoted or not text[last.end : last.end + 1].strip(" \n\t,;:"):
        return False
    return any(
        name.start < reference.end < name.end or name.start < reference.start < name.end
        for name in award_names(text, listed=True)
    )


def _is_first_line(reference: Reference) -> bool:
    """Tells whether the title is the first line of a card, in italics or plain: who gave the award stands there."""
    first = not reference.first and not reference.last and "link" not in reference.pieces[0].spans
    return (
        first
        and (len(reference.pieces) == 1 or reference.pieces[1].before in ("line", "soft", "span"))
        and not reference.pieces[0].quoted
    )


def _is_body(words: str, title: Piece, *, alone: bool) -> bool:
    """Tells whether an entry is who gave the award: `International Society of Salt Research | USA`.

    Args:
        words: The words of the title.
        title: Its first piece.
        alone: It is the first line below the name of an award, so that italics mean nothing.
    """
    return (alone or not _is_marked(title)) and is_body(words)


def _is_winner(words: str, title: Piece) -> bool:
    """Tells whether the best run of an entry below the name of an award is who got it, not for what."""
    return not _is_marked(title) and is_person(words.split("(", maxsplit=1)[0].strip())
