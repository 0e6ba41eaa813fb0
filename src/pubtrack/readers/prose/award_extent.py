"""How far the name of an award reaches to the left and right of its noun."""
# ruff: noqa: E501, SIM905 - tables and patterns, one line each

from __future__ import annotations

import re
from typing import Literal, NamedTuple, cast

from pubtrack.readers.prose.award_quotes import named_in_quotes, quoted_before, quoted_behind
from pubtrack.readers.prose.words import all_languages
from pubtrack.vocab.award_grammar import (
    BREAK_RIGHT,
    CONNECT_LEFT,
    CONNECT_RIGHT,
    COUNTS,
    NO_NAME_AFTER,
    ORDINALS,
    PERSONAL_TITLES,
    PRIZED_TEXTS,
    SOFT_LOWER,
    STOP_LEFT,
)
from pubtrack.vocab.award_words import AWARD_ENDINGS, AWARD_HEADS, HEAD_FIRST
from pubtrack.vocab.venue_words import MONTHS

__all__ = ["ENDING", "HEADS", "AwardName", "Kind", "Tokens", "extended", "rightmost"]

Kind = Literal["prize", "fellowship", "chair", "honour"]


class AwardName(NamedTuple):
    """`text[start:end]` is the name; `kind` one of prize, fellowship, chair, honour."""

    start: int
    end: int
    kind: Kind
    plural: bool


class Tokens(NamedTuple):
    """The words and marks of a line: where each begins and ends, as it stands, and folded without `'s`."""

    starts: list[int]
    ends: list[int]
    texts: list[str]
    folded: list[str]


HEADS = cast("dict[str, Kind]", all_languages(AWARD_HEADS))
ENDING = re.compile(r"(?:" + "|".join(sorted(AWARD_ENDINGS, key=len, reverse=True)) + r")\Z")
_PLURAL = re.compile(
    r"(?:awards|prizes|papers|medals|fellowships|scholarships|mentions|honors|honours|preise|stipendien|premios|becas|bourses|runners-up|finalists|reviewers)\Z"
)


_TOLD_OF = re.compile(
    r"(?:durch|des|der|von|vom|im|als)\b|(?:fur|in|mit) (?:das|die|den|der|dem|ihre?n?|seine?n?|unsere?n?|meine?n?)\b"
)
_CITED_FOR = frozenset(
    "presidential meritorious special distinguished outstanding service honorary alumni army unit excellence merit dean's".split()
)
"""What stands in front of `Citation` where that is an honour; elsewhere it is what papers have: `The Evolution of Data Citation`."""


def extended(tokens: Tokens, head: int, kind: Kind, listed: bool) -> AwardName | None:
    """Gives the whole name around its noun, None where the noun names no award.

    Args:
        tokens: The words of the line.
        head: The noun's place among them.
        kind: What the noun says it is.
        listed: The line stands in a section of awards.
    """
    words = tokens.folded
    word = words[head]
    if word == "citation" and _CITED_FOR.isdisjoint(words[max(0, head - 3) : head + 3]):
        return None
    if word == "auszeichnung" and _TOLD_OF.match(" ".join(words[head + 1 : head + 3])):
        return None  # "Auszeichnung durch die Akademie" tells of one
    if word == "diploma" and words[head + 1 : head + 2] in (["in"], ["of"]):
        return None  # a degree
    head_first = word in HEAD_FIRST and (head + 1 < len(words) and _goes_on_romance(tokens, head))
    if word in ("chevalier", "officier") and not head_first:
        return None  # a family name
    if word in HEAD_FIRST and head and words[head - 1] in ORDINALS:
        first = head - 1
    elif head_first and word not in ("distinction", "mention"):
        first = head
    else:
        first = _leftmost(tokens, head, listed)
    last = rightmost(tokens, head, head_first)
    after = words[head + 1] if head + 1 < len(words) and last == head else words[min(head + 1, last)]
    if after in NO_NAME_AFTER:
        return None
    first = _with_ordinal(tokens, first, last)
    if first == last and not (ENDING.search(word) or word.endswith("-fellow")):
        return None
    if word in ("laureate", "awardee", "finalist") and first == head:
        return None
    return AwardName(tokens.starts[first], tokens.ends[last], kind, _PLURAL.search(word) is not None)


