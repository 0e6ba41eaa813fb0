"""Titles copied badly: letters lost or changed, words left out, an end cut off."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from pubtrack.match.policy import PLAIN
from pubtrack.vocab.letter_triples import letter_triples
from pubtrack.vocab.matching_words import STOP_WORDS

__all__ = ["ARTICLES", "left_out", "slips_only"]

ARTICLES = frozenset(("a", "an", "the"))


def slips_only(one: Sequence[str], two: Sequence[str]) -> bool:
    """True where titles of the same words differ by slips of the pen in at most two of them.

    A slip is two letters changed over, a letter lost or doubled behind the first of a long word, or any letter lost,
    put in or exchanged so that letters follow each other as in no word. "Adsorption" and "absorption", "alkane" and
    "alkene", "micro" and "macro" are two things.

    >>> slips_only(["efficient", "algorithms"], ["effcient", "algorihtms"]), slips_only(["adsorption"], ["absorption"])
    (True, False)
    """
    return len(one) == len(two) and _slips(one, two)


def left_out(one: Sequence[str], two: Sequence[str]) -> bool:
    """True where one title is the other cut off behind some words, or without a word of its middle; slips aside.

    A word in front makes another title, and so does one for another: "Constraints for input/output logics".

    >>> left_out("optics of night".split(), "optics of night vision".split()), left_out(["birds"], ["night", "birds"])
    (True, False)
    """
    short, long = sorted((_headless(one), _headless(two)), key=len)
    if len(short) == len(long):
        return len(one) != len(two) and _slips(short, long)
    if not short or _slips(short, long[: len(short)]):
        return bool(short)
    one_more = range(1, len(long)) if len(long) == len(short) + 1 else ()
    return any(_slips(short, [*long[:i], *long[i + 1 :]]) for i in one_more)


def _headless(title: Sequence[str]) -> Sequence[str]:
    return title[1:] if title and title[0] in ARTICLES else title


def _slips(one: Sequence[str], two: Sequence[str]) -> bool:
    unlike = [(x, y) for x, y in zip(one, two, strict=True) if x != y]
    return len(unlike) <= PLAIN["slips"] and all(_slip(x, y) if len(x) <= len(y) else _slip(y, x) for x, y in unlike)


def _slip(short: str, long: str) -> bool:
    if not (short.isalpha() and long.isalpha()):
        return False
    return _any_letter(short, long) or (_is_word(short) != _is_word(long) and _near(short, long))


def _any_letter(short: str, long: str) -> bool:
    """True for letters changed over, or one lost behind the first of a long word: whatever the words are."""
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if len(short) < len(long):
        return at > 0 and len(long) >= PLAIN["long word"] and short[at:] == long[at + 1 :]
    return len(long) > 3 and short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]


def _near(short: str, long: str) -> bool:
    """True where a slip makes one of the other: of long words, or of "the" and its like; two slips of the longest."""
    if len(short) >= PLAIN["longest word"]:
        return OSA.distance(short, long, score_cutoff=2) <= 2
    enough = 3 if short in STOP_WORDS or long in STOP_WORDS else PLAIN["long word"] - 1
    return len(short) >= enough and OSA.distance(short, long, score_cutoff=1) <= 1


def _is_word(text: str) -> bool:
    """True where letters follow each other in it as in other words."""
    ends = f"^{text}$"
    return letter_triples().issuperset([ends[i : i + 3] for i in range(len(text))])
