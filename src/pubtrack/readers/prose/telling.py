"""Is an item a sentence about something rather than a reference? Verbs, first person and words of a life tell."""
# ruff: noqa: E501, SIM905 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.abstracts import abstract_of
from pubtrack.readers.prose.sections import Placed

__all__ = ["is_prose", "verbs_in"]

_VERBS = frozenset(
    "i we he she they is are was were has have had will my our her his you ich wir ist sind war wurde wurden wird werden hat haben est sont suis nous il elle était étaient ont fut furent saluons porte portent devenu devenue soy es fue fueron han son nuestro nuestra ella ellos".split()
)
_A_ETE = re.compile(r"\ba été\b")
_WITH_CAPITALS = frozenset(form for verb in _VERBS for form in (verb.capitalize(), verb.upper()))
_WORD = re.compile(r"(\w+)(?=(?:['’ ]([^\W_]))?)")
"""A word, and the letter with which the next one begins."""
_CHINESE_PROSE = re.compile(
    r"[，,][男女][，,]|月生|出生|毕业于|主要从事|现任|博士生导师|教授[，。、]|副教授|先后|曾任|研究方向|曾获|近年来|据悉|该书|该论文|被评为|团队|课题组|荣获|获得|祝贺|答辩|余篇|博士学位[，,]|主讲|现从事|讲授|召开|举行|开幕|承办|协办|致辞|隆重|出席|本次会议|旨在"
)
"""Words of a Chinese life or of news of a meeting, two of which make a sentence of what else would look like a reference."""
_CHINESE_NEWS = re.compile(
    r"(?:我们|本组|本课题组|课题组|实验室|[一二两三四五六七八九十\d]篇|[热]?烈?祝贺|恭喜|喜报)[^，。；]{0,12}(?:论文|文章|工作|研究|成果|同学|老师|博士|教授)"
)
"""With what news begin that name a text or who wrote it: `我们的论文"..."被录用`."""
_CHINESE_END = re.compile(r"[。！？]")
_CHINESE_TALE = re.compile(r"[她他我们]|了|该[书文论成]|将|被称|也|还|已经|首次|近年")
"""Words of tales: two sentences that hold one are no reference, though some lists set 。 between its parts."""
_THIS_STUDY = re.compile(
    r"(?:this|the|in this|here|diese|cet|este|esta|dieser) (?:study|paper|article|book|work|chapter|arbeit|articulo|etude|trabajo|thesis|project|report|dissertation)\b"
)
_PAPER_ON = re.compile(
    r"(?:an?|another|some|several|two|three) (?:new )?(?:paper|article|book|chapter|project|piece|manuscript|essay)s? (?:on|about|with)\b"
)
_PERSON = re.compile(
    r"(?:i|we|my|our|she|he)\b|(?:elle|il) (?:a|est|y a)\b|nous (?:avons|sommes)\b|(?:sie|er) (?:hat|ist|war)\b|wir (?:haben|sind)\b|(?:ella|el) (?:ha|es|fue)\b|(?:invitee?|guest|zu gast|invitad[oa]) (?:de|dans|a|au|sur|on|bei|in|en|du|by|par)\b|(?:reviewed|highlighted|featured|covered|recommended|cited|translated|reprinted|rezensiert|resenado|resenada|recense|recensee) (?:in|by|into|en|por|dans|par|bei)\b|(?:winner|co-winner|recipient|laureat|laureate|ganador|ganadora) (?:of|de|du|del)\b"
    r"|(?:notre|nos|mon|nuestro|nuestra|nuestros|mi|unsere?|meine?|neue[rs]?|nuevo|nouvel|nouveau) (?:articles?|papers?|papier|etude|livre|chapitre|these|ouvrage|articulos?|libro|trabajo|capitulo|tesis|aufsatz|artikel|buch|beitrag|studie)\b"
)
_FOR_A_TEXT = re.compile(
    r"\b(?:pour|for|por|fur) (?:son|sa|leurs?|ses|his|her|their|our|my|sus?|seinen?|seine|ihren?|ihre|das|den|die) (?:[\w-]+ )?"
    r"(?:ouvrage|livre|these|article|etude|essai|book|monograph|paper|thesis|dissertation|work|libro|tesis|articulo|obra|ensayo|buch|aufsatz|arbeit|studie)\b"
)
"""`Idriss Benkemoun pour son ouvrage Les Mines`: who got something for what."""
_QUOTED_LATER = re.compile(r"[^\s\"“„«][^\"“„«]{2,60}[\"“„«][^\"”“»]{8,}[\"”“»]")
_TOLD_NEXT = re.compile(r"[.!?]\s+(?:My|We|Our|I|Here|Ich|Wir|Unsere|Nous|Notre|Nuestro|Nuestra) [a-zà-ÿ]")
"""`Heat and preterm birth. My early work established`: a heading in front of what somebody tells."""
_RULES = re.compile(
    r"\b(?:can|must|should|may|shall|will) (?:only |also |not )?(?:be|have|submit|apply|receive)\b|\b(?:eligible|nominations?|nominees?|deadline)\b.*\b(?:are|is|must|should|close|welcome)\b"
)
"""`Publications can be journal articles, preprints or theses`: the rules of a prize."""
_SPEAKS = re.compile(r"\b(?:is|was|has|have|were|are|ist|wurde|hat|est|a ete|fue|ha|now|erschien)\b")
"""`Oren Talmadge's "Vagueness" is now available`: a sentence with a title in it."""