def _with_ordinal(tokens: Tokens, first: int, last: int) -> int:
    """Takes in the number of a prize: `der 1. Preis`, `the 1st Poster Prize`; a number that begins a line counts its entries."""
    before = tokens.texts[max(0, first - 2) : first]
    if before and _ORDINAL.fullmatch(before[-1]):
        return first - 1
    german = first == last and tokens.folded[first] in ("preis", "preise", "preises") and first > 2
    return first - 2 if german and before[1] == "." and before[0].isdigit() and len(before[0]) == 1 else first


_ORDINAL = re.compile(r"\d(?:st|nd|rd|th|er|[eè]re|[eè]me|[ºª°])")


def _goes_on_romance(tokens: Tokens, head: int) -> bool:
    after = tokens.texts[head + 1]
    if tokens.folded[head + 1] in HEADS:
        return False  # "honorable mention awards"
    return after[0].isalpha() or after in ("“", "«", '"')


def _leftmost(tokens: Tokens, head: int, listed: bool) -> int:
    """Goes left over capitalised words and the small words between them."""
    starts, ends, texts, words = tokens
    first, at = head, head - 1
    if at >= 0 and words[at] in _POINTING:
        return head  # "von der Jury für die Auszeichnung ausgewählt" names none
    if (opens := quoted_before(tokens, head)) >= 0:
        return opens
    while at >= 0 and head - at < 16:
        word, text = words[at], texts[at]
        if starts[at + 1] - ends[at] > 1 or (word in HEADS and at != head - 1 and word not in _INNER_HEADS):
            break
        if word == "the" and at and words[at - 1] in ("for", "to", "with", "in"):
            break
        if _is_name_word(tokens, at, listed) or (text[0].isupper() and _dotted(tokens, at)):
            first = at
        elif text == "." and at and _dotted(tokens, at - 1) and words[at + 1] not in ("the", "a", "an"):
            pass
        elif text == ")" and at > 1 and texts[at - 2] == "(" and not texts[at - 1][0].islower():
            at -= 2
        elif word not in CONNECT_LEFT or not _reaches_capital(tokens, at):
            break
        at -= 1
    return _trimmed(tokens, first, head)


def _trimmed(tokens: Tokens, first: int, head: int) -> int:
    """Leaves out what no name begins with: small words, counts, the initials of a family name in front."""
    _, _, texts, words = tokens
    if first > 1 and texts[first - 1] == "," and texts[first - 2][0].isupper() and _INITIALS.fullmatch(texts[first]):
        first += 2 if texts[first + 1] == "." else 0  # "Oaks, J.R. Armitage Award": the initials are those of Oaks
    while first < head and (
        (words[first] in STOP_LEFT and not _dotted(tokens, first))
        or not texts[first][0].isalnum()
        or (first + 1 < head and words[first] in COUNTS)
    ):
        first += 1
    return first


_POINTING = frozenset(
    "die der den das dem des diese dieser diesen dieses ihre seine la le el los las une una cette esta".split()
)
"""Words that point at an award: right in front of its noun they end the name, which has then nothing in front."""
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?-?){1,3}")
_SHORTENED = frozenset("st ltd inc co jr sr ph.d d.c dr mt ft prof univ assoc dept intl".split())
"""Words that may be shortened inside the name of an award: `BC Packers Ltd. Fellowship`, `Recent Ph.D. Award`."""


def _dotted(tokens: Tokens, at: int) -> bool:
    """Tells whether a word is shortened by the full stop behind it: `A. Wade Smith Award`, `R.R. Hawkins Award`."""
    if at + 1 >= len(tokens.texts) or tokens.texts[at + 1] != "." or tokens.starts[at + 1] != tokens.ends[at]:
        return False
    return _INITIALS.fullmatch(tokens.texts[at]) is not None or tokens.folded[at] in _SHORTENED


_INNER_HEADS = ("fellowship", "fellow", "honor", "medal", "runner-up")
"""Award nouns that may stand inside the name of another."""


def _is_name_word(tokens: Tokens, at: int, listed: bool) -> bool:
    _, _, texts, words = tokens
    word = words[at]
    if texts[at][0].isupper() or _CAMEL.match(texts[at]):
        return word not in STOP_LEFT or (word in ("in", "young", "the") and texts[at + 1][0].isupper())
    return word in SOFT_LOWER and (listed or word in _ALWAYS_SOFT)


