"""Who got an award, by where a name stands: at the head of an entry, behind the award, beside a verb of giving or getting."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.details import may_be_person
from pubtrack.readers.prose.shape import has_han_surname
from pubtrack.readers.prose.winners import is_person, people_at
from pubtrack.readers.prose.words import is_cjk

__all__ = ["chinese_receiver", "is_han_person", "past_person", "receivers"]

_DATE = r"(?:[\[(]?(?:[A-ZÀ-Þ][a-zà-ÿ]{2,9}\.? |\d{1,2}[./-])?(?:(?:19|20)\d\d)(?:\s?[-–/]\s?\d{2,4})?[\])]?\s*[:,.–—|\t-]*\s*)?"
_HEAD = re.compile(
    rf"\W*{_DATE}(?P<names>[A-ZÀ-Þ][^:;\n\t|()\d]{{3,80}}?)\s*(?:\([^()\n]{{1,60}}\)\s*)?(?:[:\t|]|\s[–—-]\s)"
)
"""`2012: Ada Holm – Moray Prize`, `Ada Holm and Bo Lund (Tarn): Moray Prize`."""
_TO = re.compile(
    r"[\"”»*_]*(?:\s*\(?(?:19|20)\d\d\)?)?,?\s+(?:(?:was |wurde |a été |est |fue )?(?:awarded|given|presented|verliehen|vergeben|attribué|décerné|remis|otorgado|concedido|entregado)e?s?\s+)?(?:to|an|à|au|al?|ging an|geht an|goes to|went to)\s+(?:our |the |Dr\.? |Prof\.? |Frau |Herrn? |Mme |M\. |D\.ª? |Dª\.? |Dña\.? |Don |Doña |Sr\.? |Sra\.? )*(?=[A-ZÀ-Þ])"
)
_TO_INSIDE = re.compile(r"\s(?:à|an|to|al?)\s(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)+)\Z")
"""`prix Irène Holm à Marie Le Goff`: what looks like a name of the prize to its end."""
_BESIDE = re.compile(r"[\"”»*_]*(?:,?\s*\(?(?:19|20)\d\d\)?)?\s*(?:[:(–—|\t]|-\s)\s*(?=[A-ZÀ-Þ])")
"""`Otto Hahn Medal (Bo Lund)`, `Moray Prize 2012: Ada Holm`."""
_NAME = re.compile(
    r"(?<![\w'’])[A-ZÀ-Þ][\w'’-]*[\w](?: (?:[A-ZÀ-Þ]\.|(?:(?:van|von|de|der|del|la|da|di|den|dos|du|le) ){0,2}[A-ZÀ-Þ][\w'’-]*\w))+"
)
_GOT = re.compile(
    r"\s(?:(?:has |have |had |was |were |is |are |been |also |just |recently |again |since )*(?:received|receives|receiving|won|wins|earned|awarded|given|presented with|honou?red (?:with|by)|selected for|recogni[sz]ed with|named|elected|granted|(?:the |a |this year['’]s )?(?:co-)?(?:recipients?|winners?|laureates?) of)"
    r"|(?:wurde|wird|worden|wurden)|erhielt|erhält|erhalten|bekam|bekommt|gewann|gewinnt|gewonnen|(?:ha |han )?(?:sido )?(?:recibido|ganado|obtenido|galardonad[oa]|premiad[oa]|distinguid[oa])|recibió|recibe|ganó|gana|obtuvo|obtiene|logró"
    r"|(?:a |ont |vient d['’]|est |sont )?(?:été )?(?:reçu|obtenu|remporté|recevoir|obtenir|récompensée?|lauréate?|distinguée?)|reçoit|obtient|remporte|ha vinto|ha ricevuto|vince|riceve|recebeu|ganhou)\s"
)


def receivers(text: str, start: int, name: tuple[int, int], stop: int, *, gives: int | None, alone: bool) -> list[str]:
    """Gives the people a sentence or entry says got an award, `[]` where it names none.

    Args:
        text: The text of the block.
        start: Where the sentence or entry begins.
        name: The name of the award.
        stop: Where the words about it end.
        gives: Where the verb of giving ends behind the body that gives, None for no such verb.
        alone: True where the page belongs to nobody, so that a name beside an award is who got it.

    >>> text = "Last year, Holm's colleague Candace Rad, a professor of law, received the Moray Prize."
    >>> receivers(text, 0, (74, 85), 86, gives=None, alone=False)
    ['Candace Rad']
    """
    first, last = name
    if gives is not None and (people := _object(text, gives, first)):
        return people
    if inside := _TO_INSIDE.search(text, first, last):
        return [inside["name"]]
    to = _TO.match(text, last, stop)
    if to and (people := _row(text, to.end(), stop)):
        return people
    if alone:
        head = _HEAD.match(text, start, first)
        if head and (people := people_at(head["names"].strip())):
            return people
        beside = _BESIDE.match(text, last, stop)
        if beside and (people := people_at(text[beside.end() : _closing(text, beside.end(), stop)])):
            return people
    got = _GOT.search(text, start, first)
    if got:
        return _subject(text, start, got.start())
    beside_it = _APPOSED.search(text, start, first) if alone else None
    return [beside_it["name"]] if beside_it and is_person(beside_it["name"]) else []


def past_person(text: str, start: int, end: int) -> int:
    """Gives where the name of an award begins behind the person and the dash in front of it: `Bo Lund – Otto Hahn Medal`."""
    found = _PERSON_DASH.match(text, start, end)
    return found.end() if found and is_person(found["name"]) else start


_PERSON_DASH = re.compile(rf"(?P<name>{_NAME.pattern})\s[–—-]{{1,3}}\s")


def _closing(text: str, at: int, stop: int) -> int:
    ends = [place for sign in "()\t\n|;" if (place := text.find(sign, at, stop)) >= 0]
    return min(ends, default=stop)


def _row(text: str, at: int, stop: int) -> list[str]:
    """Gives the names that begin at a place: `Ada Holm and Bo Lund (2012)`."""
    people: list[str] = []
    while (found := _NAME.match(text, at, stop)) and is_person(found[0]):
        people.append(found[0])
        more = _AND.match(text, found.end(), stop)
        if more is None:
            break
        at = more.end()
    return people


_APPOSED = re.compile(
    rf"(?P<name>{_NAME.pattern}),\s(?:the |el |la |le |der |die )?(?:winner of |recipient of |laureate of |ganadora? del |premiad[oa] con |lauréate? d[ue] |Trägerin? des |Preisträger(?:in)? des )?(?:the |el |la |le )?(?:(?:19|20)\d\d )?\Z"
)
"""`Nuestro compañero Luis Ortega, Premio Nacional de Mareas`."""
_AND = re.compile(r"(?:,? (?:and|und|et|y|e|&) |, )(?:Dr\.? |Prof\.? )?")


def _object(text: str, at: int, stop: int) -> list[str]:
    """Gives whom a verb of giving names: `awarded Ada Holm the`, `hat die Physikerin Anna Holm mit dem`, `presented Holm with`."""
    found = _NAME.search(text, at, min(stop, at + REACH))
    while found:
        for cut in range(found[0].count(" ")):  # "Physikerin Anna Holm": the noun in front is no name
            words = found[0].split(" ", cut)[-1]
            if is_person(words) and not _NOUN_OF_PERSON.match(words):
                return [words, *_row(text, _behind_and(text, found.end(), stop), stop)]
        found = _NAME.search(text, found.end(), min(stop, at + REACH))
    one = _FAMILY.match(text, at, stop)
    return [one["name"]] if one and may_be_person(one["name"]) else []


def _behind_and(text: str, at: int, stop: int) -> int:
    more = _AND.match(text, at, stop)
    return more.end() if more else stop


_NOUN_OF_PERSON = re.compile(
    r"(?:(?:[A-ZÄÖÜ][a-zäöüß]*)?(?:[Ss]tudent|[Dd]ozent|[Aa]ssistent|[Pp]räsident|[Aa]bsolvent|[Dd]oktorand|[Mm]itarbeiter|[Ll]eiter|[Ss]precher|[Ff]orscher|[Ww]issenschaftler|[Pp]hysiker|[Cc]hemiker|[Ii]nformatiker|[Mm]athematiker|[Hh]istoriker|[Pp]olitiker|[Mm]ediziner|[Jj]urist|[Kk]olleg|[Ss]chriftsteller|[Kk]ünstler|[Aa]utor|[Pp]rofessor|olog)(?:e|in|en)?|[A-Z][a-z]*ärztin|[A-Z][a-z]*arzt|(?:El|La|Le|Una?|Une) )\b"
)
_FAMILY = re.compile(
    r"(?:to |a |à |an )?(?P<name>[A-ZÀ-Þ][a-zà-ÿ'’-]{2,}) (?:the|an?|with|for|mit|den|die|das|el|la|le|avec|con|its|their|this)\b"
)
REACH = 90
"""Characters behind a verb of giving in which the one who got it is named."""


def _subject(text: str, start: int, verb: int) -> list[str]:
    """Gives the first whole name in front of a verb of getting that belongs to nothing else: `Holm's colleague Candace Rad, ..., received`."""
    for found in _NAME.finditer(text, start, verb):
        words, begin = found[0], found.start()
        first = words.split(" ", 1)[0]
        while " " in words and (first in _NO_FIRST_WORDS or _NOUN_OF_PERSON.fullmatch(first)):
            first, words = words.split(" ", 1)[1].split(" ", 1)[0], words.split(" ", 1)[1]
        owns = text.startswith(("'s", "’s"), found.end()) or words.endswith(("'s", "’s"))
        if not owns and is_person(words) and not _INSIDE.search(text, start, begin):
            return [words, *_row(text, _behind_and(text, found.end(), verb), verb)]
    return []


_INSIDE = re.compile(
    r"\b(?:of|at|in|from|by|with|under|der|des|von|bei|am|mit|de|du|del|en|con|avec|par|por|para|for|für|pour)\s+(?:the |Dr\.? |Prof\.? )?\Z"
)
_NO_FIRST_WORDS = frozenset((
    "Congratulations", "Yesterday", "Today", "Our", "The", "Last", "And", "When", "Then", "Now", "Also", "Professor", "Student", "Students", "Postdoc", "Dr", "Prof", "Herr", "Frau",
    "El", "La", "Le", "Die", "Der", "Unser", "Unsere", "Unserem", "Nuestro", "Nuestra", "Notre",
))  # fmt: skip
"""What may stand in front of a name at the beginning of a sentence."""
_CHINESE_GOT = re.compile(
    r"(?:\A|[，。；、：！\s·•\d年月日-])(?:我[校院系所]|本[校院组]|实验室|课题组|学院|学生|博士生|硕士生|研究生|本科生|教师|我组|祝贺|恭喜|热烈祝贺)*(?P<name>[\u4e00-\u9fff]{2,4}?)(?:副?教授|老师|同学|博士|硕士|研究员|院士|讲师|主任|医生|先生|女士)?(?:[（(][^（）()]{1,20}[)）])?(?:[于在曾再又首还一近成顺凭以因的][^，。；：、！]{0,12}?)?(?:荣获|获得|喜获|斩获|获评|获|被评为|被授予|当选|入选)"
)
_CHINESE_HEAD = re.compile(
    r"\W*(?:(?:19|20)\d\d年?\W*)?(?P<name>[\u4e00-\u9fff]{2,4})(?:同学|老师|教授)?\s*(?:[：:\t|]|[—–-]+\s?)"
)
_NO_HAN_NAME = re.compile(
    r"[奖级等名次度学院部会年月日获得被果品目文章法用同于曾先后共均该本此其]|^(?:应|高校|全国|成都|安徽|江苏|连续|时任|任|方案|金牌|毕业|路|和|经)"
)


def chinese_receiver(text: str, start: int, at: int) -> str:
    """Gives the person a Chinese clause in front of an award says got it, `""` where it names none.

    >>> text = "2019年，李晓明获得霍尔姆奖。"
    >>> chinese_receiver(text, 0, 11), chinese_receiver("该项目获得霍尔姆奖。", 0, 5)
    ('李晓明', '')
    """
    for pattern in (_CHINESE_GOT, _CHINESE_HEAD):
        found = pattern.search(text, start, at) if pattern is _CHINESE_GOT else pattern.match(text, start, at)
        if found and is_han_person(found["name"]):
            return found["name"]
    return ""


def is_han_person(words: str) -> bool:
    """Tells whether a few Chinese signs are a name: they begin with a family name and hold no everyday word."""
    return has_han_surname(words) and is_cjk(words) and not _NO_HAN_NAME.search(words)
