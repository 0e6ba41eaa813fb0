"""Names of awards in Chinese: found by their last sign, cut behind the verb in front of them."""

from __future__ import annotations

import re

from pubtrack.vocab.award_words import CHINESE_AWARD

__all__ = ["chinese_awards", "may_hold_chinese_award"]

_CHINESE = re.compile(CHINESE_AWARD)
_SIGN = re.compile(r"奖|獎|称号|优秀|先进|新秀|青年学者|杰出青年|三好|标兵|论文|英才|人才")
_LEAD = re.compile(
    r"^(?:荣获|获得|获评|获|曾获|评为|被评为|授予|入选|先后|多次|并|及|和|与|、|年度?|了|的|[★☆●•·▪◆◇■□✓✔▲]|\d|年|月|届|首届|第[一二三四五六七八九十\d]+届|首批)+"
)


def _span(match: re.Match[str]) -> tuple[int, int]:
    start, text = match.start(), match[0]
    for verb in ("荣获", "获得", "评为", "获评", "授予", "入选", "曾获", "获"):
        at = text.rfind(verb)
        if at >= 0 and at + len(verb) < len(text) - 1:
            start, text = start + at + len(verb), text[at + len(verb) :]
            break
    lead = _LEAD.match(text)
    if lead and lead.end() < len(text) - 1:
        start += lead.end()
    return start, match.end()


def may_hold_chinese_award(text: str) -> bool:
    """Tells at little cost whether it is worth looking for names."""
    return not text.isascii() and _SIGN.search(text) is not None


def chinese_awards(text: str) -> list[tuple[int, int]]:
    """Gives start and end of every name.

    >>> text = "2016年，荣获中国科学院青年科学家奖"
    >>> [text[a:b] for a, b in chinese_awards(text)]
    ['中国科学院青年科学家奖']
    """
    return [_span(match) for match in _CHINESE.finditer(text)]
