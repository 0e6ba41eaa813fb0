"""Names of awards in Chinese: found by their last sign, cut behind the verb in front of them."""

from __future__ import annotations

import re

from pubtrack.vocab.award_words import CHINESE_AWARD

__all__ = ["chinese_awards", "may_hold_chinese_award"]

_CHINESE = re.compile(CHINESE_AWARD)
_SIGN = re.compile(r"奖|最佳|十杰|十佳|獎|称号|优秀|先进|新秀|青年学者|杰出青年|三好|标兵|论文|英才|人才")
_LEAD = re.compile(
    r"^(?:荣获|获得|获评|获|曾获|评为|被评为|授予|入选|先后|多次|并|及|和|与|、|年度?|了|的|[★☆●•·▪◆◇■□✓✔▲]|\d|年|月|届|首届|第[一二三四五六七八九十\d]+[届个次]|首批|以及|分别|等)+"
)


_JOINED = re.compile(
    r"(?:(?<=奖)|(?<=奖学金)|(?<=名师)|(?<=标兵)|(?<=教师)|(?<=新秀)|(?<=能手))[及和与、](?:\d{1,2}[次项个])?(?=[\u4e00-\u9fff]{2})"
)
_BARE = frozenset(("荣誉称号", "称号", "青年学者", "优秀学生", "优秀论文", "奖章", "英才", "十佳"))
"""Words that name no award by themselves: `“优秀研究生导师”荣誉称号`, `青年学者、批评家`."""


def _spans(match: re.Match[str]) -> list[tuple[int, int]]:
    """Gives the names in a run of signs, the parts of `国防科学技术奖及立功奖` each for itself."""
    borders = [joint.span() for joint in _JOINED.finditer(match[0])]
    starts = [match.start(), *(match.start() + end for _, end in borders)]
    ends = [*(match.start() + start for start, _ in borders), match.end()]
    spans = [_span(match.string[start:end], start) for start, end in zip(starts, ends, strict=True)]
    return [(start, end) for start, end in spans if not _is_bare(match.string[start:end], len(spans))]


def _is_bare(words: str, parts: int) -> bool:
    """Tells whether words name no award: none of those above, nor a grade that is left of `二等奖和三等奖`."""
    return words in _BARE or (parts > 1 and words[1:] == "等奖")


def _span(text: str, start: int) -> tuple[int, int]:
    """Gives the name in a stretch without the verb and the date in front of it."""
    last = start + len(text)
    for verb in ("荣获", "获得", "评为", "获评", "授予", "入选", "曾获", "获"):
        at = text.rfind(verb)
        if at >= 0 and at + len(verb) < len(text) - 1:
            start, text = start + at + len(verb), text[at + len(verb) :]
            break
    lead = _LEAD.match(text)
    if lead and lead.end() < len(text) - 1:
        start += lead.end()
    return start, last


def may_hold_chinese_award(text: str) -> bool:
    """Tells at little cost whether it is worth looking for names."""
    return not text.isascii() and _SIGN.search(text) is not None


def chinese_awards(text: str) -> list[tuple[int, int]]:
    """Gives start and end of every name.

    >>> text = "2016年，荣获中国科学院青年科学家奖"
    >>> [text[a:b] for a, b in chinese_awards(text)]
    ['中国科学院青年科学家奖']
    """
    return [_with_body(text, *span) for match in _CHINESE.finditer(text) for span in _spans(match)]


_BODY = re.compile(r"[A-Z][A-Za-z/&'’-]*(?: [A-Z][A-Za-z/&'’-]*){0,3}(?: ?(?:19|20)\d\d)? ?(?<![a-z] )\Z")


def _with_body(text: str, start: int, end: int) -> tuple[int, int]:
    """Takes in the body or meeting whose name in Latin letters stands right in front: `MODELS 2021最有影响论文奖`."""
    front = max(0, start - LONGEST_BODY)
    inside = _LATIN.match(text, start, end)
    body = _BODY.search(text, front, inside.end() if inside else start)
    if body is None or (body.start() == front > 0 and text[front - 1].isascii() and text[front - 1].isalnum()):
        return start, end
    return (body.start(), end) if body.end() < end else (start, end)


_LATIN = re.compile(r"[A-Za-z][A-Za-z/&'’-]*")
LONGEST_BODY = 50
"""Characters of such a name. Chosen by hand."""
