"""How far the name of an award reaches to the left and right of its noun."""
# ruff: noqa: E501, SIM905 - tables and patterns, one line each

from __future__ import annotations

import re
from typing import Literal, NamedTuple, cast

from pubtrack.readers.prose.words import all_languages
from pubtrack.vocab.award_grammar import (
    BREAK_RIGHT,
    CONNECT_LEFT,
    CONNECT_RIGHT,
    NO_NAME_AFTER,
    PERSONAL_TITLES,
    PRIZED_TEXTS,
    SOFT_LOWER,
    STOP_LEFT,
)
from pubtrack.vocab.award_words import AWARD_ENDINGS, AWARD_HEADS, HEAD_FIRST
from pubtrack.vocab.venue_words import MONTHS

__all__ = ["ENDING", "HEADS", "AwardName", "Kind", "Token", "extended", "rightmost"]

Kind = Literal["prize", "fellowship", "chair", "honour"]


class AwardName(NamedTuple):
    """`text[start:end]` is the name; `kind` one of prize, fellowship, chair, honour."""

    start: int
    end: int
    kind: Kind
    plural: bool


class Token(NamedTuple):
    """A word or mark of a line, with its place and its folded form."""

    start: int
    end: int
    text: str
    folded: str


HEADS = cast("dict[str, Kind]", all_languages(AWARD_HEADS))
ENDING = re.compile(r"(?:" + "|".join(sorted(AWARD_ENDINGS, key=len, reverse=True)) + r")\Z")
_PLURAL = re.compile(
    r"(?:awards|prizes|papers|medals|fellowships|scholarships|mentions|honors|honours|preise|stipendien|premios|becas|bourses|runners-up|finalists|reviewers)\Z"
)


_CITED_FOR = frozenset(
    "presidential meritorious special distinguished outstanding service honorary alumni army unit excellence merit dean's".split()
)
"""What stands in front of `Citation` where that is an honour; elsewhere it is what papers have: `The Evolution of Data Citation`."""


def extended(tokens: list[Token], head: int, kind: Kind, listed: bool) -> AwardName | None:
    """Gives the whole name around its noun, None where the noun names no award.

    Args:
        tokens: The words of the line.
        head: The noun's place among them.
        kind: What the noun says it is.
        listed: The line stands in a section of awards.
    """
    if tokens[head].folded == "citation" and _CITED_FOR.isdisjoint(
        t.folded for t in tokens[max(0, head - 3) : head + 3]
    ):
        return None
    head_first = tokens[head].folded in HEAD_FIRST and (head + 1 < len(tokens) and _goes_on_romance(tokens, head))
    first = (
        head
        if head_first and tokens[head].folded not in ("distinction", "mention")
        else _leftmost(tokens, head, listed)
    )
    last = rightmost(tokens, head, head_first)
    after = tokens[head + 1].folded if head + 1 < len(tokens) and last == head else tokens[min(head + 1, last)].folded
    if after in NO_NAME_AFTER:
        return None
    if first == last and not ENDING.search(tokens[head].folded):
        return None
    if tokens[head].folded in ("laureate", "awardee", "finalist") and first == head:
        return None
    plural = _PLURAL.search(tokens[head].folded) is not None
    return AwardName(tokens[first].start, tokens[last].end, kind, plural)


def _goes_on_romance(tokens: list[Token], head: int) -> bool:
    after = tokens[head + 1]
    return after.text[0].isalpha() or after.text in ("“", "«", '"')