_CAMEL = re.compile(r"[a-z]{1,10}[A-Z][A-Za-z]{2}")
"""`iGEM`, `campusSOURCE`: a name that begins small."""
_ALWAYS_SOFT = frozenset(
    "best paper student outstanding thesis poster presentation young runner-up dissertation demo short long oral essay".split()
)
"""Words in lower case that belong to a name outside of lists, too."""


def _reaches_capital(tokens: Tokens, at: int) -> bool:
    """Tells whether within three small words to the left a capitalised word stands that is no start of a sentence."""
    _, _, texts, words = tokens
    for place in range(at - 1, max(-1, at - 4), -1):
        if texts[place] == ".":
            continue
        word = words[place]
        if texts[place][0].isupper():
            return word not in STOP_LEFT and word not in HEADS
        if word not in CONNECT_LEFT:
            return False
    return False


def rightmost(tokens: Tokens, head: int, head_first: bool) -> int:
    """Goes right over `for Young Researchers`, `de la mejor tesis doctoral`."""
    starts, ends, texts, words = tokens
    last = quoted_behind(tokens, head) if head_first or words[head] in _NAMED_BEHIND else head
    at, lower = last + 1, 0
    limit = 18 if head_first else 12
    while at < len(words) and at - head < limit:
        text, word = texts[at], words[at]
        if text == "." and _dotted(tokens, at - 1) and at - 1 > head:
            at += 1
            continue
        if starts[at] - ends[at - 1] > 1 or not _goes_on(tokens, at, head, head_first):
            break
        if text[0].isupper() or _ELIDED.match(text):
            last, lower = at, 0
        elif word in CONNECT_RIGHT or text == "," or text[0].isdigit():
            if not head_first and at == head + 1 and word not in _BEHIND_HEAD:
                break
        elif head_first and text[0].isalpha() and lower < 3:
            last, lower = at, lower + 1
        elif _is_adjective(tokens, at, head):
            pass  # "Studienstiftung des deutschen Volkes", "Sonderpreis für besonderes studentisches Engagement"
        elif not head_first and words[head + 1] == "for" and _best_of(tokens, head, at):
            last = at if word in PRIZED_TEXTS else last
        else:
            break
        at += 1
    return (head_first and named_in_quotes(tokens, head, at)) or last


_NAMED_BEHIND = ("preis", "medaille", "stipendium")
"""German nouns behind which a name may stand in quotes: `den Preis „Salz und Segel“`."""


def _is_adjective(tokens: Tokens, at: int, head: int) -> bool:
    """Tells whether a small German word, the next one perhaps as well, stands between `für`, `des` and the noun they lead to."""
    _, _, texts, words = tokens
    begin = at - 1 if words[at - 1] in _LEADING else at - 2
    if begin <= head - 1 or words[begin] not in _LEADING or not _DETERMINING.isdisjoint(words[begin + 1 : at + 1]):
        return False
    forms = "enrs" if words[begin] == "fur" else "nr"
    row = words[begin + 1 : begin + 3]
    noun = next((place for place in range(begin + 2, min(begin + 4, len(texts))) if texts[place][0].isupper()), 0)
    return noun > at and all(word.isalpha() and word[-1] in forms for word in row[: noun - begin - 1])


_LEADING = ("des", "der", "fur", "die", "dem")
_DETERMINING = frozenset(
    "das den die dem der ihre ihren ihr seine seinen sein unsere unser meine meinen mein eine einen ein".split()
)


_ELIDED = re.compile(r"[dl]['’][A-ZÀ-Þ]")
"""`l'Académie d'Architecture`"""


