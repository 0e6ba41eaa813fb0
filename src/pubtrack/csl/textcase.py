"""Upper, lower, capitalized, title and sentence case on tokens, with protected stretches.

Source: https://docs.citationstyles.org/en/stable/specification.html#text-case
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pubtrack.csl.runs import CLOSE, Token
from pubtrack.markup.inline import NOCASE, SMALL_CAPS, SUB, SUP

__all__ = ["apply_case", "case_text"]

# Source: https://docs.citationstyles.org/en/stable/specification.html#title-case-conversion ("stop words")
_STOP_WORDS = frozenset(
    [
        "a",
        "across",
        "afore",
        "after",
        "against",
        "along",
        "alongside",
        "amid",
        "amidst",
        "among",
        "amongst",
        "an",
        "and",
        "anenst",
        "apropos",
        "apud",
        "around",
        "as",
        "aside",
        "astride",
        "at",
        "athwart",
        "atop",
        "barring",
        "before",
        "behind",
        "below",
        "beneath",
        "beside",
        "besides",
        "between",
        "beyond",
        "but",
        "by",
        "c",
        "ca",
        "circa",
        "d",
        "de",
        "despite",
        "down",
        "during",
        "et",
        "except",
        "for",
        "forenenst",
        "from",
        "given",
        "in",
        "inside",
        "into",
        "lest",
        "like",
        "modulo",
        "near",
        "next",
        "nor",
        "notwithstanding",
        "of",
        "off",
        "on",
        "onto",
        "or",
        "out",
        "over",
        "per",
        "plus",
        "pro",
        "qua",
        "sans",
        "since",
        "so",
        "than",
        "the",
        "through",
        "throughout",
        "thru",
        "thruout",
        "till",
        "to",
        "toward",
        "towards",
        "under",
        "underneath",
        "until",
        "unto",
        "up",
        "upon",
        "v",
        "v.",
        "van",
        "versus",
        "via",
        "vis-à-vis",
        "von",
        "vs",
        "vs.",
        "with",
        "within",
        "without",
        "yet",
        "about",
        "d'",
        "e",
    ]
)
# Source: the same list's phrases of several words.
_STOP_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in [
        "according to",
        "ahead of",
        "apart from",
        "as regards",
        "back to",
        "because of",
        "close to",
        "due to",
        "far from",
        "instead of",
        "outside of",
        "prior to",
        "pursuant to",
        "rather than",
        "regardless of",
        "such as",
        "that of",
        "where as",
    ]
)
_PROTECTED = frozenset({NOCASE, SUP, SUB, SMALL_CAPS})
_WORD = re.compile(r"[^\s\u00a0/–—]+")
_PART = re.compile(r"[^\s\u00a0/–—.-]+")
_ENDS_CLAUSE = (":", "?", "!", "—")


class _Text:
    """All characters of some tokens with what may be changed: cases work across formatting."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.chars: list[str] = []
        self.open: list[bool] = []
        protected: list[bool] = [False]
        for token in tokens:
            if type(token) is str:
                self.chars.extend(token)
                self.open.extend([not protected[-1]] * len(token))
            elif token is CLOSE:
                protected.pop()
            else:
                protected.append(protected[-1] or token in _PROTECTED)

    @property
    def text(self) -> str:
        return "".join(self.chars)

    def change(self, start: int, end: int, how: Callable[[str], str]) -> None:
        for index in range(start, min(end, len(self.chars))):
            if self.open[index]:
                self.chars[index] = how(self.chars[index])

    def result(self) -> list[Token]:
        out: list[Token] = []
        position = 0
        for token in self.tokens:
            if type(token) is str:
                out.append("".join(self.chars[position : position + len(token)]))
                position += len(token)
            else:
                out.append(token)
        return out


def _upper(lang: str) -> Callable[[str], str]:
    if lang.startswith(("tr", "az")):
        return lambda c: "İ" if c == "i" else c.upper()
    return str.upper


def _lower(lang: str) -> Callable[[str], str]:
    if lang.startswith(("tr", "az")):
        return lambda c: "ı" if c == "I" else c.lower()
    return str.lower


