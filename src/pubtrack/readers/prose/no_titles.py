"""What a reference was read from that has no title: an award and who gave it, a journal and a volume, a place."""

# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.award_names import award_names, is_mostly_award
from pubtrack.readers.prose.link_labels import is_label_of_link
from pubtrack.readers.prose.meetings import names_meeting
from pubtrack.readers.prose.references import Reference
from pubtrack.readers.prose.section_roles import is_menu_entry
from pubtrack.readers.prose.shape import holds_reference
from pubtrack.readers.prose.words import fold, is_cjk

__all__ = ["is_merit", "names_body", "no_title"]

_AWARD_LINE = re.compile(
    r"\W*(?:awards?\b|prizes?\b|honou?rs?\b|auszeichnung|premios?\b|winner|co-?winner|awarded|nominated|shortlisted|nominee|recipient|received|honou?rable|finalist|runner|best|outstanding|prize|preis|ausgezeichnet|premio|prix|laureat|recompens|gewinner)",
    re.IGNORECASE,
)
"""How a line under a publication begins that only says which award it got."""
_JOURNAL = re.compile(
    r"\b(?:journal|review|letters|proceedings|transactions|annals|bulletin|quarterly|revista|revue|zeitschrift|cahiers|cuadernos|annales|anales|rivista)\b"
)
_DANGLING = re.compile(
    r"(?:\b(?:de|la|le|du|des|the|of|for|by|to|an?|der|die|das|für|von|am|im|del|los|el|and|und|et|with|on|at|in|sur|por|par|para|sobre|auf|mit|zu)|\bl')\Z"
)
"""No title ends with one of these: what follows was cut off."""
SHORTEST_CHINESE, SHORTEST = 4, 8
"""Characters of a title. Chosen by hand; a quoted one in front of its container, or one between a year and
its container (`(2020). Sleep. In M. Boltz (Ed.)`), may be as short as a Chinese one."""


_NO_BEGINNING = re.compile(
    r"(?:in|at|from|see|pp?\.?|\d+[-–]\d+ in) (?=[A-ZÀ-Þ])|(?:(?:Ph\.? ?D\.?|M\.? ?Sc\.?|[Mm]aster['’]?s|[Dd]octoral|[Dd]iplom) )?(?:[Tt]hesis|[Dd]issertation)\Z"
)
"""`in D-Lib Magazine 13`, `Ph.D. Thesis`: where it appeared, what it is."""
_MERIT = re.compile(
    r"(?:for |for his |for her |por su |pour |fur )?(?:outstanding|exceptional|excellent|distinguished|significant|meritorious|exemplary|sustained|lifetime|dedicated|herausragende|hervorragende|besondere)"
    r" (?:[\w-]+ ){0,3}(?:achievements?|contributions?|services?|excellence|leadership|performance|merits?|dedication|leistung(?:en)?|verdienste|beitrage)\b"
    r"(?: (?:in|to|for|um|zu|zur) [^:]{1,60})?\W*"
)
"""What an award was given for (folded): `Outstanding Scientific Achievement`."""
_ABOUT_AWARD = re.compile(
    r"(?:the|this|der|die|dieser|diese|le|la|ce|cette|el|este|esta) (?:award|prize|medal|fellowship|scholarship|preis|auszeichnung|medaille|prix|premio|medalla|distinction|distincion)"
    r" (?:was|is|has|were|recogni\w+|honou?rs|ist|wird|wurde|est|a ete|fue|es|reconoce)\b"
)
"""`The award was given at the annual meeting`: a line about an award."""
_GRANTED = re.compile(
    r"(?:(?:competitive|conference|student|international|internal) )?(?:travel|mobility|research|seed|conference|reise\w*|mobilitats\w*) ?(?:grants?|bursary|stipends?|stipendium|awards?|funding|support|beihilfe)\b"
    r"|(?:beca|ayuda|bolsa|bourse|aide)s? (?:de|a la|para|pour|au) (?:viaje|voyage|mobilite|movilidad|viagem|estancia)\b"
)
"""`Travel grant recipient for the 33rd Annual Meeting`: money, no text."""
_POST = re.compile(
    r"(?:(?:associate|assistant|full|distinguished|emeritus|adjunct|visiting|senior|vice|deputy) )*(?:professor(?:in)?|director|dean|librarian|lecturer|chair|head|coordinator|coordinatrice|coordinateur|directeur|directrice|dozent(?:in)?|leiter(?:in)?|profesora?|decano|directora) (?:and|of|at|in|fur|de|du|des|an der|del|et|y|emeritus)\b"
)
"""`Librarian and Director of the Office of Arid Lands`: what somebody is."""
_BODY = re.compile(
    r"(?:facultad|faculty|department|departamento|departement|dept\.?|fakultat|institut\w*|escuela|school|universidad|university|universite|universitat|universidade|laboratoire|laboratorio|laboratory|centro|center|centre|zentrum|klinik|medizinische klinik|hospital|hopital|academia|academy) (?:de|of|for|fur|du|des|do|da|d['’]|der|nacional|autonoma)\b[^:?!]{0,80}"
)
"""`Facultad de Ciencias Exactas`: a body that stands where a title might."""
MOST_OF_BODY = 8
"""Words of its name. Chosen by hand: a title that begins so has more."""
MOST_OF_NAME = 4
"""Words of a name that stands alone. Chosen by hand."""
SURE_EVIDENCE, SURE_WORDS = 3, 5
"""Kinds of evidence around, and words, that make a title of what may be a journal:
`Structured Reviews for Data and Knowledge Driven Research, bioRxiv`."""


