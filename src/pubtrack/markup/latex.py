r"""LaTeX text to Unicode and back, by table; what the tables do not know is looked up in pylatexenc.

Math (`$...$`, `\(...\)`) is kept verbatim in both directions. The time taken is linear in the text, however deep its
groups nest.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from pubtrack.markup.latex_encoding import encode
from pubtrack.vocab.latex import (
    ACCENTS,
    DROPPED_ARGUMENTS,
    FONT_SWITCHES,
    FRACTIONS,
    GREEK,
    JOURNALS,
    MATH_SIGNS,
    SCRIPTS,
    SIGNS,
    WRAPPERS,
)

__all__ = ["decode", "encode", "is_plain"]

# Alternatives of literals only: the regex engine then looks for their first signs, three times as fast as classes.
_LATEX = re.compile(r"\\|\{|\}|\$|~|--|``|''|!`|\?`")
_SPACE = re.compile(r"\t|\r|\f|\v")
_LIGATURE = re.compile(r"---|--|``|''|!`|\?`|~")
_SPACE_RUN = re.compile(r" [ \t\n\r\f\v]+|[\t\n\r\f\v][ \t\n\r\f\v]*")  # a single space is none
_ACCENTED = r"""["'`^~=.](?:\{(?:[A-Za-z]|\\[ij])\}|[A-Za-z])|[cvuHkrdb]\{[A-Za-z]\}"""
_LETTER = r"(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)"
_COMMAND = re.compile(rf"\\(?:{_ACCENTED}|[&%#_,]|{_LETTER}\{{\}})")
_BRACED_COMMAND = re.compile(rf"\{{\\(?:{_ACCENTED}|{_LETTER})\}}")
_TOKEN = re.compile(
    r"\\([A-Za-z]+)(\*?[ \t\r\n]*)"  # 1 control word, 2 what it swallows
    r"|\\(.)"  # 3 control symbol
    r"|([{}])"  # 4 group
    r"|(\$\$?)"  # 5 math
    r"|(---?|``|''|[!?]`|~)"  # 6 ligature
    r"|([^\\{}$~`'!?\-]+|.)",  # 7 text
    re.DOTALL,
)
_LIGATURES: Final = {"--": "–", "---": "—", "``": "“", "''": "”", "!`": "¡", "?`": "¿", "~": "\u00a0"}
_WORDS: Final = {**JOURNALS, **MATH_SIGNS, **GREEK, **{f"text{name}": sign for name, sign in GREEK.items()}, **SIGNS}
_DOTLESS: Final = {"ı": "i", "ȷ": "j"}
_MATH_END: Final = {
    "$": re.compile(r"(?<!\\)\$"),
    "$$": re.compile(r"(?<!\\)\$\$"),
    "(": re.compile(r"\\\)"),
    "[": re.compile(r"\\\]"),
}
_VERBATIM: Final = frozenset({"url", "path", "nolinkurl"})
_FLAT_GROUP = re.compile(r"\{([^{}]*)\}")
_LENGTH = re.compile(r"\s*=?\s*-?[\d.,]+\s*(?:[a-z]{2}(?![a-z]) ?)?")
_CODE = re.compile(r"(['\"]?)([0-9A-F]+) ?")
_LENGTHS: Final = frozenset({"kern", "hskip", "penalty", "vskip", "mskip", "mkern", "lower", "raise"})
_BARE_ACCENTS: Final = {"\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0308": '"', "\u0304": "¯"}
_TAG = re.compile("(?:</?(?:i|b|sup|sub|span)[^<>]*>|[“‘])+")
_DROP: Final = "drop"
_BAR: Final = "bar"
_SCRIPT = re.compile(r"\{([\^_](?:\\[a-z]+|[^{}\\]))\}")
_MOST_ACCENTS: Final = 8
"""Accents on one letter; more only occur in attacks, where they would make the time quadratic."""


@dataclass(slots=True)
class _Group:
    """An open group: where its pieces start, and what is done with them when it closes.

    Its first piece is empty: the place for tags, which no accent may hit.
    """

    start: int
    tasks: list[str | tuple[str, str]]
    """Accents (a combining character) and markup (a pair), to apply to the whole group; or `_DROP`."""
    protects: bool = False
    fonts: list[tuple[str, str]] = field(default_factory=list)
    waiting: list[str | tuple[str, str]] = field(default_factory=list)
    """What waits outside for the argument after this one."""


def is_plain(text: str) -> bool:
    r"""Tells whether the text holds nothing that LaTeX reads otherwise: decoding it only normalizes spaces.

    >>> is_plain("Deep learning"), is_plain(r"G{\"o}del"), is_plain("1--10")
    (True, False, False)
    """
    return not _LATEX.search(text)


def decode(text: str, rich: bool = False) -> str:
    r"""Gives the Unicode text that LaTeX would print, on one line, math kept as it is.

    Args:
        text: A value without its outer delimiters.
        rich: Gives CSL's markup too: `<i>`, `<b>`, `<sup>`, `<sub>`, small capitals, and
            `<span class="nocase">` around braces that protect capitals.

    >>> decode(r"G{\"o}del's {\LaTeX} \& $x^2$ -- {\'E}tudes")
    "Gödel's LaTeX & $x^2$ – Études"
    >>> decode(r"The {DNA} of \emph{E. coli}", rich=True)
    'The <span class="nocase">DNA</span> of <i>E. coli</i>'
    """
    if "\\" in text or "{" in text or "}" in text or "$" in text:
        text = _decode_rich(text) if rich else _decode_flat(text)
    elif "--" in text or "`" in text or "''" in text or "~" in text:
        text = _LIGATURE.sub(lambda match: _LIGATURES[match[0]], text)
    if "\n" in text or "  " in text or _SPACE.search(text) or text[:1] == " " or text[-1:] == " ":
        # str.split would take no-break spaces too
        return " ".join(text.split()) if text.isascii() else _SPACE_RUN.sub(" ", text).strip(" ")
    return text


def _decode_flat(text: str) -> str:
    """The common case by substitution: commands that need no other context, then braces that print nothing."""
    short = _COMMAND.sub(_replacement, text) if "\\" in text else text
    if "\\" in short or "$" in text:
        return _Decoder(text, False).run()
    if "--" in short or "`" in short or "''" in short or "~" in short:  # before braces go: `-{}-` is no dash
        short = _LIGATURE.sub(lambda match: _LIGATURES[match[0]], short)
    return short.replace("{", "").replace("}", "")


def _decode_rich(text: str) -> str:
    """The same where braces are flat and protect words; a group that starts with a command protects nothing."""
    short = _BRACED_COMMAND.sub(_replacement, text) if "\\" in text else text
    if "$" in text or "{\\" in short:
        return _Decoder(text, True).run()
    short = _COMMAND.sub(_replacement, short)
    if "\\" in short:
        return _Decoder(text, True).run()
    short = _FLAT_GROUP.sub(_protected, _LIGATURE.sub(lambda match: _LIGATURES[match[0]], short))
    return _Decoder(text, True).run() if "{" in short or "}" in short else short


def _protected(group: re.Match[str]) -> str:
    words = group[1]
    return words if words.islower() or words.lower() == words else f'<span class="nocase">{words}</span>'


class _Replacements(dict[str, str]):
    """What single commands print, each worked out once. Few exist, but a hostile file could invent them: bounded."""

    def __missing__(self, command: str) -> str:
        text = _Decoder(command, False).run()
        if len(self) < 10_000:
            self[command] = text
        return text


_REPLACEMENTS = _Replacements()


def _replacement(command: re.Match[str]) -> str:
    return _REPLACEMENTS[command[0]]


class _Decoder:
    """One pass over the tokens. Pieces of text lie in one list; a group remembers where its own start."""

    def __init__(self, text: str, rich: bool) -> None:
        self._text, self._rich, self._at = text, rich, 0
        self._pieces: list[str] = [""]
        self._groups = [_Group(0, [])]
        self._waiting: list[str | tuple[str, str]] = []
        self._protected = 0
        self._endless: set[str] = set()

    def run(self) -> str:
        while self._at < len(self._text):
            token = _TOKEN.match(self._text, self._at)
            if not token:  # a backslash at the very end
                self._atom("\\")
                break
            self._at = token.end()
            self._take(token)
        while self._groups:
            self._close(final=True)
        return "".join(self._pieces)

    def _take(self, token: re.Match[str]) -> None:
        if token[7]:
            self._plain(token[7])
        elif token[1]:
            self._word(token[1], token[2])
        elif token[3]:
            self._symbol(token[3])
        elif token[4] == "{":
            self._open()
        elif token[4]:
            self._close()
        elif token[5]:
            self._math(token[5], token[5])
        else:
            self._atom(_LIGATURES[token[6]])

    def _plain(self, text: str) -> None:
        if self._waiting:
            text = text.lstrip()
            if not text:
                return
            self._atom(text[0])
            text = text[1:]
        self._pieces.append(text)

    def _atom(self, text: str) -> None:
        """One sign that may be the argument of a command before it."""
        if self._waiting:
            start = len(self._pieces)
            self._pieces += ["", text]
            self._apply(self._argument_tasks(), start)
        else:
            self._pieces.append(text)

    def _argument_tasks(self) -> list[str | tuple[str, str]]:
        """What waits for the next argument: arguments to drop come first, the rest is for the one after them."""
        if self._waiting and self._waiting[0] is _DROP:
            return [self._waiting.pop(0)]
        tasks, self._waiting = self._waiting, []
        return tasks

    def _open(self) -> None:
        special = self._text.startswith("\\", self._at)
        tasks = self._argument_tasks()
        protects = not (tasks or special or self._protected)
        self._protected += protects
        self._groups.append(_Group(len(self._pieces), tasks, protects, waiting=self._waiting))
        self._pieces.append("")
        self._waiting = []

    def _close(self, final: bool = False) -> None:
        if len(self._groups) == 1 and not final:
            return  # a closing brace too many prints nothing
        group = self._groups.pop()
        self._waiting = group.waiting
        self._apply(list(group.fonts), group.start)
        if group.protects:
            self._protected -= 1
            if self._rich and any(sign.isupper() for piece in self._pieces[group.start :] for sign in piece):
                self._wrap('<span class="nocase">', "</span>", group.start)
        self._apply(group.tasks, group.start)

    def _apply(self, tasks: list[str | tuple[str, str]], start: int) -> None:
        for task in reversed(tasks):
            if task is _DROP:
                del self._pieces[start:]
            elif task is _BAR:
                self._pieces.append("/")
            elif isinstance(task, tuple):
                if self._rich or task[0] in ("“", "‘"):
                    self._wrap(*task, start)
            else:
                self._accent(str(task), start)

    def _wrap(self, before: str, after: str, start: int) -> None:
        if before and any(self._pieces[start + 1 : start + 9]):
            self._pieces[start] = before + self._pieces[start]
            self._pieces.append(after)

    def _accent(self, accent: str, start: int) -> None:
        while start < len(self._pieces) and (not self._pieces[start] or _TAG.fullmatch(self._pieces[start])):
            start += 1
        if start == len(self._pieces):
            self._pieces.append(_BARE_ACCENTS.get(accent, ""))
            return
        piece = self._pieces[start]
        base = _DOTLESS.get(piece[0], piece[0])
        end = 1
        while end < len(piece) and unicodedata.combining(piece[end]):
            end += 1
        if end > _MOST_ACCENTS:
            return
        self._pieces[start] = unicodedata.normalize("NFC", base + piece[1:end] + accent) + piece[end:]

    def _word(self, name: str, swallowed: str) -> None:
        if name in ACCENTS:
            self._waiting.append(ACCENTS[name])
        elif name in FONT_SWITCHES:
            self._groups[-1].fonts.append(FONT_SWITCHES[name])
        elif name in _VERBATIM and (group := _FLAT_GROUP.match(self._text, self._at)):
            self._at = group.end()
            self._pieces.append(group[1])
        elif name == "ensuremath" and (script := _SCRIPT.match(self._text, self._at)) and script[1] in SCRIPTS:
            self._at = script.end()
            self._atom(SCRIPTS[script[1]])
        elif name in FRACTIONS:
            self._waiting.append(_BAR)
        elif name in WRAPPERS or name in DROPPED_ARGUMENTS:
            self._waiting.extend([_DROP] * DROPPED_ARGUMENTS.get(name, 0))
            if name in WRAPPERS:
                self._waiting.append(WRAPPERS[name])
        elif name in _WORDS:
            self._atom(_WORDS[name])
        elif name in _LENGTHS or name == "char":
            self._number(name)
        else:
            self._unknown(name, swallowed)

    def _number(self, name: str) -> None:
        r"""A length that moves something prints nothing; `\char64` prints the character of that number."""
        number = (_CODE if name == "char" else _LENGTH).match(self._text, self._at)
        if not number:
            return
        self._at = number.end()
        if name == "char":
            base, digits = {'"': 16, "'": 8}.get(number[1], 10), number[2]
            valid = re.fullmatch({16: "[0-9A-Fa-f]{1,4}", 8: "[0-7]{1,5}", 10: "[0-9]{1,5}"}[base], digits)
            self._atom(chr(int(digits, base)) if valid else number[0])

    def _unknown(self, name: str, swallowed: str) -> None:
        """A command of somebody's own: with an argument that is kept, without one the command itself is."""
        text = _from_pylatexenc(name)
        if self._waiting and name[0] in "ij" and text is None:  # seen: `Mar\\'\\iaz` for Maríaz, an error in LaTeX too
            self._atom(name[0])
            self._pieces.append(name[1:])
            return
        if text is not None:
            self._atom(text)
        elif not self._text.startswith("{", self._at):
            self._atom(f"\\{name}{swallowed[:1]}")

    def _symbol(self, sign: str) -> None:
        if sign in "([":
            self._math(sign, f"\\{sign}")
        elif sign in ACCENTS:
            self._waiting.append(ACCENTS[sign])
        else:
            self._atom(SIGNS.get(sign, f"\\{sign}"))

    def _math(self, kind: str, opening: str) -> None:
        end = None if kind in self._endless else _MATH_END[kind].search(self._text, self._at)
        if not end:
            self._endless.add(kind)
            self._atom(opening)
            return
        self._atom(self._text[self._at - len(opening) : end.end()])
        self._at = end.end()


@lru_cache(maxsize=4096)
def _from_pylatexenc(name: str) -> str | None:
    """What pylatexenc prints for a command that the tables do not hold; None where it does not know it either.

    Its own conversion is not used: it loses text after a bare `%`, and turns `~` in URLs into a no-break space.
    """
    from pylatexenc.latex2text import get_default_latex_context_db

    spec = get_default_latex_context_db().get_macro_spec(name)
    text = getattr(spec, "simplify_repl", None)
    return text if isinstance(text, str) and "%" not in text else None
