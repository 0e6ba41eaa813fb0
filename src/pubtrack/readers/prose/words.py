"""Folding and looking up words without losing their place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

__all__ = [
    "CJK",
    "Lexicon",
    "Wording",
    "all_languages",
    "at_beginning",
    "by_letter",
    "by_rarest",
    "fold",
    "holds_one",
    "is_cjk",
    "plain_capitals",
    "tokens_of",
    "whole_words",
    "wording",
    "year_in",
    "years_in",
]

CJK = "\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af"
_CJK = re.compile(f"[{CJK}]")
_WORD = re.compile(r"[a-z0-9\w'’-]+")
_YEAR = re.compile(r"(?<![\d/:-])(19[3-9]\d|20[0-4]\d)(?!\d|[.:]\d{3})")


def _accents() -> dict[int, str]:
    """Gives every Latin letter with an accent -> the letter, one for one, so that places stay."""
    table = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        plain = "".join(c for c in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(c))
        if len(plain) == 1:
            table[code] = plain
    table.update({ord("’"): "'", ord("ø"): "o", ord("ł"): "l", 0xA0: " ", ord("ς"): "σ"})
    return table


_ACCENTS = {chr(code): plain for code, plain in _accents().items()}
_ACCENT = re.compile("[" + "".join(_ACCENTS) + "]")
"""The few characters of a text that change are looked for: looking up every one of them costs more."""


def _plain(match: re.Match[str]) -> str:
    return _ACCENTS[match[0]]


def fold(text: str) -> str:
    """Gives the text in lower case without accents; every character keeps its place.

    A character is folded without a look at its neighbours: a part of a folded text is the folded part of the text.

    >>> fold("Prix de la Thèse’s")
    "prix de la these's"
    """
    lower = text.lower()
    if text.isascii():
        return lower
    if len(lower) != len(text):  # a few capitals (U+0130) become two characters
        lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return _ACCENT.sub(_plain, lower)


_CAPITALS = {
    code: plain.upper()
    for code, plain in ((code, _ACCENTS.get(chr(code), "")) for code in (*range(0x100, 0x250), *range(0x1E00, 0x1F00)))
    if plain.isalpha() and chr(code).isupper()
} | {0x2010: "-", 0x2011: "-", ord("Ł"): "L", ord("Đ"): "D", ord("Ŧ"): "T", ord("Ħ"): "H"}
_CAPITAL = re.compile("[" + "".join(map(chr, _CAPITALS)) + "]")


def plain_capitals(text: str) -> str:
    """Gives plain letters for the capitals that patterns of names do not know; every character keeps its place.

    >>> plain_capitals("Špinka M, Łoś A")
    'Spinka M, Loś A'
    """
    return text if text.isascii() or not _CAPITAL.search(text) else text.translate(_CAPITALS)


def is_cjk(text: str) -> bool:
    """Tells whether the text holds Chinese, Japanese or Korean characters."""
    return not text.isascii() and _CJK.search(text) is not None


@lru_cache(maxsize=4096)
def _has_cjk(text: str) -> bool:
    return is_cjk(text)


def holds_one(text: str, hints: tuple[str, ...]) -> bool:
    """Tells whether one of the hints stands in a text: a cheap look before a pattern is tried.

    >>> holds_one("see arxiv", ("doi", "arxiv"))
    True
    """
    return any(map(text.__contains__, hints))


def by_letter(words: Iterable[str]) -> str:
    """Gives a pattern for one of the words, those of one first letter together: then only these are compared.

    >>> by_letter(["award", "prize", "prix"])
    'a(?:ward)|p(?:rize|rix)'
    """
    letters: dict[str, list[str]] = {}
    for word in words:
        letters.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in letters.items())


def by_rarest(words: Iterable[str]) -> str:
    """Gives a pattern for one of the words, each of them tried at its rarest letter: a text has few of these.

    >>> by_rarest(["award", "prize"])
    'w(?:(?<=aw)ard)|z(?:(?<=priz)e)'
    """
    letters: dict[str, list[str]] = {}
    for word in words:
        at = max(range(len(word)), key=lambda i: _RARITY.find(word[i]))
        before = f"(?<={re.escape(word[: at + 1])})" if at else ""
        letters.setdefault(word[at], []).append(before + re.escape(word[at + 1 :]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in letters.items())


def at_beginning(ways: Iterable[str], word: str = r"\w") -> str:
    r"""Gives a pattern for one of some patterns where a word begins; each of them begins with a character of its own.

    The border is asked for behind that character: `\b(?:...)` would look at every place of a text.

    Args:
        ways: The patterns.
        word: The characters of a word, none of which may stand in front.

    >>> at_beginning(["an?", "the"])
    'a(?<!\\wa)(?:n?)|t(?<!\\wt)(?:he)'
    """
    letters: dict[str, list[str]] = {}
    for way in ways:
        letters.setdefault(way[0], []).append(way[1:])
    return "|".join(rf"{letter}(?<!{word}{letter})(?:{'|'.join(rests)})" for letter, rests in letters.items())


_RARITY = " eairtnosldcumphgfbyvwkqxjz"
"""Letters, the rarest last. Source: counted in the labelled texts, which are in seven languages."""


def whole_words(phrases: Iterable[str]) -> str:
    r"""Gives a pattern for one of the phrases, as long as possible, between characters that are no letters or digits.

    Each way begins with two characters, and the border in front is asked for behind them: most places of a text are
    then passed over without asking for it.

    >>> whole_words(["paper", "best paper"])
    'be(?<![^\\W_]be)(?:st\\ paper)(?![^\\W_])|pa(?<![^\\W_]pa)(?:per)(?![^\\W_])'
    """
    ways: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        ways.setdefault(re.escape(phrase[:2]), []).append(re.escape(phrase[2:]))
    return "|".join(rf"{two}(?<![^\W_]{two})(?:{'|'.join(rests)})(?![^\W_])" for two, rests in ways.items())


class Wording(NamedTuple):
    """A few words and what many rules ask of them, found out once."""

    text: str
    folded: str
    tokens: list[str]
    """The runs of letters and digits in the folded words, in order.

    Most rules are about a few words: where none of these is among the tokens, the pattern of the rule is not tried.
    """
    chinese: bool


_TOKEN = re.compile("[a-z0-9ß-öø-ʯ㐀-䶵一-鿿]+")
"""Letters and digits of folded words, in ranges: a class like `\\w` is tested three times slower."""


def tokens_of(folded: str) -> list[str]:
    """Gives the runs of letters and digits in folded words."""
    return _TOKEN.findall(folded)


def wording(text: str) -> Wording:
    """Gives words with what is asked of them.

    >>> wording("In: Soil & Water").tokens
    ['in', 'soil', 'water']
    """
    if text.isascii():
        folded = text.lower()
        return Wording(text, folded, _TOKEN.findall(folded), False)
    folded = fold(text)
    return Wording(text, folded, _TOKEN.findall(folded), _CJK.search(text) is not None)


def year_in(text: str, last: bool = False) -> int | None:
    """Gives the first (or last) year 1930 to 2049 in the text; numbers inside identifiers and page ranges are none.

    >>> year_in("Psychometrika 2020;12:1999-2004"), year_in("doi 10.1/2020.33")
    (2020, None)
    """
    years = _YEAR.findall(text)
    if not years:
        return None
    return int(years[-1 if last else 0])


def years_in(text: str) -> set[int]:
    """Gives all years 1930 to 2049 in the text.

    >>> sorted(years_in("2019, 2020 and again 2019"))
    [2019, 2020]
    """
    return {int(year) for year in _YEAR.findall(text)}


def all_languages(table: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Gives one table of all languages; English wins where two languages share a word."""
    merged: dict[str, str] = {}
    for language in sorted(table, key=lambda name: name == "en"):
        merged.update(table[language])
    return merged