def no_title(text: str, reference: Reference) -> bool:
    """Tells whether the best run of an entry is no title, whatever section it stands in."""
    title = reference.pieces[reference.first]
    behind = reference.pieces[reference.last + 1].venue if reference.last + 1 < len(reference.pieces) else 0.0
    if reference.end - reference.start < _least_length(text, reference, behind):
        return True
    words = text[reference.start : reference.end]
    if _says_something_else(words, reference) or (names_meeting(words) and not _is_volume(text, reference)):
        return True
    if title.quoted:
        return False
    if _is_somebody(words, reference) or is_mostly_award(words):
        return True
    if any(not kind.startswith("class:") or "title" in kind for kind in title.spans):
        return False
    if _stands_for_itself(text, reference, behind) or _DANGLING.search(words[-8:]) or _is_half(words):
        return True
    return _is_journal(text, reference) or _begins_with_award(reference)


def _least_length(text: str, reference: Reference, behind: float) -> int:
    """Gives how many characters a title needs; `behind` is how much the next piece looks like a container."""
    contained = behind >= 2.6 or (behind >= 1.2 and reference.evidence >= SURE_EVIDENCE)
    before = reference.pieces[reference.first - 1] if reference.first else None
    dated = before is not None and before.year is not None and reference.evidence > SURE_EVIDENCE
    quoted = reference.pieces[reference.first].quoted
    return SHORTEST_CHINESE if is_cjk(text) or ((quoted or dated) and contained) else SHORTEST


def is_merit(words: str) -> bool:
    """Tells whether words praise somebody as those of an award do.

    >>> is_merit("Outstanding Scientific Achievement"), is_merit("Outstanding Achievement: A History of Prizes")
    (True, False)
    """
    return _MERIT.fullmatch(fold(words)) is not None


def _says_something_else(words: str, reference: Reference) -> bool:
    """Tells whether words are an address, a meeting, a whole reference, a link's label, an entry of a menu, or say an award."""
    if "http" in words or words.startswith("www.") or _NO_BEGINNING.match(words):
        return True
    if _ABOUT_AWARD.match(folded := fold(words)) or _MERIT.fullmatch(folded):
        return True
    if holds_reference(words) or is_label_of_link(words):
        return True
    alone = (reference.evidence == 0 and len(reference.pieces) == 1) or " " not in words
    if alone and is_menu_entry(words):
        return True  # "Research", "研究成果 (Research)"
    return _AWARD_LINE.match(words) is not None and bool(award_names(words, listed=True))


_PRINTED = re.compile(
    r"\b(?:lecture notes|electronic proceedings|lncs|ccis|ceur|eptcs|springer|elsevier|isbn|[a-z]+ press)\b|\((?:eds?|hrsg|hg|dirs?|coords?|comps?)\.?\)|, eds?\b"
)


def _is_volume(text: str, reference: Reference) -> bool:
    """`International Workshop on Knots. Springer, Lecture Notes in Computer Science 10471`: what a meeting left, in print."""
    behind = text[reference.end : reference.end + 150]
    return reference.evidence >= SURE_EVIDENCE and _PRINTED.search(fold(behind)) is not None


def names_body(words: str) -> bool:
    """Tells whether words are a university, a department or the like.

    >>> names_body("University of Tarn, Department of Botany"), names_body("Universities in the age of sail")
    (True, False)
    """
    return words.count(" ") < MOST_OF_BODY and _BODY.fullmatch(fold(words)) is not None


def _is_somebody(words: str, reference: Reference) -> bool:
    """Tells whether a run is a post, a body, or a name that stands alone: who got something, or where."""
    folded, spaces = fold(words), words.count(" ")
    if _POST.match(folded) or _GRANTED.match(folded) or names_body(words):
        return True
    return len(reference.pieces) == 1 and reference.pieces[0].name >= 1 and spaces < MOST_OF_NAME


def _is_half(words: str) -> bool:
    """Tells whether a run ends inside of quotes: `Organized the “Ropes`, and behind it `, Knots” symposium`.

    >>> _is_half('Organized the "Ropes'), _is_half('"Can I keep it?" Book ownership'), _is_half("Wet ropes")
    (True, False, False)
    """
    if '"' in words:
        return words.count('"') % 2 == 1
    if "„" in words:
        return words.rfind("„") > max(words.rfind("“"), words.rfind("”"))
    return words.rfind("“") > words.rfind("”")  # guillemets open and close either way


def _stands_for_itself(text: str, reference: Reference, behind: float) -> bool:
    """Tells whether a run is a publisher or a place with nothing that makes a title of it."""
    title = reference.pieces[reference.first]
    if reference.first != reference.last or title.known < 1.5 or is_cjk(text) or behind >= 2.6:
        return False
    words = text[reference.start : reference.end].split()
    sure = len(words) >= SURE_WORDS or (behind >= 1.2 and reference.first > 0)
    return reference.evidence < SURE_EVIDENCE or not sure


def _is_journal(text: str, reference: Reference) -> bool:
    """Tells whether an entry is no more than a journal and its volume: the title stood in the line before."""
    pieces = reference.pieces
    if reference.first or reference.last + 1 >= len(pieces) or not _JOURNAL.search(fold(text[: reference.end])):
        return False
    volume = pieces[reference.last + 1]
    return volume.number >= 2 and volume.year is None and not any(p.name >= 1.5 for p in pieces)


def _begins_with_award(reference: Reference) -> bool:
    """Tells whether an award stands first in an entry, or in the title: the rest says who gave it."""
    pieces = reference.pieces
    if any(p.award for p in pieces[reference.first : reference.last + 1]):
        return True
    if reference.fills_cell:
        return False  # "Best paper award | MLRC, 2022 | A study of nets"
    if reference.evidence == 0 and any(p.award for p in pieces):
        return True  # "AALS Scholarly Papers Competition, Honorable Mention"
    return any(p.award for p in pieces[: reference.first])
