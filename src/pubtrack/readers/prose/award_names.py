"""Names of awards in a text: where they begin and end.

English and German names end with their noun (`Alfred Nobel Prize`), French, Spanish, Italian and Portuguese ones begin
with it (`Prix de la meilleure thèse`), Chinese ones are found by their last character.
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from typing import cast

from pubtrack.readers.prose.award_extent import ENDING, HEADS, AwardName, Kind, Token, extended, rightmost
from pubtrack.readers.prose.chinese_awards import chinese_awards, may_hold_chinese_award
from pubtrack.readers.prose.words import Wording, by_letter, fold, holds_one, is_cjk, whole_words
from pubtrack.vocab.award_grammar import (
    ARTICLES,
    BEFORE_SMALL_HEAD,
    GRADES,
    NO_NAMES,
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

__all__ = ["AwardName", "award_names", "may_hold_award"]


_TOKEN = re.compile(r"[\w’'&/+-]+(?:\.(?=\w))?[\w’'&/+-]*|[^\w\s]")
_ENDS = tuple(AWARD_ENDINGS)


_LINE = re.compile(r"[^\t\n]+")
"""No name goes on in the next cell of a table or behind a hard line break."""


_TRIGGER = re.compile(by_letter(TRIGGERS))


def _triggered(folded: str) -> bool:
    """Tells whether a beginning stands in a text without which no western name is looked for."""
    return _TRIGGER.search(folded) is not None


def may_hold_award(said: Wording) -> bool:
    """Tells at little cost whether it is worth looking for award names in a text."""
    return _triggered(said.folded) or may_hold_chinese_award(said.text)


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
        if (not kept or name.start >= kept[-1].end) and not _refused(text, name):
            kept.append(name)
    return kept


_OF_THE_EVENING = re.compile(
    r"(?:preise|awards|prizes|premios|prix)\W+(?:des|of the|de la|du|del)\W+(?:abends|jahres|evening|night|year|soiree|annee|noche|ano)\b"
)


_ASKED_FOR_HINTS = ("call for", "appl", "nomin", "list", "(")
"""What folded words hold in which `_ASKED_FOR` is found."""
_ASKED_FOR = re.compile(
    r"\bcall for (?:the )?$|\bappl(?:y|ied|ication) (?:for|to) (?:the |an? )?$|\bnominations? for (?:the )?$|application for[^.]{0,30}$|\b(?:shortlisted|longlisted|nominated|nominee|nominiert|finaliste?)(?:,| for| fur)? (?:the |den |die |das |le |el )?$|\bshortlist\w*\W{1,3}$|\b(?:award|prize|medal|preis|prix|premio)s? \($"
)


_TEXTS = re.compile(
    r"best|paper|thesis|dissertation|poster|mention|outstanding|cum laude|demo|talk|article|book|year|runner|teaching|student|doctorate"
)


def _refused(text: str, name: AwardName) -> bool:
    """Tells whether the words are about awards in general, or a committee, or a bare noun."""
    words = fold(text[name.start : name.end])
    if is_cjk(words) and (len(words) < 3 or words[-2:] in ("获奖", "評獎", "评奖")):
        return True
    if text[name.start : name.end].islower() and text.isascii() and not _TEXTS.search(words):
        return True  # "This annual award honors": nobody's name
    lead = fold(text[max(0, name.start - 40) : name.start])
    if holds_one(lead, _ASKED_FOR_HINTS) and _ASKED_FOR.search(lead):
        return True
    if _OF_THE_EVENING.match(words):
        return True
    around = fold(text[max(0, name.start - 12) : name.end + 14])
    if holds_one(around, NOT_AWARDS) and any(phrase in around and phrase not in words for phrase in NOT_AWARDS):
        return True
    return words in HEADS or words in NO_NAMES or (len(words) < 4 and not is_cjk(words))


def _western(text: str, folded: str, listed: bool) -> list[AwardName]:
    """Gives the names in one line of a text in which some beginning stands."""
    tokens = [
        Token(start, end, text[start:end], folded[start:end].removesuffix("'s"))
        for start, end in (m.span() for m in _TOKEN.finditer(text))
    ]
    found = []
    for index, token in enumerate(tokens):
        if token.folded not in HEADS and "-" not in token.folded and not token.folded.endswith(_ENDS):
            continue
        if kind := _head_kind(token, tokens, index, listed):
            found.append(extended(tokens, index, kind, listed))
    found += _phrases(text, folded, tokens)
    return sorted((name for name in found if name), key=lambda n: (n.start, -n.end))


_LAUREATES = frozenset(("laureat", "laureate", "laureats", "laureado", "laureada"))


def _head_kind(token: Token, tokens: list[Token], index: int, listed: bool) -> Kind | None:
    folded = token.folded
    if folded in _LAUREATES and any(
        t.folded in ("prix", "premio", "bourse", "medaille") for t in tokens[index + 1 : index + 4]
    ):
        return None  # "lauréat du prix Ernest Dechelle": the prize is the name
    kind = HEADS.get(folded) or HEADS.get(folded.rsplit("-", 1)[-1])
    if not kind and (ending := ENDING.search(folded)) and len(folded) > len(ending[0]) + 2:
        kind = cast("Kind", AWARD_ENDINGS[ending[0]])
    if not kind or (folded in GRADES and not listed and not token.text[0].isupper()):
        return None
    if token.text[0].isupper():
        return kind
    before = tokens[index - 1] if index else None
    if (
        folded in HEAD_FIRST
        and index + 1 < len(tokens)
        and (
            tokens[index + 1].folded in ("de", "du", "des", "d'", "al", "a", "da", "alla", "to", "del")
            or tokens[index + 1].text[0].isupper()
            or tokens[index + 1].folded.startswith(("l'", "d'"))
        )
        and any(
            t.folded in SOFT_LOWER or (t.text[0].isupper() and t.start - tokens[index].end < 24)
            for t in tokens[index + 2 : index + 5]
        )
    ):
        return kind
    if folded in OWN_NAME_FOLLOWS and index + 1 < len(tokens) and before and before.folded in ARTICLES:
        after = tokens[index + 1]
        if after.text[0].isupper() and len(after.text) > 3:
            return kind  # "a obtenu le prix Carbet de l'essai"
    if before and ((before.text[0].isupper() and index > 1) or before.folded in BEFORE_SMALL_HEAD):
        return kind
    return kind if listed and before is not None and before.folded in SOFT_LOWER else None


_CAPITAL = re.compile(r"(?<!\S)[A-ZÀ-Þ]")


def _phrases(text: str, folded: str, tokens: list[Token]) -> list[AwardName]:
    """Names without a noun like award: `Best Paper`, `Fellow of the Royal Society`."""
    found = []
    plain = _PLAIN_OR_YEAR if "of the year" in folded else _PLAIN
    for match in plain.finditer(folded):
        at, end = match.span()
        if match[0].endswith("of the year") and (capital := _CAPITAL.search(text, at, end)):
            at = capital.start()
        kind: Kind = "honour" if "mention" in match[0] else "prize"
        noun = _NOUN_AFTER.match(folded, end)
        if text[at].isupper() or noun or _NAMED.search(folded[max(0, at - 24) : at]):
            whole = noun.end() if noun and noun["award"] else end
            found.append(AwardName(at, whole, kind, folded[at:whole].endswith("s")))
    elected = (_elected(text, tokens, match[0], match.start()) for match in _ELECTED.finditer(folded))
    return found + [name for name in elected if name]


_BEST = r"st(?: [a-z-]+){0,3} (?:paper|talk|poster|presentation|thesis|dissertation|article|book|demo|reviewer|video|artifact|design|project|pitch|student|abstract|oral)s?"
_OF_THE_YEAR = r"[^\W\d_][\w’'-]*(?: [\w’'-]+){0,3} of the year"
_PLAIN = re.compile(rf"{whole_words(PLAIN_AWARDS)}|be(?<![^\W_]be){_BEST}(?![^\W_])")
_PLAIN_OR_YEAR = re.compile(rf"{_PLAIN.pattern}|(?<![^\W_]){_OF_THE_YEAR}(?![^\W_])")
_ELECTED = re.compile(whole_words(ELECTED))


_NAMED = re.compile(
    r"\b(?:named|won|received|awarded|voted|selected as|selected for|recognized as|honored as|as|recibio|obtuvo|gano|recu|obtenu|remporte)(?: the| an?| una?| une| el| la| le)? \Z"
)
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


def _elected(text: str, tokens: list[Token], phrase: str, at: int) -> AwardName | None:
    end = at + len(phrase)
    index = next((i for i, t in enumerate(tokens) if t.end >= end), None)
    if index is None or (
        not text[at].isupper() and not phrase.startswith(("elected", "fellow of the", "foreign member"))
    ):
        return None
    if phrase in _NEEDS_MORE and (comma := _AFTER_COMMA.match(text, end)):  # "Elected Fellow, Royal Society"
        index = next((i for i, t in enumerate(tokens) if t.start >= comma.end()), index)
    last = rightmost(tokens, index, False) if phrase.startswith(_OPEN_ENDED) else index
    if phrase.startswith("elected to") and not _BODY.search(fold(text[end : tokens[last].end])):
        return None
    if phrase in _NEEDS_MORE and tokens[last].end <= end:
        return None
    kind: Kind = "fellowship" if "scholar" in phrase or "graduate" in phrase else "honour"
    return AwardName(at, tokens[last].end, kind, False)