@lru_cache(maxsize=64)
def _words(folded: str) -> list[tuple[int, int, str]]:
    if "'" not in folded:
        return [(*m.span(), m[0].strip("-")) for m in _WORD.finditer(folded)]
    words = []
    for match in _WORD.finditer(folded):
        word = match[0]
        skipped = _elided(word) if "'" in word else 0
        words.append((match.start() + skipped, match.end(), word[skipped:].strip("'-")))
    return words


def _elided(word: str) -> int:
    """Gives the length of an elided article or the like in front of a word: `l'ouvrage`, `d'un`, `qu'une`."""
    at = word.find("'", 1, 3)
    return at + 1 if at > 0 and len(word) - at > SHORTEST_BEHIND else 0


def _plain_words(phrase: str) -> str:
    """Gives a phrase of a table without elided articles, as the words of a text are looked up."""
    return " ".join([word[_elided(word) :] for word in phrase.split()])


SHORTEST_BEHIND = 4
"""Characters from the mark of an elision on; English short forms (`we'll`) have fewer."""


class Lexicon:
    """Finds the words and phrases of a table in folded text: Latin ones as whole words, Chinese ones anywhere."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self.table: dict[str, str] = {_plain_words(p): kind for p, kind in table.items() if not _has_cjk(p)}
        self.chinese: dict[str, str] = {phrase: kind for phrase, kind in table.items() if _has_cjk(phrase)}
        self._starts: dict[str, int] = {}
        """First word -> words of the longest phrase that begins with it."""
        for phrase in self.table:
            words = phrase.split()
            self._starts[words[0]] = max(len(words), self._starts.get(words[0], 0))
        self._first_tokens = frozenset(_TOKEN.findall(word)[0] for word in self._starts)
        """Most texts hold none of these: no word of them is then looked at in its place."""

    def find(self, said: Wording) -> list[tuple[int, int, str, str]]:
        """Gives (start, end, phrase, kind) for every hit in the folded words, leftmost longest, in order."""
        hits = [] if self._first_tokens.isdisjoint(said.tokens) else list(self._latin(said.folded))
        if self.chinese and said.chinese:
            hits += self._cjk(said.folded)
            hits.sort()
        return hits

    def last(self, said: Wording) -> tuple[int, int, str, str] | None:
        """Gives the last hit, or None."""
        hits = self.find(said)
        return hits[-1] if hits else None

    def first(self, said: Wording) -> tuple[int, int, str, str] | None:
        """Gives the first hit, or None."""
        return next(iter(self.find(said)), None)

    def _latin(self, folded: str) -> Iterable[tuple[int, int, str, str]]:
        words = _words(folded)
        free = 0
        for index in [i for i, (_, _, word) in enumerate(words) if word in self._starts]:
            if index < free:
                continue
            start, _, word = words[index]
            for size in range(min(self._starts[word], len(words) - index), 0, -1):
                last = words[index + size - 1][1]
                phrase = word if size == 1 else " ".join([w for _, _, w in words[index : index + size]])
                if phrase in self.table and (size == 1 or last - start <= len(phrase) + size):
                    yield start, last, phrase, self.table[phrase]
                    free = index + size
                    break

    def _cjk(self, folded: str) -> list[tuple[int, int, str, str]]:
        hits = []
        for phrase, kind in self.chinese.items():
            at = folded.find(phrase)
            while at >= 0:
                hits.append((at, at + len(phrase), phrase, kind))
                at = folded.find(phrase, at + len(phrase))
        return [h for h in hits if not any(h != o and o[0] <= h[0] and h[1] <= o[1] for o in hits)]