def verbs_in(text: str) -> int:
    """Gives how many verbs and pronouns of tales stand in a text; one with a capital counts where a small word follows.

    >>> verbs_in("We were at the lake, and it was cold"), verbs_in("Kiss I, He K, Will Smith. Am J Ophthalmol")
    (3, 0)
    """
    words = _WORD.findall(text)
    found: int = sum([word in _VERBS or (word in _WITH_CAPITALS and after.islower()) for word, after in words])
    return found + ("a été" in text and len(_A_ETE.findall(text)))


def is_prose(placed: Placed, start: int, end: int) -> bool:
    """Tells whether an item is a sentence about something rather than a reference: verbs and first person outside the title."""
    text, folded = placed.block.text, placed.said.folded
    reach = abstract_of(placed, start) if placed.role == "awards" and placed.block.kind == "para" else end + 160
    outside = text[:start] + " " + text[end:reach]
    inside = folded[start:end]
    if _THIS_STUDY.match(inside):
        return verbs_in(text[start:end]) + verbs_in(outside) >= 1 or len(inside.split()) > 18
    if _PAPER_ON.match(inside) or _PERSON.match(inside) or _FOR_A_TEXT.search(inside):
        return True
    if placed.role == "awards" and _RULES.search(folded):
        return True
    if _TOLD_NEXT.match(text, end) or _speaks_of_someone(placed, start):
        return True
    if _QUOTED_LATER.match(text[start:end]) and _SPEAKS.search(inside):
        return True
    if placed.said.chinese and _CHINESE_NEWS.match(text, start):
        return True
    if placed.said.chinese and (len(_CHINESE_PROSE.findall(text)) >= 2 or _chinese_tale(text)):
        return True
    return verbs_in(outside) >= 2 or verbs_in(text[start:end]) >= 3


def _speaks_of_someone(placed: Placed, start: int) -> bool:
    """Tells whether words begin as a sentence about a person's work does: `Ses recherches portent sur`."""
    return _SOMEONES_WORK.match(placed.said.folded, start) is not None


_SOMEONES_WORK = re.compile(
    r"(?:ses|sus|su|ihre|seine|her|his|leurs) (?:recherches|travaux|ouvrages|trabajos|investigacion\w*|forschung\w*|arbeiten|research|work|interests|books)\b"
)


def _chinese_tale(text: str) -> bool:
    whole = _CHINESE_END.split(text)[:-1]
    return len(whole) > 1 and sum(_CHINESE_TALE.search(sentence) is not None for sentence in whole) > 1