def _first_letter(text: str, start: int, end: int) -> int:
    for index in range(start, end):
        if text[index].isalnum():
            return index
    return -1


def _is_lower(word: str) -> bool:
    return word == word.lower()


def _capitalize_first(text: _Text, lang: str) -> None:
    whole = text.text
    for match in _WORD.finditer(whole):
        first = _first_letter(whole, *match.span())
        if first >= 0:
            # As the reference does: also in words with capitals inside (o.O.), not behind a quotation mark.
            if first == match.start():
                text.change(first, first + 1, _upper(lang))
            return


def _capitalize_all(text: _Text, lang: str) -> None:
    whole = text.text
    for match in _PART.finditer(whole):
        first = _first_letter(whole, *match.span())
        if first >= 0 and _is_lower(match[0]):
            text.change(first, first + 1, _upper(lang))


def _sentence(text: _Text, lang: str) -> None:
    whole = text.text
    if whole == whole.upper() and whole != whole.lower():
        first = _first_letter(whole, 0, len(whole))
        text.change(first + 1, len(whole), _lower(lang))
    else:
        first = max(_first_letter(whole, 0, len(whole)), 0)
        for match in _WORD.finditer(whole):
            start, end = match.span()
            if match[0][1:] == match[0][1:].lower():  # names with capitals inside (DNA, iPad) stay
                text.change(start, end, _lower(lang))
        text.change(first, first + 1, _upper(lang))


def _stop_phrases(words: list[str]) -> set[int]:
    found: set[int] = set()
    for index in range(len(words) - 1):
        if (words[index], words[index + 1]) in _STOP_PHRASES:
            found.update((index, index + 1))
    return found


def _bare(word: str) -> str:
    return word.strip("\"'“”‘’«»()[]{},;:!?").lower()


def _title(text: _Text, lang: str) -> None:
    whole = text.text
    upper = _upper(lang)
    matches = list(_WORD.finditer(whole))
    bare = [_bare(match[0]) for match in matches]
    phrases = _stop_phrases(bare)
    clause_start = True
    for index, match in enumerate(matches):
        word = match[0]
        last = index == len(matches) - 1
        stop = not (clause_start or last) and (bare[index] in _STOP_WORDS or index in phrases)
        if not stop:
            _title_word(text, whole, match, upper, clause_start)
        if any(map(str.isalnum, word)):
            clause_start = word.rstrip("\"'”’»)]")[-1:] in _ENDS_CLAUSE


def _title_word(text: _Text, whole: str, match: re.Match[str], upper: Callable[[str], str], first: bool) -> None:
    for number, part in enumerate(_PART.finditer(whole, *match.span())):
        word = part[0]
        if word != word.lower() or (number and _bare(word) in _STOP_WORDS):
            continue
        letter = _first_letter(whole, *part.span())
        if letter >= 0 and (first or not _is_elided(word)):
            text.change(letter, letter + 1, upper)


def _is_elided(word: str) -> bool:
    """Whether the word begins with an elided particle (`d'Doe`), which stays small."""
    return len(word) > 2 and word[0] in "dlDL" and word[1] in "'’"


_CASES: dict[str, Callable[[_Text, str], None]] = {
    "lowercase": lambda text, lang: text.change(0, len(text.chars), _lower(lang)),
    "uppercase": lambda text, lang: text.change(0, len(text.chars), _upper(lang)),
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
    "title": _title,
}


def apply_case(tokens: Sequence[Token], case: str, lang: str) -> list[Token]:
    """The tokens in another case.

    Args:
        tokens: Balanced tokens; text in `nocase`, sup, sub and small caps stays as it is.
        case: A CSL text-case.
        lang: The text's language; title case is for English only.

    >>> apply_case(["a tale of two cities"], "title", "en")
    ['A Tale of Two Cities']
    """
    if case not in _CASES or (case == "title" and not lang.startswith("en")):
        return list(tokens)
    text = _Text(tokens)
    _CASES[case](text, lang)
    return text.result()


def case_text(text: str, case: str, lang: str) -> str:
    """A plain text in another case.

    >>> case_text("pp.", "capitalize-first", "en")
    'Pp.'
    """
    return "".join(map(str, apply_case([text], case, lang))) if case else text
