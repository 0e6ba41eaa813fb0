"""Who gave an award, and where, by what stands further behind its name, in brackets or in front of a verb of giving."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from functools import lru_cache

from pubtrack.readers.prose.details import Phrase
from pubtrack.readers.prose.words import fold

__all__ = ["body_behind", "body_below", "giver_before_verb", "giver_further", "meeting_beside", "names_giver"]

_BODY = re.compile(
    r"universit|universid|institut|societ|societa|sociedad|sociedade|gesellschaft|\bassocia|asociac|associac|academ|akademi|foundation|fundac|fondation|fondazione|stiftung|departament|department"
    r"|\bcolleg|\bschool\b|\bcouncil|\bcent(?:er|re|ro)\b|zentrum|ministr|\bfacult|fakultat|committee|agency|laborator|hochschule|federation|federacion|verband\b|verein\b|\bunion\b|\bnetwork|\boffice\b|museum|museo|musee|\blibrary"
    r"|\bstadt\b|\bcity of|\bville de|ayuntamiento|government|gouvernement|\bstate of|\bland\b|consejeria|comunidad de|junta de|conseil|\bconsejo|xunta|\bregion\b|\bkonzern|\bgmbh\b|\binc\b|\bcnrs\b|\binserm\b|\bdfg\b|\bdaad\b|\bcsic\b|\bnsf\b|\bnih\b"
)
"""What is in the name of a body that gives awards (folded)."""
_FURTHER = re.compile(
    r"(?:[\"”»*_]*\s*[(\[][^()\[\]\n\t]{1,40}[)\]])?[\"”»*_]*(?:\s+(?:for|für|por|pour|in recognition of|in)\s[^,.;()\n\t]{3,70})?\s*(?P<mark>[,.;|\t–—-]|\()\s*(?:the |la |le |el |l['’]|die |der |das )?(?=[A-ZÀ-Þ])"
)
"""`Moray Prize (two terms), `, `Moray Prize for excellence in teaching, `, `Moray Prize. `: a body may follow."""
_BODY_ENDS = re.compile(r"[,;()\[\]\n\t|“”\"«»]|\s[–—-]\s|\.(?:\s|\Z)|:(?:\s|\Z)|\s\(?(?:19|20)\d\d\b|\Z")
_VERB_INSIDE = re.compile(
    r"\b(?:is|was|are|were|has|have|had|will|received|won|ist|war|hat|wurde|est|a ete|fue|ha|es|recibio|gano|erhielt|we|i|she|he|they|er|sie)\b"
)
LONGEST = 90
"""Characters of the name of a body. Chosen by hand."""


def names_giver(words: str) -> bool:
    """Tells whether words are the name of a body that may give awards and nothing else.

    >>> names_giver("Academy of Experimental Tides"), names_giver("She works at the Academy"), names_giver("Tides of Fife")
    (True, False, False)
    """
    folded = fold(words.strip())
    if not 3 <= len(folded) <= LONGEST or not words.strip()[0].isupper():
        return False
    return _BODY.search(folded) is not None and _VERB_INSIDE.search(folded) is None


_BODY_NOUN = "University|Institute|Society|Academy|Association|Department|School|College|Foundation|Council|Cent(?:er|re)|Faculty|Ministry|Federation|Federal Office|Laboratory|Union"
_NAMES_BODY = re.compile(
    rf"(?:The )?(?:[A-ZÀ-Þ][\w'’.&-]* )*(?:{_BODY_NOUN})(?:,? (?:of|for|at|&|and|in|on|the) .*|\W*)|(?:Université|Universidad|Universität|Università|Universidade|Fundaci[oó]n|Fondation|Société|Sociedad|Institut|Instituto|Académie|Academia|Akademie|Gesellschaft|Stiftung|Ministerio|Ministère|Facultad|Faculté|Fakultät|Association|Asociaci[oó]n|Conseil|Consejo|Ayuntamiento|(?:Deutsche|Österreichische|Schweizerische|Real|Gesellschaft) [\w ]*(?:Gesellschaft|Akademie|Stiftung|Sociedad|Academia))\b.*|[\u4e00-\u9fff]{2, 20}(?:大学|学院|学会|协会|研究院|研究所|委员会|基金会|教育部|教育厅|科技厅|政府)"
)


def body_below(text: str) -> tuple[int, int] | None:
    r"""Gives the stretch of the first line of a block where that is the name of a body and nothing else.

    >>> body_below("Academy of Experimental Tides\nRecognizes early work."), body_below("Law and Society in Tarn\n")
    ((0, 29), None)
    """
    end = text.find("\n") if "\n" in text else len(text)
    words = _YEARS_LAST.sub("", text[:end].rstrip(" .,*_()")).rstrip(" ,(")
    named = len(words) <= LONGEST and "“" not in words and _NAMES_BODY.fullmatch(words)
    return (0, len(words)) if named and _VERB_INSIDE.search(fold(words)) is None else None


def giver_further(text: str, at: int, stop: int) -> Phrase | None:
    """Gives the body behind an award and what brackets or a purpose say of it.

    Args:
        text: The text of the block.
        at: Where the name of the award ends.
        stop: Where to stop looking: the next award, the end of the line.

    >>> giver_further("Moray Prize (two terms), Tarn University, 2012", 11, 46).text
    'Tarn University'
    >>> giver_further("2011 : Prix Holm (Société française des marées)", 16, 47).text
    'Société française des marées'
    """
    lead = _FURTHER.match(text, at, stop)
    if lead is None:
        return None
    ends = _BODY_ENDS.search(text, lead.end(), stop)
    end = ends.start() if ends else stop
    words = text[lead.end() : end]
    return Phrase(lead.end(), end, words) if names_giver(words) else None


_PIECE = re.compile(r"[“\"«„][^“”\"«»„]{0,200}[”\"»“]|(?P<words>[^,;.|\t()\[\]\n“”\"«»]+)")
_PREFIX = re.compile(
    r"\W*(?:(?:from|by|of|at|von|vom|der|des|durch|de|del|du|par|por|par la|de la|the|la|le|el|die|das)\s+)*"
)


def body_behind(text: str, at: int, stop: int) -> Phrase | None:
    """Gives the first part of an entry of a list behind an award that is the name of a body; what quotes hold is none.

    >>> entry = "Moray Prize, towards a project “Laws of the Sea Institute,” Maps’ Lab, University of Tarn, 2017"
    >>> body_behind(entry, 11, len(entry)).text
    'University of Tarn'
    """
    for piece in _PIECE.finditer(text, at, stop):
        if piece["words"] is None:
            continue
        lead = _PREFIX.match(text, *piece.span("words"))
        start = lead.end() if lead else piece.start("words")
        words = _YEARS_LAST.sub("", text[start : piece.end("words")])
        if names_giver(words):
            return Phrase(start, start + len(words), words)
    return None


_YEARS_LAST = re.compile(r"\s+(?:in |en |im )?(?:(?:19|20)\d\d)?(?:[-–/]\d{2,4})?\s*\Z")
_GIVES = re.compile(
    r"\s(?:(?:has |have |had |recently )*(?:awarded|presented|gave|given|honou?red|recogni[sz]ed|bestowed|conferred)|verleiht|verlieh|vergibt|vergab|zeichnete|zeichnet|ehrte?|würdigte?|hat|haben"
    r"|(?:a |ont )?(?:décerné|attribué|remis|récompensé)|décerne|attribue|remet|récompense|(?:ha |han )?(?:concedido|otorgado|entregado|distinguido|premiado|galardonado)"
    r"|concede|concedió|otorga|otorgó|entregó|entrega|distinguió|distingue|premió|galardonó|ha conferito|ha assegnato|concedeu|atribuiu)\s"
)
_ARTICLE = re.compile(r"(?:[^,.;:]{2,40}, )?(?:the |die |der |das |la |le |el |los |las |les |l['’])?", re.IGNORECASE)
"""What stands in front of who gives: an article, and when or where it was: `In May, the`."""


@lru_cache(maxsize=64)
def giver_before_verb(text: str, start: int, at: int) -> tuple[Phrase, int] | None:
    """Gives the body that is said to give an award, and where its verb ends.

    Args:
        text: The text of the block.
        start: Where the sentence begins.
        at: Where the name of the award begins.

    >>> giver_before_verb("The Royal Society of Tarn awarded Ada Holm the Faraday Medal.", 0, 47)[0].text
    'Royal Society of Tarn'
    """
    for verb in _GIVES.finditer(text, start, at):
        article = _ARTICLE.match(text, start, verb.start())
        for begin in (article.end() if article else start, start):
            words = text[begin : verb.start()]
            ends = _BODY_ENDS.search(text, begin)
            if names_giver(words) and ends and ends.start() >= verb.start():
                return Phrase(begin, verb.start(), words), verb.end()
    return None


_MEETING = re.compile(
    r"[\"”»*_]*\s*(?:[,@(–-]|\bat\b|\bin\b|\bauf der\b|\bà\b|\ben\b)\s*@?(?P<name>(?:[A-Z][\w&/+-]*[A-Z]{1,}\w*)(?:[ /-][A-Z]{2,}\w*)?[ -]?(?:(?:19|20)\d\d|['’]\d\d))\b"
)


def meeting_beside(text: str, at: int, stop: int) -> Phrase | None:
    """Gives the meeting, by its letters and year, right behind an award: `(TIDE 2023)`, `, ACL 2021`, `@ICSE'21`.

    >>> meeting_beside("Best Reviewer (TIDE 2023)", 13, 25).text
    'TIDE 2023'
    """
    found = _MEETING.match(text, at, stop)
    return Phrase(*found.span("name"), found["name"]) if found else None
