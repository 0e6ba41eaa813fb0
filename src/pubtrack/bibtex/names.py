"""Lists of people, read as BibTeX reads them, and the extended name format of biblatex.

Where BibTeX knows only ASCII letters we know Unicode's: `Óscar` is a first name, not a particle.
Source: bibtex.web 0.99d, "num_names", "format_name"; biblatex manual 3.20, section 3.6 (extended name format).
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

__all__ = ["Name", "parse_name", "split_names"]

_SPACES = " \t\r\n\f\v"
_AND = re.compile(r"(?<=[ \t\r\n\f\v])[aA][nN][dD](?=[ \t\r\n\f\v])")
_SPACE_RUN = re.compile(r"[ \t\r\n\f\v]+")
_SEPARATOR = re.compile(r"[{}]|[ \t\r\n\f\v~]|[-,]")
_SPECIAL = re.compile(r"\\([A-Za-z]*)")
_EXTENDED = re.compile(r"\s*(family|given|prefix|suffix|useprefix|\w+-i)\s*=", re.IGNORECASE)
_WORD = r"(?:[A-ZÀ-ÖØ-Þ](?:[^\s~,={}-]++|\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\})*+|[0-9]++)"
_PART = rf"{_WORD}(?:-{_WORD})*+"
_SIMPLE_NAME = re.compile(rf"({_PART}(?: {_PART})*+), ({_PART}(?: {_PART})*+)|((?:{_PART} )*{_PART}) ({_PART})")
"""`Last, First` and `First Last` where every word starts with a capital or is a number: nine names of ten."""

_OTHERS: Final = frozenset({"others", "et al.", "et al", "et~al."})
"""What closes a list that is cut short; `others` is BibTeX's, the rest is common in exports of ADS and RefWorks."""
_LOWER_SIGNS: Final = frozenset({"i", "j", "oe", "ae", "aa", "o", "l", "ss"})
_UPPER_SIGNS: Final = frozenset({"OE", "AE", "AA", "O", "L"})
"""Control sequences that are letters. Source: bibtex.web 0.99d, "pre_def_certain_strings"."""


class Name(NamedTuple):
    """One name; from `parse_name` as the file spells it, from `Entry.names` with LaTeX decoded.

    Attributes:
        first: Given names.
        von: Particles, for example `van der`.
        last: Family name.
        jr: Suffix, for example `Jr.`.
        literal: The whole name where it is wholly braced (an organization), else empty.
        others: True for the closing `and others`; all else is then empty.
        use_von: biblatex's `useprefix`, or None where the name does not say.
    """

    first: str = ""
    von: str = ""
    last: str = ""
    jr: str = ""
    literal: str = ""
    others: bool = False
    use_von: bool | None = None

    def __str__(self) -> str:
        """Gives the name in BibTeX's unambiguous spelling `von Last, Jr, First`."""
        if self.others:
            return "others"
        if self.literal:
            return f"{{{self.literal}}}"
        family = f"{self.von} {self.last}" if self.von else self.last
        return ", ".join(part for part in (family, self.jr, self.first) if part)


class _Token(NamedTuple):
    text: str
    separator: str
    """What stands before the token: white space, `~`, `-`, or `,` for the first of a part."""


def split_names(value: str) -> list[str]:
    """Gives the names between the `and`s that stand outside braces.

    >>> split_names("Kant, I. and {Barnes and Noble} AND others")
    ['Kant, I.', '{Barnes and Noble}', 'others']
    """
    # str.split would take no-break spaces too
    flat = " ".join(value.split()) if value.isascii() else _SPACE_RUN.sub(" ", value).strip(" ")
    folded = flat.lower()
    odd = " and and " in folded or folded.startswith("and ") or folded.endswith(" and")
    if not odd and folded.count(" and ") == flat.count(" and "):
        parts = flat.split(" and ")
        return _joined(parts) if "{" in flat else parts if flat else []
    parts, start, depth, last = [], 0, 0, 0
    for mark in _AND.finditer(value):
        depth = max(depth + value.count("{", last, mark.start()) - value.count("}", last, mark.start()), 0)
        last = mark.end()
        if not depth:
            parts.append(value[start : mark.start()])
            start = last
    parts.append(value[start:])
    return [part for raw in parts if (part := raw.strip(_SPACES))]


def _joined(parts: list[str]) -> list[str]:
    """Puts together again what an `and` inside braces has cut."""
    names: list[str] = []
    held, depth = "", 0
    for part in parts:
        if not depth and "{" not in part:
            names.append(part)
            continue
        held = f"{held} and {part}" if depth else part
        depth = max(depth + part.count("{") - part.count("}"), 0)
        if not depth:
            names.append(held)
    return [*names, held] if depth else names