def _goes_on(tokens: Tokens, at: int, head: int, head_first: bool) -> bool:
    """Tells whether a word or mark may stand inside a name behind its noun."""
    _, _, texts, words = tokens
    text, word = texts[at], words[at]
    if text == ",":
        return _in_row(tokens, head, at)
    if text[0].isdigit():  # "Premio UMH 2014 a la Productividad"
        return head_first and len(text) == 4 and at + 1 < len(words) and words[at + 1] in ("a", "al", "à", "au", "de")
    if not (text[0].isalnum() or text in "-–&'’“”\"«»"):
        return False
    if text in "-–" and tokens.starts[at] > tokens.ends[at - 1]:
        return False
    if word in ("et", "y", "e", "and", "und") and not HEAD_FIRST.isdisjoint(words[at + 1 : at + 4]):
        return False  # "le Prix Lambert et le second prix de ...": two of them
    return word not in BREAK_RIGHT and not _ends_name(tokens, at, head_first)


def _in_row(tokens: Tokens, head: int, comma: int) -> bool:
    """Tells whether a comma stands in a row that `and` closes: `Award for Teaching, Mentoring and Service`."""
    _, _, texts, words = tokens
    if head + 1 >= comma or words[head + 1] not in ("for", "in", "of", "fur", "pour", "de", "en"):
        return False
    capital = False
    for at in range(comma + 1, min(comma + 8, len(words))):
        if words[at] in ("and", "und", "et", "y", "&"):
            return capital and at + 1 < len(words) and texts[at + 1][0].isupper()
        if texts[at] == ",":
            continue
        if texts[at][0].isupper():
            capital = True
        else:
            return False
    return False


def _best_of(tokens: Tokens, head: int, at: int) -> bool:
    """Tells whether a word in small letters stands between `for best` and the kind of text: `for best overall paper`."""
    words = tokens.folded
    if head + 2 > at or words[head + 2] not in ("best", "outstanding") or at - head > MOST_OF_BEST:
        return False
    return any(word in PRIZED_TEXTS for word in words[at : head + MOST_OF_BEST + 1]) and tokens.texts[at][0].isalpha()


MOST_OF_BEST = 7
"""Words behind the noun up to the kind of text in `Prize for best overall oral paper`."""
_BEHIND_HEAD = ("of", "for", "in", "fur", "zur", "der", "des", "de", "du", "pour", "-", "–", "on")
"""Small words with which a name goes on right behind its noun."""


def _ends_name(tokens: Tokens, at: int, head_first: bool) -> bool:
    """Tells whether a small word says what the award was for, who got it, when or where."""
    word = tokens.folded[at]
    after = tokens.folded[at + 1] if at + 1 < len(tokens.folded) else ""
    return (
        (word in _FOR and _names_text(tokens, at + 1))
        or (word in _FOR_PERSON and after in PERSONAL_TITLES)
        or (word in ("in", "im", "en") and after in _MONTHS)
        or (head_first and word in _TO and (_is_event(tokens, at + 1) or _leads_to_title(tokens, at + 1)))
    )


_TO = frozenset(("a", "al", "au", "aux", "à", "alla", "ao"))
_TITLE_BEGINS = frozenset(("“", "«", '"', "„", "¶", "‘", "titulado", "titulada", "intitule", "intitulee"))


def _leads_to_title(tokens: Tokens, at: int) -> bool:
    """`Primer Premio al trabajo de investigación “...”`: what got it, not what it is called."""
    words = tokens.folded[at : at + MOST_TO_TITLE]
    noun = words[1:2] if words[:1] in (["la"], ["le"]) else words[:1]
    return not PRIZED_TEXTS.isdisjoint(noun) and not _TITLE_BEGINS.isdisjoint(words)


MOST_TO_TITLE = 7
"""Words and marks up to the title behind `al trabajo`."""


_FOR = ("fur", "pour", "por", "for")
_FOR_PERSON = frozenset((*_FOR, "para", "to", "an", "a"))
_MONTHS = frozenset(MONTHS)


def _names_text(tokens: Tokens, at: int) -> bool:
    """`Beck-Preis für die Dissertation`: a determiner and a kind of text say what the award was for."""
    words = tokens.folded
    return at + 1 < len(words) and words[at] in _DETERMINERS and words[at + 1] in PRIZED_TEXTS


_DETERMINERS = frozenset(
    "die das den der sein seinen seine ihr ihren ihre unser unsere notre leur su la le sa his her the our my el".split()
)


def _is_event(tokens: Tokens, at: int) -> bool:
    text = tokens.texts[at] if at < len(tokens.texts) else ""
    return len(text) >= 3 and (text[:3].isupper() or any(c.isdigit() for c in text))
