"""Names of awards in a text: where they begin and end.

English and German names end with their noun (`Alfred Nobel Prize`), French, Spanish, Italian and Portuguese ones begin
with it (`Prix de la meilleure thèse`), Chinese ones are found by their last character.
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import cast

from pubtrack.readers.prose.award_extent import ENDING, HEADS, AwardName, Kind, Tokens, extended, rightmost
from pubtrack.readers.prose.award_phrases import praised, praises
from pubtrack.readers.prose.chinese_awards import chinese_awards, may_hold_chinese_award
from pubtrack.readers.prose.words import by_rarest, fold, holds_one, is_cjk, tokens_of, whole_words
from pubtrack.vocab.award_grammar import (
    ARTICLES,
    BEFORE_SMALL_HEAD,
    GRADES,
    NO_NAMES,
    ORDINALS,
    OWN_NAME_FOLLOWS,
    SOFT_LOWER,
    TRIGGERS,
)
from pubtrack.vocab.award_words import (
    AWARD_ENDINGS,
    ELECTED,
    HEAD_FIRST,
    NOT_AWARDS,
    PLAIN_AWARDS,
)

__all__ = ["AwardName", "award_names", "is_mostly_award", "may_hold_award"]


_TOKEN = re.compile(r"[a-zA-Z0-9_\w’'&/+-]+(?:\.(?=\w))?[a-zA-Z0-9_\w’'&/+-]*|[^\w\s]")
"""The letters of English stand in it by themselves: they are told from others faster than by `\\w`."""
_ENDS = tuple(AWARD_ENDINGS)


_LINE = re.compile(r"[^\t\n]+")
"""No name goes on in the next cell of a table or behind a hard line break."""


_TRIGGER = re.compile(by_rarest(TRIGGERS))


def _triggered(folded: str) -> bool:
    """Tells whether a beginning stands in a text without which no western name is looked for."""
    return _TRIGGER.search(folded) is not None


def may_hold_award(text: str, folded: str) -> bool:
    """Tells at little cost whether it is worth looking for award names in a text."""
    return _triggered(folded) or may_hold_chinese_award(text)


def award_names(text: str, *, listed: bool = False) -> list[AwardName]:
    """Gives the award names in a text in order, without overlap.

    Args:
        text: A sentence or line without markup.
        listed: True inside a section of awards, where lower-case words may belong to a name.

    >>> [n.end - n.start for n in award_names("I received the Best Paper Awards at ICML")]
    [17]
    >>> text = "Elle a reçu le Prix de thèse de la Société Française de Physique en 2019."
    >>> [text[n.start:n.end] for n in award_names(text)]
    ['Prix de thèse de la Société Française de Physique']
    """
    names = [AwardName(start, end, "prize", False) for start, end in chinese_awards(text)] if is_cjk(text) else []
    folded = fold(text)
    if _triggered(folded):
        for line in _LINE.finditer(text):
            start, end = line.span()
            if end - start < len(text) and not _triggered(folded[start:end]):
                continue
            found = _western(line[0], folded[start:end], listed)
            names += [n._replace(start=n.start + start, end=n.end + start) for n in found] if start else found
        names += [AwardName(*m.span(), "prize", False) for m in _FOR_THE_BEST.finditer(text)]
    names.sort(key=lambda name: (name.start, -name.end))
    kept: list[AwardName] = []
    for name in names:
        translated = (
            kept
            and is_cjk(text[kept[-1].start : kept[-1].end])
            and text[kept[-1].end : name.start].strip(" 提名奖获得者") in ("(", "（")
        )
        if translated:
            continue
        if (not kept or name.start >= kept[-1].end) and not _refused(text, folded, name):
            kept.append(name)
    return kept


MOSTLY = 0.7
"""Part of the words that names of awards make up where these say nothing else. Chosen by hand: a year, a place or `First`
may stand beside them."""


def is_mostly_award(words: str, *, listed: bool = False) -> bool:
    """Tells whether words are the name of an award and say nothing else.

    Args:
        words: A title that is none, an entry of a list, a piece of one.
        listed: As in `award_names`.

    >>> is_mostly_award("Prototypes for Salt Awards 2024"), is_mostly_award("What the Salt Awards did to poetry")
    (True, False)
    """
    names = award_names(words, listed=listed)
    return bool(names) and sum(name.end - name.start for name in names) >= MOSTLY * len(words.strip())


_FOR_THE_BEST = re.compile(
    r"P(?<!\wP)reis für (?:das|die|den) (?:beste|gelungenste|innovativste|herausragendste)[nrs]? (?:[a-zäöüß]+e[nsr]? ){0,2}[A-ZÄÖÜ][\w-]+|p(?<!\wp)rize for (?:the )?best (?:paper|article|book|thesis|dissertation|poster|talk)\b"
)
"""`Preis für das beste Buch`, `the prize for the best paper`: names that are all description."""
_OF_THE_EVENING = re.compile(
    r"(?:preise|awards|prizes|premios|prix)\W+(?:des|of the|de la|du|del)\W+(?:abends|jahres|evening|night|year|soiree|annee|noche|ano)\b"
)


_ASKED_FOR_HINTS = ("call for", "appl", "nomin", "list", "(")
"""What folded words hold in which `_ASKED_FOR` is found."""
_ASKED_FOR = re.compile(
    r"\bcall for (?:the )?$|\bappl(?:y|ied|ication) (?:for|to) (?:the |an? )?$|\bnominations? for (?:the )?$|application for[^.]{0,30}$|\b(?:shortlisted|longlisted|nominated|nominee|nominiert|finaliste?)(?:,| for| fur)? (?:the |den |die |das |le |el )?$|\bshortlist\w*\W{1,3}$|\b(?:award|prize|medal|preis|prix|premio)s? \($"
)


_GRADE = re.compile(r"(?:国家|国际|省部?|市|校|院)级(?:[特一二三]等奖|(?:优秀|[金银铜])奖)")
_OF_CONTEST = re.compile(r"\s*(?:[(（](?:19|20)\d\d[)）])?\s*[:：]")
"""`国家级一等奖(2015): 数学竞赛`: the place in a contest that is named behind it."""
_GENERAL = re.compile(
    r"(?:国家|国际|省部?|市|校|院|部)?级?(?:教学|科研|科技|学科|竞赛|各类|各种)?(?:成果)?(?:奖项?|奖励|等奖)"
)
_COUNTED = re.compile(
    r"(?:[、和及]?[国省市校院]级?奖?)?\s?(?:各|共|累计)?\s?(?:[\d一二两三四五六七八九十]+|多|数|若干)\s?(?:余|多)?[项次个人篇]"
)
_NOT_AWARDS = re.compile(whole_words(NOT_AWARDS))
_ANY_AWARD = re.compile(
    r"(?:annual|biennial|new|such|same|other|next|each|every|first|international|national|prestigious|major|further) (?:award|prize|medal|fellowship|honou?r)s?"
)


_OF_WHOM = re.compile(
    r"(?:awards|prizes|honou?rs|distinctions|preise|prix|premios|distinciones) (?:of|von|der|des|de|del)\b"
)
_BESIDE_AWARDS = tuple(
    f"{noun} {joint} "
    for noun in (
        "honors",
        "honours",
        "awards",
        "prizes",
        "distinctions",
        "ehrungen",
        "honores",
        "honneurs",
        "recognition",
    )
    for joint in ("and", "&", "und", "y", "et")
)
"""In front of awards in general: what follows is whose they are."""


def _refused(text: str, folded: str, name: AwardName) -> bool:
    """Tells whether the words are about awards in general, or a committee, or a bare noun."""
    words = folded[name.start : name.end]
    if is_cjk(words) and (len(words) < 3 or words[-2:] in ("获奖", "評獎", "评奖")):
        return True
    if is_cjk(words) and _GENERAL.fullmatch(words) and _COUNTED.match(text, name.end):
        return True  # "获国家级、省级教学奖各1项": how many, not which
    if words.startswith(("no award", "no prize", "not award", "kein preis")):
        return True
    if _ANY_AWARD.fullmatch(words):
        return True  # "This annual award honors": nobody's name
    lead = folded[max(0, name.start - 40) : name.start]
    if _OF_WHOM.match(words) and lead.endswith(_BESIDE_AWARDS):
        return True  # "Honors and Awards of Ada Holm"
    if holds_one(lead, _ASKED_FOR_HINTS) and _ASKED_FOR.search(lead):
        return True
    if _GRADE.fullmatch(words) and _OF_CONTEST.match(text, name.end):
        return True
    if _OF_THE_EVENING.match(words):
        return True
    around = folded[max(0, name.start - 12) : name.end + 14]
    if holds_one(around, NOT_AWARDS) and any(hit[0] not in words for hit in _NOT_AWARDS.finditer(around)):
        return True
    return words in HEADS or words in NO_NAMES or (len(words) < 4 and not is_cjk(words))


@lru_cache(maxsize=64)
def _western(text: str, folded: str, listed: bool) -> tuple[AwardName, ...]:
    """Gives the names in one line of a text in which some beginning stands.

    A third of the lines of real pages are asked for again soon: an entry when it is weighed, linked and told of.
    """
    tokens = _tokens(text, folded)
    found = []
    for index, word in enumerate(tokens.folded):
        if word not in HEADS and "-" not in word and not word.endswith(_ENDS):
            continue
        if kind := _head_kind(tokens, index, listed):
            found.append(extended(tokens, index, kind, listed))
    found += _phrases(text, folded, tokens)
    found += [AwardName(start, end, "honour", False) for start, end in praises(folded)]
    if listed:
        found += [AwardName(start, end, "prize", False) for start, end in praised(text, folded)]
    return tuple(sorted((name for name in found if name), key=lambda n: (n.start, -n.end)))


_LAUREATES = frozenset(("laureat", "laureate", "laureats", "laureado", "laureada"))
_LAUREATES_OF = frozenset(("prix", "premio", "bourse", "medaille"))


def _tokens(text: str, folded: str) -> Tokens:
    spans = [match.span() for match in _TOKEN.finditer(text)]
    words = [folded[start:end] for start, end in spans]
    if "'s" in folded:
        words = [word.removesuffix("'s") for word in words]
    texts = [text[start:end] for start, end in spans]
    return Tokens([start for start, _ in spans], [end for _, end in spans], texts, words)


def _head_kind(tokens: Tokens, index: int, listed: bool) -> Kind | None:
    folded, text = tokens.folded[index], tokens.texts[index]
    if folded in _LAUREATES and not _LAUREATES_OF.isdisjoint(tokens.folded[index + 1 : index + 4]):
        return None  # "lauréat du prix Ernest Dechelle": the prize is the name
    kind = HEADS.get(folded) or HEADS.get(folded.rsplit("-", 1)[-1])
    if not kind and folded.endswith("-fellow") and text[0].isupper():
        return "fellowship"  # "GI-Junior-Fellow"
    if not kind and (ending := ENDING.search(folded)) and len(folded) > len(ending[0]) + 2:
        kind = cast("Kind", AWARD_ENDINGS[ending[0]])
    if not kind or text[0].isupper():
        return kind
    if folded in GRADES and not listed:
        return None
    return kind if _name_around(tokens, index, listed) else None


def _name_around(tokens: Tokens, index: int, listed: bool) -> bool:
    """Tells whether a noun in small letters is part of a name by the words around it."""
    _, _, texts, words = tokens
    if words[index] in HEAD_FIRST and _romance_follows(tokens, index):
        return True
    if not index:
        return False
    before = words[index - 1]
    if before in ORDINALS and words[index] in OWN_NAME_FOLLOWS:
        return listed or not index - 1
    if words[index] in OWN_NAME_FOLLOWS and index + 1 < len(words) and before in ARTICLES:
        after = texts[index + 1]
        if after[0].isupper() and len(after) > 3:
            return True  # "a obtenu le prix Carbet de l'essai"
    if (texts[index - 1][0].isupper() and index > 1) or before in BEFORE_SMALL_HEAD:
        return True
    return listed and before in SOFT_LOWER


_CAPITAL_WORD = re.compile(r"(?:[dl]['’])?[A-ZÀ-Þ]")


def _romance_follows(tokens: Tokens, index: int) -> bool:
    """Tells whether a noun in small letters goes on like a name: `prix de la meilleure`, `premio Príncipe`."""
    starts, ends, texts, words = tokens
    if index + 1 >= len(words):
        return False
    after = words[index + 1]
    joins = after in ("de", "du", "des", "d'", "al", "a", "da", "alla", "to", "del")
    if not (joins or texts[index + 1][0].isupper() or after.startswith(("l'", "d'"))):
        return False
    return any(
        words[at] in SOFT_LOWER or (_CAPITAL_WORD.match(texts[at]) and starts[at] - ends[index] < 24)
        for at in range(index + 2, min(index + 5, len(words)))
    )


_CAPITAL = re.compile(r"(?<!\S)[A-ZÀ-Þ]")


def _phrases(text: str, folded: str, tokens: Tokens) -> list[AwardName]:
    """Names without a noun like award: `Best Paper`, `Fellow of the Royal Society`."""
    if "of the year" not in folded and _PHRASES_BEGIN.isdisjoint(tokens_of(folded)):
        return []
    found = []
    plain = _PLAIN_OR_YEAR if "of the year" in folded else _PLAIN
    for match in plain.finditer(folded):
        at, end = match.span()
        if match[0].endswith("of the year") and (capital := _CAPITAL.search(text, at, end)):
            at = capital.start()
        kind: Kind = "honour" if "mention" in match[0] else "prize"
        noun = _NOUN_AFTER.match(folded, end)
        if (
            text[at].isupper()
            or noun
            or (_MENTIONED.match(match[0]) and _SOME.search(folded[max(0, at - 12) : at]))
            or _NAMED.search(folded[max(0, at - 24) : at])
        ):
            whole = noun.end() if noun and noun["award"] else end
            found.append(AwardName(at, whole, kind, folded[at:whole].endswith("s")))
    elected = (_elected(text, tokens, match[0], match.start()) for match in _ELECTED.finditer(folded))
    return found + [name for name in elected if name]


_BEST = r"st(?: [a-z-]+){0,3} (?:paper|talk|poster|presentation|thesis|dissertation|article|book|demo|reviewer|video|artifact|design|project|pitch|student|abstract|oral)s?"
_OF_THE_YEAR = r"[^\W\d_][\w’'-]*(?: [\w’'-]+){0,3} of the year"
_PLAIN = re.compile(rf"{whole_words(PLAIN_AWARDS)}|be(?<![^\W_]be){_BEST}(?![^\W_])")
_PLAIN_OR_YEAR = re.compile(rf"{_PLAIN.pattern}|(?<![^\W_]){_OF_THE_YEAR}(?![^\W_])")
_ELECTED = re.compile(whole_words(ELECTED))
_PHRASES_BEGIN = frozenset(tokens_of(phrase)[0] for phrase in ("best", *PLAIN_AWARDS, *ELECTED))
"""First words of these phrases: without one of them no pattern is tried."""


_NAMED = re.compile(
    r"\b(?:named|won|received|awarded|voted|selected as|selected for|recognized as|honored as|as|recibio|obtuvo|gano|recu|obtenu|remporte)(?: the| an?| una?| une| el| la| le)? \Z"
)
_MENTIONED = re.compile(r"acces|mention|mencion|honou?rable|lobende|ehrenvolle|special")
_SOME = re.compile(
    r"(?<![^\W_])(?:an?|two|three|four|une?|deux|trois|quatre|plusieurs|una?|dos|tres|cuatro|eine|zwei|drei|\d)\s\Z"
)
"""`Deux accessits ont été décernés`: of these only how many there were stands in front."""
_NOUN_AFTER = re.compile(r"\s+(?:(?P<award>(?:award|prize)s?)(?![^\W_])|at|runner|of)")
_OPEN_ENDED = ("fellow of", "elected", "foreign", "member of", "membre", "miembro")
_NEEDS_MORE = (
    "fellow of",
    "fellow of the",
    "elected fellow",
    "elected member",
    "foreign member",
    "member of the national academy",
    "elected to",
    "elected to the",
)
_BODY = re.compile(r"academ|society|institute|association|leopoldina|royal")
_AFTER_COMMA = re.compile(r", (?:the )?(?=[A-ZÀ-Þ])")


def _elected(text: str, tokens: Tokens, phrase: str, at: int) -> AwardName | None:
    end = at + len(phrase)
    if not text[at].isupper() and not phrase.startswith(("elected", "fellow of the", "foreign member")):
        return None
    index = bisect_left(tokens.ends, end)
    if phrase in _NEEDS_MORE and (comma := _AFTER_COMMA.match(text, end)):  # "Elected Fellow, Royal Society"
        index = bisect_left(tokens.starts, comma.end())
    last = rightmost(tokens, index, False) if phrase.startswith(_OPEN_ENDED) else index
    if phrase.startswith("elected to") and not _BODY.search(fold(text[end : tokens.ends[last]])):
        return None
    if phrase in _NEEDS_MORE and tokens.ends[last] <= end:
        return None
    kind: Kind = "fellowship" if "scholar" in phrase or "graduate" in phrase else "honour"
    return AwardName(at, tokens.ends[last], kind, False)
