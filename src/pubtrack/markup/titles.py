"""Titles as they compare: without tags, TeX, accents, punctuation and letter case, and split into their parts."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

from pubtrack.vocab.letters import CYRILLIC, GREEK, GREEK_NAMES, SPECIAL_LATIN, TEX_ACCENTS, TEX_LETTERS

__all__ = ["fold", "normalise_title", "plain_text", "repair_encoding", "split_title", "squash_title", "tidy_title"]

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9:_-]*(?:\s[^<>]{0,300})?/?>")
_BREAK_TAG = re.compile(r"<(?:br|p|/p|title|/title|sec|list-item)\s*/?>", re.I)
_TEX_ACCENT = re.compile(
    r"""\\([`'^~=."])\s*(?:\{\s*(\\?[A-Za-z])\s*\}|(\\?[A-Za-z]))|\\([uvHcdbrk])\s*\{\s*(\\?[A-Za-z])\s*\}"""
    r"""|\\([uvHcdbrk])\s+([A-Za-z])"""
)
_TEX_LETTER = re.compile(r"\\(ss|ae|AE|oe|OE|aa|AA|dh|DH|th|TH|dj|DJ|ng|o|O|l|L|i|j)(?![A-Za-z])\s*(?:\{\})?")
_TEX_COMMAND = re.compile(r"\\([A-Za-z]+)\*?\s*")
_TEX_ESCAPED = re.compile(r"\\([&%$#_{}])")
_GREEK_COMMANDS = frozenset(GREEK_NAMES.values())
_WORD = re.compile(r"[^\W_]+")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
_QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\u00b4`\uff07"), "'") | dict.fromkeys(
    map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02\u2039\u203a"), '"'
)
_SPACES = dict.fromkeys(
    map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"), " "
)
_NOTHING = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f"), "")
_TIDY = _DASHES | _QUOTES | _SPACES | _NOTHING
_LETTERS = str.maketrans(SPECIAL_LATIN | CYRILLIC | {k.upper(): v for k, v in CYRILLIC.items()})
_GREEK_LETTERS = str.maketrans(GREEK)
_GREEK_WORD = re.compile(r"[\u0370-\u03ff]+")


def _accented(match: re.Match[str]) -> str:
    accent = match[1] or match[4] or match[6]
    letter = (match[2] or match[3] or match[5] or match[7]).lstrip("\\")
    return unicodedata.normalize("NFC", letter + TEX_ACCENTS[accent])


def _command(match: re.Match[str]) -> str:
    return f"{match[1]} " if match[1].lower() in _GREEK_COMMANDS else ""


_LATIN_AND_CYRILLIC = re.compile(r"[\w'-]*(?:[A-Za-z][\u0400-\u045f]|[\u0400-\u045f][A-Za-z])[\w'-]*")
_BROKEN_PUNCTUATION = re.compile(r"â\s?(?:€\s?.|\?\s?[?¦\"']|\x80.|[\x80-\x9f]{1,2})")
_TORN_REFERENCE = re.compile(r"(\s?)&\s?(#?\w{2,8})\s?;(\s?)")


def _relatin(match: re.Match[str]) -> str:
    try:
        return match[0].encode("iso8859-5").decode("latin-1")
    except UnicodeError:
        return match[0]


def _mended(match: re.Match[str]) -> str:
    """A letter joins what was torn apart around it ("kr &#228; mer"); other characters keep their spaces."""
    character = html.unescape(f"&{match[2]};")
    is_torn_letter = len(character) == 1 and character.isalpha() and match[1] and match[3]
    return character if is_torn_letter else f"{match[1]}&{match[2]};{match[3]}"


def repair_encoding(text: str) -> str:
    """Gives the text with the commonest damage of wrong decoding undone; text without such damage comes back as it is.

    Undone are Latin-1 read as ISO 8859-5 (a word of Latin and Cyrillic letters: "gќting"), UTF-8 dashes, quotes and
    dots read as Latin-1 or lost ("â ??", "â€™", now spaces), and character references torn apart ("& hellip ;",
    "kr &#228; mer").
    Source: seen in the DBLP and Google Scholar records of the DeepMatcher sets, where they hide equal names.

    >>> repair_encoding("r gќting, d carneyâ ? ¦")
    'r güting, d carney '
    """
    if "&" in text:
        text = _TORN_REFERENCE.sub(_mended, text)
    if text.isascii():
        return text
    if "â" in text:
        text = _BROKEN_PUNCTUATION.sub(" ", text)
    return _LATIN_AND_CYRILLIC.sub(_relatin, text)


def plain_text(text: str) -> str:
    r"""Gives the text without inline tags, character references and TeX, with straight quotes and single spaces.

    >>> plain_text("Sch\\\"olkopf: <i>H<sub>2</sub>O</i> \\&amp; {LLM}s,  $\\alpha$")
    'Schölkopf: H2O & LLMs, alpha'
    """
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub("", _BREAK_TAG.sub(" ", text))
    if "\\" in text:
        text = _TEX_ACCENT.sub(_accented, text)
        text = _TEX_LETTER.sub(lambda m: TEX_LETTERS[m[1]], text)
        text = _TEX_ESCAPED.sub(r"\1", text)
        text = _TEX_COMMAND.sub(_command, text).replace("\\", " ")
    if "$" in text or "{" in text or "}" in text:
        text = re.sub(r"(?<![\d\s])[\^_](?=\{|\w)", "", text) if "$" in text else text
        text = re.sub(r"[{}]|\$(?!\d)", "", text)
    return " ".join(text.translate(_TIDY).replace("~", " ").split())


def _greek(match: re.Match[str]) -> str:
    word = match[0]
    return f" {GREEK_NAMES.get(word, word)} " if len(word) == 1 else word.translate(_GREEK_LETTERS)


def fold(text: str) -> str:
    """Gives the text in lower-case base letters: no accents, ligatures, width forms; Cyrillic and Greek in Latin.

    >>> fold("Łukasz Schölkopf, Ångström, Чехов")
    'lukasz scholkopf, angstrom, chekhov'
    """
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _GREEK_WORD.sub(_greek, text) if _GREEK_WORD.search(text) else text


_CARE = "\0"
"""Stands for what is not read letter by letter."""
_LETTERS_ALONE = re.compile(
    r"[\u00c0-\u024f\u0400-\u045f\u1e00-\u1eff\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]"
)
"""Letters of Latin, Cyrillic, Chinese, Japanese and Korean whose base letters do not depend on what stands beside them.
Greek ones do (a lone letter is its name), and so do accents that are characters of their own."""


class _Letters(dict[int, str | None]):
    """Character -> what stands for it in a normalised title, before spaces are put in order; for `str.translate`."""

    def __missing__(self, code: int) -> str | None:
        self[code] = found = self._of(chr(code))
        return found

    @staticmethod
    def _of(character: str) -> str | None:
        if character in "&<\\${}+#":  # entities, tags and TeX, and the names C++ and C#
            return _CARE
        tidied = _TIDY.get(ord(character), character)
        if tidied == "" or tidied == "'":
            return None
        if tidied.isascii():
            return tidied.lower() if tidied.isalnum() else " "
        alone = _normalised(f"x{character}x") if _LETTERS_ALONE.match(character) else ""
        return alone[1:-1] if len(alone) > 2 and " " not in alone else _CARE


_LETTER = _Letters()
_ASCII = bytes(ord(_LETTER[code] or " ") for code in range(128)) + bytes(128)
_ASCII_NOTHING = bytes(code for code in range(128) if _LETTER[code] is None)
"""The same for texts of ASCII letters alone, most of them: `bytes.translate` takes a fifth of the time."""


def normalise_title(text: str) -> str:
    """Gives the words of a title in lower-case base letters, single spaces between, no punctuation.

    Apostrophes join ("Alzheimer's" is one word), every other mark separates; `&` is "and"; a Greek letter standing
    alone is its name.

    >>> normalise_title("The <i>α</i>-Synuclein–Problem:  A “State-of-the-Art” R&amp;D Survey")
    'the alpha synuclein problem a state of the art r and d survey'
    """
    if text.isascii():
        line = text.encode().translate(_ASCII, _ASCII_NOTHING).decode()
    else:
        line = text.translate(_LETTER)
    return _normalised(text) if _CARE in line else " ".join(line.split())


@lru_cache(maxsize=16384)
def _normalised(text: str) -> str:
    """Any text, by every rule."""
    text = fold(plain_text(text)).replace("'", "")
    text = text.replace("&", " and ").replace("++", " plusplus ").replace("c#", "csharp")
    return " ".join(_WORD.findall(text))


def squash_title(text: str) -> str:
    """Gives the normalised title without spaces: hyphens and broken words no longer matter.

    >>> squash_title("Pre-training") == squash_title("Pretraining")
    True
    """
    return normalise_title(text).replace(" ", "")


_SUBTITLE = re.compile(r"\s*(?:[:?!](?=\s)|\s[-|]+(?=\s)|\.(?=\s+[^\W\d_]))\s*")


def split_title(title: str) -> tuple[str, str | None]:
    """Gives main title and subtitle; None where there is no subtitle.

    The cut is at the first colon, question mark, exclamation mark or spaced dash that leaves words on both sides.

    >>> split_title("Democratic or Authoritarian? Probing a New Dimension")
    ('Democratic or Authoritarian?', 'Probing a New Dimension')
    >>> split_title("Vol. 3")
    ('Vol. 3', None)
    """
    text = plain_text(title)
    for match in _SUBTITLE.finditer(text):
        main, rest = text[: match.start()], text[match.end() :]
        mark = match[0].strip()
        if mark == "." and len(main.rpartition(" ")[2]) < 4:
            continue
        if main.strip() and rest.strip():
            return (main + mark if mark in ("?", "!") else main.strip()), rest.strip()
    return text, None


def tidy_title(text: str) -> str:
    """Gives a title cut out of running text without the quotes, dashes and full stop around it.

    >>> tidy_title(" “Attention is all you need.” ")
    'Attention is all you need'
    >>> tidy_title("Why Johnny can't encrypt?")
    "Why Johnny can't encrypt?"
    """
    text = " ".join(text.split()).strip(" \t,;:-–—*_")
    while len(text) > 1 and text[0] in "\"'“”„‟‘’«»‹›`" and (text[-1] in "\"'“”„‟‘’«»‹›.,`" or text[0] not in "'’"):
        text = text[1:].rstrip("\"'“”„‟‘’«»‹›`.,; ") if text[-1] in "\"'“”„‟‘’«»‹›.,`" else text[1:]
    text = text.rstrip('"“”»›,;: ')
    return (
        text[:-1] if text.endswith(".") and not text.endswith("..") and not re.search(r"\b\w\.\w?\.$", text) else text
    )
