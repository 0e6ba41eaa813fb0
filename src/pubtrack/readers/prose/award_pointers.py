"""Words of a sentence that point back: to a work named before, to an award, to the one who speaks or is spoken of."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.found import FoundWork
from pubtrack.readers.prose.words import at_beginning

__all__ = ["BACK", "FIRST_PERSON", "THIRD_PERSON", "is_for", "is_shared", "of_award"]

_OURS = (
    r"i|we|my|our|me|us|ich|wir|unser\w*|mein\w*|je|nous|notre|nos|mon|ma|yo|mi|nuestr\w*|he|she|er|sie|il|elle|ella"
)
FIRST_PERSON = re.compile(rf"(?:{at_beginning(_OURS.split('|'))})\b")
THIRD_PERSON = re.compile(
    rf"(?:{at_beginning(['he', 'she', 'they', 'er', 'sie', 'il', 'elle', 'el', 'ella', 'ha', 'ho', 'egli', 'lei', 'ele', 'ela'])})\b"
)
_BACK_WORDS = (
    "it", "this paper", "this work", "this article", "versions? of (?:this|the) (?:essay|chapter|study|monograph|thesis|piece|manuscript)", "the paper", "the work", "the article", "this book", "the book", "which", "for this", "dafur",
    "dieser?s? (?:artikel|arbeit|buch|beitrag)", "das buch", "die arbeit", "este (?:articulo|trabajo|libro)", "cet article", "ce livre",
    "cet ouvrage", "l'ouvrage", "le livre", "the piece", "the essay", "the study", "the chapter", "the volume", "the textbook",
    "earned (?:it|her|him|them|me|us)", "won (?:it|her|him|them|me|us)", "brought (?:it|her|him|them|me|us)",
    "le (?:dieron|valio|concedieron|otorgaron)", "les (?:dieron|valio|concedieron|otorgaron)", "nos (?:dieron|valio|concedieron|otorgaron)",
    "me (?:dieron|valio|concedieron|otorgaron)", "el ensayo", "el estudio", "el manual", "l'essai", "l'etude", "lui a valu", "m'a valu",
    "der aufsatz", "der beitrag", "das werk", "brachte (?:ihm|ihr|mir|ihnen)", "these recompensee", "these laureate", "these distinguee", "la these",
    "the thesis", "the dissertation", "the monograph", "the book", "la tesis", "tesis premiada", "tesis galardonada", "la obra", "este ultimo",
    "esta (?:obra|novela|tesis|monografia|investigacion|publicacion)", "este (?:ensayo|estudio|capitulo|volumen)",
    "cette (?:these|etude|monographie|publication)", "ce dernier", "der band", "die dissertation", "die studie", "该论文", "该文", "该书", "其中",
)  # fmt: skip
"""Patterns of words that point back to a work named before."""
BACK = re.compile(rf"(?:{at_beginning(_BACK_WORDS)})\b")


_THE_AWARD = re.compile(
    r"\b(?:(?:the|this) (?:award|prize|medal|honou?r|distinction)|(?:die|diese|der|den|dem|diesen) (?:auszeichnung|preis|ehrung|medaille)"
    r"|(?:el|este|dicho|al) (?:premio|galardon|reconocimiento)|(?:le|ce|du) prix|(?:la|cette) (?:recompense|distinction|medaille))\b|该奖|此奖"
)
"""Words that point back to an award named in a sentence before."""


_ITS_WORK = re.compile(
    r"\b(?:(?:der )?titel (?:ihrer|seiner|der|dieser) |(?:mit|in|fur) (?:ihrer|seiner) )(?:\w+-?)?(?:arbeit|dissertation|studie|abschlussarbeit|promotion)\b"
    r"|\btitle of (?:the|his|her|their) (?:winning )?(?:\w+ )?(?:thesis|dissertation|paper|essay|work|book)\b|\b(?:prize-|award-)?winning (?:paper|essay|book|thesis|dissertation|article|work)\b"
    r"|\b(?:titre de (?:sa|la|son)|sa|son) (?:these|ouvrage|article|livre),? (?:est |s'intitule |intitulee? )|\bsu (?:tesis|libro|articulo|trabajo),? titulad[oa]\b"
)
"""Words that name what an award of the sentence before was for: `Der Titel der Arbeit lautet „...“`."""


def of_award(folded: str, first: int) -> re.Match[str] | None:
    """Gives the words of a sentence that tie the work in it to the award before, None where there are none."""
    return _THE_AWARD.search(folded) or _ITS_WORK.search(folded, 0, max(first, 0))


_SHARED = re.compile(
    r"\b(?:shar(?:es?|ed|ing) (?:the|this|her|his|their) (?:award|prize|medal|honou?r)|(?:award|prize|medal) (?:is|was) shared|teilt(?:e|en)? sich (?:den|die) (?:preis|auszeichnung)|(?:comparte|compartio|comparten) (?:el|este) (?:premio|galardon)|(?:partage|partagent|a partage) (?:le|ce) prix)\b"
)
"""`Tsing shares the prize with Michael Fischer, who was honored for his book “B”`."""


def is_shared(folded: str) -> bool:
    """Tells whether a sentence says that somebody else got the award of the sentence before as well."""
    return _SHARED.search(folded) is not None


_FOR_PAPER = re.compile(r"论文(?:[一二三特]等)?奖?(?:提名)?\Z")
_DEGREE = re.compile(r"博士|硕士|学位")


def is_for(name: str, work: FoundWork) -> bool:
    """Tells whether a Chinese award for texts is for the one named in the clause before; one for theses only where that is one.

    Args:
        name: The award as it stands.
        work: The work named last.
    """
    if not _FOR_PAPER.search(name):
        return False
    text = work.placed.block.text
    return not _DEGREE.search(name) or _DEGREE.search(text, max(0, work.start - REACH), work.start) is not None


REACH = 120
"""Signs in front of a title that may say it is a thesis, other theses of the same sentence among them."""