def _leftmost(tokens: list[Token], head: int, listed: bool) -> int:
    """Goes left over capitalised words and the small words between them."""
    first, at = head, head - 1
    while at >= 0 and head - at < 16:
        token = tokens[at]
        gap = tokens[at + 1].start - token.end
        if gap > 1 or (
            token.folded in HEADS and at != head - 1 and token.folded not in ("fellowship", "fellow", "honor", "medal")
        ):
            break
        if token.folded == "the" and at and tokens[at - 1].folded in ("for", "to", "with", "in"):
            break
        if _is_name_word(token, listed, tokens[at + 1]):
            first = at
        elif token.text == "." and at and len(tokens[at - 1].text) <= 2 and tokens[at - 1].text[0].isupper():
            pass
        elif token.text == ")" and at > 1 and tokens[at - 2].text == "(" and not tokens[at - 1].text[0].islower():
            at -= 2
        elif token.folded not in CONNECT_LEFT or not _reaches_capital(tokens, at, listed):
            break
        at -= 1
    while first < head and (tokens[first].folded in STOP_LEFT or not tokens[first].text[0].isalnum()):
        first += 1
    return first


def _is_name_word(token: Token, listed: bool, after: Token) -> bool:
    if token.text[0].isupper():
        return token.folded not in STOP_LEFT or (token.folded in ("in", "young", "the") and after.text[0].isupper())
    return token.folded in SOFT_LOWER and (listed or token.folded in _ALWAYS_SOFT)


_ALWAYS_SOFT = frozenset(
    "best paper student outstanding thesis poster presentation young runner-up dissertation demo short long".split()
)
"""Words in lower case that belong to a name outside of lists, too."""


def _reaches_capital(tokens: list[Token], at: int, listed: bool) -> bool:
    """Tells whether within three small words to the left a capitalised word stands that is no start of a sentence."""
    for step in range(1, 4):
        place = at - step
        if place < 0:
            return False
        token = tokens[place]
        if token.text == ".":
            continue
        if token.text[0].isupper():
            return token.folded not in STOP_LEFT and token.folded not in HEADS
        if token.folded not in CONNECT_LEFT:
            return False
    return False


def rightmost(tokens: list[Token], head: int, head_first: bool) -> int:
    """Goes right over `for Young Researchers`, `de la mejor tesis doctoral`."""
    last, at, lower = head, head + 1, 0
    limit = 18 if head_first else 12
    while at < len(tokens) and at - head < limit:
        token = tokens[at]
        gap = token.start - tokens[at - 1].end
        if gap > 1 or not (token.text[0].isalnum() or token.text in "-–&'’“”\"«»"):
            break
        if token.text in "-–" and gap:
            break
        if (
            token.text[0].isdigit()
            or (token.folded in _FOR and _names_text(tokens, at + 1))
            or (token.folded in _FOR_PERSON and at + 1 < len(tokens) and tokens[at + 1].folded in PERSONAL_TITLES)
            or (token.folded in ("in", "im", "en") and at + 1 < len(tokens) and tokens[at + 1].folded in _MONTHS)
            or token.folded in BREAK_RIGHT
            or (head_first and token.folded in ("a", "al", "au", "aux", "à") and _is_event(tokens, at + 1))
        ):
            break
        if token.text[0].isupper():
            last, lower = at, 0
        elif token.folded in CONNECT_RIGHT:
            if (
                not head_first
                and at == head + 1
                and token.folded
                not in ("of", "for", "in", "fur", "zur", "der", "des", "de", "du", "pour", "to", "-", "–", "on")
            ):
                break
        elif head_first and token.text[0].isalpha() and lower < 3:
            last, lower = at, lower + 1
        else:
            break
        at += 1
    return last


_FOR = ("fur", "pour", "por", "for")
_FOR_PERSON = frozenset((*_FOR, "para", "to", "an", "a"))
_MONTHS = frozenset(MONTHS)


def _names_text(tokens: list[Token], at: int) -> bool:
    """`Beck-Preis für die Dissertation`: a determiner and a kind of text say what the award was for."""
    return (
        at + 1 < len(tokens)
        and tokens[at].folded
        in ("die", "das", "den", "der", "seine", "ihre", "su", "la", "le", "sa", "his", "her", "the", "our", "my", "el")
        and tokens[at + 1].folded in PRIZED_TEXTS
    )


def _is_event(tokens: list[Token], at: int) -> bool:
    return (
        at < len(tokens)
        and len(tokens[at].text) >= 3
        and (tokens[at].text[:3].isupper() or any(c.isdigit() for c in tokens[at].text))
    )