def parse_name(text: str) -> Name:
    r"""Gives the parts of one name, by BibTeX's rules, or by biblatex's for `family=..., given=...`.

    >>> parse_name("Ludwig van Beethoven")
    Name(first='Ludwig', von='van', last='Beethoven', jr='', literal='', others=False, use_von=None)
    >>> str(parse_name("family=Prud'homme, given={Jean-Paul}, suffix=Jr"))
    "Prud'homme, Jr, Jean-Paul"
    >>> parse_name("{NASA and ESA}").literal
    'NASA and ESA'
    """
    text = text.strip(_SPACES)
    simple = _SIMPLE_NAME.fullmatch(text)
    if simple:
        return Name(simple[2] or simple[3] or "", "", simple[1] or simple[4])
    if text in _OTHERS:
        return Name(others=True)
    if text.startswith("{") and _wholly_braced(text):
        return Name(literal=text[1:-1].strip(_SPACES))
    if "=" in text and _EXTENDED.match(text):
        return _extended(text)
    parts = _tokens(text.rstrip(", \t\r\n"))  # BibTeX complains of a comma at the end, and drops it
    if len(parts) == 1:
        return _first_von_last(parts[0])
    von, last = _von_last(parts[0])
    if len(parts) == 2:
        return Name(_join(parts[1]), von, last)
    first = [token for part in parts[2:] for token in part]
    return Name(_join(first), von, last, _join(parts[1]))


def _wholly_braced(text: str) -> bool:
    depth = 0
    for at, sign in enumerate(text):
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if not depth:
                return at == len(text) - 1
    return False


def _tokens(text: str) -> list[list[_Token]]:
    """The comma-separated parts, each cut at spaces, ties and hyphens outside braces."""
    parts: list[list[_Token]] = [[]]
    start, depth, separator = 0, 0, ","
    for mark in _SEPARATOR.finditer(text):
        sign = mark[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(depth - 1, 0)
        elif not depth:
            if mark.start() > start:
                parts[-1].append(_Token(text[start : mark.start()], separator))
                separator = ""
            start = mark.end()
            if sign == ",":
                parts.append([])
                separator = ","
            separator = separator or sign  # of several separators the first one counts
    if start < len(text):
        parts[-1].append(_Token(text[start:], separator))
    return parts


def _first_von_last(tokens: list[_Token]) -> Name:
    end = len(tokens) - 1
    for von_start in range(end):
        if _is_lower(tokens[von_start].text):
            last_start = _last_start(tokens, von_start)
            return Name(_join(tokens[:von_start]), _join(tokens[von_start:last_start]), _join(tokens[last_start:]))
    last_start = max(end, 0)
    while last_start > 0 and tokens[last_start].separator == "-":
        last_start -= 1
    return Name(_join(tokens[:last_start]), "", _join(tokens[last_start:]))


def _von_last(tokens: list[_Token]) -> tuple[str, str]:
    last_start = _last_start(tokens, 0)
    return _join(tokens[:last_start]), _join(tokens[last_start:])


def _last_start(tokens: list[_Token], von_start: int) -> int:
    """The last name starts after the last lower-case token, but always holds the last token."""
    for start in range(len(tokens) - 1, von_start, -1):
        if _is_lower(tokens[start - 1].text):
            return start
    return von_start


def _is_lower(token: str) -> bool:
    r"""A token counts as a particle if its first letter outside braces, or in a `{\...}`, is lower case."""
    at = 0
    while at < len(token):
        sign = token[at]
        if sign.isalpha():
            return sign.islower()
        if sign == "{":
            if token[at + 1 : at + 2] == "\\":
                return _special_is_lower(token, at + 1)
            at = _after_group(token, at)
        else:
            at += 1
    return False


def _special_is_lower(token: str, backslash: int) -> bool:
    control = _SPECIAL.match(token, backslash)
    assert control is not None
    if control[1] in _LOWER_SIGNS:
        return True
    if control[1] in _UPPER_SIGNS:
        return False
    letter = next((sign for sign in token[control.end() :].split("}", maxsplit=1)[0] if sign.isalpha()), "")
    return letter.islower()


def _after_group(token: str, at: int) -> int:
    depth = 0
    for end in range(at, len(token)):
        depth += {"{": 1, "}": -1}.get(token[end], 0)
        if not depth:
            return end + 1
    return len(token)


def _join(tokens: list[_Token]) -> str:
    if not tokens:
        return ""
    text = tokens[0].text
    for token in tokens[1:]:
        text += ("-" if token.separator == "-" else " ") + token.text
    return text


def _extended(text: str) -> Name:
    parts: dict[str, str] = {}
    for piece in _split_commas(text):
        name, _, value = piece.partition("=")
        value = value.strip()
        if (len(value) > 1 and value[0] == value[-1] == '"') or (value.startswith("{") and _wholly_braced(value)):
            value = value[1:-1]
        parts[name.strip().lower()] = value.strip()
    use_von = parts.get("useprefix")
    return Name(
        parts.get("given", ""),
        parts.get("prefix", ""),
        parts.get("family", ""),
        parts.get("suffix", ""),
        use_von=None if use_von is None else use_von.lower() == "true",
    )


def _split_commas(text: str) -> list[str]:
    pieces, start, depth, quoted = [], 0, 0, False
    for at, sign in enumerate(text):
        if sign == '"' and not depth:
            quoted = not quoted
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign == "," and not depth and not quoted:
            pieces.append(text[start:at])
            start = at + 1
    pieces.append(text[start:])
    return pieces
